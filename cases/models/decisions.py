"""The decision on one respondent: proposed, noticed, heard, approved, issued, served, effective."""

from django.db import models
from django.urls import reverse
from django_fsm import FSMField, FSMModelMixin, transition

from accounts.models import Organisation, User
from cases.models.respondents import Finding, Respondent
from rules.codes import MEASURES, Code, Severity


class DecisionState(models.TextChoices):
    """States of the Decision machine."""

    DRAFTED = "drafted", "已拟定"
    NOTICED = "noticed", "已告知"
    HEARD = "heard", "已听取陈述申辩"
    APPROVED = "approved", "已批准"
    ISSUED = "issued", "已签发"
    SERVED = "served", "已送达"
    EFFECTIVE = "effective", "已生效"
    VARIED = "varied", "已变更"
    REVOKED = "revoked", "已撤销"
    ABANDONED = "abandoned", "已放弃"
    EXPIRED = "expired", "期限届满"


LIVE_STATES = (
    DecisionState.DRAFTED,
    DecisionState.NOTICED,
    DecisionState.HEARD,
    DecisionState.APPROVED,
    DecisionState.ISSUED,
    DecisionState.SERVED,
    DecisionState.EFFECTIVE,
)


class ServiceMethod(models.TextChoices):
    """Ways of service; the law names none (reading G7), a date needs proof."""

    DIRECT = "direct", "直接送达"
    POST = "post", "邮寄送达"
    LEFT = "left", "留置送达"
    ELECTRONIC = "electronic", "电子送达"
    PUBLIC = "public", "公告送达"


class Decision(FSMModelMixin, models.Model):
    """A 处理决定; each version stands on one finding and is judged by the rules before issue."""

    audit_fields = (
        "state",
        "respondent",
        "version",
        "severity",
        "facts",
        "basis",
        "reply_due",
        "starts_on",
        "register_until",
        "approval_reason",
        "number",
        "issued_on",
        "served_on",
        "service_consented",
        "posted_on",
        "told_reasons",
        "effective_on",
        "measures",
    )

    respondent = models.ForeignKey(Respondent, models.PROTECT, related_name="decisions")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="decisions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="decisions")
    version = models.PositiveSmallIntegerField(default=1)
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="later")
    severity = models.CharField("情节", max_length=20, blank=True)
    mitigated = models.BooleanField("减轻处理（第四十条）", default=False)
    facts = models.TextField("认定的事实及证据")
    basis = models.TextField("处理依据和理由")
    warning_reasons = models.JSONField("对提醒的说明", default=dict)
    other = models.TextField("其他应载明的内容", blank=True)
    # Stated only where a reading lets the decision say them: since when its terms run (G8), and
    # until when the record of item 13 stands (term_of_13).
    starts_on = models.DateField("期限起算日期", null=True)
    register_until = models.DateField("记入数据库的届满日期", null=True)
    drafted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    drafted_on = models.DateField("拟定日期")
    noticed_on = models.DateField("告知书送达日期", null=True)
    notice_evidence = models.CharField("告知书送达凭据", max_length=200, blank=True)
    reply_due = models.DateField("陈述申辩截止日期", null=True)
    heard_on = models.DateField("听取完毕日期", null=True)
    waived = models.BooleanField("逾期未陈述申辩", default=False)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField("批准日期", null=True)
    approval_reason = models.TextField("由经办人批准的理由", blank=True)
    number = models.CharField("文号", max_length=60, blank=True)
    issued_on = models.DateField("签发日期", null=True)
    served_on = models.DateField("送达日期", null=True)
    service_method = models.CharField("送达方式", max_length=12, choices=ServiceMethod.choices)
    service_evidence = models.CharField("送达凭据", max_length=200, blank=True)
    # Asked only where the unit's readings ask: consent to electronic service (G7), and since when
    # it was posted (public_service).
    service_consented = models.BooleanField("被处理人同意电子送达", default=False)
    posted_on = models.DateField("公告日期", null=True)
    effective_on = models.DateField("生效日期", null=True)
    effective_reason = models.CharField("生效日期的依据", max_length=200, blank=True)
    complainant_told_on = models.DateField("告知实名举报人日期", null=True)
    told_reasons = models.TextField("告知实名举报人的主要理由", blank=True)
    ended_on = models.DateField("失去效力日期", null=True)
    end_reason = models.CharField("失去效力的原因", max_length=300, blank=True)
    state = FSMField(
        "状态", default=DecisionState.DRAFTED, choices=DecisionState.choices, protected=True
    )

    class Meta:
        ordering = ["respondent", "version"]
        constraints = [
            models.UniqueConstraint(fields=["respondent", "version"], name="decision_version"),
            models.UniqueConstraint(
                fields=["number"], condition=~models.Q(number=""), name="decision_number"
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"{self.respondent} 第{self.version}稿"

    @property
    def severity_label(self) -> str:
        """情节较重 and so on; 免予处理 where no severity is fixed."""
        return Severity(self.severity).label if self.severity else "免予处理"

    def get_absolute_url(self) -> str:
        """The page of its case."""
        return reverse("case", kwargs={"pk": self.respondent.case_id})

    @property
    def chain(self) -> str:
        """Its events stand in the chain of its case."""
        return self.respondent.case.chain

    @transition(
        field=state,
        source=DecisionState.DRAFTED,
        target=DecisionState.NOTICED,
        custom={"label": "送达事先告知书", "article": "221号 第二十七条"},
    )
    def notice(self) -> None:
        """The respondent was told the facts, the basis, and the right to be heard."""

    @transition(
        field=state,
        source=DecisionState.NOTICED,
        target=DecisionState.HEARD,
        custom={"label": "听取陈述申辩", "article": "221号 第二十七条"},
    )
    def hear(self) -> None:
        """A statement was received and answered, or the period lapsed."""

    @transition(
        field=state,
        source=[DecisionState.NOTICED, DecisionState.HEARD],
        target=DecisionState.DRAFTED,
        custom={"label": "改拟后重新告知", "article": "221号 第二十七条"},
    )
    def redraft(self) -> None:
        """Facts or basis changed: a new notice is due."""

    @transition(
        field=state,
        source=DecisionState.HEARD,
        target=DecisionState.APPROVED,
        custom={"label": "批准", "article": "221号 第二十六条"},
    )
    def approve(self) -> None:
        """The body with the power approved, the rules finding no error."""

    @transition(
        field=state,
        source=DecisionState.APPROVED,
        target=DecisionState.ISSUED,
        custom={"label": "签发", "article": "221号 第二十八条"},
    )
    def issue(self) -> None:
        """The letter carries its number and the five contents of Art 28."""

    @transition(
        field=state,
        source=DecisionState.ISSUED,
        target=DecisionState.SERVED,
        custom={"label": "送达", "article": "221号 第二十八条"},
    )
    def serve(self) -> None:
        """Served on the respondent, with proof."""

    @transition(
        field=state,
        source=DecisionState.SERVED,
        target=DecisionState.EFFECTIVE,
        custom={"label": "生效", "article": "221号 第三十六条"},
    )
    def take_effect(self) -> None:
        """In effect: on service, or when the period for appeal has run (a reading)."""

    @transition(
        field=state,
        source=[DecisionState.SERVED, DecisionState.EFFECTIVE],
        target=DecisionState.VARIED,
        custom={"label": "变更", "article": "221号 第四十条"},
    )
    def vary(self) -> None:
        """A later version takes its place (mitigation, review)."""

    @transition(
        field=state,
        source=[DecisionState.ISSUED, DecisionState.SERVED, DecisionState.EFFECTIVE],
        target=DecisionState.REVOKED,
        custom={"label": "撤销", "article": "84号 第二十一条"},
    )
    def revoke(self) -> None:
        """Revoked on review, by own correction, or on a superior's order."""

    @transition(
        field=state,
        source=[
            DecisionState.DRAFTED,
            DecisionState.NOTICED,
            DecisionState.HEARD,
            DecisionState.APPROVED,
        ],
        target=DecisionState.ABANDONED,
        custom={"label": "放弃", "article": "221号 第二十六条"},
    )
    def abandon(self) -> None:
        """The draft is given up before it was issued."""

    @transition(
        field=state,
        source=DecisionState.EFFECTIVE,
        target=DecisionState.EXPIRED,
        custom={"label": "期限届满", "article": "84号 第二十一条"},
    )
    def expire(self) -> None:
        """The longest term has run."""


class DecisionMeasure(models.Model):
    """One measure of Art 29 in a decision, with its term where it has one."""

    audit_fields = ("item", "years", "months", "permanent", "detail")

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="measures")
    item = models.PositiveSmallIntegerField("处理措施（第二十九条）")
    years = models.PositiveSmallIntegerField("年", null=True, blank=True)
    months = models.PositiveSmallIntegerField("月", null=True, blank=True)
    permanent = models.BooleanField("永久", default=False)
    detail = models.CharField("具体内容", max_length=300, blank=True)

    class Meta:
        ordering = ["item", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(item__gte=1, item__lte=14), name="measure_of_article_29"
            )
        ]

    def __str__(self) -> str:
        return f"第{self.item}项"

    @property
    def code(self) -> Code:
        """The measure in the words of the law, with its place."""
        return MEASURES[self.item]

    @property
    def term(self) -> str:
        """Its term in words, empty without one."""
        if self.permanent:
            return "永久"
        years = f"{self.years}年" if self.years else ""
        return years + (f"{self.months}个月" if self.months else "")


class Statement(models.Model):
    """The respondent's statement and defence on the advance notice (Art 27)."""

    audit_fields = ("received_on", "content", "points")

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="statements")
    received_on = models.DateField("收到日期")
    content = models.TextField("陈述申辩内容")
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.decision} {self.received_on}"


class StatementPoint(models.Model):
    """One point of a statement and the answer to it: each is answered (Art 27)."""

    audit_fields = ("point", "answer", "accepted")

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="points")
    point = models.TextField("意见")
    answer = models.TextField("答复", blank=True)
    accepted = models.BooleanField("采纳", null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.point[:40]
