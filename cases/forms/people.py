"""Forms about people: papers, team, respondents (Art 23, 28, 44, 45)."""

from typing import Any

from django import forms

from accounts.models import User
from accounts.roles import Role
from accounts.selectors.people import holders
from cases.forms.complaints import UnitField, conduct_choices, units
from cases.forms.moves import DATES, DayField, LawLine, LongText, MoveForm
from cases.models import Duty, PartyKind, Relation, Respondent
from cases.services.respondents import RespondentData
from rules.law import N221, cite

TEAM_DUTIES = (Duty.OFFICER, Duty.LEAD_INVESTIGATOR, Duty.INVESTIGATOR, Duty.EXPERT)


class AgreementForm(MoveForm):
    """The standing confidentiality agreement (Art 44)."""

    citations = (cite(N221, 44),)

    agreed = forms.BooleanField(label="我已阅读并签署以上保密协议")


class CasePapersForm(MoveForm):
    """The statement for one case: each relation of Art 45, towards every party."""

    citations = (
        cite(N221, 44, "要签署保密协议"),
        cite(N221, 45, "被调查人或举报人近亲属、本案证人、利害关系人、有研究合作或师生关系"),
    )

    relations = forms.MultipleChoiceField(
        label="我与上列当事人或举报人有下列关系",
        choices=Relation.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="都没有的不勾选。勾选任何一项，签署后即退出本案。研究合作、师生关系不论多久以前。",
    )
    detail = forms.CharField(label="说明", max_length=300, required=False)
    agreed = forms.BooleanField(label="我签署保密协议和本案回避声明，以上填写属实")


class ParticipantForm(MoveForm):
    """Who joins the case, and as what."""

    citations = (cite(N221, 45, "不得参与调查处理工作，应主动申请回避"),)
    places = {"no_role": "user", "recused": "user", "in_future": "since"}

    user = forms.ModelChoiceField(label="人员", queryset=User.objects.none(), empty_label="请选择")
    duty = forms.ChoiceField(label="职责", choices=[(d.value, d.label) for d in TEAM_DUTIES])
    since = DayField(label="参加日期")

    def prepare(self) -> None:
        """People of the unit who hold a role the duties need."""
        roles = (Role.OFFICER, Role.INVESTIGATOR, Role.EXPERT)
        own = holders(self.scope.organisation_id, *roles)
        self.fields["user"].queryset = own  # type: ignore[attr-defined]


class EndParticipationForm(MoveForm):
    """Who leaves, when and why."""

    places = {"reason_missing": "reason", "too_early": "until"}

    until = DayField(label="退出日期")
    reason = LawLine(label="退出原因", max_length=200)


class RespondentForm(MoveForm):
    """A respondent's data; the identity number is asked for, never shown."""

    citations = (cite(N221, 28, item=1),)
    places = {
        "name_missing": "name",
        "id_of_unit": "id_number",
        "id_wrong": "id_number",
        "credit_code_wrong": "credit_code",
        "code_of_person": "credit_code",
    }

    name = forms.CharField(label="姓名或名称", max_length=120)
    unit_name = forms.CharField(label="所在单位、部门", max_length=120, required=False)
    position = forms.CharField(label="职务、身份", max_length=120, required=False)
    id_number = forms.CharField(
        label="身份证件号码",
        max_length=20,
        required=False,
        help_text="保存后封存；不改的留空。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-draft-skip": ""}),
    )
    credit_code = forms.CharField(label="统一社会信用代码", max_length=18, required=False)
    is_head = forms.BooleanField(label="单位主要负责人", required=False)
    party_member = forms.BooleanField(label="中共党员", required=False)
    public_servant = forms.BooleanField(label="公职人员", required=False)
    suspected_crime = forms.BooleanField(label="涉嫌犯罪", required=False)
    pending_applications = LongText(label="正在申报或被推荐的事项", rows=2, required=False)

    def prepare(self) -> None:
        """Only the number that fits the kind of respondent."""
        other = "credit_code" if self.subject.kind == PartyKind.PERSON else "id_number"
        self.fields[other].widget = forms.HiddenInput()
        if self.subject.id_number:
            self.fields["id_number"].help_text = "已封存；不改的留空。"

    @staticmethod
    def initially(respondent: Respondent) -> dict[str, Any]:
        """What is on file, but for the number."""
        names = RespondentData.__dataclass_fields__.keys() - {"id_number"}
        return {name: getattr(respondent, name) for name in names}


class AddRespondentForm(MoveForm):
    """Somebody the inquiry met."""

    places = {**DATES, "already_respondent": "name"}

    name = forms.CharField(label="姓名或名称", max_length=120)
    kind = forms.ChoiceField(label="类别", choices=PartyKind.choices, initial=PartyKind.PERSON)
    unit = UnitField(label="所在单位（平台内）", required=False)
    unit_name = forms.CharField(label="所在单位、部门", max_length=120, required=False)
    position = forms.CharField(label="职务、身份", max_length=120, required=False)
    allegations = LongText(label="反映的问题", rows=3)
    conduct = forms.TypedMultipleChoiceField(
        label="涉嫌的行为（第二条）",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    on = DayField(label="列为被调查人日期", help_text="调查处理期限仍从决定受理之日起算。")

    def prepare(self) -> None:
        """The law's list."""
        self.fields["conduct"].choices = conduct_choices()  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units()  # type: ignore[attr-defined]


class DiscontinueForm(MoveForm):
    """Death, with its proof."""

    citations = (cite(N221, 23, "调查期间被调查人死亡的，终止对其调查"),)
    places = {**DATES, "only_death_ends": "reason", "death_unproven": "evidence"}

    reason = forms.ChoiceField(
        label="终止的原因",
        choices=[
            ("death", "被调查人死亡"),
            ("left", "离职、毕业、退休"),
            ("withdrawn", "撤回举报或撤稿"),
            ("other", "其他"),
        ],
        widget=forms.RadioSelect,
    )
    evidence = LawLine(label="死亡的凭据", max_length=300, help_text="如死亡证明编号。")
    on = DayField(label="终止日期")
