"""The case: the unit's handling of one affair, from acceptance to its end."""

from django.db import models
from django.urls import reverse
from django_fsm import FSMField, FSMModelMixin, transition

from accounts.models import Organisation, UnitRules, User
from cases.models.complaints import Domain


class CaseState(models.TextChoices):
    """States of the Case machine."""

    ACCEPTED = "accepted", "已受理"
    PLANNED = "planned", "方案已批准"
    INVESTIGATING = "investigating", "调查中"
    SUSPENDED = "suspended", "已中止"
    REPORTED = "reported", "已形成报告"
    DETERMINED = "determined", "已认定"
    CLOSED = "closed", "已结案"
    TERMINATED = "terminated", "已终止"
    TRANSFERRED = "transferred", "已移交"


OPEN_STATES = (
    CaseState.ACCEPTED,
    CaseState.PLANNED,
    CaseState.INVESTIGATING,
    CaseState.SUSPENDED,
    CaseState.REPORTED,
    CaseState.DETERMINED,
)


class Case(FSMModelMixin, models.Model):
    """One affair with one or many respondents, handled by one unit under fixed instruments."""

    audit_fields = (
        "state",
        "number",
        "organisation",
        "accepted_on",
        "instruments",
        "law_on",
        "own_rules",
        "readings",
    )

    number = models.CharField("案号", max_length=60, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="cases")
    title = models.CharField("案由", max_length=120)
    domain = models.CharField("领域", max_length=10, choices=Domain.choices)
    accepted_on = models.DateField("决定受理日期")
    officer = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # Who transferred the lead (Art 15, 25, 28) or ordered the unit to handle it (84号 14).
    referred_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="referred_cases"
    )
    instruments = models.JSONField("适用的规定", default=list)
    # The unit's own rules in force when it was accepted; no later version touches the case.
    own_rules = models.ForeignKey(
        UnitRules, models.PROTECT, null=True, related_name="+", verbose_name="适用的本单位规定"
    )
    # The readings its unit had then, where they differ from the default.
    readings = models.JSONField("沿用的解读", default=dict)
    law_on = models.DateField("适用规定的日期")
    law_reason = models.CharField("适用理由", max_length=300)
    law_chosen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    public_concern = models.BooleanField("引起社会普遍关注", default=False)
    published_source = models.CharField("公开案例出处", max_length=60, blank=True)
    compared_only = models.BooleanField("与221号对照", default=False)
    state = FSMField("状态", default=CaseState.ACCEPTED, choices=CaseState.choices, protected=True)
    closed_on = models.DateField("结案日期", null=True)

    class Meta:
        ordering = ["-accepted_on", "-id"]
        indexes = [
            models.Index(fields=["organisation", "state", "-accepted_on"], name="case_by_state"),
            models.Index(fields=["-accepted_on", "-id"], name="case_newest"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("case", kwargs={"pk": self.pk})

    @property
    def chain(self) -> str:
        """The chain its events stand in, those of its respondents and decisions included."""
        return f"case:{self.pk}"

    @transition(
        field=state,
        source=CaseState.ACCEPTED,
        target=CaseState.PLANNED,
        custom={"label": "批准调查方案", "article": "221号 第十六条"},
    )
    def approve_plan(self) -> None:
        """The responsible leader approved the plan."""

    @transition(
        field=state,
        source=CaseState.PLANNED,
        target=CaseState.INVESTIGATING,
        custom={"label": "开始调查", "article": "221号 第十七条"},
    )
    def begin(self) -> None:
        """The first step of the inquiry under the approved plan."""

    @transition(
        field=state,
        source=CaseState.INVESTIGATING,
        target=CaseState.SUSPENDED,
        custom={"label": "中止调查", "article": "221号 第二十三条"},
    )
    def suspend(self) -> None:
        """The responsible leader approved a suspension on one of two grounds."""

    @transition(
        field=state,
        source=CaseState.SUSPENDED,
        target=CaseState.INVESTIGATING,
        custom={"label": "恢复调查", "article": "221号 第二十三条"},
    )
    def resume(self) -> None:
        """The cause of the suspension is gone."""

    @transition(
        field=state,
        source=CaseState.INVESTIGATING,
        target=CaseState.REPORTED,
        custom={"label": "形成调查报告", "article": "221号 第二十四条"},
    )
    def report(self) -> None:
        """The report has its seven sections and every investigator's signature."""

    @transition(
        field=state,
        source=CaseState.REPORTED,
        target=CaseState.INVESTIGATING,
        custom={"label": "补充调查", "article": "221号 第二十四条"},
    )
    def supplement(self) -> None:
        """More inquiry is needed; a new report follows."""

    @transition(
        field=state,
        source=CaseState.REPORTED,
        target=CaseState.DETERMINED,
        custom={"label": "最终认定", "article": "221号 第二十六条"},
    )
    def determine(self) -> None:
        """Facts, circumstances and nature are found for every respondent."""

    @transition(
        field=state,
        source=CaseState.DETERMINED,
        target=CaseState.CLOSED,
        custom={"label": "结案", "article": "221号 第二十五条"},
    )
    def close(self) -> None:
        """Every proceeding has ended and every decision is effective."""

    @transition(
        field=state,
        source=[
            CaseState.ACCEPTED,
            CaseState.PLANNED,
            CaseState.INVESTIGATING,
            CaseState.SUSPENDED,
        ],
        target=CaseState.TERMINATED,
        custom={"label": "终止调查", "article": "221号 第二十三条"},
    )
    def terminate(self) -> None:
        """Every respondent is dead."""

    @transition(
        field=state,
        source=[
            CaseState.ACCEPTED,
            CaseState.PLANNED,
            CaseState.INVESTIGATING,
            CaseState.SUSPENDED,
            CaseState.REPORTED,
        ],
        target=CaseState.TRANSFERRED,
        custom={"label": "移交", "article": "84号 第十四条"},
    )
    def transfer(self) -> None:
        """Competence lies elsewhere, or the department takes the case over."""

    @transition(
        field=state,
        source=[CaseState.DETERMINED, CaseState.CLOSED],
        target=CaseState.REPORTED,
        custom={"label": "撤销后重新办理", "article": "221号 第四十一条"},
    )
    def reopen(self) -> None:
        """A decision was revoked and the affair must be decided again."""
