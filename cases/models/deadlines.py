"""One table for every clock: computed by the rules from events, never typed in."""

from django.db import models

from accounts.models import Organisation, UnitRules


class Deadline(models.Model):
    """A clock of one subject. ``due`` is the earliest day while the answer is provisional."""

    rule = models.CharField("规则", max_length=40)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    # For lists: what the clock belongs to, as text and address, so that no join goes upward.
    chain = models.CharField(max_length=60)
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="deadlines")
    person = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    # The unit's own rules it is counted under, whatever is registered later.
    own_rules = models.ForeignKey(UnitRules, models.PROTECT, null=True, related_name="+")
    # The readings it is counted under, where they differ from the default.
    readings = models.JSONField(default=dict)
    what = models.CharField("事项", max_length=120)
    article = models.CharField("依据", max_length=40)
    start = models.DateField("起算日")
    due = models.DateField("到期日", null=True)
    latest = models.DateField("最迟到期日", null=True)
    provisional = models.BooleanField("预计", default=False)
    hard = models.BooleanField("法定", default=True)
    suspended = models.BooleanField("已中止", default=False)
    facts = models.JSONField("计算用的事实", default=dict)
    calendar = models.CharField("工作日历版本", max_length=80, blank=True)
    done = models.DateField("完成日期", null=True)
    done_how = models.CharField("完成方式", max_length=60, blank=True)

    class Meta:
        ordering = ["due", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "subject_kind", "subject_id"],
                condition=models.Q(done__isnull=True),
                name="one_open_clock_each",
            )
        ]
        indexes = [
            models.Index(
                fields=["unit", "due"],
                condition=models.Q(done__isnull=True),
                name="deadline_open_by_unit",
            ),
            # The next date of each row of a list; without it ten thousand cases take half a minute.
            models.Index(
                fields=["subject_kind", "subject_id", "due"],
                condition=models.Q(done__isnull=True),
                name="deadline_open_by_subject",
            ),
            models.Index(fields=["chain"], name="deadline_by_chain"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.subject_kind}:{self.subject_id}"
