"""The only place of this app that turns rows into facts for the rules."""

from datetime import date

from accounts.facts import Own, instrument_of, own_of
from accounts.models import Organisation, UnitRules
from accounts.selectors.people import science_department_of
from cases.holding import not_over
from cases.models import (
    Case,
    CaseState,
    Complaint,
    Deadline,
    Decision,
    DecisionState,
    Finding,
    PartyKind,
    Respondent,
    RespondentState,
    WorkKind,
)
from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.complaints import ComplaintFacts
from rules.context import Context, default_context
from rules.deadlines import RULES, DueDateFacts
from rules.instruments import Parameter, Provisions, instrument
from rules.law import N221, P130, S84, TITLES
from rules.outcome import Citation
from rules.procedure.closing import ClosingFacts
from rules.readings import READINGS
from rules.sanctions import MeasureFact, SanctionFacts
from rules.sanctions import Respondent as Subject

SHANDONG = "山东省"
# Decisions that are or were in effect, so that nothing more is due on them.
STANDING = (DecisionState.EFFECTIVE, DecisionState.EXPIRED)


def governing(organisation: Organisation, on: date, *, provincial_project: bool) -> list[str]:
    """The instruments that govern an affair of this unit on a day: the base and what is in force.

    84号 binds in Shandong (its Art 2); 130号 concerns provincial projects (its Art 2).
    """
    numbers = [N221]
    if organisation.province == SHANDONG:
        numbers.append(S84)
        if provincial_project:
            numbers.append(P130)
    return [number for number in numbers if instrument(number).covers(on)]


def governing_reason(numbers: list[str], own: UnitRules | None, on: date) -> str:
    """Why these: for the person who confirms the proposal."""
    titles = [f"{TITLES[number]}（{number}）" for number in numbers]
    said = f"{on:%Y-%m-%d}决定受理，当日有效的规定：{'、'.join(titles)}"
    return f"{said}；本单位规定：{own.number}" if own else said


def context_of(instruments: list[str], own: Own) -> Context:
    """The frame of an answer: the instruments, and what of its own a unit acts under.

    The end of the unit's own rules does not end an affair that stands under them.
    """
    context = default_context(tuple(instruments) or (N221,)).with_readings(**own.readings)
    return context.keeping(instrument_of(own.rules)) if own.rules else context


def kept(case: Case) -> Own:
    """What of the unit's own a case keeps from the day of its acceptance."""
    return Own(case.own_rules, case.readings)


def reads(case: Case, name: str) -> str:
    """How a case reads what the law leaves open, where nothing else of its frame is asked."""
    answer: str = case.readings.get(name, READINGS[name].default)
    return answer


def case_context(case: Case) -> Context:
    """The frame of every answer about a case: it keeps what it was opened under."""
    return context_of(list(case.instruments), kept(case))


def acts_under(body: Organisation, case: Case, on: date) -> Own:
    """What of its own a body acts under in a case: a unit's binds nobody but itself.

    What the case keeps for its own unit, for another body what it has on the day.
    """
    return kept(case) if body.pk == case.organisation_id else own_of(body, on)


def own_rules(body: Organisation, case: Case, on: date) -> UnitRules | None:
    """The rules of its own a body acts under in a case."""
    return acts_under(body, case, on).rules


def body_context(body: Organisation, case: Case, on: date) -> Context:
    """The frame for what a body does in a case, be it the case's unit or another."""
    return context_of(list(case.instruments), acts_under(body, case, on))


def clock_context(deadline: Deadline) -> Context:
    """The frame a stored clock is counted in, however often."""
    return context_of([], Own(deadline.own_rules, deadline.readings))


def period(rule: str, own: UnitRules | None, on: date) -> Parameter:
    """How long a clock runs that starts on a day, under a unit's own rules or without."""
    context = default_context()
    frame = context.keeping(instrument_of(own)) if own else context
    return frame.law(on)[RULES[rule].parameter]


def own_words(rule: str, own: UnitRules | None, on: date) -> Citation | None:
    """What a unit's own rules say of a clock; None where the law's words alone hold."""
    if own is None:
        return None
    found = period(rule, own, on).citation
    return found if found.instrument == own.number else None


def case_law(case: Case) -> Provisions:
    """The numbers of the law a case is governed by."""
    return case_context(case).law(case.law_on)


def complaint_context(complaint: Complaint) -> Context:
    """The frame for a complaint: what is in force when it is received, the readings of now."""
    provincial = complaint.works.filter(kind=WorkKind.PROJECT, publicly_funded=True).exists()
    numbers = governing(
        complaint.organisation, complaint.received_on, provincial_project=provincial
    )
    return context_of(numbers, own_of(complaint.organisation, complaint.received_on))


def complaint_facts(complaint: Complaint) -> ComplaintFacts:
    """The answers to Art 12, 13 and 14; unanswered counts as no.

    Whoever is under military management is the army's to deal with (Art 52): no unit is competent.
    """
    return ComplaintFacts(
        respondent_identified=bool(complaint.respondent_identified),
        within_scope=bool(complaint.within_scope),
        within_annex=bool(complaint.annex) or None,
        facts_stated=bool(complaint.facts_stated),
        evidence=bool(complaint.evidence),
        checkable_lead=bool(complaint.checkable_lead),
        repeats_earlier=bool(complaint.repeats_earlier),
        decision_in_effect=bool(complaint.decision_in_effect),
        new_evidence_or_lead=bool(complaint.new_evidence_or_lead),
        competent=bool(complaint.competent and not complaint.military),
    )


def deadline_facts(deadline: Deadline) -> DueDateFacts:
    """A stored clock as the rules count it."""
    suspensions = tuple(
        (date.fromisoformat(begin), date.fromisoformat(end) if end else None)
        for begin, end in deadline.facts.get("suspensions", [])
    )
    return DueDateFacts(
        rule=deadline.rule,
        start=deadline.start,
        suspensions=suspensions,
        extension_months=deadline.facts.get("extension_months", 0),
    )


def closing_facts(case: Case) -> ClosingFacts:
    """What of a case is not over; appeals and filings are the business of the apps above."""
    people = list(case.respondents.all())
    standing = set(
        Decision.objects.filter(respondent__case=case, state__in=STANDING).values_list(
            "respondent_id", flat=True
        )
    )
    decided = (RespondentState.FOUND, RespondentState.EXEMPTED)
    waits = waits_for_appeals(case)
    return ClosingFacts(
        determined=case.state == CaseState.DETERMINED,
        open_proceedings=sum(p.state == RespondentState.OPEN for p in people),
        ineffective_decisions=sum(p.state in decided and p.pk not in standing for p in people),
        uncleared=case.notifications.filter(kind="clearing", sent_on=None).count(),
        # Nobody asks for them where they do not hold the case.
        open_appeals=not_over("appeals", case) if waits else 0,
        open_filings=not_over("filings", case) if waits else 0,
    )


def formed_when_filed(case: Case) -> bool:
    """Whether a report every investigator signed is formed only once it is filed (G18)."""
    return reads(case, "G18") == "filed"


def terms_as_stated(case: Case) -> bool:
    """Whether a decision states since when its terms run (G8), instead of its effect."""
    return reads(case, "G8") == "stated"


def record_as_stated(organisation: Organisation, on: date) -> bool:
    """Whether a decision states until when its record stands: the province's to say (term_of_13).

    Else the record falls out with the longest term.
    """
    province = science_department_of(organisation)
    return (
        province is not None
        and context_of([], own_of(province, on)).reading("term_of_13") == "as_stated"
    )


def waits_for_appeals(case: Case) -> bool:
    """Whether open appeals and filings hold the case (case_closed_when)."""
    return reads(case, "case_closed_when") == "appeals_over"


def sanction_facts(
    respondent: Respondent,
    finding: Finding,
    *,
    on: date,
    severity: str | None,
    measures: tuple[MeasureFact, ...],
    powers: frozenset[int] | None,
    mitigated: bool = False,
) -> SanctionFacts:
    """A proposed decision as the rules judge it."""
    kinds = {work.kind for work in respondent.case.works.all()}
    involved = kinds & {WorkKind.PROJECT, WorkKind.AWARD, WorkKind.TALENT}
    person = respondent.kind == PartyKind.PERSON
    return SanctionFacts(
        on=on,
        conduct=tuple(finding.conduct),
        measures=measures,
        respondent=Subject(
            kind=RespondentKind.PERSON if person else RespondentKind.ORGANISATION,
            # Only a person can be either; what was ticked for an organisation says nothing.
            party_member=person and respondent.party_member,
            public_servant=person and respondent.public_servant,
        ),
        severity=Severity(severity) if severity else None,
        factors=tuple(sorted(int(n) for n, said in finding.factors.items() if said)),
        lenient=tuple(Lenient(name) for name in finding.lenient),
        aggravated=tuple(Aggravated(name) for name in finding.aggravated),
        mitigated=mitigated,
        powers=None if powers is None else tuple(sorted(powers)),
        involves=tuple(Involvement(str(kind)) for kind in sorted(involved)),
        suspected_crime=respondent.suspected_crime,
    )


def decision_measures(decision: Decision) -> tuple[MeasureFact, ...]:
    """The measures of a stored decision."""
    return tuple(
        MeasureFact(item=m.item, years=m.years, months=m.months, permanent=m.permanent)
        for m in decision.measures.all()
    )


def decision_facts(decision: Decision) -> SanctionFacts:
    """A stored decision as the rules judge it, under the law of its case."""
    respondent = decision.respondent
    powers = frozenset(decision.organisation.powers.values_list("measure", flat=True))
    return sanction_facts(
        respondent,
        decision.finding,
        on=respondent.case.law_on,
        severity=decision.severity,
        measures=decision_measures(decision),
        powers=powers,
        mitigated=decision.mitigated,
    )
