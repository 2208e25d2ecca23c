"""Forms of the appeal's moves: each hands over what its service takes, and checks shape alone."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from accounts.selectors.people import holders
from appeals.facts import first_team
from appeals.models import AppealOutcome, AppealState, Appellant
from appeals.policies import own_opinion, reviews
from appeals.services.lodging import Petition
from appeals.services.reviewing import REVIEWING_ROLES
from cases.facts import reads
from cases.forms.moves import DATES, OWN_WORK, DayField, LongText, MoveForm, own_work_reason
from cases.models import Case
from cases.services.serving import FROM_TELLING
from rules.law import N221, cite
from rules.outcome import Citation

COMPLAINANT_FIRST = "请选择以哪一件举报的举报人身份申诉；匿名举报的不能申诉。"


class LodgeForm(MoveForm):
    """What the appellant handed in; the day of service is not asked, the record knows it."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(
            N221,
            41,
            "可在收到处理决定书之日起15个工作日内，按照处理决定书载明的救济途径"
            "向作出调查处理决定的单位或部门书面提出申诉，写明理由并提供相关证据或线索",
        ),
    )
    places: ClassVar[Mapping[str, str]] = {
        "in_future": "received_on",
        "too_early": "lodged_on",
        "receipt_unproven": "receipt_evidence",
        "complainant_unnamed": "identity_proof",
        "nothing_received": "appellant",
        "already_lodged": "appellant",
        "already_reviewed": "appellant",
        "first_appeal_refused": "taken_because",
    }
    draft_id = "appeal"

    appellant = forms.ChoiceField(
        label="申诉人", choices=Appellant.choices, widget=forms.RadioSelect
    )
    complaint = forms.TypedChoiceField(
        label="举报人申诉的，是哪一件举报",
        coerce=int,
        empty_value=None,
        required=False,
        help_text="姓名仍封存在举报登记里，这里不写。被处理人申诉的不选。",
    )
    identity_proof = forms.CharField(
        label="匿名举报人如何证明是举报人",
        max_length=200,
        required=False,
        help_text="如出示了举报回执的查询码；不写姓名，也不写查询码本身。实名举报人、被处理人申诉的不填。",
    )
    lodged_on = DayField(label="提出申诉日期", help_text="以邮戳或递交日期为准。")
    received_on = DayField(label="本单位收到日期", help_text="受理期限从这一天的次日起算。")
    receipt_evidence = forms.CharField(
        label="收到日期的凭据", max_length=200, help_text="如收文号、签收单。"
    )
    reasons = LongText(
        label="申诉理由",
        rows=6,
        required=False,
        help_text="一行写一条，以后逐条答复。没有写明理由的也要登记，由核对决定是否受理。",
    )
    evidence = LongText(label="证据或线索", rows=4, required=False)

    @property
    def starts(self) -> str:
        """Since when the periods for appeal run; for complainants that is a reading (C1)."""
        if reads(self.case, "C1") == FROM_TELLING:
            return "申诉期限从这些日期起算，不需要另填。"
        return (
            "被处理人的申诉期限从送达日期起算，不需要另填；"
            "举报人没有收到处理决定书的，期限不起算（本单位解读，条文未写明）。"
        )

    def prepare(self) -> None:
        numbers = [
            (c.pk, f"{c.number}，{c.get_source_display()}{'' if c.named else '，匿名'}")
            for c in self.case.complaints.all()
        ]
        self.fields["complaint"].choices = [("", "不选"), *numbers]  # type: ignore[attr-defined]

    @property
    def case(self) -> Case:
        """The case of the decision appealed."""
        case: Case = self.scope.respondent.case
        return case

    def clean_reasons(self) -> list[str]:
        """The reasons, one a line."""
        return [line.strip() for line in self.cleaned_data["reasons"].splitlines() if line.strip()]

    def clean(self) -> dict[str, Any]:
        """The petition, when every field has its shape."""
        data = dict(self.cleaned_data)
        if data.get("appellant") == Appellant.COMPLAINANT and data.get("complaint") is None:
            self.add_error("complaint", COMPLAINANT_FIRST)
        if self.errors:
            return data
        seen = data.pop("seen", None)
        data["complaint_id"] = data.pop("complaint")
        return {"seen": seen, "petition": Petition(**data)}


class SecondForm(LodgeForm):
    """A second appeal: no period, its own grounds of refusal (Art 42)."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(
            N221,
            42,
            "仅以对调查处理结果和复查结果不服为由，不能说明其他理由并提供充分证据，"
            "或以同一事实和理由提出申诉的，不予受理",
        ),
    )
    draft_id = "second-appeal"

    sufficient_evidence = forms.BooleanField(label="提供了充分证据", required=False)
    only_dissatisfied = forms.BooleanField(
        label="仅以对调查处理结果和复查结果不服为由", required=False
    )
    same_facts_and_reasons = forms.BooleanField(label="以同一事实和理由提出申诉", required=False)
    taken_because = LongText(
        label="收取的理由",
        rows=3,
        required=False,
        help_text=(
            "第一次申诉没有受理，由本单位审查不予受理是否正当的，必须写明"
            "（本单位解读，条文未写明）。"
        ),
    )

    def prepare(self) -> None:
        super().prepare()
        if self.scope.state != AppealState.REFUSED:
            del self.fields["taken_because"]

    @property
    def case(self) -> Case:
        """The case of the first appeal."""
        case: Case = self.scope.case
        return case


class DayForm(MoveForm):
    """Only the day."""

    places: ClassVar[Mapping[str, str]] = DATES
    on = DayField(label="日期")


class AdmitForm(DayForm):
    """Admitting an appeal."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(N221, 43, "原则上均应自受理之日起90个工作日内完成"),
    )
    places: ClassVar[Mapping[str, str]] = {**DATES, "decided_before_receipt": "on"}
    on = DayField(label="决定受理日期", help_text="复查、复核的期限从这一天的次日起算。")


class RefuseForm(DayForm):
    """Refusing an appeal, with the reason."""

    citations: ClassVar[tuple[Citation, ...]] = (cite(N221, 41, "不予受理的应说明情况"),)
    places: ClassVar[Mapping[str, str]] = {
        **DATES,
        "decided_before_receipt": "on",
        "refusal_reason_missing": "reason",
    }
    on = DayField(label="决定不予受理日期")
    reason = LongText(label="不予受理的说明", rows=4)


class TeamForm(DayForm):
    """Another team; at the review's beginning a third party may be commissioned instead."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(N221, 41, "另行组织调查组或委托第三方机构，按照本规则的调查程序开展复查"),
    )
    places: ClassVar[Mapping[str, str]] = {
        **DATES,
        "team_shared": "member_ids",
        "review_team_missing": "member_ids",
        "recused": "member_ids",
    }
    member_ids = forms.TypedMultipleChoiceField(
        label="人员",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="每人签署保密协议和本案的回避声明后才能打开案件。",
    )

    def prepare(self) -> None:
        before = first_team(self.scope)
        people = holders(self.scope.organisation_id, *REVIEWING_ROLES)
        choices = [(u.pk, f"{u.name}{_barred(u.pk, before)}") for u in people]
        field = self.fields["member_ids"]
        field.choices = choices  # type: ignore[attr-defined]
        field.initial = list(
            self.scope.members.filter(until=None).values_list("user_id", flat=True)
        )


class BeginForm(TeamForm):
    """The team and, where one is commissioned, the third party."""

    citations: ClassVar[tuple[Citation, ...]] = (
        *TeamForm.citations,
        cite(N221, 44, "委托第三方机构开展调查、测试、评估或评价时，应履行保密程序"),
    )
    places: ClassVar[Mapping[str, str]] = {
        **TeamForm.places,
        "third_party_without_confidentiality": "third_party_papers",
    }
    third_party = forms.CharField(
        label="委托的第三方机构", max_length=120, required=False, help_text="不委托的不填。"
    )
    third_party_papers = forms.CharField(
        label="第三方机构的保密文件",
        max_length=200,
        required=False,
        help_text="如保密协议编号、签署日期。",
    )


class AnswersForm(MoveForm):
    """An answer to each reason of the appellant; it may be saved unfinished."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(N221, 43, "针对申诉人提出的理由给予明确回复"),
    )
    draft_id = "appeal-answers"

    def prepare(self) -> None:
        for number, reason in enumerate(self.scope.reasons.all(), start=1):
            self.fields[f"reason_{reason.pk}"] = LongText(
                label=f"理由{number}：{reason.reason}", rows=4, required=False,
                initial=reason.answer,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Answers by the id of the reason."""
        answers = {
            int(name.removeprefix("reason_")): said
            for name, said in self.cleaned_data.items()
            if name.startswith("reason_")
        }
        return {"seen": self.cleaned_data.get("seen"), "answers": answers}


class OpinionForm(DayForm):
    """The opinion and what it ends in."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(N221, 43, "复查、复核应制作复查、复核意见书"),
    )
    places: ClassVar[Mapping[str, str]] = {
        **DATES,
        **OWN_WORK,
        "opinion_without_conclusion": "opinion",
        "nothing_in_force": "outcome",
    }
    draft_id = "appeal-opinion"
    outcome = forms.ChoiceField(
        label="结果", choices=AppealOutcome.choices, widget=forms.RadioSelect
    )
    opinion = LongText(label="复查、复核意见", rows=8)
    on = DayField(label="作出意见日期")
    reason = own_work_reason()

    def prepare(self) -> None:
        field = self.fields["outcome"]
        field.choices = [(o.value, o.label) for o in self.scope.outcomes]  # type: ignore[attr-defined]
        if not (own_opinion(self.scope) and reviews(self.actor, self.scope)):
            del self.fields["reason"]


def _barred(user_id: int, before: frozenset[int]) -> str:
    return "（参加过此前的调查或复查，不能选）" if user_id in before else ""
