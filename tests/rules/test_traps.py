"""Where a loose reading of the law goes wrong: each mistake by its name, and the right answer.

Asked as an outside program asks, so that a lawyer can follow question and answer; what only the
procedure of a case knows is asked of its guard, in ``test_traps_of_cases``.
"""

import pytest

from rules.edge.commands import COMMANDS, schema
from rules.law import N221
from tests.rules.ask import ask, check_sanctions, codes

SHANDONG = ["鲁科字〔2024〕84号"]
ACCEPTABLE = {
    "respondent_identified": True,
    "within_scope": True,
    "facts_stated": True,
    "evidence": True,
    "checkable_lead": False,
    "competent": True,
}
APPEAL = {
    "level": 1,
    "served": "2026-03-02",
    "received": "2026-03-02",
    "lodged": "2026-03-09",
    "appellant": "respondent",
    "reasons": True,
    "evidence_or_leads": True,
}


def due(rule, start, **more):
    return ask("due-date", {"rule": rule, "start": start, **more}, days=False)


def article(found):
    return found["citation"]["article"]


def test_t1_a_review_has_90_working_days_and_the_period_is_soft():
    for rule in ("review", "re_review"):
        found = due(rule, "2026-03-02")
        assert (found["due"], found["hard"], article(found)) == ("2026-07-10", False, 43)


def test_t2_the_ten_days_of_article_36_run_three_times_each_from_its_own_start():
    route = ask(
        "submission-route",
        {
            "decided_by": "local",
            "measures": [{"item": 13}],
            "effective": "2026-03-02",
            "received_by_province": "2026-03-20",
        },
    )
    first, second = route["steps"]
    assert first["to"] == ["superior", "provincial_department"]
    assert first["documents"] == ["decision", "investigation_report"]
    assert second["documents"] == ["record", "decision", "investigation_report"]
    assert (first["due"], second["due"]) == ("2026-03-16", "2026-04-03")
    assert due("submit_direct", "2026-03-02")["due"] == "2026-03-16"


@pytest.mark.parametrize(("lodged", "in_time"), [("2026-03-23", True), ("2026-03-24", False)])
def test_t3_within_15_days_includes_the_fifteenth(lodged, in_time):
    found = ask("check-appeal", {**APPEAL, "lodged": lodged})
    assert (found["last_day"], found["in_time"]) == ("2026-03-23", in_time)


@pytest.mark.parametrize(
    ("rule", "article_", "hard"),
    [
        ("acceptance", 14, True),
        ("inform_participants", 24, False),
        ("appeal", 41, True),
        ("appeal_admission", 41, True),
        ("re_review_admission", 42, True),
    ],
)
def test_t4_five_clocks_of_15_working_days_are_five_rules(rule, article_, hard):
    found = due(rule, "2026-03-02")
    assert (found["due"], article(found), found["hard"]) == ("2026-03-23", article_, hard)


def test_t5_six_months_are_calendar_months_and_suspended_days_do_not_count():
    plain = due("investigation", "2026-01-15")
    stopped = due("investigation", "2026-01-15", suspensions=[["2026-03-01", "2026-03-31"]])
    assert (plain["due"], stopped["due"]) == ("2026-07-15", "2026-08-14")
    assert plain["hard"] and article(plain) == 25


def test_t5_and_the_extension_is_soft_but_more_than_six_months_asks_for_a_reason():
    assert codes(due("investigation", "2026-01-15", extension_months=6)) == []
    assert codes(due("investigation", "2026-01-15", extension_months=7)) == ["extension_unusual"]


def test_t7_in_shandong_the_annex_widens_the_scope_and_competence_still_only_forwards():
    outside = {**ACCEPTABLE, "within_scope": False}
    assert ask("check-complaint", outside)["advice"] == "decline"
    wider = {**outside, "within_annex": True, "instruments": SHANDONG}
    assert ask("check-complaint", wider)["advice"] == "accept"
    assert ask("check-complaint", {**wider, "competent": False})["advice"] == "forward"


def test_t8_in_shandong_the_department_orders_the_first_responsible_unit():
    question = {
        "respondent": {"kind": "person", "unit": "甲大学"},
        "matter": {"kind": "project", "managing_department": "科技厅", "publicly_funded": True},
    }
    national = ask("find-jurisdiction", question)
    local = ask("find-jurisdiction", {**question, "instruments": SHANDONG})

    def roles(found):
        return {(c["organisation"], c["role"]) for c in found["candidates"]}

    assert ("科技厅", "organises") in roles(national) & roles(local)
    assert ("甲大学", "lead") in roles(local)
    assert not local["conflict"]


def test_t9_a_ban_for_a_term_is_submitted_in_shandong_even_without_the_register():
    question = {
        "decided_by": "local",
        "measures": [{"item": 5, "years": 1}],
        "effective": "2026-03-02",
    }
    assert not ask("submission-route", question)["required"]
    local = ask("submission-route", {**question, "instruments": SHANDONG})
    assert local["required"] and "register_missing" in codes(local, "error")
    assert local["steps"][0]["to"] == ["superior", "provincial_department"]


@pytest.mark.parametrize("item", [5, 7, 9, 10])
def test_t10_these_four_force_the_register(item):
    found = check_sanctions([1], (item,))
    assert found["required"] == [13] and "register_missing" in codes(found, "error")


@pytest.mark.parametrize("other", [2, 4, 6, 8, 12])
def test_t10_and_the_register_forces_nothing(other):
    found = check_sanctions([1], (13, other))
    assert found["lawful"] and found["required"] == []


@pytest.mark.parametrize(
    ("term", "tier"),
    [
        ((0, 35), "major"),
        ((3,), "serious"),
        ((3, 1), "serious"),
        ((5,), "serious"),
        ((5, 1), "especially_serious"),
    ],
)
def test_t11_exactly_three_and_five_years_are_serious_alone(term, tier):
    assert check_sanctions([1], ((5, *term), 13))["consistent"] == [tier]


@pytest.mark.parametrize("kind", range(1, 9))
def test_t12_the_first_five_kinds_are_never_minor_the_others_may_be(kind):
    found = check_sanctions([kind], (1,), severity="minor")
    assert found["lawful"] == (kind > 5)
    assert codes(found, "error") == ([] if kind > 5 else ["below_floor"])


def test_t13_lenient_and_aggravated_stay_within_the_severity():
    plain = check_sanctions([1], ((5, 4), 13), severity="serious")
    for more in (
        {"lenient": ["corrected_beforehand"]},
        {"aggravated": ["obstructed"]},
    ):
        moved = check_sanctions([1], ((5, 4), 13), severity="serious", **more)
        for part in ("consistent", "permitted", "term"):
            assert moved[part] == plain[part]
        lower = check_sanctions([1], ((5, 2), 13), severity="serious", **more)
        assert "term_outside_tier" in codes(lower, "error")


def test_t15_a_permanent_ban_is_possible_in_the_gravest_tier_and_asks_for_its_basis():
    found = check_sanctions([1], ((5, "permanent"), 13))
    assert found["lawful"] and found["consistent"] == ["especially_serious"]
    assert codes(found) == ["permanent_needs_basis"]
    assert codes(check_sanctions([1], ((5, "permanent"), 13), severity="serious"), "error") == [
        "term_outside_tier"
    ]


def test_t16_each_severity_lists_its_own_measures_and_14_is_in_none():
    minor = check_sanctions([6], (1,), severity="minor")
    assert minor["permitted"] == [1, 3, 11]
    for severity in ("major", "serious", "especially_serious"):
        graver = check_sanctions([6], (2,), severity=severity)
        assert graver["permitted"] == [2, 4, 5, 6, 7, 8, 9, 10, 12, 13]
    assert "no_measure" in codes(check_sanctions([6], (14,), severity="major"), "error")


def test_t17_pending_applications_end_with_the_severity_not_with_the_ban():
    stop = "terminate_pending_applications"
    assert stop in check_sanctions([6], (2,), severity="major")["follow_up"]
    assert stop not in check_sanctions([6], (1,), severity="minor")["follow_up"]


def test_t21_a_complaint_is_judged_without_asking_for_a_name_or_a_channel():
    asked = set(schema(COMMANDS["check-complaint"])["input"]["properties"])
    assert set(ACCEPTABLE) < asked
    assert not {part for part in asked if "name" in part or "channel" in part or "anon" in part}


@pytest.mark.parametrize(("evidence", "lead"), [(True, False), (False, True), (True, True)])
def test_t22_evidence_or_a_checkable_lead_is_enough(evidence, lead):
    found = ask("check-complaint", {**ACCEPTABLE, "evidence": evidence, "checkable_lead": lead})
    assert found["advice"] == "accept"


def test_t22_and_without_either_it_is_declined():
    found = ask("check-complaint", {**ACCEPTABLE, "evidence": False})
    assert found["advice"] == "decline"
    assert [(g["article"], g["item"]) for g in found["grounds"]] == [(12, 4), (13, 2)]


def test_t23_the_unit_at_the_time_of_the_inquiry_not_of_the_act():
    found = ask(
        "find-jurisdiction",
        {
            "respondent": {"kind": "person", "unit": "现单位", "former_units": ["原单位"]},
            "matter": {"kind": "other"},
        },
    )
    roles = {c["organisation"]: c["role"] for c in found["candidates"]}
    assert roles == {"现单位": "lead", "原单位": "cooperates"}


def test_t23_a_paper_goes_by_the_first_corresponding_author_and_follows_a_move():
    found = ask(
        "find-jurisdiction",
        {
            "respondent": {"kind": "person", "unit": "新单位"},
            "matter": {
                "kind": "paper",
                "authors": [
                    {"name": "甲", "affiliations": ["甲大学"], "present_unit": "甲大学"},
                    {"name": "乙", "affiliations": ["乙大学", "丙院"], "present_unit": "新单位"},
                ],
                "corresponding": ["乙"],
            },
        },
    )
    leads = [c["organisation"] for c in found["candidates"] if c["role"] == "lead"]
    assert leads == ["新单位"]


def test_t24_the_second_appeal_has_no_period_and_its_own_grounds():
    second = {**APPEAL, "level": 2, "lodged": "2027-03-09", "sufficient_evidence": True}
    found = ask("check-appeal", second)
    assert (found["advice"], found["in_time"], found["last_day"]) == ("admit", True, None)
    for ground in ("same_facts_and_reasons", "only_dissatisfied"):
        refused = ask("check-appeal", {**second, ground: True})
        assert refused["advice"] == "refuse"
        assert refused["findings"][0]["citation"]["article"] == 42
        assert ask("check-appeal", {**APPEAL, ground: True})["advice"] == "admit"


def test_t25_a_complainant_who_was_only_told_is_not_refused_as_late():
    found = ask(
        "check-appeal",
        {**APPEAL, "appellant": "complainant", "received": None, "lodged": "2026-05-08"},
    )
    assert found["advice"] == "admit" and codes(found, "warning") == ["start_uncertain"]
    assert next(f["reading"] for f in found["findings"]) == "C1"


def test_t27_an_objection_to_supervision_has_10_days_an_appeal_15_and_the_notice_3_before():
    assert due("supervision_objection", "2026-03-02")["due"] == "2026-03-16"
    assert due("appeal", "2026-03-02")["due"] == "2026-03-23"
    before = due("supervision_notice", "2026-03-09")
    assert (before["due"], before["hard"]) == ("2026-03-04", False)


def test_t33_the_project_department_is_told_whether_or_not_the_register_is_used():
    told = check_sanctions([6], (1,), severity="minor", involves=["project"])
    assert told["follow_up"] == ["notify_funders"]


def test_t36_the_department_of_the_state_council_submits_itself_in_one_hop():
    route = ask(
        "submission-route",
        {
            "decided_by": "state_council_department",
            "measures": [{"item": 13}],
            "effective": "2026-03-02",
        },
    )
    (step,) = route["steps"]
    assert (step["from"], step["to"]) == ("state_council_department", ["national_system", "most"])


@pytest.mark.parametrize("rule", ["acceptance", "report_upward", "appeal", "review"])
def test_t38_a_suspension_moves_the_investigation_alone(rule):
    plain = due(rule, "2026-03-02")
    stopped = due(rule, "2026-03-02", suspensions=[["2026-03-03", "2026-03-10"]])
    assert stopped["due"] == plain["due"] and codes(stopped) == ["not_suspendable"]
    assert stopped["findings"][0]["citation"]["article"] == 23


def test_t39_aggravated_at_exactly_five_years_stays_serious():
    found = check_sanctions(
        [1], ((5, 5), 13), severity="serious", aggravated=["denied_despite_proof"]
    )
    assert found["lawful"] and found["findings"] == []


def test_t40_only_an_early_retraction_lets_a_respondent_off():
    for ground in (
        "negligent_without_major_impact",
        "minor_fault_and_cooperative",
        "corrected_beforehand",
        "admitted_and_pledged",
    ):
        assert codes(check_sanctions([6], (), lenient=[ground])) == ["exemption_unfounded"]
    off = check_sanctions([6], (), lenient=["retracted_before_report"])
    assert off["lawful"] and off["consistent"] == []
    floored = check_sanctions([1], (), lenient=["retracted_before_report"])
    assert floored["lawful"] and codes(floored) == ["exemption_needs_reason"]
    assert floored["findings"][0]["reading"] == "G14"


def test_every_command_names_221_unless_told_otherwise():
    assert due("acceptance", "2026-03-02")["citation"]["instrument"] == N221
