"""What must happen next on an appeal, and who does it."""

from accounts.actors import Actor
from accounts.policies import Basis, may
from appeals.facts import admission_rule, advice, opinion_title, review_rule
from appeals.models import Appeal, AppealLevel, AppealState
from appeals.policies import ADMISSION, OPINION, TEAM
from appeals.selectors.lists import OPEN, visible_appeals
from appeals.selectors.moves import ANSWER, FEED_BACK, MOVES
from cases.models import Deadline
from cases.selectors.steps import Need, Step

STAGE = "申诉"
# Art 42 has no such duty in words; the office tells all the same.
BY_ANALOGY = "第四十二条没有写明，参照第四十一条（解读）。"
S = AppealState


def open_work(actor: Actor) -> list[tuple[Appeal, Step]]:
    """Every appeal this person may know of that still asks for something, with its next step."""
    rows = visible_appeals(actor).filter(OPEN).prefetch_related("reasons")
    found = [(appeal, step(actor, appeal)) for appeal in rows]
    return [(appeal, made) for appeal, made in found if made is not None]


def step(actor: Actor, appeal: Appeal) -> Step | None:
    """What must happen next on an appeal; None when nothing must."""
    if appeal.state == S.LODGED:
        return _admission(actor, appeal)
    if appeal.state in (S.ADMITTED, S.REFUSED) and appeal.told_on is None:
        return _telling(actor, appeal)
    if appeal.state == S.ADMITTED:
        return _team(actor, appeal)
    if appeal.state == S.UNDER_REVIEW:
        return _opinion(actor, appeal)
    if appeal.state == S.DECIDED and appeal.result_told_on is None:
        return _feeding_back(actor, appeal)
    return None


def _made(
    actor: Actor,
    appeal: Appeal,
    slug: str,
    title: str,
    bases: tuple[Basis, ...],
    *,
    rule: str = "",
    who: str = "",
    needs: tuple[Need, ...] = (),
    remark: str = "",
) -> Step:
    move = MOVES[slug]
    return Step(
        title=title,
        who=who or f"{appeal.organisation.name}{appeal.organisation.office or '办公室'}",
        stage=STAGE,
        mine=bool(may(move.policy, actor, appeal)),
        url=move.url(appeal),
        button=move.title,
        deadline=_clock(appeal, rule) if rule else None,
        bases=bases,
        needs=needs,
        remark=remark,
    )


def _clock(appeal: Appeal, rule: str) -> Deadline | None:
    return Deadline.objects.filter(
        rule=rule, subject_kind=appeal._meta.label_lower, subject_id=appeal.pk, done=None
    ).first()


def _admission(actor: Actor, appeal: Appeal) -> Step:
    slug = "admit" if advice(appeal).advice == "admit" else "refuse"
    bases = (ADMISSION[AppealLevel(appeal.level)],)
    title = "决定是否受理申诉"
    return _made(actor, appeal, slug, title, bases, rule=admission_rule(appeal))


def _telling(actor: Actor, appeal: Appeal) -> Step:
    refused = appeal.state == S.REFUSED
    first = appeal.level == AppealLevel.REVIEW
    return _made(
        actor,
        appeal,
        "tell",
        "告知申诉人不予受理，说明情况" if refused else "告知申诉人已受理",
        (ADMISSION[AppealLevel(appeal.level)],),
        rule=admission_rule(appeal),
        remark="" if first else BY_ANALOGY,
    )


def _team(actor: Actor, appeal: Appeal) -> Step:
    title = f"另行组织调查组，开始{appeal.word}"
    return _made(actor, appeal, "begin", title, (TEAM,), rule=review_rule(appeal))


def _opinion(actor: Actor, appeal: Appeal) -> Step:
    reasons = list(appeal.reasons.all())
    answered = sum(1 for reason in reasons if reason.answer)
    ready = answered == len(reasons)
    needs = (Need(f"答复申诉理由{answered}条，共{len(reasons)}条", ready),)
    rule = review_rule(appeal)
    if not ready:
        title = f"完成{appeal.word}，逐条答复申诉理由"
        who = appeal.third_party or f"{appeal.word}人员"
        return _made(actor, appeal, "answer", title, (ANSWER,), rule=rule, who=who, needs=needs)
    title = f"出具{opinion_title(appeal)}"
    signer = "单位负责人" if appeal.level == AppealLevel.REVIEW else "另一名工作人员"
    who = f"{appeal.organisation.name}{signer}"
    return _made(actor, appeal, "decide", title, (OPINION,), rule=rule, who=who, needs=needs)


def _feeding_back(actor: Actor, appeal: Appeal) -> Step:
    first = appeal.level == AppealLevel.REVIEW
    title = f"向申诉人反馈{appeal.word}结果"
    bases = (FEED_BACK,) if first else ()
    remark = "" if first else BY_ANALOGY
    return _made(actor, appeal, "tell_result", title, bases, remark=remark)
