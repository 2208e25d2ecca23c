"""Filing: the submission of a decision up to the national system, hop by hop, with receipts."""

from django.db import models
from django.urls import reverse
from django_fsm import FSMField, FSMModelMixin, transition

from accounts.models import Organisation, User
from cases.models import Case, Decision


class SubmissionState(models.TextChoices):
    """States of the Submission machine."""

    PREPARED = "prepared", "待放行"
    RELEASED = "released", "已报送"
    AT_PROVINCE = "at_province", "省科技厅已收到"
    RETURNED = "returned", "要求补正"
    CHECKED = "checked", "省科技厅已审核"
    SUBMITTED = "submitted", "已提交汇交"
    ACKNOWLEDGED = "acknowledged", "已入库"
    REMOVAL_DUE = "removal_due", "应移出"
    REMOVED = "removed", "已移出"


class Submission(FSMModelMixin, models.Model):
    """The filing of one decision (Art 36, 84号 19–21): who sends what to whom by when."""

    audit_fields = ("state", "decision", "effective_on", "received_by_province", "record_number")

    case = models.ForeignKey(Case, models.PROTECT, related_name="submissions")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="submissions")
    version = models.PositiveSmallIntegerField("第几次汇交", default=1)
    # The submission of the decision this one's decision took the place of (84号 21).
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="later")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="submissions")
    superior = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    province = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="incoming_submissions"
    )
    route = models.JSONField("路径", default=dict)
    # Decided by a department of the State Council or its unit: one hop, without the province.
    direct = models.BooleanField("由国务院部门直接汇交", default=False)
    effective_on = models.DateField("决定生效日期")
    # The end of the longest term; None when it is permanent or nothing has a term (reading G9).
    term_ends_on = models.DateField("期限届满日期", null=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    prepared_on = models.DateField("备齐日期", null=True)
    released_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    released_on = models.DateField("报送日期", null=True)
    received_by_province = models.DateField("省科技厅收到日期", null=True)
    returned_on = models.DateField("要求补正日期", null=True)
    returned_because = models.TextField("要求补正的要素", blank=True)
    corrected = models.TextField("补正情况", blank=True)
    corrected_on = models.DateField("补正后收到日期", null=True)
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    checked_on = models.DateField("审核日期", null=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    submitted_on = models.DateField("放行日期", null=True)
    record = models.JSONField("数据信息", default=dict)
    record_number = models.CharField("国家系统回执号", max_length=80, blank=True)
    acknowledged_on = models.DateField("回执日期", null=True)
    # Why the record is to come out, as the rules name it: revoked, void, expired.
    removal_ground = models.CharField("移出事由", max_length=10, blank=True)
    removal_reason = models.CharField("移出原因", max_length=200, blank=True)
    removal_applied_on = models.DateField("申请移出日期", null=True)
    removal_applied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # The body that applied: which one does is a reading (C18).
    removal_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    removal_papers = models.CharField("申请移出的材料", max_length=200, blank=True)
    removed_on = models.DateField("移出日期", null=True)
    state = FSMField(
        "状态", default=SubmissionState.PREPARED, choices=SubmissionState.choices, protected=True
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "version"], name="one_submission_each")
        ]

    def __str__(self) -> str:
        return f"{self.decision} 汇交{self.version}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("submission", kwargs={"pk": self.pk})

    @property
    def filer(self) -> Organisation:
        """Who sends the first hop: the unit, or the State Council department it belongs to."""
        return self.superior if self.direct and self.superior else self.organisation

    @property
    def chain(self) -> str:
        """Its events stand in a chain of their own: others work on it than on the case."""
        return f"submission:{self.pk}"

    @transition(
        field=state,
        source=SubmissionState.PREPARED,
        target=SubmissionState.RELEASED,
        custom={"label": "放行报送", "article": "221号 第三十六条"},
    )
    def release(self) -> None:
        """A second person of the deciding unit released the package to both recipients."""

    @transition(
        field=state,
        source=SubmissionState.RELEASED,
        target=SubmissionState.AT_PROVINCE,
        custom={"label": "省科技厅收到", "article": "221号 第三十六条"},
    )
    def receive(self) -> None:
        """The provincial department has it: its own ten working days start."""

    @transition(
        field=state,
        source=[SubmissionState.AT_PROVINCE, SubmissionState.CHECKED],
        target=SubmissionState.RETURNED,
        custom={"label": "要求补正", "article": "84号 第二十条"},
    )
    def send_back(self) -> None:
        """Elements are missing: the unit is told and asked to complete them."""

    @transition(
        field=state,
        source=SubmissionState.RETURNED,
        target=SubmissionState.AT_PROVINCE,
        custom={"label": "补正后收到", "article": "84号 第二十条"},
    )
    def complete(self) -> None:
        """The missing elements came in."""

    @transition(
        field=state,
        source=SubmissionState.RETURNED,
        target=SubmissionState.RELEASED,
        custom={"label": "补正后再次放行", "article": "221号 第三十六条"},
    )
    def amend(self) -> None:
        """A department that files itself completed what the national system asked for."""

    @transition(
        field=state,
        source=SubmissionState.AT_PROVINCE,
        target=SubmissionState.CHECKED,
        custom={"label": "审核符合要求", "article": "84号 第二十条"},
    )
    def approve(self) -> None:
        """The package meets the requirements."""

    @transition(
        field=state,
        source=[SubmissionState.CHECKED, SubmissionState.RELEASED],
        target=SubmissionState.SUBMITTED,
        custom={"label": "放行汇交", "article": "221号 第三十六条"},
    )
    def submit(self) -> None:
        """A second person released it to the national system and the ministry."""

    @transition(
        field=state,
        source=SubmissionState.SUBMITTED,
        target=SubmissionState.ACKNOWLEDGED,
        custom={"label": "国家系统回执", "article": "221号 第三十六条"},
    )
    def acknowledge(self) -> None:
        """Both the system and the ministry gave a receipt."""

    @transition(
        field=state,
        source=SubmissionState.SUBMITTED,
        target=SubmissionState.RETURNED,
        custom={"label": "国家系统要求补正", "article": "84号 第二十条"},
    )
    def refuse(self) -> None:
        """The national system asked for a correction."""

    @transition(
        field=state,
        source=[
            SubmissionState.RELEASED,
            SubmissionState.AT_PROVINCE,
            SubmissionState.RETURNED,
            SubmissionState.CHECKED,
            SubmissionState.SUBMITTED,
            SubmissionState.ACKNOWLEDGED,
        ],
        target=SubmissionState.REMOVAL_DUE,
        custom={"label": "应移出", "article": "84号 第二十一条"},
    )
    def call_back(self) -> None:
        """The decision was revoked or declared void, or its term has run."""

    @transition(
        field=state,
        source=SubmissionState.REMOVAL_DUE,
        target=SubmissionState.REMOVED,
        custom={"label": "移出", "article": "84号 第二十一条"},
    )
    def remove(self) -> None:
        """The record is out of the national system."""

    @transition(
        field=state,
        source=[
            SubmissionState.PREPARED,
            SubmissionState.RELEASED,
            SubmissionState.AT_PROVINCE,
            SubmissionState.RETURNED,
            SubmissionState.CHECKED,
        ],
        target=SubmissionState.REMOVED,
        custom={"label": "决定失效，不再汇交", "article": "84号 第二十一条"},
    )
    def lapse(self) -> None:
        """The decision fell or was varied before anything reached the national system."""

    @transition(
        field=state,
        source=[
            SubmissionState.RELEASED,
            SubmissionState.AT_PROVINCE,
            SubmissionState.RETURNED,
            SubmissionState.CHECKED,
            SubmissionState.SUBMITTED,
            SubmissionState.ACKNOWLEDGED,
            SubmissionState.REMOVAL_DUE,
        ],
        target=SubmissionState.REMOVED,
        custom={"label": "重新汇交后取代", "article": "84号 第二十一条"},
    )
    def supersede(self) -> None:
        """The record of the varied decision stands in its place."""
