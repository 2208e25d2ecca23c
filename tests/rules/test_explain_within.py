"""The quick search of a few fields: what it finds, the thorough one finds too, in more tries."""

from dataclasses import replace
from datetime import date

import pytest

from rules.appeals import AppealFacts, check_appeal
from rules.complaints import ComplaintFacts, check_complaint
from rules.context import default_context
from rules.errors import ConductMissing
from rules.explain import ways_within, why_not
from rules.outcome import Level, Outcome
from rules.procedure.plan import PLAN_PARTS, PlanApprovalFacts, check_plan_approval
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.rules.proof import ON, facts
from tests.rules.test_sanction_proof import drawn

CONTEXT = default_context()
CHOICES = ("measures", "severity")
M = MeasureFact


def sanction(given):
    return check_sanctions(given, CONTEXT)


def within_powers(given):
    """The same where a measure beyond the powers refuses."""
    found = sanction(given).findings
    return Outcome.of(
        replace(one, level=Level.ERROR) if one.code == "beyond_power" else one for one in found
    )


def decision(*measures, **more):
    return SanctionFacts(ON, (1,), measures, **more)


WAYS = [
    # the unlawful ban: no entry in the register, below the floor
    (
        decision(M(2), M(5, years=5), severity="minor"),
        CHOICES,
        [
            "去掉第五项措施（5年）；认定的情节由较轻改为较重。",
            "去掉第五项措施（5年）；认定的情节由较轻改为严重。",
            "去掉第五项措施（5年）；认定的情节由较轻改为特别严重。",
            "增加第十三项措施；认定的情节由较轻改为严重。",
        ],
    ),
    (decision(M(2), M(5, years=5), severity="minor"), ("measures",), []),
    # one is enough: no set of two is offered
    (
        decision(M(5, years=3), M(13), severity="major"),
        CHOICES,
        [
            "第五项措施（3年）改为第五项措施（2年11个月）。",
            "去掉第五项措施（3年）。",
            "认定的情节由较重改为严重。",
        ],
    ),
    (
        decision(M(5, years=3), M(13), severity="major"),
        ("severity",),
        ["认定的情节由较重改为严重。"],
    ),
    (
        decision(M(5, years=3), M(13), severity="major"),
        ("conduct", "mitigated"),
        ["如属实，「是否依第四十条减轻处理」由否改为是。"],
    ),
    (decision(M(5, years=3), M(13), severity="serious"), CHOICES, []),
]


@pytest.mark.parametrize(("given", "fields", "expected"), WAYS)
def test_the_smallest_changes_of_these_fields(given, fields, expected):
    assert [way.sentence for way in ways_within(sanction, given, CONTEXT, fields)] == expected


def test_each_change_names_its_article():
    (way,) = ways_within(sanction, decision(M(5, years=4), severity="serious"), CONTEXT, CHOICES)
    (change,) = way.changes
    assert (change.kind, change.edit.place) == ("choice", "measures")
    assert change.citation.place == "第二十九条"
    assert sanction(way.applied(decision(M(5, years=4), severity="serious"))).lawful


SIX = (2, 4, 6, 8, 10, 12)


@pytest.mark.parametrize(
    ("beyond", "found"), [(1, 1), (4, 1), (5, 1), (6, 0)], ids=lambda n: str(n)
)
def test_a_measure_beyond_the_powers_goes_each_with_a_change(beyond, found):
    powers = (*SIX[beyond:], 7, 13)
    measures = tuple(M(item) for item in (*SIX[:beyond], 13))
    given = decision(*measures, severity="serious", powers=powers)
    ways = ways_within(within_powers, given, CONTEXT, CHOICES)
    assert [[change.edit.op for change in way.changes] for way in ways] == [
        ["remove"] * beyond for _ in range(found)
    ]


def test_no_more_is_asked_than_can_be_waited_for():
    asked = []

    def counted(given):
        asked.append(given)
        return within_powers(given)

    given = decision(
        *(M(item) for item in SIX[:5]), M(5, years=9), severity="minor", powers=(2, 5, 13)
    )
    assert ways_within(counted, given, CONTEXT, CHOICES) == ()
    # Of 1,500 questions the rule hears those about facts that can be.
    assert len(asked) == 1_304


@pytest.mark.parametrize("seed", range(12))
def test_what_is_found_is_among_what_the_thorough_search_finds(seed):
    given = facts(drawn(300 + seed))
    quick = ways_within(sanction, given, CONTEXT, CHOICES)
    thorough = why_not(sanction, given, CONTEXT)
    chosen = [one for one in thorough.sets if all(c.kind == "choice" for c in one.changes)]
    assert bool(quick) == bool(chosen)
    assert {one.sentence for one in quick} <= {one.sentence for one in chosen}
    assert all(sanction(one.applied(given)).lawful for one in quick)


def test_other_rules_are_asked_the_same_way():
    """What each is asked for first, the codes it knows, and the days its answer tells."""
    complaint = ComplaintFacts(True, True, True, True, True, competent=False)
    (accepted,) = ways_within(
        lambda given: check_complaint(given, ON, CONTEXT), complaint, CONTEXT, ("competent",)
    )
    assert accepted.sentence == "如属实，「是否属于本单位职责范围」由否改为是。"
    late = AppealFacts(
        1, date(2026, 2, 10), date(2026, 3, 20), "respondent", reasons=True, evidence_or_leads=True
    )
    (in_time,) = ways_within(lambda given: check_appeal(given, CONTEXT), late, CONTEXT, ("lodged",))
    assert in_time.sentence == "如属实，提出申诉的日期由2026年3月20日改为2026年3月9日。"
    written = dict.fromkeys(PLAN_PARTS, "已写明")
    (approved,) = ways_within(
        check_plan_approval,
        PlanApprovalFacts(written, approver_is_responsible_leader=False),
        CONTEXT,
        ("approver_is_responsible_leader",),
    )
    assert [change.edit.value for change in approved.changes] == [True]


def test_facts_that_cannot_be_are_refused_as_the_rule_does():
    with pytest.raises(ConductMissing):
        ways_within(sanction, replace(decision(), conduct=()), CONTEXT, CHOICES)
