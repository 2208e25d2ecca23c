"""Organisations in a tree, and the measures each may impose (Art 26)."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def validate_credit_code(value: str) -> None:
    """Refuse a 统一社会信用代码 whose form or check character is wrong (GB 32100-2015)."""
    if len(value) != 18 or any(c not in _CREDIT_ALPHABET for c in value):
        raise ValidationError("统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z）。")
    total = sum(
        _CREDIT_ALPHABET.index(c) * w for c, w in zip(value[:17], _CREDIT_WEIGHTS, strict=True)
    )
    if _CREDIT_ALPHABET[(31 - total % 31) % 31] != value[17]:
        raise ValidationError("统一社会信用代码的校验码不对，请核对后再填。")


class OrganisationKind(models.TextChoices):
    """What kind of body it is; the law gives departments and units different duties."""

    UNIVERSITY = "university", "高等学校"
    HOSPITAL = "hospital", "医疗卫生机构"
    INSTITUTE = "institute", "科研机构"
    ENTERPRISE = "enterprise", "企业"
    SOCIAL_ORGANISATION = "social_organisation", "社会组织"
    DEPARTMENT = "department", "主管部门"
    SCIENCE_DEPARTMENT = "science_department", "科技行政部门"
    SOCIAL_SCIENCE_BODY = "social_science_body", "哲学社会科学责任单位"


class Level(models.TextChoices):
    """Where it stands: Art 36 sends decisions of State Council departments another way."""

    STATE_COUNCIL = "state_council", "国务院部门"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    UNIT = "unit", "单位"


class Organisation(models.Model):
    """A body that handles cases, supervises those that do, or keeps the provincial record."""

    # Its powers too: one slipped in behind the application's back is as grave as one altered.
    audit_fields = (
        "name",
        "prefix",
        "kind",
        "level",
        "credit_code",
        "superior",
        "province",
        "office",
        "address",
        "telephone",
        "reply_working_days",
        "readings",
        "powers",
        "benchmarks",
        "own_rules",
    )

    name = models.CharField("名称", max_length=120, unique=True)
    prefix = models.CharField("文号代字", max_length=12, unique=True, help_text="如：示大科诚")
    kind = models.CharField("类别", max_length=30, choices=OrganisationKind.choices)
    level = models.CharField("层级", max_length=20, choices=Level.choices, default=Level.UNIT)
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, unique=True, validators=[validate_credit_code]
    )
    superior = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subordinates",
        verbose_name="上级主管部门",
    )
    province = models.CharField("所在省份", max_length=20, default="山东省")
    office = models.CharField("承担调查处理职责的机构", max_length=60, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    telephone = models.CharField("电话", max_length=40, blank=True)
    # The law sets no length for the reply to an advance notice (reading G3): the unit's own.
    reply_working_days = models.PositiveSmallIntegerField("陈述申辩期（工作日）", default=5)
    readings = models.JSONField("本单位解读", default=dict, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = "单位"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reply_working_days__gte=1), name="reply_days_positive"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def chain(self) -> str:
        """The chain its events are written to."""
        return f"organisation:{self.pk}"

    @property
    def is_science_department(self) -> bool:
        """Whether it is a 科技行政部门 (the provincial one is the second hop of Art 36)."""
        return self.kind == OrganisationKind.SCIENCE_DEPARTMENT


class Power(models.Model):
    """A measure of Art 29 this organisation may impose, and on what basis (Art 26)."""

    audit_fields = ("measure", "basis")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="powers")
    measure = models.PositiveSmallIntegerField("处理措施（第二十九条）")
    basis = models.CharField("依据", max_length=200)

    class Meta:
        ordering = ["measure"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "measure"], name="power_once"),
            models.CheckConstraint(
                condition=models.Q(measure__gte=1, measure__lte=14), name="power_is_a_measure"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} 第{self.measure}项"


class DiscretionBenchmark(models.Model):
    """A unit's 裁量基准 as its file: a setting that proposes and never binds, never law.

    ``since`` is the first day it speaks of; the newest file that holds on a day counts.
    """

    audit_fields = ("title", "text", "since")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="benchmarks")
    title = models.CharField("名称", max_length=200)
    text = models.TextField("文件内容")
    since = models.DateField("施行日期")
    registered_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    registered_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        return f"{self.title}（{self.since}）"


class UnitRules(models.Model):
    """A unit's own rules as their file: they detail the law (221号 51) and are never laxer.

    Kept as registered, never changed: cases and clocks point to the version they stand under.
    """

    audit_fields = ("number", "title", "text", "since", "until")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="own_rules")
    number = models.CharField("文号", max_length=60, db_index=True)
    title = models.CharField("名称", max_length=200)
    text = models.TextField("文件内容")
    since = models.DateField("施行日期")
    until = models.DateField("失效日期", null=True)
    registered_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    registered_at = models.DateTimeField("登记时间")

    class Meta:
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        return f"《{self.title}》（{self.number}）"

    def covers(self, on: date) -> bool:
        """Whether they hold on a day; both ends are included."""
        return self.since <= on and (self.until is None or on <= self.until)
