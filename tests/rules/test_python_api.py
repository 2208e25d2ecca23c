"""The rules as other packages call them: frozen facts in, outcomes with findings out."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from rules.appeals import AppealFacts, check_appeal
from rules.complaints import ComplaintFacts, check_complaint
from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date, working_days_range
from rules.errors import (
    Article31NeedsOrganisation,
    ConductMissing,
    OrganisationStatus,
    RuleInputError,
    TermInvalid,
    TermNotAllowed,
    UnknownCode,
)
from rules.filing import FilingFacts, submission_route
from rules.jurisdiction import JurisdictionFacts, Matter, Party, find_jurisdiction
from rules.law import P130, S84
from rules.outcome import Finding, Level, Outcome, Verdict, error, info, warning
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions

CONTEXT = default_context()
ON = date(2024, 7, 1)


def test_a_published_ban_of_three_years_with_notice_and_register_is_serious_and_lawful():
    measures = (MeasureFact(2), MeasureFact(5, years=3), MeasureFact(13))
    found = check_sanctions(SanctionFacts(ON, (1,), measures), CONTEXT)
    assert (found.lawful, found.consistent) == (True, ("serious",))
    assert found.outcome.allowed


def test_five_years_without_the_register_and_minor_for_copied_work_is_refused():
    measures = (MeasureFact(2), MeasureFact(5, years=5))
    found = check_sanctions(SanctionFacts(ON, (1,), measures, severity="minor"), CONTEXT)
    articles = {(f.citation.article, f.code) for f in found.outcome.errors}
    assert {(29, "register_missing"), (32, "below_floor")} <= articles
    assert found.outcome.verdict is Verdict.REFUSED


def test_facts_and_outcomes_do_not_change():
    facts = SanctionFacts(ON, (1,), (MeasureFact(2),))
    with pytest.raises(FrozenInstanceError):
        facts.conduct = (2,)
    with pytest.raises(AttributeError):
        check_sanctions(facts, CONTEXT).lawful = False


ORGANISATION = Respondent("organisation")
WRONG = [
    (SanctionFacts(ON, (0,), ()), UnknownCode, "conduct.0"),
    (SanctionFacts(ON, (1, 9), ()), UnknownCode, "conduct.1"),
    (SanctionFacts(ON, (), ()), ConductMissing, "conduct"),
    (SanctionFacts(ON, (1,), (MeasureFact(15),)), UnknownCode, "measures.0.item"),
    (SanctionFacts(ON, (1,), (MeasureFact(1, years=1),)), TermNotAllowed, "measures.0.years"),
    (SanctionFacts(ON, (1,), (MeasureFact(1, months=1),)), TermNotAllowed, "measures.0.months"),
    (SanctionFacts(ON, (1,), (MeasureFact(5, years=-1),)), TermInvalid, "measures.0.years"),
    (SanctionFacts(ON, (1,), (MeasureFact(5, months=0),)), TermInvalid, "measures.0.months"),
    (SanctionFacts(ON, (1,), (), severity="grave"), UnknownCode, "severity"),
    (SanctionFacts(ON, (1,), (), factors=(7,)), UnknownCode, "factors.0"),
    (SanctionFacts(ON, (1,), (), lenient=("kind",)), UnknownCode, "lenient.0"),
    (SanctionFacts(ON, (1,), (), aggravated=("rude",)), UnknownCode, "aggravated.0"),
    (SanctionFacts(ON, (1,), (), powers=(15,)), UnknownCode, "powers.0"),
    (SanctionFacts(ON, (1,), (), involves=("friend",)), UnknownCode, "involves.0"),
    (SanctionFacts(ON, (1,), (), Respondent("robot")), UnknownCode, "respondent.kind"),
    (SanctionFacts(ON, (1,), (), article_31=True), Article31NeedsOrganisation, "article_31"),
    (
        SanctionFacts(ON, (1,), (), Respondent("organisation", party_member=True)),
        OrganisationStatus,
        "respondent.party_member",
    ),
]


@pytest.mark.parametrize(("facts", "kind", "where"), WRONG)
def test_the_core_names_what_it_cannot_use(facts, kind, where):
    with pytest.raises(kind) as refused:
        check_sanctions(facts, CONTEXT)
    assert refused.value.where == where
    assert refused.value.as_json()["error"]["message"] == str(refused.value)
    assert isinstance(refused.value, RuleInputError)


def test_an_organisation_may_read_the_exemption_strictly():
    facts = SanctionFacts(ON, (1,), (), lenient=("retracted_before_report",))
    assert check_sanctions(facts, CONTEXT).lawful
    strict = check_sanctions(facts, CONTEXT.with_readings(G14="never"))
    assert not strict.lawful
    assert [f.code for f in strict.findings] == ["exemption_unfounded"]
    assert strict.readings == ("G14",)


def test_every_outcome_gives_findings_and_the_common_answer():
    on = date(2026, 3, 2)
    complaint = ComplaintFacts(True, False, True, True, True, True)
    appeal = AppealFacts(1, on, date(2026, 5, 1), "respondent", True, True)
    filing = FilingFacts("local", on, (MeasureFact(5, years=1),))
    found = (
        check_complaint(complaint, on, CONTEXT),
        check_appeal(appeal, CONTEXT),
        submission_route(filing, CONTEXT),
    )
    for one in found:
        assert one.outcome.verdict is Verdict.REFUSED
        assert one.outcome.errors and not one.outcome.allowed
    clock = due_date(DueDateFacts("acceptance", on), CONTEXT)
    assert clock.outcome == Outcome(Verdict.ALLOWED, (), ("G1",))
    case = JurisdictionFacts(Party("person", unit="甲大学"), Matter(), several_departments=True)
    assert find_jurisdiction(case, on, CONTEXT).outcome.allowed


def test_levels_of_findings():
    found = (error("a", "甲", None), warning("b", "乙", None, "G1"), info("c", "丙", None, "G1"))
    outcome = Outcome.of(found, ["C1"])
    assert [f.code for f in outcome.errors + outcome.warnings] == ["a", "b"]
    assert outcome.readings == ("C1", "G1")
    assert found[0] == Finding(Level.ERROR, "a", "甲")


def test_the_account_is_left_out_when_not_asked():
    clock = DueDateFacts("acceptance", date(2026, 3, 2))
    assert due_date(clock, CONTEXT, days=False).days is None
    assert "days" not in due_date(clock, CONTEXT, days=False).as_json()


def test_days_left_where_the_calendar_is_not_announced():
    assert working_days_range(date(2026, 11, 23), date(2026, 12, 14), CONTEXT) == (15, 15)
    least, most = working_days_range(date(2026, 11, 23), date(2027, 2, 1), CONTEXT)
    assert least <= most <= least + 2


def test_a_context_of_other_instruments():
    context = CONTEXT.with_instruments(S84, P130)
    assert context.instruments[1:] == (S84, P130)
    assert default_context((S84,)).instruments == context.instruments[:2]


def test_suspensions_elsewhere_are_ignored_whatever_their_dates():
    early = ((date(2026, 1, 1), None),)
    found = due_date(DueDateFacts("appeal", date(2026, 3, 2), early), CONTEXT)
    assert [f.code for f in found.findings] == ["not_suspendable"]
