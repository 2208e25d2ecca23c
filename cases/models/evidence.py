"""Evidence: kept as it came in, with its hash; excluded with reasons, never removed (Art 4, 20)."""

from django.db import models

from accounts.models import User
from cases.models.cases import Case


class Evidence(models.Model):
    """One item of evidence and where it came from."""

    audit_fields = ("title", "sha256", "excluded", "obtained_on", "case")

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence")
    title = models.CharField("名称", max_length=200)
    obtained_on = models.DateField("取得日期")
    obtained_from = models.CharField("来源", max_length=200)
    obtained_how = models.CharField("取得方式", max_length=200)
    file = models.FileField("文件", upload_to="evidence/%Y/%m", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    excluded = models.BooleanField("已排除", default=False)
    exclusion_reason = models.CharField("排除理由", max_length=300, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
