"""Forgiving failure (130号 Article 32): five conditions together, each proved, and honesty."""

from datetime import date
from itertools import product

import pytest

from rules.context import default_context
from rules.errors import InstrumentNotInForce, UnknownCode
from rules.law import P130, TOLERANCE_154
from rules.supervision.tolerance import CONDITIONS, ToleranceFacts, check_tolerance
from tests.rules.ask import ask, codes
from tests.rules.saying import said

NAMES = ("cause", "goal_missed", "funds_proper", "experts_confirmed", "performer_diligent")
MET = {
    "on": "2026-03-02",
    "cause": "market_risk",
    "goal_missed": True,
    "funds_proper": True,
    "experts_confirmed": True,
    "performer_diligent": True,
    "proved": list(NAMES),
    "original_records": True,
}
WORDS = {
    "cause": "受市场风险影响、技术路线选择失误或其他不可预见原因",
    "goal_missed": "未达到预期目标",
    "funds_proper": "项目资金使用合理规范",
    "experts_confirmed": "经专家论证后，确属探索性强、应用价值高和研发风险高的科技项目",
    "performer_diligent": "承担人已做到依法依规、勤勉尽责、未谋取不正当利益",
}


def check(**more):
    return ask("check-tolerance", {**MET, **more})


def facts(**more):
    base = {**MET, **more}
    base["proved"] = frozenset(base["proved"])
    base["on"] = date.fromisoformat(base["on"])
    return ToleranceFacts(**base)


def test_all_five_with_proof_are_forgiven():
    found = check()
    assert found["tolerated"] is True
    assert found["effects"] == ["concluded_normally", "no_credit_entry", "eligible_for_projects"]
    assert [(c["name"], c["met"], c["proved"]) for c in found["conditions"]] == [
        (name, True, True) for name in NAMES
    ]
    assert {c["name"]: c["citation"]["text"] for c in found["conditions"]} == WORDS
    assert {
        (c["citation"]["instrument"], c["citation"]["article"]) for c in found["conditions"]
    } == {(P130, 32)}
    assert found["readings"] == ["tolerance_experts", "original_records"]
    assert said(check_tolerance(facts(), default_context()).findings) == [
        ("info", "no_credit_entry", "第三十二条", None)
    ]
    for cause in ("technical_route", "unforeseeable"):
        assert check(cause=cause)["tolerated"] is True


@pytest.mark.parametrize("met", list(product((True, False), repeat=5)))
def test_one_missing_condition_is_enough_to_refuse(met):
    given = dict(zip(NAMES, met, strict=True))
    given["cause"] = "market_risk" if given["cause"] else None
    found = check(**given)
    assert found["tolerated"] is all(met)
    missing = [f"{name}_not_met" for name, holds in zip(NAMES, met, strict=True) if not holds]
    assert codes(found, "error") == missing
    assert [c["met"] for c in found["conditions"]] == list(met)
    if missing:
        assert found["effects"] == []
        assert (
            found["findings"][0]["citation"]["text"] == WORDS[missing[0].removesuffix("_not_met")]
        )
        assert "五项条件缺一不可" in found["findings"][0]["message"]


@pytest.mark.parametrize("proved", list(product((True, False), repeat=5)))
def test_each_condition_needs_its_own_proof(proved):
    given = [name for name, has in zip(NAMES, proved, strict=True) if has]
    found = check(proved=given)
    assert found["tolerated"] is all(proved)
    assert codes(found, "error") == [f"{n}_not_proved" for n in NAMES if n not in given]
    assert [c["proved"] for c in found["conditions"]] == list(proved)
    unproved = [f["citation"]["text"] for f in found["findings"] if f["level"] == "error"]
    assert unproved == [WORDS[n] for n in NAMES if n not in given]


def test_a_condition_not_met_is_not_also_unproved():
    found = check(funds_proper=False, proved=[n for n in NAMES if n != "funds_proper"])
    assert codes(found, "error") == ["funds_proper_not_met"]


def test_a_refusal_says_that_failure_is_no_misconduct():
    answer = check_tolerance(facts(funds_proper=False), default_context())
    assert said(answer.findings) == [
        ("error", "funds_proper_not_met", "第三十二条", None),
        ("info", "failure_is_not_misconduct", "（二）", None),
    ]
    assert not answer.outcome.allowed
    assert answer.outcome.findings == answer.findings
    assert answer.outcome.readings == answer.readings == ("tolerance_experts", "original_records")
    assert answer.findings[0].message == (
        "不符合条件：项目资金使用合理规范；五项条件缺一不可，请按正常程序结题或处理。"
    )
    unproved = check_tolerance(facts(proved=NAMES[1:]), default_context())
    assert unproved.findings[0].message == (
        "缺少证明：原因是市场风险、技术路线选择失误或其他不可预见的原因；请附证明材料。"
    )


def test_it_is_no_defence_to_misconduct():
    answer = check_tolerance(facts(misconduct="found"), default_context())
    assert answer.tolerated is False and answer.effects == ()
    assert said(answer.findings) == [
        ("error", "misconduct_found", "第三十二条", None),
        ("info", "failure_is_not_misconduct", "（二）", None),
        ("info", "misconduct_goes_by_221", "第二条", None),
    ]


def test_an_open_case_is_waited_for():
    answer = check_tolerance(facts(misconduct="open"), default_context())
    assert said(answer.findings)[0] == (
        "error",
        "misconduct_open",
        "第三十二条",
        "tolerance_open_case",
    )
    assert [f.code for f in answer.findings][-1] == "misconduct_goes_by_221"
    assert answer.readings == ("tolerance_experts", "original_records", "tolerance_open_case")


def test_original_records_are_asked_for():
    lenient = check_tolerance(facts(original_records=False), default_context())
    assert lenient.tolerated is True
    row = ("original_records_missing", "四（六）4", "original_records")
    assert next((c, p, r) for _, c, p, r in said(lenient.findings)) == row
    assert lenient.findings[0].level.value == "warning"
    assert lenient.findings[0].message == (
        "没有原始科研记录证明勤勉尽责；130号没有要求，鲁政办字〔2024〕154号以其为证明，"
        "请补充，或说明以何证明。"
    )
    strict = default_context().with_readings(original_records="required")
    refused = check_tolerance(facts(original_records=False), strict)
    assert refused.tolerated is False
    assert next((c, p, r) for _, c, p, r in said(refused.findings)) == row
    assert refused.findings[0].level.value == "error"
    assert refused.findings[0].message == (
        "本省要求以原始科研记录证明勤勉尽责（鲁政办字〔2024〕154号），没有记录不能认定宽容失败；"
        "请补充。"
    )
    assert {f.citation.instrument for f in (lenient.findings[0], refused.findings[0])} == {
        TOLERANCE_154
    }
    assert check_tolerance(facts(), strict).tolerated is True


@pytest.mark.parametrize(("on", "held"), [("2024-12-31", False), ("2025-01-01", True)])
def test_only_while_130_is_in_force(on, held):
    if held:
        assert check(on=on)["tolerated"] is True
        return
    with pytest.raises(InstrumentNotInForce):
        check(on=on)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [({"cause": "laziness"}, "cause"), ({"misconduct": "maybe"}, "misconduct")],
)
def test_unknown_codes(wrong, where):
    with pytest.raises(UnknownCode) as refused:
        check_tolerance(facts(**wrong), default_context())
    assert refused.value.where == where
    with pytest.raises(UnknownCode) as refused:
        check_tolerance(facts(proved=["luck"]), default_context())
    assert refused.value.where == "proved"


def test_the_conditions_are_those_of_the_article():
    assert tuple(CONDITIONS) == NAMES
    assert all(one.name == name for name, one in CONDITIONS.items())
