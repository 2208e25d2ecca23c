"""Appeals: the review (Art 41) and the re-review (Art 42), each answered reason by reason."""

from django.db import models
from django.urls import reverse
from django_fsm import FSMField, FSMModelMixin, transition

from accounts.models import Organisation, User
from cases.models import Case, Complaint, Decision


class AppealLevel(models.IntegerChoices):
    """The two levels."""

    REVIEW = 1, "申诉复查"
    RE_REVIEW = 2, "申诉复核"


class Appellant(models.TextChoices):
    """Who may appeal (Art 41)."""

    RESPONDENT = "respondent", "被处理人"
    COMPLAINANT = "complainant", "举报人"


class AppealOutcome(models.TextChoices):
    """What a review ends in."""

    UPHELD = "upheld", "维持"
    VARIED = "varied", "变更"
    REVOKED = "revoked", "撤销"
    SENT_BACK = "sent_back", "发回重新办理"
    # Of a refusal put to the superior (reading refused_appeal): it was wrong.
    ADMITTED = "admitted", "责令受理"


class AppealState(models.TextChoices):
    """States of the Appeal machine."""

    LODGED = "lodged", "已提出"
    ADMITTED = "admitted", "已受理"
    REFUSED = "refused", "不予受理"
    WITHDRAWN = "withdrawn", "已撤回"
    UNDER_REVIEW = "under_review", "复查复核中"
    DECIDED = "decided", "已作出意见"


class Appeal(FSMModelMixin, models.Model):
    """One appeal by one person against one decision, or against the result of its review.

    A complainant appeals as the complaint they made: the name stays sealed there.
    """

    audit_fields = (
        "state",
        "level",
        "of_refusal",
        "taken_because",
        "identity_proof",
        "decision",
        "complaint",
        "served_on",
        "lodged_on",
        "received_on",
        "decided_admission_on",
        "told_on",
        "refusal_reason",
        "third_party",
        "outcome",
        "opinion",
        "conclusion_reason",
        "decided_on",
        "result_told_on",
    )

    number = models.CharField("编号", max_length=60, unique=True)
    level = models.PositiveSmallIntegerField("层级", choices=AppealLevel.choices)
    case = models.ForeignKey(Case, models.PROTECT, related_name="appeals")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="appeals")
    first = models.ForeignKey("self", models.PROTECT, null=True, related_name="second")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="appeals")
    # Not a result but the refusal of the first appeal is put to the superior, and why it takes it.
    of_refusal = models.BooleanField("审查第一次申诉的不予受理", default=False)
    taken_because = models.TextField("收取的理由", blank=True)
    appellant = models.CharField("申诉人", max_length=15, choices=Appellant.choices)
    complaint = models.ForeignKey(Complaint, models.PROTECT, null=True, related_name="appeals")
    # How somebody who reported without a name proved to be the one; never the name itself.
    identity_proof = models.CharField("匿名举报人的凭据", max_length=200, blank=True)
    served_on = models.DateField("收到处理决定书、被告知结果的日期")
    lodged_on = models.DateField("提出日期")
    received_on = models.DateField("收到申诉日期")
    receipt_evidence = models.CharField("收到日期的凭据", max_length=200)
    has_evidence = models.BooleanField("提供了相关证据或线索", default=False)
    evidence = models.TextField("证据或线索", blank=True)
    sufficient_evidence = models.BooleanField("提供了充分证据", default=False)
    only_dissatisfied = models.BooleanField("仅以不服为由", default=False)
    same_facts_and_reasons = models.BooleanField("以同一事实和理由", default=False)
    registered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_admission_on = models.DateField("作出是否受理决定日期", null=True)
    told_on = models.DateField("告知申诉人日期", null=True)
    refusal_reason = models.TextField("不予受理的说明", blank=True)
    began_on = models.DateField("开始日期", null=True)
    third_party = models.CharField("委托的第三方机构", max_length=120, blank=True)
    third_party_papers = models.CharField("第三方机构的保密文件", max_length=200, blank=True)
    outcome = models.CharField("结果", max_length=10, choices=AppealOutcome.choices, blank=True)
    opinion = models.TextField("复查、复核意见", blank=True)
    decided_on = models.DateField("作出意见日期", null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    conclusion_reason = models.TextField("由办理人员签发的理由", blank=True)
    result_told_on = models.DateField("向申诉人反馈结果日期", null=True)
    state = FSMField(
        "状态", default=AppealState.LODGED, choices=AppealState.choices, protected=True
    )

    class Meta:
        ordering = ["-received_on", "-id"]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("appeal", kwargs={"pk": self.pk})

    @property
    def word(self) -> str:
        """What this level is called: 复查 (Art 41) or 复核 (Art 42)."""
        return "复查" if self.level == AppealLevel.REVIEW else "复核"

    @property
    def outcomes(self) -> tuple[AppealOutcome, ...]:
        """What it may end in: the examination of a refusal leaves the decision alone."""
        if self.of_refusal:
            return (AppealOutcome.UPHELD, AppealOutcome.ADMITTED)
        return tuple(one for one in AppealOutcome if one != AppealOutcome.ADMITTED)

    @property
    def chain(self) -> str:
        """Its events stand in a chain of their own, the reviewers being others."""
        return f"appeal:{self.pk}"

    @transition(
        field=state,
        source=AppealState.LODGED,
        target=AppealState.ADMITTED,
        custom={"label": "受理申诉", "article": "221号 第四十一条、第四十二条"},
    )
    def admit(self) -> None:
        """The appeal meets Art 41, or Art 42 at the second level."""

    @transition(
        field=state,
        source=AppealState.LODGED,
        target=AppealState.REFUSED,
        custom={"label": "不予受理申诉", "article": "221号 第四十一条、第四十二条"},
    )
    def refuse(self) -> None:
        """The appeal does not meet them; the appellant is told why."""

    @transition(
        field=state,
        source=AppealState.REFUSED,
        target=AppealState.ADMITTED,
        custom={"label": "上级主管部门责令受理申诉", "article": "221号 第四十二条"},
    )
    def order_admission(self) -> None:
        """The superior found the refusal wrong (a reading)."""

    @transition(
        field=state,
        source=[AppealState.LODGED, AppealState.ADMITTED, AppealState.UNDER_REVIEW],
        target=AppealState.WITHDRAWN,
        custom={"label": "撤回申诉", "article": "221号 第四十一条"},
    )
    def withdraw(self) -> None:
        """The appellant took it back in writing."""

    @transition(
        field=state,
        source=AppealState.ADMITTED,
        target=AppealState.UNDER_REVIEW,
        custom={"label": "另行组织调查组", "article": "221号 第四十一条"},
    )
    def begin(self) -> None:
        """A team that shares nobody with the first, or a third party, is at work."""

    @transition(
        field=state,
        source=AppealState.UNDER_REVIEW,
        target=AppealState.DECIDED,
        custom={"label": "出具复查、复核意见书", "article": "221号 第四十三条"},
    )
    def decide(self) -> None:
        """Every reason of the appellant has an answer."""


class AppealReason(models.Model):
    """One reason of the appellant and the clear answer to it (Art 43)."""

    audit_fields = ("appeal", "reason", "answer")

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="reasons")
    reason = models.TextField("理由")
    answer = models.TextField("答复", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.reason[:40]


class ReviewMember(models.Model):
    """A member of the review team; nobody of the first team may be one (Art 41)."""

    audit_fields = ("appeal", "user", "since", "until")

    appeal = models.ForeignKey(Appeal, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateField("自")
    until = models.DateField("至", null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal", "user"],
                condition=models.Q(until__isnull=True),
                name="review_member_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.appeal}"
