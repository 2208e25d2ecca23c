"""My work: what each app says must happen next, grouped by how near its deadline is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accounts import clock
from accounts.actors import Actor
from appeals.models import Appeal
from appeals.selectors import open_work as open_appeals
from cases.models import Case, Complaint
from cases.selectors.steps import Step
from cases.selectors.work import open_work as open_cases
from misconduct.pages import clocks, facts
from misconduct.pages.parts import Count, Task
from reporting.models import Submission
from reporting.selectors import open_work as open_submissions

Subject = Case | Complaint | Appeal | Submission

GROUPS = (
    ("late", "已逾期"),
    ("today", "今天到期"),
    ("soon", "3个工作日内"),
    ("later", "以后"),
    ("waiting", "等待他人"),
)
FAR = date.max


@dataclass(frozen=True, slots=True)
class Group:
    """A group of tasks with its anchor and heading."""

    key: str
    label: str
    tasks: list[Task]


def groups(actor: Actor) -> list[Group]:
    """The five groups, empty ones included, each by date."""
    sorted_in: dict[str, list[tuple[date, Task]]] = {key: [] for key, _ in GROUPS}
    today = clock.today()
    for subject, step in _all(actor):
        task = _task(subject, step, today)
        due = step.deadline.due if step.deadline and step.deadline.due else FAR
        sorted_in[_group(step, task)].append((due, task))
    return [
        Group(key, label, [task for _, task in sorted(sorted_in[key], key=lambda pair: pair[0])])
        for key, label in GROUPS
    ]


def counts(found: list[Group]) -> list[Count]:
    """The strip: each figure leads to its group."""
    states = {"late": "late", "today": "late", "soon": "soon"}
    return [
        Count(
            len(group.tasks),
            group.label,
            url=f"#{group.key}",
            state=states.get(group.key, "") if group.tasks else "",
        )
        for group in found
    ]


def _all(actor: Actor) -> Iterator[tuple[Subject, Step]]:
    for subject, step in open_cases(actor):
        # What another unit has to do never becomes the work of those who only look on.
        if step.mine or actor.of(subject.organisation_id):
            yield subject, step
    yield from open_appeals(actor)
    yield from open_submissions(actor)


def _group(step: Step, task: Task) -> str:
    if not step.mine:
        return "waiting"
    state = task.clock.state
    return state if state in ("late", "today", "soon") else "later"


def _task(subject: Subject, step: Step, today: date) -> Task:
    case = subject if isinstance(subject, Case | Complaint) else subject.case
    deadline = step.deadline
    days = clocks.address(deadline) if deadline else ""
    return Task(
        clock=clocks.said(deadline, today) if deadline else clocks.NO_PERIOD,
        title=step.title,
        url=step.url,
        stage=step.stage,
        case_number=case.number,
        case_url=case.get_absolute_url(),
        case_title=case.title,
        citation=facts.citation_of(step.bases[0]) if step.bases else None,
        days_url=days,
        days_label=clocks.days_label(deadline) if deadline else "",
        note=step.remark or ("" if step.mine else f"由{step.who}办理"),
    )
