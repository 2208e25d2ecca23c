"""Each thing the rules cannot use: its class, code, Chinese message and place."""

from datetime import date

import pytest

from rules import errors

DAY, FIRST, LAST = date(2026, 3, 2), date(2010, 1, 1), date(2026, 12, 31)
N = "国科发监〔2022〕221号"

ERRORS = [
    (errors.RuleInputError, ("code", "不能使用"), "code", "不能使用", ""),
    (errors.UnknownInstrument, (N,), "unknown_instrument", f"没有收录文件{N}", "instruments"),
    (
        errors.TextNotHeld,
        (N, "规则"),
        "text_not_held",
        f"{N}《规则》的全文没有收录，不能据以判断",
        "instruments",
    ),
    (
        errors.InstrumentNotInForce,
        (N, DAY, FIRST, None),
        "instrument_not_in_force",
        f"{N}在2026-03-02不适用（自2010-01-01起施行）",
        "on",
    ),
    (
        errors.InstrumentNotInForce,
        (N, DAY, FIRST, LAST, "旧规"),
        "instrument_not_in_force",
        (
            f"{N}在2026-03-02不适用（自2010-01-01起施行，有效期至2026-12-31）"
            "；当日适用的是旧规，其全文没有收录，不能据以判断"
        ),
        "on",
    ),
    (
        errors.ParameterMissing,
        ("deadline.x", DAY),
        "not_covered",
        "2026-03-02适用的文件没有规定该事项（deadline.x）",
        "instruments",
    ),
    (
        errors.DateNotCovered,
        (DAY, FIRST, LAST),
        "date_not_covered",
        "没有2026-03-02的放假安排（现有2010-01-01至2026-12-31）",
        "start",
    ),
    (
        errors.FestivalsNotCovered,
        (DAY, FIRST, LAST, "on"),
        "date_not_covered",
        "没有2026年的节日日期（现有2010年至2026年）",
        "on",
    ),
    (errors.UnknownCode, ("领域", "moon", "domain"), "unknown_code", "领域没有“moon”", "domain"),
    (
        errors.TermNotAllowed,
        (2, "measures.0.years"),
        "term_not_allowed",
        "第二十九条第二项措施不能带该期限",
        "measures.0.years",
    ),
    (
        errors.TermInvalid,
        ("measures.0",),
        "term_invalid",
        "期限应为正整数；永久与年、月不能同时填写",
        "measures.0",
    ),
    (errors.ConductMissing, (), "conduct_missing", "应至少写明第二条规定的一种情形", "conduct"),
    (
        errors.OrganisationStatus,
        ("respondent.party_member",),
        "organisation_status",
        "单位不能是党员或公职人员",
        "respondent.party_member",
    ),
    (
        errors.Article31NeedsOrganisation,
        (),
        "article_31_person",
        "第三十一条只适用于机构或单位",
        "article_31",
    ),
    (errors.UnknownRule, ("lunch",), "unknown_rule", "没有名为“lunch”的期限", "rule"),
    (errors.DatesReversed, ("次序颠倒", "on"), "dates_reversed", "次序颠倒", "on"),
    (errors.NumberOutOfRange, ("不能为负", "n"), "number_out_of_range", "不能为负", "n"),
    (errors.UnknownReading, ("G99",), "unknown_reading", "没有名为“G99”的解读", "readings"),
    (errors.UnknownReading, ("G1", "x"), "unknown_reading", "解读G1不能取“x”", "readings"),
    (
        errors.ReadingNotOpen,
        ("G1", "何时起算"),
        "reading_not_open",
        "解读G1（何时起算）不由本单位选择",
        "readings.G1",
    ),
    (errors.FactsContradict, ("自相矛盾", "a"), "facts_contradict", "自相矛盾", "a"),
    (errors.OverlayInvalid, ("不能使用", "title"), "overlay_invalid", "不能使用", "title"),
    (
        errors.OverlayLaxer,
        ((("a", "甲"), ("b", "乙"), ("c", "甲")),),
        "overlay_laxer",
        "甲；乙",
        "a",
    ),
    (
        errors.UnknownParameters,
        (("x", "y", "x"), "a", (("b", "甲"), ("c", "甲"))),
        "unknown_code",
        "现行规定的参数中没有“x”、“y”；甲",
        "a",
    ),
    (errors.BenchmarkInvalid, ("不能使用", "v"), "benchmark_invalid", "不能使用", "v"),
]


@pytest.mark.parametrize(("kind", "given", "code", "message", "where"), ERRORS)
def test_an_error_is_a_code_a_message_and_a_place(kind, given, code, message, where):
    problem = kind(*given)
    assert problem.as_json() == {"error": {"code": code, "message": message, "where": where}}
    assert (problem.code, problem.message, problem.where, str(problem)) == (
        code,
        message,
        where,
        message,
    )
    assert isinstance(problem, errors.RuleInputError) and isinstance(problem, ValueError)


def test_every_class_of_error_stands_in_the_table():
    classes = {one for one in vars(errors).values() if isinstance(one, type)} - {date}
    assert {kind for kind, *_ in ERRORS} == classes


def test_what_is_not_known_comes_with_what_is():
    known = errors.UnknownCode("目标", "moon", "why_not", frozenset({"major"}))
    assert known.codes == {"major"}
    assert errors.UnknownCode("目标", "moon", "why_not").codes == frozenset()
    assert errors.UnknownInstrument(N).number == errors.TextNotHeld(N, "规则").number == N
    points = (("a", "甲"), ("b", "乙"))
    assert errors.OverlayLaxer(points).points == points
