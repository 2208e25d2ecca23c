"""What waits in complaints and cases, for my work."""

from collections.abc import Iterator

from accounts.actors import Actor
from accounts.policies import may
from cases.facts_inquiry import advice
from cases.models import CHECKLIST, Case, Complaint, ComplaintState
from cases.policies import REGISTRARS
from cases.selectors import next_steps
from cases.selectors.complaints import next_step
from cases.selectors.lists import Filters, case_list
from cases.selectors.next_decisions import steps as decision_steps
from cases.selectors.steps import Step

# My work is a page a person reads; whoever has more open cases than this works from the list.
MOST = 200


def open_work(actor: Actor) -> Iterator[tuple[Case | Complaint, Step]]:
    """Every step this person can take or waits for, with what it belongs to."""
    yield from _complaints(actor)
    for case in case_list(actor, Filters(stage="open", order="due"))[:MOST]:
        if may("case.read_content", actor, case):
            for source in (next_steps.steps, decision_steps):
                yield from ((case, step) for step in source(actor, case)[0])
        elif step := _papers(actor, case):
            yield case, step


def _complaints(actor: Actor) -> Iterator[tuple[Complaint, Step]]:
    if not actor.has(*REGISTRARS):
        return
    waiting = Complaint.objects.filter(organisation_id=actor.unit).exclude(
        state=ComplaintState.FORWARDED
    )
    for complaint in waiting.prefetch_related("objections")[:MOST]:
        assessed = all(getattr(complaint, name) is not None for name in CHECKLIST)
        step = next_step(complaint, advice(complaint).advice if assessed else "")
        if step is not None:
            yield complaint, step


def _papers(actor: Actor, case: Case) -> Step | None:
    permission = may("case.view", actor, case)
    if permission.then != "case_sign":
        return None
    return next_steps.papers(case)
