"""Who takes part in a case, and the statement each signs for it (Art 45)."""

from django.db import models

from accounts.models import Organisation, User
from cases.models.cases import Case


class Duty(models.TextChoices):
    """What a person does on a case."""

    OFFICER = "officer", "承办人"
    RESPONSIBLE_LEADER = "responsible_leader", "单位相关负责人"
    HEAD = "head", "单位负责人"
    LEAD_INVESTIGATOR = "lead_investigator", "调查组组长"
    INVESTIGATOR = "investigator", "调查人员"
    EXPERT = "expert", "专家组成员"
    REVIEWER = "reviewer", "复查人员"
    SUPERIOR_OFFICER = "superior_officer", "主管部门人员"
    PROVINCIAL_OFFICER = "provincial_officer", "省科技厅人员"


INVESTIGATING_DUTIES = (Duty.LEAD_INVESTIGATOR, Duty.INVESTIGATOR)


class Participant(models.Model):
    """A person's part in a case, from one day until another; never deleted."""

    audit_fields = ("case", "user", "organisation", "duty", "since", "until")

    case = models.ForeignKey(Case, models.PROTECT, related_name="participants")
    user = models.ForeignKey(User, models.PROTECT, related_name="participations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    duty = models.CharField("职责", max_length=20, choices=Duty.choices)
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)
    end_reason = models.CharField("退出原因", max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "user", "duty"],
                condition=models.Q(until__isnull=True),
                name="participant_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.get_duty_display()}"


class Relation(models.TextChoices):
    """The relations of Art 45 that bar a person, towards respondent or complainant."""

    NEAR_RELATIVE = "near_relative", "近亲属"
    WITNESS = "witness", "本案证人"
    INTERESTED = "interested", "利害关系人"
    COLLABORATOR = "collaborator", "有研究合作关系"
    TEACHER_STUDENT = "teacher_student", "有师生关系"
    OTHER = "other", "其他可能影响公正调查处理情形"


class RecusalStatement(models.Model):
    """The 回避声明 a person signs for one case before its content opens (Art 45)."""

    audit_fields = ("case", "user", "relations", "detail")

    case = models.ForeignKey(Case, models.PROTECT, related_name="recusal_statements")
    user = models.ForeignKey(User, models.PROTECT, related_name="recusal_statements")
    relations = models.JSONField("与当事人的关系", default=list)
    detail = models.CharField("说明", max_length=300, blank=True)
    signed_at = models.DateTimeField("签署时间")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "user"], name="statement_once")]

    def __str__(self) -> str:
        return f"{self.user} {self.case}"

    @property
    def conflicted(self) -> bool:
        """Whether a relation was declared: the person must stand aside."""
        return bool(self.relations)
