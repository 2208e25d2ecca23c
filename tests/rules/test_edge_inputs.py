"""Every field of a question reaches the fact of its name; what is left out has its default."""

import json
from datetime import date

import pytest
from pydantic import ValidationError

from rules.appeals import AppealFacts
from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.complaints import ComplaintFacts
from rules.deadlines import DueDateFacts
from rules.discretion import DiscretionFacts, GradedFactor
from rules.edge.commands import COMMANDS
from rules.edge.inputs import DueDateInput, SanctionInput
from rules.edge.reading import read_as
from rules.filing import FilingFacts
from rules.integrity import IntegrityFacts, RecordedDecision, Status
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party
from rules.law import N221, S84
from rules.sanctions import MeasureFact, Respondent, SanctionFacts
from rules.supervision import ToleranceFacts

PERSON, ORGANISATION = RespondentKind


def day(month, number):
    return date(2026, month, number)


# The command, the least it must be told, the facts that come of it; then everything it may be told.
LEAST = [
    (
        "check-sanctions",
        {"on": "2026-01-02", "conduct": [], "measures": []},
        SanctionFacts(day(1, 2), (), (), Respondent(PERSON, False, False)),
    ),
    (
        "due-date",
        {"rule": "appeal", "start": "2026-01-02"},
        DueDateFacts("appeal", day(1, 2), (), 0, None, None),
    ),
    (
        "check-complaint",
        {
            "respondent_identified": True,
            "within_scope": False,
            "facts_stated": True,
            "checkable_lead": False,
            "competent": True,
        },
        ComplaintFacts(True, False, True, False, False, True, None, False, False, False),
    ),
    (
        "check-appeal",
        {
            "level": 1,
            "served": "2026-01-02",
            "lodged": "2026-01-03",
            "appellant": "complainant",
            "reasons": False,
            "evidence_or_leads": True,
        },
        AppealFacts(1, day(1, 2), day(1, 3), "complainant", False, True),
    ),
    (
        "submission-route",
        {"decided_by": "local", "measures": [], "effective": "2026-01-02"},
        FilingFacts("local", day(1, 2), (), False, None, None, None, False),
    ),
    (
        "find-jurisdiction",
        {"respondent": {"kind": "person"}},
        JurisdictionFacts(Party(PERSON), Matter(), False, None, False, False),
    ),
    (
        "check-integrity",
        {"on": "2026-01-02", "kind": "organisation", "purpose": "award"},
        IntegrityFacts(ORGANISATION, "award", day(1, 2), (), 0),
    ),
    (
        "propose-severity",
        {"on": "2026-01-02", "conduct": [3], "grades": []},
        DiscretionFacts(day(1, 2), (3,), (), (), ()),
    ),
    (
        "check-tolerance",
        {"on": "2026-01-02", "goal_missed": True},
        ToleranceFacts(
            on=day(1, 2),
            cause=None,
            goal_missed=True,
            funds_proper=False,
            experts_confirmed=False,
            performer_diligent=False,
            proved=frozenset(),
            original_records=False,
            misconduct="none",
        ),
    ),
]
WHOLE = [
    (
        "check-sanctions",
        {
            "on": "2026-01-02",
            "respondent": {"kind": "person", "party_member": True, "public_servant": True},
            "conduct": [1, 8],
            "article_31": True,
            "severity": "major",
            "factors": [1, 6],
            "lenient": ["corrected_beforehand"],
            "aggravated": ["organised"],
            "mitigated": True,
            "powers": [1, 14],
            "involves": ["project"],
            "suspected_crime": True,
            "decided_by_itself": True,
            "measures": [
                {"item": 5, "years": 2, "months": 3},
                {"item": 7, "permanent": True},
                {"item": 14},
            ],
        },
        SanctionFacts(
            day(1, 2),
            (1, 8),
            (MeasureFact(5, 2, 3), MeasureFact(7, None, None, True), MeasureFact(14)),
            Respondent(PERSON, True, True),
            True,
            Severity.MAJOR,
            (1, 6),
            (Lenient.CORRECTED_BEFOREHAND,),
            (Aggravated.ORGANISED,),
            True,
            (1, 14),
            (Involvement.PROJECT,),
            True,
            True,
        ),
    ),
    (
        "due-date",
        {
            "rule": "investigation",
            "start": "2026-01-02",
            "suspensions": [["2026-02-01", "2026-02-03"], ["2026-03-04", None]],
            "extension_months": 7,
            "on": "2026-01-05",
            "as_of": "2026-01-06",
        },
        DueDateFacts(
            "investigation",
            day(1, 2),
            ((day(2, 1), day(2, 3)), (day(3, 4), None)),
            7,
            day(1, 5),
            day(1, 6),
        ),
    ),
    (
        "check-complaint",
        {
            "on": "2026-01-02",
            "respondent_identified": False,
            "within_scope": True,
            "within_annex": True,
            "facts_stated": False,
            "evidence": True,
            "checkable_lead": True,
            "repeats_earlier": True,
            "decision_in_effect": True,
            "new_evidence_or_lead": True,
            "competent": False,
        },
        ComplaintFacts(False, True, False, True, True, False, True, True, True, True),
    ),
    (
        "check-appeal",
        {
            "on": "2026-01-01",
            "level": 2,
            "served": "2026-01-02",
            "received": "2026-01-04",
            "lodged": "2026-01-05",
            "appellant": "respondent",
            "reasons": True,
            "evidence_or_leads": False,
            "sufficient_evidence": True,
            "same_facts_and_reasons": True,
            "only_dissatisfied": True,
            "by_state_council": True,
        },
        AppealFacts(
            2,
            day(1, 2),
            day(1, 5),
            "respondent",
            True,
            False,
            day(1, 4),
            True,
            True,
            True,
            True,
            day(1, 1),
        ),
    ),
    (
        "submission-route",
        {
            "on": "2026-01-01",
            "decided_by": "state_council_department",
            "superior_is_province": True,
            "measures": [{"item": 13}, {"item": 5, "months": 3}],
            "effective": "2026-01-02",
            "received_by_province": "2026-01-04",
            "completed_by_province": "2026-01-05",
            "social_science": True,
        },
        FilingFacts(
            "state_council_department",
            day(1, 2),
            (MeasureFact(13), MeasureFact(5, None, 3)),
            True,
            day(1, 4),
            day(1, 1),
            day(1, 5),
            True,
        ),
    ),
    (
        "find-jurisdiction",
        {
            "on": "2026-01-02",
            "respondent": {
                "kind": "person",
                "is_head": True,
                "unit": "a",
                "student_of": "b",
                "superior": "c",
                "locality_department": "d",
                "locality_social_body": "e",
                "former_units": ["f", "g"],
            },
            "military": True,
            "domain": "social",
            "matter": {
                "kind": "award_or_talent",
                "authors": [{"name": "h", "affiliations": ["i", "j"], "present_unit": "k"}],
                "corresponding": ["h"],
                "awarding_unit": "l",
                "managing_department": "m",
                "publicly_funded": True,
                "journal": "n",
                "participants": ["o", "p"],
            },
            "public_concern": True,
            "several_departments": True,
        },
        JurisdictionFacts(
            Party(PERSON, True, "a", "b", "c", "d", "e", ("f", "g")),
            Matter(
                "award_or_talent",
                (Author("h", ("i", "j"), "k"),),
                ("h",),
                "l",
                "m",
                True,
                "n",
                ("o", "p"),
            ),
            True,
            "social",
            True,
            True,
        ),
    ),
    (
        "check-integrity",
        {
            "on": "2026-01-02",
            "kind": "person",
            "purpose": "title",
            "decisions": [
                {
                    "effective": "2025-01-01",
                    "measures": [{"item": 13}],
                    "severity": "serious",
                    "number": "1号",
                    "status": "varied",
                    "starts": "2025-01-02",
                    "register_until": "2025-01-03",
                    "removed_on": "2025-01-04",
                    "committed": "2024-01-05",
                },
                {"measures": []},
            ],
            "open_cases": 2,
        },
        IntegrityFacts(
            PERSON,
            "title",
            day(1, 2),
            (
                RecordedDecision(
                    date(2025, 1, 1),
                    (MeasureFact(13),),
                    Severity.SERIOUS,
                    "1号",
                    Status.VARIED,
                    date(2025, 1, 2),
                    date(2025, 1, 3),
                    date(2025, 1, 4),
                    date(2024, 1, 5),
                ),
                RecordedDecision(None, (), None, "", Status.IN_FORCE, None, None, None, None),
            ),
            2,
        ),
    ),
    (
        "propose-severity",
        {
            "on": "2026-01-02",
            "conduct": [1, 2],
            "grades": [{"item": 2, "grade": 3}, {"item": 6, "grade": 0}],
            "lenient": ["admitted_and_pledged"],
            "aggravated": ["obstructed"],
            "severity": "serious",
            "measures": [{"item": 5, "years": 3}],
        },
        DiscretionFacts(
            day(1, 2),
            (1, 2),
            (GradedFactor(2, 3), GradedFactor(6, 0)),
            (Lenient.ADMITTED_AND_PLEDGED,),
            (Aggravated.OBSTRUCTED,),
        ),
    ),
    (
        "check-tolerance",
        {
            "on": "2026-01-02",
            "cause": "market_risk",
            "goal_missed": False,
            "funds_proper": True,
            "experts_confirmed": True,
            "performer_diligent": True,
            "proved": ["cause", "goal_missed"],
            "original_records": True,
            "misconduct": "open",
        },
        ToleranceFacts(
            on=day(1, 2),
            cause="market_risk",
            goal_missed=False,
            funds_proper=True,
            experts_confirmed=True,
            performer_diligent=True,
            proved=frozenset({"cause", "goal_missed"}),
            original_records=True,
            misconduct="open",
        ),
    ),
]


def read(command, given):
    return read_as(COMMANDS[command].input, json.dumps(given).encode())


@pytest.mark.parametrize(("command", "given", "facts"), [*LEAST, *WHOLE])
def test_a_question_becomes_facts_field_by_field(command, given, facts):
    asked = read(command, given)
    assert asked.facts() == facts
    assert asked.instruments == (N221,)
    assert read(command, {**given, "instruments": [S84]}).instruments == (S84,)


@pytest.mark.parametrize(("command", "given", "facts"), WHOLE)
def test_the_whole_question_leaves_no_field_out(command, given, facts):
    assert {*given, "instruments"} == set(COMMANDS[command].input.model_fields)


def test_what_was_read_cannot_be_changed():
    read = DueDateInput.model_validate_json('{"rule": "acceptance", "start": "2026-03-02"}')
    with pytest.raises(ValidationError):
        read.start = None


def test_who_decides_under_article_31_is_described():
    asked = SanctionInput.model_json_schema()["properties"]["decided_by_itself"]
    assert asked["description"] == "依第三十一条处理时，是否由被处理单位自行决定"
