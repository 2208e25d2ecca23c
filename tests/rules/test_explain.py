"""Why a finding was made, and the smallest changes that would give another answer."""

from dataclasses import replace
from datetime import date

import pytest

from rules.appeals import AppealFacts, check_appeal
from rules.complaints import ComplaintFacts, check_complaint
from rules.context import default_context
from rules.errors import ConductMissing, UnknownCode
from rules.explain import because, targets, why_not
from rules.filing import FilingFacts, submission_route
from rules.jurisdiction import JurisdictionFacts, Party, find_jurisdiction
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions
from tests.rules.proof import ON

CONTEXT = default_context()
M = MeasureFact
DAY = date(2026, 2, 10)


def sanction(given):
    return check_sanctions(given, CONTEXT)


def complaint(given):
    return check_complaint(given, date(2025, 1, 1), CONTEXT)


def appeal(given):
    return check_appeal(given, CONTEXT)


def decision(conduct, *measures, **more):
    return SanctionFacts(ON, tuple(conduct), measures, **more)


def places(explanation):
    return [[fact.place for fact in group] for group in explanation.causes]


CAUSES = [
    # the decision, then each finding with the groups of facts that force it
    (
        decision([1], M(5, years=3), severity="minor"),
        {
            "register_missing": [["measures"], ["measures.0"]],
            "below_floor": [["severity"], ["conduct.0"]],
            "measure_not_in_tier": [["measures.0"], ["severity"]],
            "no_measure": [["measures"], ["severity"]],
        },
    ),
    (
        decision([1, 2, 3], M(2), severity="minor", aggravated=("repeated_or_multiple",)),
        {
            "below_floor": [["severity"], ["conduct.0", "conduct.1", "conduct.2"]],
            "measure_not_in_tier": [["measures.0"], ["severity"]],
            "no_measure": [["measures"], ["severity"]],
        },
    ),
    (
        decision([1], M(5, years=1), M(7, months=30), severity="major"),
        {"register_missing": [["measures"], ["measures.0", "measures.1"]]},
    ),
    (
        decision([1], M(5, years=4), M(7, years=4), M(9, years=4), M(13), severity="serious"),
        {},
    ),
    (
        decision([1], M(5, years=1), M(7), M(9), M(10), severity="major", lenient=()),
        {
            "register_missing": [
                ["measures"],
                ["measures.0", "measures.1", "measures.2", "measures.3"],
            ],
            "term_not_stated": [["measures.2.years"]],
        },
    ),
    (
        decision([1], M(5, years=3), M(13), severity="serious", aggravated=("organised",)),
        {
            "aggravation_not_reflected": [
                ["measures.0.years"],
                ["severity"],
                ["lenient"],
                ["aggravated.0"],
            ]
        },
    ),
    (
        decision([1], M(2), severity="major", factors=(2,), aggravated=("retaliated",)),
        {"same_fact_twice": [["factors.0"], ["aggravated.0"]]},
    ),
    (
        decision([1], M(8), respondent=Respondent("organisation"), severity="major", powers=(2,)),
        {
            "beyond_power": [["measures.0"], ["powers"]],
            "unusual_for_organisation": [["measures.0"], ["respondent.kind"]],
        },
    ),
    (decision([1]), {"exemption_unfounded": [["measures"], ["severity"], ["lenient"]]}),
]


@pytest.mark.parametrize(("given", "expected"), CAUSES)
def test_the_facts_that_forced_each_finding(given, expected):
    found = {one.finding.code: sorted(places(one)) for one in because(sanction, given, CONTEXT)}
    assert found == {code: sorted(groups) for code, groups in expected.items()}
    assert [one.finding for one in because(sanction, given, CONTEXT)] == list(
        sanction(given).findings
    )


def test_the_reason_in_a_sentence():
    given = decision([1, 2], M(1), severity="minor", aggravated=("repeated_or_multiple",))
    (only,) = because(sanction, given, CONTEXT)
    assert only.sentence == (
        "因认定的情节为较轻，且（认定了第二条第一项情形或认定了第二条第二项情形）："
        "第三十二条：存在第二条第一至第五项情形，处理不得低于情节较重的尺度"
    )
    assert only.as_json()["causes"] == [
        [{"place": "severity", "value": "minor", "words": "认定的情节为较轻"}],
        [
            {"place": "conduct.0", "value": 1, "words": "认定了第二条第一项情形"},
            {"place": "conduct.1", "value": 2, "words": "认定了第二条第二项情形"},
        ],
    ]
    assert only.as_json()["finding"] == only.finding.as_json()
    assert only.as_json()["sentence"] == only.sentence


def sentences(found):
    return [[change.sentence for change in one.changes] for one in found.sets]


MITIGATED = "如属实，「是否依第四十条减轻处理」由否改为是"
WAYS = [
    # the decision, what it is to become, the smallest ways there
    (
        decision([1], M(5, years=3), severity="serious"),
        None,
        [["去掉第五项措施（3年）", "增加第二项措施"]],
        False,
    ),
    (
        decision([1], M(5, years=3), M(13), severity="serious"),
        "major",
        [
            ["第五项措施（3年）改为第五项措施（2年11个月）", "认定的情节由严重改为较重"],
            ["去掉第五项措施（3年）", "认定的情节由严重改为较重"],
            ["认定的情节由严重改为较重", MITIGATED],
        ],
        True,
    ),
    (
        decision([1], M(7, permanent=True), M(13), severity="especially_serious"),
        "serious",
        [
            ["第七项措施（永久）改为第七项措施（5年）", "认定的情节由特别严重改为严重"],
            ["去掉第七项措施（永久）", "认定的情节由特别严重改为严重"],
            ["认定的情节由特别严重改为严重", MITIGATED],
        ],
        True,
    ),
    (
        decision([6], M(5, years=2), M(13), severity="major"),
        "especially_serious",
        [
            ["第五项措施（2年）改为第五项措施（5年1个月）", "认定的情节由较重改为特别严重"],
            ["去掉第五项措施（2年）", "认定的情节由较重改为特别严重"],
            ["认定的情节由较重改为特别严重", MITIGATED],
        ],
        True,
    ),
    (
        decision([1], M(1), severity="minor"),
        "minor",
        [
            [MITIGATED],
            ["如属实，第二条第一项情形改为第二条第六项情形"],
            ["如属实，第二条第一项情形改为第二条第七项情形"],
            ["如属实，第二条第一项情形改为第二条第八项情形"],
        ],
        True,
    ),
    (decision([6], M(1), severity="minor"), "major", None, True),
]


@pytest.mark.parametrize(("given", "target", "expected", "whole"), WAYS)
def test_the_smallest_changes(given, target, expected, whole):
    found = why_not(sanction, given, CONTEXT, target)
    assert found.target == (target or "lawful")
    assert found.complete
    if expected is None:
        assert ["增加第二项措施", "认定的情节由较轻改为较重"] in sentences(found)
    elif whole:
        assert sorted(sentences(found)) == sorted(expected)
    else:
        assert ["增加第十三项措施"] in sentences(found)


def test_an_answer_that_is_already_as_asked():
    lawful = decision([1], M(2), severity="major")
    for target in (None, "lawful", "major"):
        found = why_not(sanction, lawful, CONTEXT, target)
        assert (found.already, found.sets, found.complete) == (True, (), True)


def test_choices_come_before_facts_and_each_change_names_its_article():
    given = decision([1], M(5, years=1), M(9, years=6), severity="serious")
    found = why_not(sanction, given, CONTEXT)
    kinds = [{change.kind for change in one.changes} for one in found.sets]
    assert kinds == sorted(kinds, key=lambda one: "fact" in one)
    assert kinds[0] == {"choice"} and "fact" in kinds[-1]
    assert found.sets[0].sentence == (
        "第五项措施（1年）改为第五项措施（3年）；第九项措施（6年）改为第九项措施（5年）；"
        "增加第十三项措施。"
    )
    articles = [change.citation.place for change in found.sets[0].changes]
    assert articles == ["第三十二条第三项", "第三十二条第三项", "第二十九条"]
    assert found.sets[0].changes[2].as_json() == {
        "place": "measures",
        "op": "add",
        "from": None,
        "to": {"item": 13},
        "kind": "choice",
        "sentence": "增加第十三项措施",
        "citation": found.sets[0].changes[2].citation.as_json(),
    }
    shown = found.as_json()
    assert (shown["target"], shown["already"], shown["complete"]) == ("lawful", False, True)
    assert shown["sets"][0]["changes"][0]["place"] == "measures.0.years"
    assert shown["sets"][0]["changes"][0]["from"] == {"item": 5, "years": 1}
    assert shown["sets"][0]["sentence"] == found.sets[0].sentence


def test_what_an_answer_may_be_asked_to_become():
    lawful = decision([1], M(2))
    severities = ("minor", "major", "serious", "especially_serious")
    assert targets(sanction(lawful)) == ("lawful", *severities)
    assert targets(complaint(COMPLAINT)) == ("accept", "forward", "decline")
    assert targets(appeal(APPEAL)) == ("admit", "refuse")
    assert targets(submission_route(FilingFacts("local", DAY), CONTEXT)) == ("allowed",)
    with pytest.raises(UnknownCode) as wrong:
        why_not(sanction, lawful, CONTEXT, "milder")
    assert wrong.value.where == "why_not"


def test_facts_that_cannot_be_are_refused_as_the_rule_does():
    for ask in (because, why_not):
        with pytest.raises(ConductMissing):
            ask(sanction, decision([]), CONTEXT)


COMPLAINT = ComplaintFacts(
    respondent_identified=True,
    within_scope=True,
    facts_stated=True,
    evidence=False,
    checkable_lead=False,
    competent=True,
    repeats_earlier=True,
)
APPEAL = AppealFacts(1, DAY, date(2026, 3, 20), "respondent", reasons=True, evidence_or_leads=True)


def test_a_complaint_declined():
    found = {one.finding.code: places(one) for one in because(complaint, COMPLAINT, CONTEXT)}
    assert found == {
        "condition_evidence": [["evidence"], ["checkable_lead"]],
        "no_evidence_or_lead": [["evidence"], ["checkable_lead"]],
        "repeated": [["repeats_earlier"], ["new_evidence_or_lead"]],
    }
    ways = why_not(complaint, COMPLAINT, CONTEXT)
    assert {tuple(c.edit.place for c in one.changes) for one in ways.sets} == {
        ("evidence", "repeats_earlier"),
        ("evidence", "new_evidence_or_lead"),
        ("checkable_lead", "repeats_earlier"),
        ("checkable_lead", "new_evidence_or_lead"),
    }
    assert ways.target == "accept"


def test_a_complaint_to_be_forwarded_is_accepted_where_competent():
    elsewhere = replace(COMPLAINT, checkable_lead=True, repeats_earlier=False, competent=False)
    (way,) = why_not(complaint, elsewhere, CONTEXT).sets
    assert way.sentence == "如属实，「是否属于本单位职责范围」由否改为是。"
    assert complaint(way.applied(elsewhere)).advice == "accept"


def test_an_appeal_out_of_time():
    (late,) = because(appeal, APPEAL, CONTEXT)
    assert sorted(places(late)) == [["appellant"], ["level"], ["lodged"], ["received"], ["served"]]
    ways = why_not(appeal, APPEAL, CONTEXT)
    assert sentences(ways) == [
        ["如属实，送达（告知）日期由2026年2月10日改为2026年3月9日"],
        ["如属实，提出申诉的日期由2026年3月20日改为2026年3月9日"],
        ["如属实，申诉人由被处理人改为举报人"],
        ["如属实，收到日期由未写明改为2026年3月9日"],
    ]


def test_the_other_commands_are_explained_as_well():
    route = FilingFacts("local", DAY, (M(5, years=3),))
    (found,) = because(lambda given: submission_route(given, CONTEXT), route, CONTEXT)
    assert found.finding.code == "register_missing"
    assert places(found) == [["measures.0"], ["measures"]]
    head = JurisdictionFacts(Party("person", is_head=True, unit="甲大学"))
    explained = because(lambda given: find_jurisdiction(given, DAY, CONTEXT), head, CONTEXT)
    reasons = {one.finding.code: places(one) for one in explained}
    assert ["respondent.is_head"] in reasons["own_head"]
