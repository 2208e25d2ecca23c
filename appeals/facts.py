"""Turns appeals into facts for the rules, and the rules' advice on one into what pages show."""

from datetime import date

from accounts import clock
from accounts.facts import Own
from accounts.models import Organisation
from accounts.models.organisations import Level
from appeals.models import Appeal, AppealLevel, AppealState, Appellant
from cases.facts import acts_under, body_context
from cases.models import Complaint, Deadline, Decision, Duty, Participant
from rules.appeals import AppealFacts, AppealOutcome, check_appeal
from rules.context import Context
from rules.procedure.appeals import (
    AdmissionFacts,
    OpinionFacts,
    ReviewTeamFacts,
    SecondLevelFacts,
    StandingFacts,
)
from rules.procedure.appeals import opinion_title as rules_title

ADMISSION_RULE = {
    AppealLevel.REVIEW: "appeal_admission",
    AppealLevel.RE_REVIEW: "re_review_admission",
}
REVIEW_RULE = {AppealLevel.REVIEW: "review", AppealLevel.RE_REVIEW: "re_review"}


def admission_rule(appeal: Appeal) -> str:
    """The clock of the decision on admission."""
    return ADMISSION_RULE[AppealLevel(appeal.level)]


def review_rule(appeal: Appeal) -> str:
    """The clock of the review or re-review itself."""
    return REVIEW_RULE[AppealLevel(appeal.level)]


def appeal_context(appeal: Appeal) -> Context:
    """The frame: the case's instruments, the readings and own rules of the body that reviews."""
    return body_context(appeal.organisation, appeal.case, appeal.lodged_on)


def reviews_under(appeal: Appeal) -> Own:
    """What of its own the reviewing body acts under."""
    return acts_under(appeal.organisation, appeal.case, appeal.lodged_on)


def appeal_facts(appeal: Appeal) -> AppealFacts:
    """What Art 41 (first) or Art 42 (second) asks about an appeal."""
    respondent = appeal.appellant == Appellant.RESPONDENT
    return AppealFacts(
        level=appeal.level,
        served=appeal.served_on,
        # A complainant is told, not served: when the letter reached them is not known (C1).
        received=appeal.served_on if respondent else None,
        lodged=appeal.lodged_on,
        appellant=appeal.appellant,
        reasons=any(r.reason.strip() for r in appeal.reasons.all()),
        evidence_or_leads=appeal.has_evidence,
        sufficient_evidence=appeal.sufficient_evidence,
        same_facts_and_reasons=appeal.same_facts_and_reasons,
        only_dissatisfied=appeal.only_dissatisfied,
        by_state_council=appeal.organisation.level == Level.STATE_COUNCIL,
    )


def advice(appeal: Appeal) -> AppealOutcome:
    """What the law says of an appeal: admit or refuse, and why."""
    return check_appeal(appeal_facts(appeal), appeal_context(appeal))


def admission_facts(appeal: Appeal, decision: str, on: date, reason: str = "") -> AdmissionFacts:
    """Somebody's decision on admission beside the advice, and the last day for it."""
    row = Deadline.objects.filter(
        rule=admission_rule(appeal),
        subject_kind=appeal._meta.label_lower,
        subject_id=appeal.pk,
    ).last()
    return AdmissionFacts(
        level=appeal.level,
        advice=advice(appeal).advice,
        decision=decision,
        received_on=appeal.received_on,
        decided_on=on,
        reason=reason,
        last_day=None if row is None or row.provisional else row.due,
    )


def standing_facts(
    decision: Decision, appellant: str, complaint: Complaint | None, proof: str = ""
) -> StandingFacts:
    """Who would appeal against a decision; an exemption imposes nothing, which is a reading.

    ``proof``: how somebody who reported without a name proved to be the one.
    """
    complainant = appellant == Appellant.COMPLAINANT
    return StandingFacts(
        appellant=appellant,
        named=complaint is not None and complaint.named,
        told=(decision.complainant_told_on if complainant else decision.served_on) is not None,
        without_decision=not decision.severity,
        proven_complainant=complaint is not None and bool(proof.strip()),
    )


def second_context(first: Appeal, body: Organisation) -> Context:
    """The frame of whoever takes a second appeal: the body's own readings of now."""
    return body_context(body, first.case, clock.today())


def examines_refusals(first: Appeal) -> bool:
    """Whether the body above looks at the refusal of a first appeal (refused_appeal)."""
    body = second_body(first)
    if body is None:
        return False
    return second_context(first, body).reading("refused_appeal") == "to_superior"


def settled(first: Appeal) -> bool:
    """Whether there is a final result above: of the refusal while it stands, else of the review."""
    refused = first.state == AppealState.REFUSED
    return first.second.filter(state=AppealState.DECIDED, of_refusal=refused).exists()


def second_level_facts(first: Appeal) -> SecondLevelFacts:
    """What became of the appeal before."""
    return SecondLevelFacts(
        first_decided=first.state == AppealState.DECIDED,
        first_refused=first.state == AppealState.REFUSED,
        level_of_first=first.level,
    )


def second_body(first: Appeal) -> Organisation | None:
    """Who takes a second appeal (Art 42): the superior; a State Council department its own.

    A third would reach the body of the re-review, which refuses it. None where no superior is on
    record.
    """
    if first.level == AppealLevel.RE_REVIEW or first.organisation.level == Level.STATE_COUNCIL:
        return first.organisation
    return first.organisation.superior


def first_team(appeal: Appeal) -> frozenset[int]:
    """Whoever worked on the case before the review, and at the second level whoever reviewed."""
    before = Participant.objects.filter(case_id=appeal.case_id).exclude(duty=Duty.REVIEWER)
    return frozenset(before.values_list("user_id", flat=True)) | reviewers(appeal)


def reviewers(appeal: Appeal) -> frozenset[int]:
    """At the second level, whoever reviewed at the first."""
    if appeal.first is None:
        return frozenset()
    return frozenset(appeal.first.members.values_list("user_id", flat=True))


def team_facts(
    appeal: Appeal, member_ids: frozenset[int], third_party: str, papers: str
) -> ReviewTeamFacts:
    """Another team, or a third party with its confidentiality papers (Art 41, 44)."""
    return ReviewTeamFacts(
        first_team=first_team(appeal),
        second_team=member_ids,
        third_party=bool(third_party.strip()),
        confidentiality=bool(papers.strip()),
        level=appeal.level,
        reviewers=reviewers(appeal),
    )


def opinion_facts(appeal: Appeal, opinion: str) -> OpinionFacts:
    """The answer to each reason, and the opinion (Art 43)."""
    return OpinionFacts(answers=tuple(r.answer for r in appeal.reasons.all()), opinion=opinion)


def opinion_title(appeal: Appeal) -> str:
    """One paper, two names: 复查意见书 (221号 43), in Shandong 复查决定书 (84号 18)."""
    return rules_title(appeal.level, appeal_context(appeal))
