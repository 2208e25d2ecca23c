"""Forms of the appeal's moves; they check shape, the services decide."""

from typing import ClassVar

from django import forms

from accounts.roles import Role
from accounts.selectors.people import holders
from appeals.models import AppealOutcome, Appellant
from cases.forms.moves import DayField, LongText, MoveForm
from rules.law import N221, cite
from rules.outcome import Citation


class LodgeForm(MoveForm):
    """What the appellant handed in."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(N221, 41, "可在收到处理决定书之日起15个工作日内"),
        cite(N221, 42, "申诉必须明确理由并提供充分证据"),
    )
    places: ClassVar[dict[str, str]] = {"in_future": "received_on", "too_early": "lodged_on"}
    draft_id = "appeal"

    appellant = forms.ChoiceField(label="申诉人", choices=Appellant.choices)
    appellant_name = forms.CharField(label="申诉人姓名", max_length=60, help_text="加密保存。")
    served_on = DayField(label="收到处理决定书（举报人：被告知）的日期", initial=None)
    lodged_on = DayField(label="提出申诉日期", help_text="以邮戳或递交日期为准。")
    received_on = DayField(label="本单位收到日期", help_text="15个工作日从这一天的次日起算。")
    reasons = LongText(label="申诉理由", rows=6, help_text="一行写一条，复查、复核时逐条答复。")
    evidence = LongText(label="证据或线索", rows=4, required=False)
    sufficient_evidence = forms.BooleanField(label="提供了充分证据（申请复核时）", required=False)
    only_dissatisfied = forms.BooleanField(
        label="仅以对结果不服为由，没有说明其他理由（申请复核时）", required=False
    )
    same_facts_and_reasons = forms.BooleanField(
        label="以同一事实和理由再次提出（申请复核时）", required=False
    )

    def reason_lines(self) -> list[str]:
        """The reasons, one a line."""
        return [line.strip() for line in self.cleaned_data["reasons"].splitlines() if line.strip()]


class DayForm(MoveForm):
    """Only the day."""

    places: ClassVar[dict[str, str]] = {"in_future": "on", "too_early": "on"}
    on = DayField(label="日期")


class RefuseForm(DayForm):
    """Refusing an appeal, with the reason."""

    citations: ClassVar[tuple[Citation, ...]] = (cite(N221, 41, "不予受理的应说明情况"),)
    places: ClassVar[dict[str, str]] = {**DayForm.places, "reason_missing": "reason"}
    reason = LongText(label="不予受理的说明", rows=4)


class TeamForm(DayForm):
    """Another team."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(N221, 41, "另行组织调查组或委托第三方机构，按照本规则的调查程序开展复查"),
    )
    members = forms.MultipleChoiceField(
        label="复查、复核人员",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="原调查组的人不能参加。",
    )
    third_party = forms.CharField(label="委托的第三方机构", max_length=120, required=False)

    def prepare(self) -> None:
        roles = (Role.REVIEWER, Role.INVESTIGATOR, Role.SUPERIOR_OFFICER)
        people = holders(self.scope.organisation_id, *roles)
        self.fields["members"].choices = [(u.pk, u.name) for u in people]  # type: ignore[attr-defined]

    def clean_members(self) -> list[int]:
        """Ids of the chosen people."""
        return [int(pk) for pk in self.cleaned_data["members"]]


class AnswersForm(MoveForm):
    """An answer to each reason of the appellant."""

    citations: ClassVar[tuple[Citation, ...]] = (
        cite(N221, 43, "针对申诉人提出的理由给予明确回复"),
    )
    draft_id = "appeal-answers"

    def prepare(self) -> None:
        for reason in self.scope.reasons.all():
            self.fields[f"reason_{reason.pk}"] = LongText(
                label=f"理由：{reason.reason}", rows=4, required=False, initial=reason.answer
            )

    def answers(self) -> dict[int, str]:
        """Answers by the id of the reason."""
        return {
            int(name.removeprefix("reason_")): said
            for name, said in self.cleaned_data.items()
            if name.startswith("reason_")
        }


class OpinionForm(DayForm):
    """The opinion and what it ends in."""

    citations: ClassVar[tuple[Citation, ...]] = (cite(N221, 43, "应制作复查、复核意见书"),)
    draft_id = "appeal-opinion"
    outcome = forms.ChoiceField(
        label="结果", choices=AppealOutcome.choices, widget=forms.RadioSelect
    )
    opinion = LongText(label="复查、复核意见", rows=8)
