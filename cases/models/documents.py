"""Letters: what each says, its number, where its PDF is; and the counters numbers come from."""

from django.db import models

from accounts.models import Organisation, User
from cases.models.cases import Case


class DocumentState(models.TextChoices):
    """How far the PDF of a letter is; the letter itself is fixed when it is requested."""

    REQUESTED = "requested", "正在生成"
    RENDERED = "rendered", "已生成"
    FAILED = "failed", "生成失败"


class RecipientRole(models.TextChoices):
    """Who a letter is for; decides what it may show (Art 46)."""

    COMPLAINANT = "complainant", "举报人"
    RESPONDENT = "respondent", "被调查人"
    ORGANISATION = "organisation", "单位"


class Document(models.Model):
    """One letter: kind, recipient, number, and everything it prints (identities sealed).

    The PDF in ``file`` is sealed as well, because it carries what the context seals; ``sha256``
    is of the PDF itself. A complainant's name stands in no plain column.
    """

    audit_fields = ("kind", "number", "recipient", "state", "sha256")

    kind = models.CharField("文书种类", max_length=40)
    # The chain its events stand in: that of its case, or of its subject before there is one.
    chain = models.CharField(max_length=60)
    title = models.CharField("文书名称", max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="documents")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="documents")
    recipient = models.CharField("发给", max_length=120)
    recipient_role = models.CharField("对象", max_length=20, choices=RecipientRole.choices)
    series = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    number = models.CharField("文号", max_length=60)
    context = models.JSONField()
    state = models.CharField(
        "状态", max_length=12, choices=DocumentState.choices, default=DocumentState.REQUESTED
    )
    file = models.FileField("文件", max_length=200, blank=True)
    sha256 = models.CharField("PDF校验值", max_length=64, blank=True)
    pages = models.PositiveSmallIntegerField("页数", null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField("失败原因", max_length=200, blank=True)
    requested_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    requested_at = models.DateTimeField("拟发时间")
    tried_at = models.DateTimeField(null=True)
    rendered_at = models.DateTimeField("生成时间", null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "series", "year", "sequence"], name="document_number_once"
            )
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="document_by_subject"),
            models.Index(
                fields=["id"],
                condition=~models.Q(state=DocumentState.RENDERED),
                name="document_to_render",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Counter(models.Model):
    """The last number taken of a series in a year; its row is locked while one is taken."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    series = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "series", "year"], name="counter_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.series}〔{self.year}〕{self.last}"
