"""The inquiry: plan, what was done and when, suspensions, extensions, the report (Art 16–25)."""

from django.db import models

from accounts.models import User
from cases.models.cases import Case
from cases.models.respondents import Respondent

PLAN_PARTS = ("content", "personnel", "method", "schedule", "safeguards", "discipline")
REPORT_PARTS = (
    "lead_source",
    "reported_content",
    "organisation_of_inquiry",
    "course_of_inquiry",
    "facts_and_confirmation",
    "conclusion",
    "proposal_and_basis",
)


class Plan(models.Model):
    """The 调查方案 with the six parts Art 16 names, approved by the responsible leader."""

    audit_fields = (*PLAN_PARTS, "approved_on", "approval_reason")

    case = models.ForeignKey(Case, models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField(default=1)
    content = models.TextField("调查内容", blank=True)
    personnel = models.TextField("人员", blank=True)
    method = models.TextField("方式", blank=True)
    schedule = models.TextField("进度安排", blank=True)
    safeguards = models.TextField("保障措施", blank=True)
    discipline = models.TextField("工作纪律", blank=True)
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    submitted_on = models.DateField("提交日期", null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField("批准日期", null=True)
    approval_reason = models.TextField("由经办人批准的理由", blank=True)

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="plan_version")]

    def __str__(self) -> str:
        return f"{self.case} 方案{self.version}"


class RecordKind(models.TextChoices):
    """What an inquiry record shows was done."""

    ADMINISTRATIVE = "administrative", "行政调查"
    ACADEMIC = "academic", "学术评议"
    INTERVIEW = "interview", "谈话"
    HEARING = "hearing", "听取被调查人陈述和申辩"


class ReviewBody(models.TextChoices):
    """Who did the academic review (Art 17): a standing committee, or a panel of five or more."""

    COMMITTEE = "committee", "本单位学术（学位、职称）委员会"
    PANEL = "panel", "专家组"


class InquiryRecord(models.Model):
    """One step of the inquiry: administrative inquiry, academic review, interview, hearing."""

    audit_fields = ("kind", "done_on", "content", "case")

    case = models.ForeignKey(Case, models.PROTECT, related_name="records")
    kind = models.CharField("种类", max_length=20, choices=RecordKind.choices)
    done_on = models.DateField("日期")
    content = models.TextField("内容")
    respondent = models.ForeignKey(Respondent, models.PROTECT, null=True, related_name="records")
    body = models.CharField("评议机构", max_length=12, choices=ReviewBody.choices, blank=True)
    people = models.ManyToManyField(User, related_name="+")
    interviewee = models.CharField("谈话对象", max_length=60, blank=True)
    place = models.CharField("地点", max_length=120, blank=True)
    recorded = models.BooleanField("录音、录像", default=False)
    recording_told_on = models.DateField("告知录音、录像日期", null=True)
    interviewers_signed = models.BooleanField("谈话人已签字", default=False)
    interviewee_signed = models.BooleanField("谈话对象已签字", default=False)
    no_academic_question = models.BooleanField("不涉及学术问题", default=False)
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["done_on", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.done_on}"


class SuspensionGround(models.TextChoices):
    """The two grounds of Art 23."""

    KEY_INFORMATION = "key_information", "关键信息不充分"
    CONDITIONS = "conditions", "暂不具备调查条件"


class Suspension(models.Model):
    """An interval the investigation stood still; not counted in its limit (Art 23)."""

    audit_fields = ("effective_on", "resumed_on", "ground")

    case = models.ForeignKey(Case, models.PROTECT, related_name="suspensions")
    ground = models.CharField("事由", max_length=20, choices=SuspensionGround.choices)
    detail = models.CharField("说明", max_length=300)
    requested_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    effective_on = models.DateField("中止之日")
    resumed_on = models.DateField("恢复之日", null=True)
    resumed_because = models.CharField("中止原因消除的情况", max_length=300, blank=True)

    class Meta:
        ordering = ["effective_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(resumed_on__isnull=True),
                name="one_suspension_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.effective_on}"


class Extension(models.Model):
    """More time for a case of special weight and complexity, by the head (Art 25)."""

    audit_fields = ("months", "approved_on")

    case = models.ForeignKey(Case, models.PROTECT, related_name="extensions")
    months = models.PositiveSmallIntegerField("延长月数")
    ground = models.TextField("特别重大复杂的情况")
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField("批准日期")
    reported_on = models.DateField("向移送机关报告日期", null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case} {self.months}个月"


class Report(models.Model):
    """The 调查报告 with its seven parts; formed when every investigator has signed (Art 24)."""

    audit_fields = (*REPORT_PARTS, "filed_on", "formed_on", "version")

    case = models.ForeignKey(Case, models.PROTECT, related_name="reports")
    version = models.PositiveSmallIntegerField(default=1)
    lead_source = models.TextField("线索来源", blank=True)
    reported_content = models.TextField("举报内容", blank=True)
    organisation_of_inquiry = models.TextField("调查组织", blank=True)
    course_of_inquiry = models.TextField("调查过程", blank=True)
    facts_and_confirmation = models.TextField("事实认定及相关当事人确认情况", blank=True)
    conclusion = models.TextField("调查结论", blank=True)
    proposal_and_basis = models.TextField("处理意见建议及依据", blank=True)
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # Only where the unit reads a report as formed when it is filed (G18).
    filed_on = models.DateField("归档日期", null=True)
    formed_on = models.DateField("形成日期", null=True)
    superseded = models.BooleanField("已被补充调查后的报告取代", default=False)

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="report_version")]

    def __str__(self) -> str:
        return f"{self.case} 报告{self.version}"


class ReportSignature(models.Model):
    """An investigator's signature under one version of the report (Art 24)."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="signatures")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField("签署时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "user"], name="signature_once")]

    def __str__(self) -> str:
        return f"{self.user} {self.report}"


class Notification(models.Model):
    """That a body was told in writing: results (Art 24), letters sent along (Art 28, 38)."""

    audit_fields = ("kind", "organisation", "remark", "sent_on")

    case = models.ForeignKey(Case, models.PROTECT, related_name="notifications")
    kind = models.CharField("事项", max_length=30)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, related_name="+"
    )
    # A body that is not on the platform (a discipline organ, a journal), by name.
    recipient = models.CharField("发给", max_length=120, blank=True)
    respondent = models.ForeignKey(
        Respondent, models.PROTECT, null=True, related_name="notifications"
    )
    decision = models.ForeignKey(
        "cases.Decision", models.PROTECT, null=True, related_name="notifications"
    )
    article = models.CharField("依据", max_length=40)
    contents = models.CharField("内容", max_length=200)
    remark = models.TextField("说明", blank=True)
    sent_on = models.DateField("送出日期", null=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    evidence = models.CharField("凭据", max_length=200, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.to}"

    @property
    def to(self) -> str:
        """Whom it is for: a body on the platform, else the name written down."""
        return self.organisation.name if self.organisation else self.recipient
