"""Forms from the registration of a complaint to the decision on it (Art 11–15)."""

from typing import Any

from django import forms
from django.forms import formset_factory

from accounts.forms.base import OfficeForm
from accounts.models import Organisation
from cases.forms.moves import DayField, LawLine, LawText, LongText, MoveForm
from cases.models import (
    CHECKLIST,
    OPEN_STATES,
    Case,
    Channel,
    Complaint,
    Domain,
    PartyKind,
    Source,
    WorkKind,
)
from rules.codes import ANNEX_84, CONDUCT
from rules.law import N221, S84, cite
from rules.outcome import Citation

YES_NO = (("yes", "是"), ("no", "否"))
NO_RELATION = (
    "我与被举报人、举报人没有近亲属、证人、利害关系、研究合作、师生或其他可能影响公正的关系"
)


def units() -> Any:
    """Every organisation, by name."""
    return Organisation.objects.order_by("name")


class UnitField(forms.ModelChoiceField):
    """An organisation on the platform; every one unless the form narrows it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", "请选择" if kwargs.get("required", True) else "未选")
        super().__init__(queryset=Organisation.objects.none(), **kwargs)


def conduct_choices() -> list[tuple[int, str]]:
    """The eight items of Art 2 in their order."""
    return [(item, f"（{'一二三四五六七八'[item - 1]}）{CONDUCT[item].label}") for item in CONDUCT]


def annex_choices() -> list[tuple[str, str]]:
    """The annex of 84号, each item with its place."""
    return [(code.value, f"{code.citation.place}{code.label}") for code in ANNEX_84.values()]


class RegisterForm(MoveForm):
    """What came in, from whom (sealed), and that whoever registers it stands apart."""

    draft_id = "complaint"
    citations = (
        cite(N221, 11),
        cite(N221, 45, "参与科研失信行为调查处理人员应签署回避声明"),
        cite(N221, 46, "不得泄露相关信息"),
    )

    source = forms.ChoiceField(label="来源", choices=Source.choices, widget=forms.RadioSelect)
    channel = forms.TypedChoiceField(
        label="途径", choices=Channel.choices, coerce=int, help_text="第十一条所列途径都应接收。"
    )
    referred_by = UnitField(
        label="移送单位",
        required=False,
        help_text="上级机关或有关部门移送的才填。",
    )
    received_on = DayField(label="收到日期", help_text="受理期限从这一天的次日起算。")
    receipt_evidence = forms.CharField(
        label="收到日期的凭据", max_length=200, help_text="如收文号、邮戳、邮件时间。"
    )
    title = forms.CharField(label="题目", max_length=120, help_text="不写人名，最多120个字。")
    content = LongText(label="反映的问题", rows=8)
    domain = forms.ChoiceField(label="领域", choices=Domain.choices, widget=forms.RadioSelect)
    conduct = forms.TypedMultipleChoiceField(
        label="涉嫌的行为（第二条）",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="可多选；受理前还会核对。",
    )
    annex = forms.MultipleChoiceField(
        label="涉嫌的行为（《山东省科研诚信管理办法》附件）",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    complainant_name = forms.CharField(
        label="举报人姓名", max_length=60, required=False, help_text="实名举报必填；保存后封存。"
    )
    complainant_unit = forms.CharField(label="举报人单位", max_length=120, required=False)
    complainant_contact = forms.CharField(label="举报人联系方式", max_length=120, required=False)
    no_relation = forms.BooleanField(label=NO_RELATION)

    def prepare(self) -> None:
        """The law's own lists."""
        self.fields["conduct"].choices = conduct_choices()  # type: ignore[attr-defined]
        self.fields["annex"].choices = annex_choices()  # type: ignore[attr-defined]
        self.fields["referred_by"].queryset = units()  # type: ignore[attr-defined]
        self.fields["no_relation"].error_messages["required"] = (
            "有上述关系的不得办理，请交由他人登记。"
        )

    def clean_annex(self) -> list[list[int]]:
        """Pairs of list and item."""
        return [[int(n) for n in value.split(".")] for value in self.cleaned_data["annex"]]


class PartyForm(OfficeForm):
    """Somebody the complaint is about."""

    name = forms.CharField(label="姓名或名称", max_length=120)
    kind = forms.ChoiceField(label="类别", choices=PartyKind.choices, initial=PartyKind.PERSON)
    unit = UnitField(label="所在单位（平台内）", required=False)
    unit_name = forms.CharField(label="所在单位、部门", max_length=120, required=False)
    position = forms.CharField(label="职务、身份", max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units()  # type: ignore[attr-defined]


class WorkForm(OfficeForm):
    """A project, paper, award or talent title the conduct concerns."""

    kind = forms.ChoiceField(label="类别", choices=WorkKind.choices)
    title = forms.CharField(label="名称", max_length=200)
    identifier = forms.CharField(label="编号", max_length=80, required=False)
    manager = UnitField(label="管理单位", required=False)
    publicly_funded = forms.BooleanField(label="财政性资金支持的省级科技计划项目", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["manager"].queryset = units()  # type: ignore[attr-defined]


PartyFormSet = formset_factory(PartyForm, extra=0, min_num=1, max_num=30, absolute_max=30)
WorkFormSet = formset_factory(WorkForm, extra=0, min_num=1, max_num=30, absolute_max=30)

QUESTIONS: dict[str, tuple[str, Citation]] = {
    "respondent_identified": ("有明确的举报对象吗？", cite(N221, 12, item=1)),
    "within_scope": ("举报内容属于第二条规定的范围吗？", cite(N221, 12, item=2)),
    "facts_stated": ("有明确的违规事实吗？", cite(N221, 12, item=3)),
    "evidence": ("有客观、明确的证据材料吗？", cite(N221, 12, item=4)),
    "checkable_lead": ("有可查证线索吗？", cite(N221, 12, item=4)),
    "repeats_earlier": ("是对同一对象重复举报吗？", cite(N221, 13, item=3)),
    "decision_in_effect": ("已经作出生效处理决定了吗？", cite(N221, 13, item=4)),
    "new_evidence_or_lead": ("有新的证据、线索吗？", cite(N221, 13, item=3)),
    "competent": ("属于本单位职责范围吗？", cite(N221, 14, "属于本单位职责范围的")),
    "military": (
        "被举报人属于军队管理吗？",
        cite(N221, 52, "科研失信行为被调查人属于军队管理的，由军队按照其有关规定进行调查处理"),
    ),
}


class AssessForm(MoveForm):
    """The questions of Art 12, 13, 14 and 52, each with its words beside it."""

    def prepare(self) -> None:
        """One question for each condition; what was answered before stands."""
        for name in CHECKLIST:
            question, _ = QUESTIONS[name]
            known = getattr(self.subject, name)
            self.fields[name] = forms.ChoiceField(
                label=question,
                choices=YES_NO,
                widget=forms.RadioSelect,
                initial={True: "yes", False: "no"}.get(known),
                error_messages={"required": f"请回答：{question}"},
            )

    def questions(self) -> list[tuple[Any, Citation]]:
        """Each bound field with the words it asks about."""
        return [(self[name], QUESTIONS[name][1]) for name in CHECKLIST]

    @staticmethod
    def answered(complaint: Complaint) -> list[tuple[str, bool | None, Citation]]:
        """Each question with the answer on file and the words it asks about."""
        return [(QUESTIONS[n][0], getattr(complaint, n), QUESTIONS[n][1]) for n in CHECKLIST]


class AcceptForm(MoveForm):
    """Acceptance: a new case, or joined to an open one."""

    citations = (
        cite(N221, 14, "符合本规则第十二条规定且属于本单位职责范围的，应予以受理"),
        cite(N221, 25, "自决定受理之日起6个月内完成"),
    )
    places = {"in_future": "on", "too_early": "on", "decided_before_receipt": "on"}

    on = DayField(label="决定受理日期", help_text="调查处理期限从这一天起算。")
    title = forms.CharField(label="案由", max_length=120, required=False, help_text="不写人名。")
    join_case = forms.ModelChoiceField(
        label="并入正在办理的案件",
        queryset=Case.objects.none(),
        required=False,
        empty_label="不并入，另立一案",
        help_text="同一件事又有举报时才选；期限不重新计算。",
    )
    no_relation = forms.BooleanField(
        label=f"{NO_RELATION}，签署本案回避声明",
        required=False,
        help_text="不勾选的，打开案件前另行签署。",
    )

    def prepare(self) -> None:
        """The unit's own open cases; the complaint's title to begin with."""
        own = Case.objects.filter(organisation=self.subject.organisation, state__in=OPEN_STATES)
        self.fields["join_case"].queryset = own  # type: ignore[attr-defined]
        self.initial.setdefault("title", self.subject.title)


class DeclineForm(MoveForm):
    """Refusal with its explanation."""

    citations = (cite(N221, 13), cite(N221, 14, "不予受理的应说明情况"))
    places = {"reason_missing": "reason", "in_future": "on", "too_early": "on"}

    on = DayField(label="作出意见日期")
    reason = LawText(label="不予受理的理由", help_text="写进通知书，逐项说明。")


class ForwardForm(MoveForm):
    """To another unit, or advice where to report."""

    citations = (
        cite(N221, 14, "可转送相关责任单位或告知举报人向相关责任单位举报"),
        cite(S84, 14, "应责成第一责任主体开展调查处理"),
        cite(N221, 46, "不得将举报材料转给被举报人或被举报单位等利益相关方"),
    )
    places = {
        "forwarded_nowhere": "to",
        "complaint_to_respondent": "to",
        "respondent_not_competent": "to",
        "in_future": "on",
        "too_early": "on",
    }

    on = DayField(label="转送或告知日期")
    to = UnitField(label="转送单位", required=False)
    told_where = forms.CharField(
        label="告知举报人向何处举报", max_length=200, required=False, help_text="与转送选其一。"
    )

    def prepare(self) -> None:
        """Any unit but the own one."""
        others = units().exclude(pk=self.subject.organisation_id)
        self.fields["to"].queryset = others  # type: ignore[attr-defined]


class NotifyForm(MoveForm):
    """When the named complainant was told."""

    citations = (cite(N221, 14, "并通知实名举报人"),)
    places = {"in_future": "on", "too_early": "on"}

    on = DayField(label="通知日期", help_text="作出意见和通知都要在受理期限内。")


class ObjectForm(MoveForm):
    """An objection of the complainant."""

    citations = (cite(N221, 14, "举报人可以对不予受理提出异议并说明理由"),)
    places = {"objection_without_reasons": "reasons", "in_future": "on", "too_early": "on"}

    on = DayField(label="提出日期")
    reasons = LawText(label="举报人的理由")


class RuleObjectionForm(MoveForm):
    """The answer to an objection."""

    citations = (cite(N221, 14, "异议不成立的，不予受理"),)
    places = {"objection_unanswered": "answer", "in_future": "on", "too_early": "on"}

    on = DayField(label="答复日期")
    upheld = forms.ChoiceField(
        label="异议是否成立",
        choices=[("yes", "成立，重新办理"), ("no", "不成立，仍不予受理")],
        widget=forms.RadioSelect,
    )
    answer = LawText(label="答复")


class IdentityForm(MoveForm):
    """Why the sealed identity is opened."""

    citations = (cite(N221, 46, "不得泄露相关信息"),)
    places = {"reason_missing": "reason"}

    reason = LawLine(label="开启理由", max_length=300, help_text="理由和开启人都会留下记录。")
