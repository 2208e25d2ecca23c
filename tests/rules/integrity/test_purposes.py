"""What is applied for decides whose conditions apply: the words that ask, refuse and veto."""

from datetime import date

import pytest

from rules.context import default_context
from rules.integrity import PURPOSES, IntegrityFacts, RecordedDecision, check_integrity
from rules.law import EXCHANGE_3, FUNDS_145, N221, O2018, S84, VOUCHER_154
from rules.sanctions.facts import MeasureFact
from tests.rules.integrity.asking import check, decision, said

STANDING = "将具备良好诚信状况作为审核通过的必要条件"
PLANS = "将具备良好的科研诚信状况作为参与各类科技计划的必备条件"
COMPULSORY = "将科研诚信审核作为院士增选、科技奖励、职称评定、学位授予等工作的必经程序"
ZERO = ("in_sanction_period", S84, 12, "对存在科研失信并在惩戒期内的采取零容忍政策")
GOOD = ("in_sanction_period", O2018, 10, PLANS)
VETO = ("veto", O2018, 10, "对严重违背科研诚信要求的责任者，实行“一票否决”")
FIVE_YEARS = "近五年有严重失信行为记录的单位不在申报范围内"
GRAVE_BREACH = "严重弄虚作假和科研严重失信行为"
RECORD = ("record_in_window", EXCHANGE_3, 10, FIVE_YEARS)
CONDUCT = ("record_in_window", VOUCHER_154, 8, "上一会计年度及当年")
PERSON, UNIT = "person", "organisation"
DAY = date(2026, 1, 5)

TABLE = [
    ("activity", PERSON, (S84, 12, STANDING), [ZERO]),
    ("plan_project", PERSON, (O2018, 10, PLANS), [GOOD, VETO]),
    ("academician", PERSON, (O2018, 10, COMPULSORY), [VETO]),
    ("award", PERSON, (O2018, 10, COMPULSORY), [VETO]),
    ("title", PERSON, (O2018, 10, COMPULSORY), [VETO]),
    ("degree", PERSON, (O2018, 10, COMPULSORY), [VETO]),
    ("reviewer", PERSON, (S84, 12, STANDING), [ZERO]),
    ("guidance_funds", PERSON, (FUNDS_145, 21, "引导资金分配和管理的重要依据"), [ZERO]),
    ("exchange", UNIT, (EXCHANGE_3, 10, FIVE_YEARS), [ZERO, RECORD]),
    ("voucher", UNIT, (VOUCHER_154, 8, GRAVE_BREACH), [ZERO, CONDUCT]),
]


def test_ten_things_are_applied_for():
    assert [row[0] for row in TABLE] == list(PURPOSES)


@pytest.mark.parametrize(("purpose", "kind", "basis", "refused"), TABLE)
def test_a_running_serious_breach_is_refused_with_the_words_of_the_purpose(
    purpose, kind, basis, refused
):
    found = check(decision((3, 3), 13, severity="serious"), purpose=purpose, kind=kind)
    called = found["basis"]
    assert (called["instrument"], called["article"], called["text"]) == basis
    errors = [f for f in found["findings"] if f["level"] == "error"]
    assert [row[:4] for row in said({"findings": errors})] == refused


CHECKED_ONLY = ("academician", "award", "title", "degree")


@pytest.mark.parametrize("purpose", CHECKED_ONLY)
def test_where_only_the_check_is_compulsory_a_running_term_is_weighed(purpose):
    """The opinions make good standing a condition of plans; elsewhere they ask for the check."""
    suspended = decision((3, 2), severity="minor", number="甲")
    found = check(suspended, purpose=purpose)
    assert found["result"] == "ask"
    (weighed,) = (f for f in found["findings"] if f["level"] != "info")
    assert weighed["level"] == "warning"
    assert said({"findings": [weighed]}) == [
        ("in_sanction_period", O2018, 10, COMPULSORY, "sanction_period")
    ]
    assert weighed["message"] == (
        "甲在惩戒期内（至2027-01-09）；条文只要求审核，是否影响由审核单位判断并写明理由。"
    )
    bans = check(suspended, purpose=purpose, readings={"sanction_period": "bans"})
    assert bans["result"] == "pass"
    ended = check(suspended, purpose=purpose, on="2027-01-10")
    assert ended["result"] == "pass"
    for_good = check(decision((5, "permanent"), severity="major"), purpose=purpose)
    assert "没有届满之日" in for_good["findings"][0]["message"]


@pytest.mark.parametrize("purpose", CHECKED_ONLY)
def test_where_84_governs_a_running_term_refuses_there_too(purpose):
    found = check(decision((3, 2), severity="minor"), purpose=purpose, instruments=[N221, S84])
    assert found["result"] == "refuse"
    errors = [f for f in found["findings"] if f["level"] == "error"]
    assert [row[:4] for row in said({"findings": errors})] == [ZERO]


@pytest.mark.parametrize("purpose", [row[0] for row in TABLE])
def test_who_is_nominated_as_academician_is_checked_too(purpose):
    kind = UNIT if PURPOSES[purpose].organisations_only else PERSON
    found = check(purpose=purpose, kind=kind)["findings"]
    told = [f for f in found if f["code"] == "nomination_checked_too"]
    assert len(told) == (purpose == "academician")
    for one in told:
        assert one["level"] == "info"
        assert (one["citation"]["instrument"], one["citation"]["article"]) == (O2018, 4)
        assert one["citation"]["text"] == "加强院士推荐（提名）的诚信审核"
        assert one["message"] == (
            "院士推荐（提名）也应作诚信审核；请在推荐（提名）时先行审核，不等到增选。"
        )


def test_good_standing_is_a_condition_of_plans_alone():
    conditions = [name for name, one in PURPOSES.items() if one.good_standing]
    assert conditions == ["plan_project"]
    found = check(decision((3, 2), severity="minor"), purpose="plan_project")
    assert found["result"] == "refuse"
    assert [row[:4] for row in said(found)] == [GOOD]


@pytest.mark.parametrize("purpose", [row[0] for row in TABLE])
def test_only_units_exchange_and_use_vouchers(purpose):
    assert PURPOSES[purpose].organisations_only is (purpose in {"exchange", "voucher"})
    assert check(purpose=purpose, kind=UNIT)["result"] == "pass"


@pytest.mark.parametrize(
    ("purpose", "kind", "given", "readings"),
    [
        ("activity", PERSON, [], []),
        (
            "activity",
            PERSON,
            [decision((3, 1))],
            ["term_end", "G8", "term_of_13", "sanction_period", "check_without_term"],
        ),
        ("plan_project", PERSON, [], ["release_of_opinions"]),
        (
            "degree",
            PERSON,
            [decision(1)],
            [
                "release_of_opinions",
                "term_end",
                "G8",
                "term_of_13",
                "sanction_period",
                "check_without_term",
                "veto_tiers",
            ],
        ),
        (
            "exchange",
            UNIT,
            [decision(1, status="varied")],
            [
                "term_end",
                "G8",
                "term_of_13",
                "sanction_period",
                "check_without_term",
                "varied_record",
                "C22",
                "look_back_start",
                "record_in_window",
                "excerpt_in_force",
            ],
        ),
        (
            "voucher",
            UNIT,
            [decision(1)],
            [
                "term_end",
                "G8",
                "term_of_13",
                "sanction_period",
                "check_without_term",
                "veto_tiers",
                "C22",
                "accounting_year",
                "conduct_in_window",
                "excerpt_in_force",
            ],
        ),
        (
            "voucher",
            UNIT,
            [],
            ["C22", "accounting_year", "conduct_in_window", "excerpt_in_force"],
        ),
        ("guidance_funds", PERSON, [], ["excerpt_in_force"]),
    ],
)
def test_every_reading_asked_on_the_way_is_named(purpose, kind, given, readings):
    assert check(*given, purpose=purpose, kind=kind)["readings"] == readings


def test_a_decision_without_a_number_is_called_by_its_place():
    """Each sentence of the check names the decision it rests on."""
    clean = decision(1)
    for given, purpose, asked, codes in (
        (decision((5, 3), 13), "activity", {}, ["in_sanction_period", "barred_by_measure"]),
        (decision((3, 3), severity="serious"), "degree", {}, ["in_sanction_period", "veto"]),
        (decision(2, 13), "activity", {}, ["term_unknown"]),
        (decision(2, 13), "activity", {"check_without_term": "standing"}, ["register_standing"]),
        (decision((9, 3), 13, removed_on="2026-03-02"), "activity", {}, ["removed_early"]),
        (decision((9, 1), 13), "activity", {}, ["removal_due"]),
        (decision((9, 3), 13, status="void"), "activity", {}, ["removal_to_apply_for"]),
    ):
        found = check(clean, given, purpose=purpose, readings=asked)
        assert [f["code"] for f in found["findings"]] == codes
        assert {f["message"][:7] for f in found["findings"]} == {"第2项处理决定"}
    found = check(clean, decision((9, 1), 13), purpose="exchange", kind=UNIT)["findings"]
    assert [f["message"][:7] for f in found[:2]] == ["第2项处理决定"] * 2
    assert [f["code"] for f in found] == ["record_in_window", "removal_due", "excerpt_only"]


@pytest.mark.parametrize("allowed", [True, False])
def test_the_common_outcome_says_what_the_answer_says(allowed):
    measure = MeasureFact(1 if allowed else 5, None if allowed else 3)
    facts = IntegrityFacts(PERSON, "activity", DAY, (RecordedDecision(DAY, (measure,)),))
    answer = check_integrity(facts, default_context())
    outcome = answer.outcome
    assert (outcome.allowed, answer.result == "pass") == (allowed, allowed)
    assert outcome.findings == answer.findings
    assert outcome.readings == answer.readings != ()


@pytest.mark.parametrize(
    ("on", "ended", "standing"),
    [("2026-01-09", [], True), ("2026-01-10", ["removal_due"], False)],
)
def test_an_entry_with_a_last_day_of_its_own_ends_before_the_ban(on, ended, standing):
    given = decision((9, 3), 13, register_until="2026-01-09", number="甲")
    found = check(given, on=on, readings={"term_of_13": "as_stated"})
    assert [f["code"] for f in found["findings"]] == ["in_sanction_period", *ended]
    assert found["decisions"][0]["in_register"] is standing
    assert found["decisions"][0]["ends_on"] == "2028-01-09"
    for finding in found["findings"][1:]:
        assert finding["message"].startswith("甲的期限已于2026-01-09届满")
    by_term = check(given, on=on)
    assert by_term["decisions"][0]["in_register"] is True
    assert [f["code"] for f in by_term["findings"]] == ["in_sanction_period"]


def test_what_is_done_with_an_entry_rests_on_article_21():
    lapsed = "处理决定期限届满的，自动移出国家科研诚信管理信息系统"
    fallen = "科研失信行为数据所依据的处理决定被撤销或者宣告无效的"
    for given, asked, row in (
        (decision((9, 1), 13), {}, ("removal_due", S84, 21, lapsed, "term_of_13")),
        (
            decision((9, 3), 13, removed_on="2026-03-02"),
            {},
            ("removed_early", S84, 21, lapsed, "term_of_13"),
        ),
        (decision(2, 13), {}, ("term_unknown", S84, 21, lapsed, "check_without_term")),
        (
            decision(2, 13),
            {"check_without_term": "standing"},
            ("register_standing", S84, 21, lapsed, "check_without_term"),
        ),
        (
            decision((9, 3), 13, status="revoked"),
            {},
            ("removal_to_apply_for", S84, 21, fallen, "C18"),
        ),
    ):
        assert said(check(given, readings=asked)) == [row]


def test_a_decision_not_in_effect_has_nothing_to_remove():
    for effective in (None, "2026-12-01"):
        assert check(decision((9, 3), 13, effective=effective))["findings"] == []
