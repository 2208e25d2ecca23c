"""Complaints and leads (Art 11–15): what came in, from whom, and what was decided about it."""

from django.db import models
from django.urls import reverse
from django_fsm import FSMField, FSMModelMixin, transition

from accounts.models import Organisation, User
from accounts.sealing import SealedTextField


class Domain(models.TextChoices):
    """The two domains of Art 5; they decide who coordinates."""

    NATURAL = "natural", "自然科学"
    SOCIAL = "social", "哲学社会科学"


class PartyKind(models.TextChoices):
    """A respondent is a natural person or an organisation."""

    PERSON = "person", "自然人"
    ORGANISATION = "organisation", "法人或非法人组织"


class Source(models.TextChoices):
    """How it came in: a report, named or not (Art 11, 12), or a lead of Art 15."""

    NAMED = "named", "实名举报"
    ANONYMOUS = "anonymous", "匿名举报"
    TRANSFERRED = "transferred", "上级机关或有关部门移送的线索"
    MANAGEMENT = "management", "日常管理工作中发现的问题线索"
    MEDIA = "media", "媒体、期刊或出版单位等披露的线索"


class Channel(models.IntegerChoices):
    """The five ways of Art 11."""

    UNIT = 1, "向被举报人所在单位举报"
    SUPERIOR = 2, "向上级主管部门或相关管理部门举报"
    MANAGER = 3, "向项目、奖励、人才计划等的管理部门（单位）举报"
    JOURNAL = 4, "向发表论文的期刊或出版单位举报"
    OTHER = 5, "其他途径"


class ComplaintState(models.TextChoices):
    """States of the Complaint machine."""

    REGISTERED = "registered", "已登记"
    ACCEPTED = "accepted", "已受理"
    DECLINED = "declined", "不予受理"
    FORWARDED = "forwarded", "已转送"


CHECKLIST = (
    "respondent_identified",
    "within_scope",
    "facts_stated",
    "evidence",
    "checkable_lead",
    "repeats_earlier",
    "decision_in_effect",
    "new_evidence_or_lead",
    "competent",
    "military",
)


class Complaint(FSMModelMixin, models.Model):
    """One report or lead; several may join one case."""

    audit_fields = ("state", "received_on", "decided_on", "source", "case", "organisation")

    number = models.CharField("登记号", max_length=40, unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="complaints")
    source = models.CharField("来源", max_length=20, choices=Source.choices)
    channel = models.PositiveSmallIntegerField("途径（第十一条）", choices=Channel.choices)
    title = models.CharField("题目", max_length=120)
    content = models.TextField("反映的问题")
    domain = models.CharField("领域", max_length=10, choices=Domain.choices)
    conduct = models.JSONField("涉嫌的行为（第二条）", default=list)
    annex = models.JSONField("涉嫌的行为（84号附件）", default=list)
    received_on = models.DateField("收到日期")
    receipt_evidence = models.CharField("收到日期的凭据", max_length=200)
    registered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField()

    complainant_name = SealedTextField("举报人姓名", blank=True, default="")
    complainant_unit = SealedTextField("举报人单位", blank=True, default="")
    complainant_contact = SealedTextField("举报人联系方式", blank=True, default="")
    complainant_index = models.CharField(max_length=64, blank=True, db_index=True)
    referred_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    forwarded_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="onward")

    # The answers to Art 12, 13, 14 and 52; None until the officer has answered.
    respondent_identified = models.BooleanField("有明确的举报对象", null=True)
    within_scope = models.BooleanField("属于第二条规定的范围", null=True)
    facts_stated = models.BooleanField("有明确的违规事实", null=True)
    evidence = models.BooleanField("有客观、明确的证据材料", null=True)
    checkable_lead = models.BooleanField("有可查证线索", null=True)
    repeats_earlier = models.BooleanField("对同一对象重复举报", null=True)
    decision_in_effect = models.BooleanField("已经作出生效处理决定", null=True)
    new_evidence_or_lead = models.BooleanField("有新的证据、线索", null=True)
    competent = models.BooleanField("属于本单位职责范围", null=True)
    military = models.BooleanField("被举报人属于军队管理", null=True)

    state = FSMField(
        "状态", default=ComplaintState.REGISTERED, choices=ComplaintState.choices, protected=True
    )
    decided_on = models.DateField("作出意见日期", null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reason = models.TextField("理由", blank=True)
    forwarded_to = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    told_where = models.CharField("告知举报人向何处举报", max_length=200, blank=True)
    notified_on = models.DateField("通知实名举报人日期", null=True)
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="complaints")

    class Meta:
        ordering = ["-received_on", "-id"]
        indexes = [models.Index(fields=["organisation", "state"], name="complaint_by_state")]

    def __str__(self) -> str:
        return self.number

    @property
    def named(self) -> bool:
        """Whether notices to the complainant are due (Art 14, 28)."""
        return self.source == Source.NAMED or bool(self.complainant_name)

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("complaint", kwargs={"pk": self.pk})

    @property
    def chain(self) -> str:
        """The chain its events stand in."""
        return f"complaint:{self.pk}"

    @transition(
        field=state,
        source=ComplaintState.REGISTERED,
        target=ComplaintState.ACCEPTED,
        custom={"label": "受理", "article": "221号 第十四条"},
    )
    def accept(self) -> None:
        """The conditions of Art 12 hold and the unit is competent."""

    @transition(
        field=state,
        source=ComplaintState.REGISTERED,
        target=ComplaintState.DECLINED,
        custom={"label": "不予受理", "article": "221号 第十三条"},
    )
    def decline(self) -> None:
        """A ground of Art 13 holds, or a condition of Art 12 fails."""

    @transition(
        field=state,
        source=ComplaintState.REGISTERED,
        target=ComplaintState.FORWARDED,
        custom={"label": "转送或告知", "article": "221号 第十四条"},
    )
    def forward(self) -> None:
        """The unit is not competent: transferred, or the complainant told where to go."""

    @transition(
        field=state,
        source=ComplaintState.DECLINED,
        target=ComplaintState.REGISTERED,
        custom={"label": "异议成立", "article": "221号 第十四条"},
    )
    def reopen(self) -> None:
        """An objection to the refusal was upheld."""


class NamedParty(models.Model):
    """Somebody a complaint is about."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="parties")
    name = models.CharField("姓名或名称", max_length=120)
    kind = models.CharField("类别", max_length=15, choices=PartyKind.choices)
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    unit_name = models.CharField("所在单位", max_length=120, blank=True)
    position = models.CharField("职务、身份", max_length=120, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class WorkKind(models.TextChoices):
    """What the conduct concerns; it decides competence (Art 7–9) and who is told (Art 38)."""

    PROJECT = "project", "科技计划项目"
    PAPER = "paper", "论文"
    THESIS = "thesis", "学位论文"
    AWARD = "award", "科技奖励"
    TALENT = "talent", "科技人才"
    OTHER = "other", "其他"


class Work(models.Model):
    """A project, paper, award or talent title the conduct concerns."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, null=True, related_name="works")
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="works")
    kind = models.CharField("类别", max_length=10, choices=WorkKind.choices)
    title = models.CharField("名称", max_length=200)
    identifier = models.CharField("编号", max_length=80, blank=True)
    manager = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="managed_works"
    )
    publicly_funded = models.BooleanField("财政性资金支持", default=False)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class Objection(models.Model):
    """An objection to a refusal, with its reasons and the ruling (Art 14)."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="objections")
    lodged_on = models.DateField("提出日期")
    reasons = models.TextField("理由")
    upheld = models.BooleanField("成立", null=True)
    ruled_on = models.DateField("答复日期", null=True)
    ruled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answer = models.TextField("答复", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.complaint} {self.lodged_on}"
