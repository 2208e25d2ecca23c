"""Published decisions of other bodies, kept as closed cases and compared with the rules.

They were not handled here: no clock runs, nothing is filed, and what the rules find about them is
information (another time, another body), never a reproach.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.models import Organisation
from cases import events
from cases.facts import case_context, decision_facts
from cases.models import Case, Decision, DecisionMeasure, Finding, Respondent
from rules.law import N221
from rules.sanctions import SanctionOutcome, check_sanctions

COMPARED_ON = date(2024, 7, 1)
"""Decisions older than 221号 or of other bodies are compared as of this day."""


@dataclass(frozen=True, slots=True)
class Published:
    """A published decision as it was printed; ``years`` by item of Art 29."""

    source: str
    title: str
    body: str
    year: int
    kind: str
    role: str
    conduct: Sequence[int]
    facts: str
    measures: Sequence[int]
    sanction: str
    under_221: bool
    circumstances: str = ""
    years: Mapping[int, int] = field(default_factory=dict)


@transaction.atomic
def import_published(*, actor: Actor, keeper: Organisation, published: Published) -> Case:
    """Keep a published decision as a closed case of ``keeper``'s reference collection."""
    known = date(published.year, 1, 1)
    case = Case.objects.create(
        number=f"公开案例 {published.source}",
        organisation=keeper,
        title=published.title,
        domain="natural",
        accepted_on=known,
        instruments=[N221],
        law_on=COMPARED_ON,
        law_reason=_reason(published),
        published_source=f"{published.body}，{published.year}年",
        compared_only=not published.under_221,
    )
    _decided(case, keeper, published, known)
    for move in (case.approve_plan, case.begin, case.report, case.determine, case.close):
        move()
    case.save()
    events.record("case.imported", actor=actor, subject=case, on=case, source=published.source)
    return case


def comparison(decision: Decision) -> SanctionOutcome:
    """What the rules find about a published decision, under the law of its comparison.

    Whether the body had the power is not asked: it is not one of ours.
    """
    facts = replace(decision_facts(decision), powers=None)
    return check_sanctions(facts, case_context(decision.respondent.case))


def _decided(case: Case, keeper: Organisation, published: Published, known: date) -> None:
    respondent = Respondent.objects.create(
        case=case,
        name=published.role,
        kind=published.kind,
        position=published.role,
        allegations=published.facts,
        conduct=list(published.conduct),
        added_on=known,
    )
    finding = Finding.objects.create(
        respondent=respondent,
        misconduct=True,
        conduct=list(published.conduct),
        facts=published.facts,
        reasons=published.circumstances,
        found_on=known,
    )
    respondent.find()
    respondent.save()
    decision = Decision.objects.create(
        respondent=respondent,
        finding=finding,
        organisation=keeper,
        facts=published.facts,
        basis=published.sanction,
        drafted_on=known,
    )
    for item in published.measures:
        DecisionMeasure.objects.create(
            decision=decision, item=item, years=published.years.get(item)
        )
    for move in (
        decision.notice,
        decision.hear,
        decision.approve,
        decision.issue,
        decision.serve,
        decision.take_effect,
    ):
        move()
    decision.save()


def _reason(published: Published) -> str:
    if published.under_221:
        return "按国科发监〔2022〕221号作出的公开处理决定。"
    return "与221号对照：作出时适用别的规定，按2024年7月1日有效的221号比较，结果仅供参考。"
