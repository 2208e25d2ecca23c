"""What recipients confirmed, and what goes over the wire to the national side."""

from django.db import models

from accounts.models import User
from reporting.models.submissions import Submission


class Recipient(models.TextChoices):
    """Who gives a receipt."""

    SUPERIOR = "superior", "上级主管部门"
    PROVINCE = "province", "省级科技行政部门"
    NATIONAL_SYSTEM = "national_system", "科研诚信管理信息系统"
    MOST = "most", "科技部"


class Receipt(models.Model):
    """A recipient's receipt for a hop; kept for good."""

    audit_fields = ("recipient", "received_on", "reference")

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="receipts")
    recipient = models.CharField("收件方", max_length=20, choices=Recipient.choices)
    received_on = models.DateField("收到日期")
    reference = models.CharField("回执号", max_length=80, blank=True)
    # The date starts a clock or stops one, so what proves it is kept with it.
    evidence = models.CharField("凭据", max_length=200, blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "recipient"], name="receipt_once_each")
        ]

    def __str__(self) -> str:
        return f"{self.submission} {self.get_recipient_display()}"


class TransmissionKind(models.TextChoices):
    """What is sent over the wire: the data record, the package, a removal."""

    RECORD = "record", "数据信息"
    PACKAGE = "package", "处理决定书和调查报告"
    REMOVAL = "removal", "移出申请"


class TransmissionResult(models.TextChoices):
    """How a transmission ended; empty while it is still to be sent."""

    WAITING = "", "等待发送"
    ACCEPTED = "accepted", "已有回执"
    CORRECTION = "correction", "要求补正"
    WITHDRAWN = "withdrawn", "未发送，已撤下"


class Transmission(models.Model):
    """One thing to send to the national side, under one idempotency key, until an answer comes.

    The key is made with the row and never changes, so a repeat of a call whose answer was lost is
    known to the other side for what it is. ``round`` counts the releases: what had to be corrected
    goes out again under a key of its own.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="transmissions")
    kind = models.CharField("内容", max_length=10, choices=TransmissionKind.choices)
    round = models.PositiveSmallIntegerField("第几次", default=1)
    key = models.CharField("幂等键", max_length=80, unique=True)
    body = models.JSONField(default=dict)
    attempts = models.PositiveIntegerField("次数", default=0)
    next_at = models.DateTimeField("下次发送时间")
    lease_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField("答复时间", null=True)
    result = models.CharField(
        "结果", max_length=12, choices=TransmissionResult.choices, blank=True, default=""
    )
    answer = models.JSONField("回执", default=dict)
    last_error = models.CharField("最近一次失败", max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "kind", "round"], name="transmission_once_each"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_at"],
                condition=models.Q(done_at__isnull=True),
                name="transmission_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.key
