"""A unit's own rules: stricter than the law or refused, with every point named (Art 51, 52)."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date
from rules.errors import (
    DatesReversed,
    FactsContradict,
    InstrumentNotInForce,
    OverlayInvalid,
    OverlayLaxer,
    RuleInputError,
    UnknownParameters,
)
from rules.instruments import Instrument, instruments, provisions
from rules.law import N221, S84
from rules.outcome import Citation
from rules.overlays import Quotation, check_overlay, overlay
from rules.parameters import NAMES
from tests.rules.ask import ROOT, run
from tests.rules.unit_rules import SINCE, loaded, parameter, unit_rules

EXAMPLE = ROOT / "docs" / "examples" / "unit-overlay.json"
CONTEXT = default_context()
ONE = timedelta(days=1)
TIERS = "tier.major.measures"
MAJOR = [2, 4, 5, 6, 7, 8, 9, 10, 12, 13]

# Parameter, a value that is allowed, a value that is refused: the bound itself is allowed.
DIRECTIONS = [
    ("deadline.acceptance", 15, 16),
    ("deadline.acceptance", 1, 1000),
    ("deadline.inform_participants", 15, 16),
    ("deadline.investigation", 6, 7),
    ("deadline.investigation_extension", 6, 7),
    ("deadline.appeal", 15, 14),
    ("deadline.appeal", 1000, 1),
    ("deadline.appeal_admission", 15, 16),
    ("deadline.review", 90, 91),
    ("deadline.re_review_admission", 15, 16),
    ("deadline.re_review", 90, 91),
    ("deadline.report_upward", 10, 11),
    ("deadline.submit_to_national", 10, 11),
    ("deadline.submit_direct", 10, 11),
    ("deadline.supervision_objection", 10, 9),
    ("deadline.supervision_notice", 3, 2),
    ("quorum.interview", 2, 1),
    ("quorum.panel", 5, 4),
    ("scope.annex", True, False),
    ("jurisdiction.order_first_responsible", True, False),
    ("floor.conduct", (5, 4, 3, 2, 1), (1, 2, 3, 4)),
    ("floor.conduct", (1, 2, 3, 4, 5, 8), (6, 7, 8)),
    ("register.forced_by", (5, 7, 9, 10, 2), (5, 7, 9)),
    ("submission.trigger", (13, 5), (5,)),
    ("submission.term_trigger", (5, 7, 9, 10), (5, 9)),
    ("tier.bounded", (5, 7, 9, 10), (5, 7, 10)),
    ("tier.minor.measures", (11, 3, 1), (1, 3, 11, 2)),
    ("tier.minor.measures", (1, 3, 11), (1, 3)),
    (TIERS, tuple(MAJOR), tuple(MAJOR[1:])),
    ("tier.serious.measures", tuple(MAJOR), (13,)),
    ("tier.especially_serious.measures", tuple(MAJOR), (2,)),
    ("tier.major.term", {"over": 0, "under": 3}, {"over": 0, "under": 2}),
    ("tier.major.term", {"from": 1, "under": 3}, {"from": 1, "to": 3}),
    ("tier.major.term", {"over": 2, "under": 3}, {"over": 0}),
    ("tier.serious.term", {"from": 5, "to": 5}, {"from": 3, "to": 4}),
    ("tier.serious.term", {"over": 3, "to": 5}, {"from": 2, "to": 5}),
    ("tier.especially_serious.term", {"over": 5}, {"from": 5}),
    ("tier.especially_serious.term", {"over": 6}, {"over": 4}),
    ("tier.especially_serious.term", {"from": 6}, {"over": 5, "to": 20}),
]


@pytest.mark.parametrize(("name", "stricter", "laxer"), DIRECTIONS)
def test_each_number_may_be_left_in_its_strict_direction_only(name, stricter, laxer):
    since = date(2026, 3, 1)
    one = loaded(parameter(name, stricter, since))
    assert one.parameters[0].value == stricter
    with pytest.raises(OverlayLaxer, match=f"^{name}（{NAMES[name]}）") as refused:
        loaded(parameter(name, laxer, since))
    base = provisions((N221, *OTHERS), since)[name]
    assert refused.value.where == "parameters.0"
    assert base.citation.text in refused.value.message
    assert f"{base.citation.instrument}{base.citation.place}" in refused.value.message


OTHERS = tuple(number for number in instruments() if number != N221)


def test_the_table_names_every_parameter_a_unit_could_name():
    ours = {name for name, _, _ in DIRECTIONS}
    assert set(provisions((N221,), SINCE)) <= ours


def test_the_refusal_says_both_values_and_the_article():
    with pytest.raises(OverlayLaxer) as refused:
        loaded(parameter("deadline.acceptance", 20))
    assert refused.value.message == (
        "deadline.acceptance（提出是否受理的意见并通知实名举报人的期限）为20个工作日，"
        "长于国科发监〔2022〕221号第十四条规定的15个工作日"
        "（只能缩短；「应在15个工作日内提出是否受理的意见并通知实名举报人」）"
    )
    assert refused.value.code == "overlay_laxer"


def test_every_point_is_named_not_the_first():
    with pytest.raises(OverlayLaxer) as refused:
        loaded(
            parameter("deadline.appeal", 10),
            parameter("deadline.acceptance", 15),
            parameter("floor.conduct", (1, 2, 3)),
        )
    places = [where for where, _ in refused.value.points]
    assert places == ["parameters.0", "parameters.2"]
    assert refused.value.where == "parameters.0"
    assert refused.value.message == "；".join(said for _, said in refused.value.points)


def test_a_usual_period_may_become_a_firm_one_and_not_the_other_way_round():
    review = parameter("deadline.review", 90, hard=True)
    assert due("review", 90, loaded(review)).hard
    assert not due("review", 90, loaded(parameter("deadline.review", 90))).hard
    assert due("acceptance", 15, loaded(parameter("deadline.acceptance", 15))).hard
    with pytest.raises(OverlayLaxer) as refused:
        loaded(parameter("deadline.acceptance", 10, hard=False))
    assert refused.value.message == (
        "deadline.acceptance（提出是否受理的意见并通知实名举报人的期限）由应当改为一般要求，"
        "国科发监〔2022〕221号第十四条规定为应当"
        "（不得放宽；「应在15个工作日内提出是否受理的意见并通知实名举报人」）"
    )


def due(rule: str, count: int, one: Instrument):
    start = date(2026, 3, 2)
    found = due_date(DueDateFacts(rule, start), CONTEXT.with_overlays(one), days=False)
    assert found.due == CONTEXT.calendar.add(start, count)
    return found


WRONG = [
    (unit_rules(number=N221), OverlayInvalid, "number"),
    (unit_rules(number="科学技术部令第19号"), OverlayInvalid, "number"),
    (unit_rules(until=SINCE - ONE), DatesReversed, "until"),
    (unit_rules(citation=Quotation(3, "另有规定")), OverlayInvalid, "citation.words"),
    (unit_rules(citation=Quotation(4, "规定")), OverlayInvalid, "citation.words"),
    (unit_rules(parameter("deadline.lunch", 1)), UnknownParameters, "parameters.0.name"),
    (
        unit_rules(replace(parameter("quorum.panel", 7), citation=Quotation(3, "七人"))),
        OverlayInvalid,
        "parameters.0.citation.words",
    ),
    (
        unit_rules(parameter("quorum.panel", 7), parameter("quorum.panel", 9)),
        OverlayInvalid,
        "parameters.1.from",
    ),
    (unit_rules(parameter("quorum.panel", 7, SINCE - ONE)), OverlayInvalid, "parameters.0.from"),
    (
        unit_rules(parameter("quorum.panel", 7, SINCE + ONE), until=SINCE),
        OverlayInvalid,
        "parameters.0.from",
    ),
    # The national rule did not exist yet, the provincial one had not begun, or had ended.
    (
        unit_rules(parameter("quorum.panel", 7, date(2022, 8, 24)), since=date(2022, 8, 24)),
        OverlayInvalid,
        "parameters.0.from",
    ),
    (
        unit_rules(parameter("scope.annex", True, date(2024, 10, 31)), since=date(2024, 1, 1)),
        OverlayInvalid,
        "parameters.0.from",
    ),
    (
        unit_rules(parameter("scope.annex", True, date(2029, 11, 1))),
        OverlayInvalid,
        "parameters.0.from",
    ),
    (
        unit_rules(parameter("deadline.appeal", 15, unit="months")),
        OverlayInvalid,
        "parameters.0.unit",
    ),
]
BAD_VALUES = [
    ("deadline.acceptance", True),
    ("deadline.acceptance", 0),
    ("deadline.acceptance", -1),
    ("deadline.appeal", 1001),
    ("deadline.acceptance", (15,)),
    ("deadline.acceptance", {"over": 1}),
    ("scope.annex", 1),
    ("floor.conduct", 5),
    ("floor.conduct", (1, 2, 3, 4, 5, 9)),
    ("floor.conduct", (1, 2, 3, 4, 5, 5)),
    ("tier.bounded", (5, 7, 9, 3)),
    ("register.forced_by", (5, 7, 9, 10, 13)),
    ("tier.major.term", 3),
    ("tier.major.term", {}),
    ("tier.major.term", {"under": 3}),
    ("tier.major.term", {"over": 0, "from": 1}),
    ("tier.major.term", {"over": 0, "to": 3, "under": 3}),
    ("tier.major.term", {"over": 0, "within": 3}),
    ("tier.major.term", {"from": 3, "under": 3}),
    ("tier.serious.term", {"over": 5, "to": 5}),
]


@pytest.mark.parametrize(("rules", "kind", "where"), WRONG)
def test_rules_that_cannot_be_used_name_the_place(rules, kind, where):
    with pytest.raises(kind) as refused:
        overlay(rules)
    assert refused.value.where == where


@pytest.mark.parametrize(("name", "value"), BAD_VALUES)
def test_values_of_another_kind_are_refused(name, value):
    with pytest.raises(OverlayInvalid, match=f"^{name}不能取该值$") as refused:
        loaded(parameter("quorum.panel", 5), parameter(name, value))
    assert (refused.value.where, refused.value.code) == ("parameters.1.value", "overlay_invalid")


def later_version(value: int, since: date) -> Instrument:
    """221号 as if it were amended: another period of acceptance from a later day."""
    base = instruments()[N221]
    old = next(p for p in base.parameters if p.name == "deadline.acceptance")
    return replace(base, parameters=(replace(old, value=value, since=since), *base.parameters))


AMENDED = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("ours", "until", "refused"),
    [
        (12, AMENDED, True),
        (12, AMENDED - ONE, False),
        (12, None, True),
        (10, None, False),
        (11, None, True),
    ],
)
def test_rules_are_held_against_every_version_beneath_them(ours, until, refused):
    base = later_version(10, AMENDED)
    one = loaded(parameter("deadline.acceptance", ours), until=until)
    if not refused:
        check_overlay(one, [base])
        return
    with pytest.raises(OverlayLaxer) as found:
        check_overlay(one, [base])
    assert len(found.value.points) == 1
    assert "长于国科发监〔2022〕221号第十四条规定的10个工作日" in found.value.message


def test_a_later_value_of_the_unit_is_held_against_its_own_days_only():
    base = later_version(10, AMENDED)
    check_overlay(
        loaded(parameter("deadline.acceptance", 12), parameter("deadline.acceptance", 10, AMENDED)),
        [base],
    )


def test_rules_may_not_loosen_what_earlier_rules_of_the_unit_tightened():
    first = loaded(parameter("quorum.panel", 9))
    second = loaded(parameter("quorum.panel", 7), number="甲大学〔2026〕2号")
    assert CONTEXT.with_overlays(second, first).law(SINCE)["quorum.panel"].value == 9
    with pytest.raises(OverlayLaxer) as refused:
        CONTEXT.with_overlays(first, second)
    assert refused.value.message == (
        "quorum.panel（学术评议专家组人数）为7人，少于甲大学〔2026〕1号第三条规定的9人"
        "（只能增加；「按本细则的规定执行」）"
    )


def test_a_frame_holds_the_rules_of_one_unit():
    other = loaded(organisation="乙大学", number="乙大学〔2026〕1号")
    with pytest.raises(FactsContradict) as refused:
        CONTEXT.with_overlays(loaded(), other)
    assert refused.value.where == "overlays"
    assert CONTEXT.with_overlays(loaded()).overlays[0].organisation == "甲大学"
    assert CONTEXT.with_overlays().overlays == ()


def test_rules_made_by_hand_are_held_against_the_law_as_well():
    base = instruments()[N221].parameters[0]
    mine = replace(base, value=30, since=SINCE)
    citation = Citation("甲大学〔2026〕1号", 1, None, None, None, "三十日")
    one = Instrument(
        "甲大学〔2026〕1号", "细则", "unit", SINCE, None, SINCE, None, citation, (mine,), "甲大学"
    )
    with pytest.raises(OverlayLaxer):
        CONTEXT.with_overlays(one)


def test_a_case_keeps_the_version_it_was_accepted_under():
    one = loaded(parameter("deadline.acceptance", 10), parameter("deadline.acceptance", 7, AMENDED))
    frame = CONTEXT.with_overlays(one)
    assert frame.law(AMENDED - ONE)["deadline.acceptance"].value == 10
    assert frame.law(AMENDED)["deadline.acceptance"].value == 7
    start = date(2026, 12, 1)
    kept = due_date(DueDateFacts("acceptance", start), frame)
    new = due_date(DueDateFacts("acceptance", start, on=AMENDED), frame)
    assert (kept.due, new.due) == (date(2026, 12, 15), date(2026, 12, 10))


def test_rules_not_in_force_on_the_day_are_an_error():
    frame = CONTEXT.with_overlays(loaded(until=date(2026, 12, 31)))
    assert frame.law(SINCE) and frame.law(date(2026, 12, 31))
    for on in (SINCE - ONE, date(2027, 1, 1)):
        with pytest.raises(InstrumentNotInForce, match=r"^甲大学〔2026〕1号在"):
            frame.law(on)


def test_a_unit_changes_provincial_numbers_only_where_the_province_gives_them():
    one = loaded(parameter("submission.term_trigger", (5, 7, 9, 10)))
    assert "submission.term_trigger" not in CONTEXT.with_overlays(one).law(SINCE)
    shandong = default_context((S84,)).with_overlays(one)
    assert shandong.law(SINCE)["submission.term_trigger"].value == (5, 7, 9, 10)


QUESTION = {"rule": "acceptance", "start": "2026-05-06"}


def test_the_documented_example_is_loaded_by_the_command_line():
    done = run("due-date", "--no-days", "--overlay", str(EXAMPLE), given=json.dumps(QUESTION))
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (found["due"], found["citation"]["article"]) == ("2026-05-19", 9)
    assert found["citation"]["instrument"] == "示例大学〔2026〕8号"


def test_a_laxer_file_stops_the_command_line(tmp_path: Path):
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    data["parameters"][6]["value"] = 14
    data["parameters"][2]["value"] = 4
    file = tmp_path / "laxer.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    done = run("due-date", f"--overlay={file}", given=json.dumps(QUESTION))
    assert (done.returncode, done.stdout) == (2, "")
    refused = json.loads(done.stderr)["error"]
    assert (refused["code"], refused["where"]) == ("overlay_laxer", "parameters.2")
    panel, appeal = refused["message"].split("；quorum", 1)[0], refused["message"]
    assert panel.startswith("quorum.panel（学术评议专家组人数）为4人，少于")
    assert "deadline.appeal（提出申诉的期限）为14个工作日，短于" in appeal
    assert issubclass(OverlayLaxer, RuleInputError)
