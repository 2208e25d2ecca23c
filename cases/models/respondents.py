"""Respondents, each with a proceeding of their own, and what was found about them."""

from django.db import models
from django_fsm import FSMField, FSMModelMixin, transition

from accounts.models import Organisation, User
from accounts.sealing import SealedTextField
from cases.models.cases import Case
from cases.models.complaints import PartyKind


class RespondentState(models.TextChoices):
    """States of the respondent's proceeding."""

    OPEN = "open", "办理中"
    CLEARED = "cleared", "未发现失信行为"
    FOUND = "found", "认定有失信行为"
    EXEMPTED = "exempted", "免予处理"
    DISCONTINUED = "discontinued", "已终止"


class Respondent(FSMModelMixin, models.Model):
    """A natural person or an organisation whose conduct is inquired into."""

    audit_fields = ("state", "name", "kind", "unit", "case", "id_index", "credit_code")

    case = models.ForeignKey(Case, models.PROTECT, related_name="respondents")
    name = models.CharField("姓名或名称", max_length=120)
    kind = models.CharField("类别", max_length=15, choices=PartyKind.choices)
    unit = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="respondents"
    )
    unit_name = models.CharField("所在单位", max_length=120, blank=True)
    position = models.CharField("职务、身份", max_length=120, blank=True)
    id_number = SealedTextField("身份证件号码", blank=True, default="")
    id_index = models.CharField(max_length=64, blank=True, db_index=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    is_head = models.BooleanField("单位主要负责人", default=False)
    party_member = models.BooleanField("中共党员", default=False)
    public_servant = models.BooleanField("公职人员", default=False)
    suspected_crime = models.BooleanField("涉嫌犯罪", default=False)
    pending_applications = models.TextField("正在申报或被推荐的事项", blank=True)
    allegations = models.TextField("反映的问题", blank=True)
    conduct = models.JSONField("涉嫌的行为（第二条）", default=list)
    added_on = models.DateField("列为被调查人日期")
    state = FSMField(
        "状态", default=RespondentState.OPEN, choices=RespondentState.choices, protected=True
    )
    ended_on = models.DateField("办结日期", null=True)
    end_reason = models.CharField("办结说明", max_length=300, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    @transition(
        field=state,
        source=RespondentState.OPEN,
        target=RespondentState.CLEARED,
        custom={"label": "未发现失信行为", "article": "221号 第三十九条"},
    )
    def clear(self) -> None:
        """No misconduct was found; clearing is due."""

    @transition(
        field=state,
        source=RespondentState.OPEN,
        target=RespondentState.FOUND,
        custom={"label": "认定有失信行为", "article": "221号 第二十六条"},
    )
    def find(self) -> None:
        """Misconduct was found; a decision follows."""

    @transition(
        field=state,
        source=RespondentState.OPEN,
        target=RespondentState.EXEMPTED,
        custom={"label": "免予处理", "article": "221号 第三十四条"},
    )
    def exempt(self) -> None:
        """Retracted before the report, without larger harm; still notice, letter and appeal."""

    @transition(
        field=state,
        source=RespondentState.OPEN,
        target=RespondentState.DISCONTINUED,
        custom={"label": "终止调查", "article": "221号 第二十三条"},
    )
    def discontinue(self) -> None:
        """The respondent died; the others are not affected."""

    @transition(
        field=state,
        source=[RespondentState.CLEARED, RespondentState.FOUND, RespondentState.EXEMPTED],
        target=RespondentState.OPEN,
        custom={"label": "重新办理", "article": "221号 第四十一条"},
    )
    def reopen(self) -> None:
        """A review revoked the result or sent it back."""


class Finding(models.Model):
    """What was finally found about a respondent: facts, circumstances, nature (Art 26, 30)."""

    audit_fields = ("conduct", "severity", "lenient", "aggravated", "facts", "misconduct")

    respondent = models.ForeignKey(Respondent, models.PROTECT, related_name="findings")
    version = models.PositiveSmallIntegerField(default=1)
    misconduct = models.BooleanField("有失信行为")
    conduct = models.JSONField("认定的行为（第二条）", default=list)
    annex = models.JSONField("认定的行为（84号附件）", default=list)
    standard = models.CharField("学术出版规范或行业标准", max_length=300, blank=True)
    facts = models.TextField("认定的事实")
    evidence = models.TextField("证据", blank=True)
    factors = models.JSONField("第三十条各因素的认定", default=dict)
    severity = models.CharField("情节", max_length=20, blank=True)
    lenient = models.JSONField("从轻情形（第三十四条）", default=list)
    aggravated = models.JSONField("从重情形（第三十五条）", default=list)
    reasons = models.TextField("理由", blank=True)
    found_on = models.DateField("认定日期")
    found_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["respondent", "version"]
        constraints = [
            models.UniqueConstraint(fields=["respondent", "version"], name="finding_version")
        ]

    def __str__(self) -> str:
        return f"{self.respondent} 第{self.version}次认定"
