"""Who passes an integrity check: 84号 Article 12 and the opinions （十）."""

from datetime import date

import pytest

from rules.context import default_context
from rules.errors import (
    FactsContradict,
    InstrumentNotInForce,
    NumberOutOfRange,
    TermInvalid,
    TermNotAllowed,
    UnknownCode,
)
from rules.integrity import PURPOSES, IntegrityFacts, check_integrity
from rules.law import N221, O2018, S84
from tests.rules.ask import codes, measures
from tests.rules.integrity.asking import ON, check, decision, said

ZERO = (
    "in_sanction_period",
    S84,
    12,
    "对存在科研失信并在惩戒期内的采取零容忍政策",
    "sanction_period",
)
VETO = ("veto", O2018, 10, "对严重违背科研诚信要求的责任者，实行“一票否决”", "veto_tiers")


def test_a_clean_sheet_passes_with_the_words_that_call_for_the_check():
    found = check()
    assert found["result"] == "pass"
    assert found["basis"]["text"] == "将具备良好诚信状况作为审核通过的必要条件"
    assert (found["decisions"], found["windows"], found["findings"]) == ([], [], [])
    assert found["readings"] == []


def test_inside_the_sanction_period_there_is_zero_tolerance():
    found = check(decision((7, 3), 13, number="甲〔2025〕1号", severity="serious"))
    assert found["result"] == "refuse"
    assert said(found) == [ZERO]
    assert found["findings"][0]["message"] == (
        "甲〔2025〕1号在惩戒期内（至2028-01-09），审核不通过；期满后可再申请。"
    )
    assert found["decisions"] == [
        {
            "number": "甲〔2025〕1号",
            "effective": "2025-01-10",
            "state": "running",
            "ends_on": "2028-01-09",
            "permanent": False,
            "in_register": True,
        }
    ]
    assert found["readings"] == [
        "term_end",
        "G8",
        "term_of_13",
        "sanction_period",
        "check_without_term",
    ]


@pytest.mark.parametrize(
    ("on", "result", "state"),
    [
        ("2025-01-09", "pass", "not_effective"),
        ("2025-01-10", "refuse", "running"),
        ("2028-01-09", "refuse", "running"),
        ("2028-01-10", "pass", "expired"),
    ],
)
def test_the_period_runs_from_effect_to_the_day_before_the_anniversary(on, result, state):
    found = check(decision((5, 3), 13), on=on)
    assert (found["result"], found["decisions"][0]["state"]) == (result, state)
    assert found["decisions"][0]["in_register"] is (state == "running")


def test_the_published_decision_that_writes_its_own_start():
    given = decision((5, 3), 13, effective="2024-02-01", starts="2023-12-26")
    assert check(given)["decisions"][0]["ends_on"] == "2027-01-31"
    found = check(given, readings={"G8": "stated"})
    assert found["decisions"][0]["ends_on"] == "2026-12-25"
    unstated = check(decision((5, 3), 13), readings={"G8": "stated"})
    assert unstated["decisions"][0]["ends_on"] == "2028-01-09"


def test_the_longest_term_ends_the_decision():
    found = check(decision((5, 1), (9, 5), (7, 2), 13))
    assert found["decisions"][0]["ends_on"] == "2030-01-09"
    assert "至2030-01-09" in found["findings"][0]["message"]


def test_a_permanent_ban_has_no_last_day():
    found = check(decision((5, "permanent"), (9, 1), 13), on="2029-10-31")
    assert found["decisions"][0]["ends_on"] is None
    assert found["decisions"][0]["permanent"] is True
    assert found["decisions"][0]["in_register"] is True
    assert "没有届满之日" in found["findings"][0]["message"]


@pytest.mark.parametrize("status", ["revoked", "void", "varied"])
def test_a_fallen_or_replaced_decision_never_bars(status):
    found = check(decision((5, 3), 13, status=status))
    assert found["result"] == "pass"
    assert found["decisions"][0]["state"] == status
    assert ("varied_record" in found["readings"]) is (status == "varied")


def test_a_decision_not_in_effect_never_bars():
    found = check({"measures": measures((5, 3), 13)})
    assert found["result"] == "pass"
    assert found["decisions"][0] == {
        "number": "",
        "effective": None,
        "state": "not_effective",
        "ends_on": None,
        "permanent": False,
        "in_register": False,
    }


def test_an_open_case_neither_bars_nor_leaves_a_trace():
    given = decision((5, 3), 13)
    assert check(given, open_cases=3) == check(given)
    assert check(open_cases=1)["result"] == "pass"


def test_a_running_measure_is_itself_a_bar_to_what_it_forbids():
    found = check(decision((5, 3), 13, number="甲"))
    assert [f[0] for f in said(found)] == ["in_sanction_period", "barred_by_measure"]
    bar = found["findings"][1]
    assert (bar["citation"]["instrument"], bar["citation"]["item"]) == (N221, 5)
    assert bar["message"] == "甲的第五项措施禁止本次申请，审核不通过；期满后可再申请。"


@pytest.mark.parametrize(
    ("purpose", "barred"),
    [
        ("activity", [5]),
        ("plan_project", [5]),
        ("academician", [9]),
        ("award", [7, 9]),
        ("title", [7]),
        ("degree", []),
        ("reviewer", [9]),
        ("guidance_funds", [5]),
        ("exchange", [5]),
        ("voucher", [5]),
    ],
)
def test_which_measures_bar_which_purpose(purpose, barred):
    kind = "organisation" if PURPOSES[purpose].organisations_only else "person"
    found = check(decision((9, 3), (5, 3), (7, 3), 13), purpose=purpose, kind=kind)
    items = [f["citation"]["item"] for f in found["findings"] if f["code"] == "barred_by_measure"]
    assert items == barred


def test_an_expired_ban_bars_nothing_beside_one_that_runs():
    found = check(decision((5, 1), (9, 5), 13))
    assert codes(found) == ["in_sanction_period"]


def test_a_serious_breach_is_vetoed_where_the_opinions_apply():
    given = decision((9, 3), 13, severity="major", number="甲")
    found = check(given, purpose="plan_project")
    assert [f[0] for f in said(found)] == ["in_sanction_period", "veto"]
    assert said(found)[1] == VETO
    assert found["findings"][0]["citation"]["text"] == (
        "将具备良好的科研诚信状况作为参与各类科技计划的必备条件"
    )
    assert found["findings"][1]["message"] == (
        "甲认定严重违背科研诚信要求，一票否决；期满移出后可再申请。"
    )
    assert found["readings"][0] == "release_of_opinions"
    assert found["readings"][-1] == "veto_tiers"
    also = check(given, instruments=[N221, O2018])
    assert codes(also) == ["in_sanction_period", "veto"]


def test_both_documents_named_the_stricter_words_are_quoted():
    found = check(decision((9, 3), 13), purpose="plan_project", instruments=[N221, S84])
    assert said(found)[0] == ZERO


@pytest.mark.parametrize(
    ("severity", "register", "reading", "vetoed"),
    [
        ("minor", False, "register_or_serious", False),
        ("major", False, "register_or_serious", False),
        ("serious", False, "register_or_serious", True),
        ("especially_serious", False, "register_or_serious", True),
        ("major", True, "register_or_serious", True),
        ("major", True, "register", True),
        ("serious", False, "register", False),
        ("major", True, "serious", False),
        ("serious", True, "serious", True),
        (None, False, "serious", False),
    ],
)
def test_the_veto_needs_a_serious_breach(severity, register, reading, vetoed):
    given = decision((9, 3), *([13] if register else []), severity=severity)
    found = check(given, purpose="degree", readings={"veto_tiers": reading})
    assert ("veto" in codes(found)) is vetoed


def test_the_veto_ends_with_the_terms():
    given = decision((9, 3), 13, severity="serious")
    assert "veto" in codes(check(given, purpose="title", on="2028-01-09"))
    assert check(given, purpose="title", on="2028-01-10")["result"] == "pass"


def test_which_terms_make_a_sanction_period():
    suspended = decision((3, 2), severity="minor")
    assert codes(check(suspended)) == ["in_sanction_period"]
    assert check(suspended, readings={"sanction_period": "bans"})["result"] == "pass"
    both = decision((10, 5), (5, 2), 13)
    found = check(both, readings={"sanction_period": "bans"})
    assert "至2027-01-09" in found["findings"][0]["message"]
    for item in (5, 7, 9):
        found = check(decision((item, 2), 13), readings={"sanction_period": "bans"})
        assert "in_sanction_period" in codes(found)


def test_a_grave_decision_without_a_term_is_put_to_a_person():
    found = check(decision(2, 13, number="甲"))
    assert found["result"] == "ask"
    assert said(found) == [
        (
            "term_unknown",
            S84,
            21,
            "处理决定期限届满的，自动移出国家科研诚信管理信息系统",
            "check_without_term",
        )
    ]
    assert found["findings"][0]["message"] == (
        "甲没有写明期限，不能推算届满之日；请由人判断并记录理由。"
    )
    assert found["decisions"][0]["state"] == "no_term"
    assert found["decisions"][0]["in_register"] is True
    assert codes(check(decision(2, severity="serious"))) == ["term_unknown"]
    assert check(decision(2, severity="major"))["result"] == "pass"
    assert check(decision(1, severity="minor"))["result"] == "pass"


def test_a_standing_entry_without_a_term_may_be_read_as_a_bar():
    reading = {"check_without_term": "standing"}
    found = check(decision(2, 13, number="甲"), readings=reading)
    assert found["result"] == "refuse"
    assert codes(found) == ["register_standing"]
    assert found["findings"][0]["message"] == (
        "甲记入数据库且没有移出，审核不通过；移出后可再申请。"
    )
    assert found["findings"][0]["reading"] == "check_without_term"
    only_serious = check(decision(2, severity="serious"), readings=reading)
    assert codes(only_serious) == ["term_unknown"]


@pytest.mark.parametrize(("on", "result"), [("2026-03-01", "ask"), ("2026-03-02", "pass")])
def test_a_removed_entry_without_a_term_bars_nobody(on, result):
    assert check(decision(2, 13, removed_on="2026-03-02"), on=on)["result"] == result


def test_an_entry_removed_before_its_end_is_put_to_a_person():
    given = decision((9, 3), 13, removed_on="2026-03-02", number="甲")
    found = check(given)
    assert found["result"] == "ask"
    assert codes(found) == ["removed_early"]
    assert found["findings"][0]["message"] == ("甲的期限没有届满，却已移出；请由人核对移出的依据。")
    assert found["findings"][0]["reading"] == "term_of_13"
    assert found["decisions"][0]["state"] == "removed"
    assert found["decisions"][0]["in_register"] is False
    without_entry = check(decision((9, 3), removed_on="2026-03-02"))
    assert codes(without_entry) == ["in_sanction_period"]


def test_an_entry_with_an_end_of_its_own_may_leave_before_the_ban():
    given = decision((9, 3), 13, register_until="2026-01-09", removed_on="2026-01-10")
    found = check(given, readings={"term_of_13": "as_stated"})
    assert codes(found) == ["in_sanction_period"]
    assert found["decisions"][0]["in_register"] is False
    assert found["decisions"][0]["state"] == "running"


def test_the_end_of_a_term_is_automatic_and_said_once():
    found = check(decision((9, 1), 13, number="甲"))
    assert found["result"] == "pass"
    assert codes(found, "info") == codes(found) == ["removal_due"]
    assert found["findings"][0]["message"] == (
        "甲的期限已于2026-01-09届满，应已自动移出；请核对系统。"
    )
    assert found["findings"][0]["reading"] == "term_of_13"
    assert codes(check(decision((9, 1), 13, removed_on="2026-01-10"))) == []
    assert codes(check(decision((9, 1), 13, removed_on="2026-11-25"))) == ["removal_due"]
    assert codes(check(decision((9, 1)))) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [("revoked", ["removal_to_apply_for"]), ("void", ["removal_to_apply_for"]), ("varied", [])],
)
def test_removal_of_a_fallen_decision_is_applied_for(status, expected):
    found = check(decision((9, 3), 13, status=status, number="甲"))
    assert codes(found, "info") == codes(found) == expected
    assert found["decisions"][0]["in_register"] is bool(expected)
    for finding in found["findings"]:
        assert finding["reading"] == "C18"
        assert finding["citation"]["article"] == 21
        assert finding["message"] == ("甲已撤销或宣告无效，还没有移出；请作出决定的单位申请移出。")
    assert codes(check(decision((9, 3), 13, status=status, removed_on=ON))) == []


def test_decisions_keep_their_order_and_unnamed_ones_their_place():
    found = check(decision((7, 1), 13), decision((7, 3), 13))
    assert [f["message"][:7] for f in found["findings"]] == ["第1项处理决定", "第2项处理决定"]
    assert codes(found) == ["removal_due", "in_sanction_period"]


def test_every_purpose_answers_a_clean_sheet():
    for name, purpose in PURPOSES.items():
        kind = "organisation" if purpose.organisations_only else "person"
        found = check(purpose=name, kind=kind)
        assert found["result"] == "pass"
        assert found["basis"]["text"] == purpose.basis.text


@pytest.mark.parametrize(
    ("given", "error", "where"),
    [
        ({"purpose": "exchange"}, FactsContradict, "kind"),
        ({"purpose": "voucher"}, FactsContradict, "kind"),
        ({"on": "2029-11-01"}, InstrumentNotInForce, "on"),
        ({"on": "2024-10-31"}, InstrumentNotInForce, "on"),
        (
            {"purpose": "exchange", "kind": "organisation", "on": "2025-12-30"},
            InstrumentNotInForce,
            "on",
        ),
    ],
)
def test_questions_that_cannot_be_asked(given, error, where):
    with pytest.raises(error) as refused:
        check(**given)
    assert refused.value.where == where


def test_bad_records_name_their_place():
    with pytest.raises(TermNotAllowed) as refused:
        check(decision(13), decision(13, (2, 3)))
    assert refused.value.where == "decisions.1.measures.1.years"
    with pytest.raises(TermInvalid) as refused:
        check(decision((5, 99_000), 13))
    assert refused.value.where == "decisions.0.measures.0"
    context = default_context()
    for facts, error, where in (
        (IntegrityFacts("person", "shopping", date(2026, 1, 1)), UnknownCode, "purpose"),
        (IntegrityFacts("robot", "activity", date(2026, 1, 1)), UnknownCode, "kind"),
        (
            IntegrityFacts("person", "activity", date(2026, 1, 1), open_cases=-1),
            NumberOutOfRange,
            "open_cases",
        ),
    ):
        with pytest.raises(error) as refused:
            check_integrity(facts, context)
        assert refused.value.where == where


def test_the_outcome_is_the_common_one():
    answer = check_integrity(
        IntegrityFacts("person", "activity", date(2026, 1, 1)), default_context()
    )
    assert answer.outcome.allowed
