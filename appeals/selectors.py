"""Reading appeals for lists, pages and the case page."""

from django.db.models import Q, QuerySet

from accounts.actors import Actor
from accounts.policies import Basis, may
from accounts.roles import Role
from appeals.models import Appeal, AppealLevel, AppealState
from cases.models import Case, Deadline
from cases.selectors.steps import Need, Step

RULES = "国科发监〔2022〕221号"
ADMISSION = {
    1: Basis(RULES, 41, "应在收到申诉之日起15个工作日内作出是否受理决定并告知申诉人"),
    2: Basis(RULES, 42, "应在收到申诉之日起15个工作日内作出是否受理决定"),
}
TEAM = Basis(RULES, 41, "另行组织调查组或委托第三方机构")
OPINION = Basis(RULES, 43, "针对申诉人提出的理由给予明确回复")
OPEN_STATES = (AppealState.LODGED, AppealState.ADMITTED, AppealState.UNDER_REVIEW)


def visible_appeals(actor: Actor) -> QuerySet[Appeal]:
    """The appeals a person may know of."""
    rows = Appeal.objects.select_related("case", "organisation", "decision__respondent")
    if actor.has(Role.AUDITOR):
        return rows
    own = Q(members__user_id=actor.user_id)
    if actor.has(Role.OFFICER, Role.SUPERIOR_OFFICER, Role.PROVINCIAL_OFFICER, Role.HEAD):
        own |= Q(organisation_id=actor.organisation_id)
        own |= Q(case__organisation_id=actor.organisation_id)
    return rows.filter(own).distinct()


def of_case(case: Case) -> QuerySet[Appeal]:
    """The appeals of a case, newest first."""
    return case.appeals.select_related("organisation")


def step(actor: Actor, appeal: Appeal) -> Step | None:
    """What must happen next on an appeal; None when nothing must."""
    makers = {
        AppealState.LODGED: _admission,
        AppealState.ADMITTED: _team,
        AppealState.UNDER_REVIEW: _opinion,
    }
    maker = makers.get(AppealState(appeal.state))
    if maker is not None:
        return maker(actor, appeal)
    if appeal.state == AppealState.REFUSED and appeal.told_on is None:
        return _telling(actor, appeal)
    return None


def open_work(actor: Actor) -> list[tuple[Appeal, Step]]:
    """Every open appeal a person may know of, with its next step."""
    rows = visible_appeals(actor).filter(state__in=OPEN_STATES)
    found = [(appeal, step(actor, appeal)) for appeal in rows]
    return [(appeal, made) for appeal, made in found if made is not None]


def _clock(appeal: Appeal, *rules: str) -> Deadline | None:
    return Deadline.objects.filter(
        rule__in=rules, subject_kind="appeals.appeal", subject_id=appeal.pk, done=None
    ).first()


def _admission(actor: Actor, appeal: Appeal) -> Step:
    return Step(
        title="决定是否受理申诉，告知申诉人",
        who=f"{appeal.organisation.name}办公室",
        stage="申诉",
        mine=bool(may("appeal.decide_admission", actor, appeal)),
        url=appeal.get_absolute_url(),
        button="核对并决定",
        deadline=_clock(appeal, "appeal_admission", "re_review_admission"),
        bases=(ADMISSION[appeal.level],),
    )


def _telling(actor: Actor, appeal: Appeal) -> Step:
    return Step(
        title="告知申诉人不予受理，说明情况",
        who=f"{appeal.organisation.name}办公室",
        stage="申诉",
        mine=bool(may("appeal.decide_admission", actor, appeal)),
        url=appeal.get_absolute_url(),
        button="告知申诉人",
        deadline=_clock(appeal, "appeal_admission", "re_review_admission"),
        bases=(ADMISSION[appeal.level],),
    )


def _team(actor: Actor, appeal: Appeal) -> Step:
    word = "复查" if appeal.level == AppealLevel.REVIEW else "复核"
    return Step(
        title=f"另行组织调查组，开始{word}",
        who=f"{appeal.organisation.name}办公室",
        stage=word,
        mine=bool(may("appeal.decide_admission", actor, appeal)),
        url=appeal.get_absolute_url(),
        button="组织调查组",
        deadline=_clock(appeal, "review", "re_review"),
        bases=(TEAM,),
        needs=(Need("告知申诉人已受理", appeal.told_on is not None),),
    )


def _opinion(actor: Actor, appeal: Appeal) -> Step:
    word = "复查" if appeal.level == AppealLevel.REVIEW else "复核"
    reasons = list(appeal.reasons.all())
    answered = sum(1 for r in reasons if r.answer)
    ready = answered == len(reasons)
    mine = may("appeal.conclude" if ready else "appeal.review", actor, appeal)
    return Step(
        title=f"出具{word}意见书" if ready else f"完成{word}，逐条答复申诉理由",
        who="单位负责人" if ready else f"{word}人员",
        stage=word,
        mine=bool(mine),
        url=appeal.get_absolute_url(),
        button="办理",
        deadline=_clock(appeal, "review", "re_review"),
        bases=(OPINION,),
        needs=(Need(f"答复申诉理由{answered}条，共{len(reasons)}条", ready),),
    )
