"""Forms of a decision's way: notice, hearing, approval, letter, service, and what follows."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from accounts.models import Organisation
from cases.facts import reads
from cases.forms.moves import OWN_WORK, DayField, LongText, MoveForm, own_work_reason
from cases.models import ServiceMethod, StatementPoint
from cases.services.corrections import GROUNDS
from cases.services.hearing import Answer
from cases.services.notices import TELL
from cases.services.serving import FROM_TELLING
from rules.codes import MEASURES
from rules.law import N221, S84, cite
from rules.sanctions import MeasureFact

HEAR = cite(N221, 27, "被调查人作出陈述或申辩的，应充分听取其意见")
ACCEPTED = (("yes", "采纳"), ("no", "不采纳"))


class _Demanding(MoveForm):
    """A form some of whose fields the service refuses to go without, each with its article."""

    wanted: ClassVar[tuple[str, ...]] = ()

    def prepare(self) -> None:
        """Mark them."""
        self.demand(*self.wanted)


class NoticeForm(MoveForm):
    """The advance notice: its date, and until when it will be served."""

    citations = (TELL,)

    on = DayField(label="告知书日期")
    serve_by = DayField(
        label="最迟送达日期", help_text="陈述申辩的截止日期从这一天起算，写进告知书。"
    )

    places = {"calendar_missing": "serve_by"}


class NoticeServedForm(_Demanding):
    """That the notice was served, with proof."""

    wanted = ("evidence",)

    citations = (TELL,)

    on = DayField(label="送达日期")
    evidence = forms.CharField(
        label="送达凭据", max_length=200, required=False, help_text="如送达回证、快递签收单号。"
    )

    places = {"notice_unproven": "evidence", "reply_period_short": "on"}


class StatementForm(_Demanding):
    """The respondent's statement, and its points one by one."""

    wanted = ("content", "points")

    draft_id = "statement"
    citations = (HEAR,)

    received_on = DayField(label="收到日期")
    content = LongText(label="陈述申辩的内容", rows=6, required=False)
    points = LongText(
        label="其中的意见", rows=5, required=False, help_text="每行一条；每条都要答复。"
    )

    places = {"content_missing": "content", "points_missing": "points"}


class AnswerForm(MoveForm):
    """An answer to each point that has none."""

    draft_id = "answers"
    citations = (HEAR,)

    def prepare(self) -> None:
        """Two fields for each point."""
        for point in self.open_points():
            self.fields[f"answer_{point.pk}"] = LongText(
                label=f"答复：{point.point}", rows=3, required=False
            )
            self.fields[f"accepted_{point.pk}"] = forms.ChoiceField(
                label="是否采纳", choices=ACCEPTED, widget=forms.RadioSelect, required=False
            )
            self.demand(f"answer_{point.pk}", f"accepted_{point.pk}")

    def clean(self) -> dict[str, Any]:
        """Whoever answers a point says whether it is accepted; nothing is chosen for them."""
        data = super().clean() or {}
        for name, said in list(data.items()):
            choice = name.replace("answer_", "accepted_")
            if name.startswith("answer_") and said and not data.get(choice):
                self.add_error(choice, "请选择是否采纳这条意见。")
        return data

    def open_points(self) -> list[StatementPoint]:
        """The points still to be answered."""
        return list(
            StatementPoint.objects.filter(statement__decision=self.subject, answer="").order_by(
                "pk"
            )
        )

    @staticmethod
    def answers(data: Mapping[str, Any]) -> dict[int, Answer]:
        """Point id to answer, from the cleaned fields."""
        points = [name.removeprefix("answer_") for name in data if name.startswith("answer_")]
        return {
            int(pk): Answer(data[f"answer_{pk}"], data[f"accepted_{pk}"] == "yes") for pk in points
        }


class HeardForm(MoveForm):
    """The end of the hearing: every point answered, or the period over."""

    citations = (HEAR,)

    on = DayField(label="听取完毕日期")


class ApproveForm(MoveForm):
    """The approval of a decision."""

    citations = (cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定"),)
    places = OWN_WORK

    on = DayField(label="批准日期")
    reason = own_work_reason()

    def prepare(self) -> None:
        """A reason is asked only where the case lets people approve their own work."""
        self.ask_only_under("approver_apart", "with_reason", "reason")


class IssueForm(MoveForm):
    """The letter: number and date."""

    citations = (cite(N221, 28, "处理决定书应载明以下内容"),)

    on = DayField(label="签发日期")


class ServeForm(_Demanding):
    """Service of the letter on the respondent."""

    wanted = ("evidence",)

    citations = (cite(N221, 28, "作出处理决定的单位负责向被处理人送达书面处理决定书"),)

    on = DayField(label="送达日期", help_text="申诉期限从这一天的次日起算。")
    method = forms.ChoiceField(
        label="送达方式", choices=ServiceMethod.choices, widget=forms.RadioSelect
    )
    evidence = forms.CharField(
        label="送达凭据", max_length=200, required=False, help_text="如送达回证、快递签收单号。"
    )

    consented = forms.BooleanField(
        label="被处理人同意电子送达",
        required=False,
        help_text="电子送达须经同意（本单位解读，条文未写明）。",
    )
    posted_on = DayField(
        label="公告日期",
        required=False,
        initial=None,
        help_text="公告送达时必填；自公告之日起满30日视为送达（本单位解读，条文未写明）。",
    )

    places = {
        "service_unproven": "evidence",
        "service_method_unknown": "method",
        "served_before_issue": "on",
        "electronic_without_consent": "consented",
        "public_service_too_early": "posted_on",
    }

    def prepare(self) -> None:
        """Consent and the day of posting are asked only where the case's readings need them."""
        super().prepare()
        self.ask_only_under("G7", "electronic_by_consent", "consented")
        self.ask_only_under("public_service", "after_30_days", "posted_on")


class TellForm(MoveForm):
    """That the named complainants were told."""

    citations = (cite(N221, 28, "并告知实名举报人"),)

    on = DayField(label="告知日期", help_text="不发送写有身份证件号码的决定书。")

    reasons = LongText(
        label="告知的主要理由",
        rows=4,
        required=False,
        help_text="不含他人的个人信息；只告知结果的不填（本单位解读，条文未写明）。",
    )

    places = {"others_disclosed": "reasons"}

    def prepare(self) -> None:
        """What complainants are told, and whether a period for appeal starts with it, are readings
        (complainant_access, C1).
        """
        self.ask_only_under("complainant_access", "result_and_reasons", "reasons")
        told = reads(self.case, "C1") == FROM_TELLING
        starts = "举报人申诉的期限从这一天的次日起算" if told else "举报人申诉的期限不因此起算"
        if "reasons" not in self.fields:
            starts = f"只告知结果。{starts}"
        self.fields["on"].help_text += f"{starts}（本单位解读，条文未写明）。"


class EffectForm(MoveForm):
    """The day of effect, where it does not follow from service."""

    citations = (cite(N221, 36, "在决定生效后10个工作日内"),)

    on = DayField(label="生效日期")

    places = {"appeal_period_runs": "on", "effect_not_on_service": "on"}


class AbandonForm(_Demanding):
    """Giving up a proposal."""

    wanted = ("reason",)

    reason = LongText(label="放弃的理由", rows=3, required=False)
    on = DayField(label="放弃日期")

    places = {"reason_missing": "reason"}


class CorrectForm(_Demanding):
    """Revoking an issued decision, by own correction or on a superior's order."""

    wanted = ("document", "reason")

    citations = (
        cite(S84, 21, "科研失信行为数据所依据的处理决定被撤销或者宣告无效的"),
        cite(N221, 26),
    )

    ground = forms.ChoiceField(
        label="撤销的原因",
        choices=[(code, said) for code, said in GROUNDS.items() if code != "review"],
        widget=forms.RadioSelect,
    )
    document = forms.CharField(label="所依据的文书", max_length=120, required=False)
    reason = LongText(label="撤销的理由", rows=3, required=False)
    decide_again = forms.BooleanField(label="重新办理，另行认定和处理", required=False)
    on = DayField(label="撤销日期")

    places = {
        "revocation_without_document": "document",
        "revocation_without_reason": "reason",
        "revoked_before_issue": "on",
    }


class ProposalForm(MoveForm):
    """Measures beyond the unit's power, proposed to the body that has it (Art 26)."""

    citations = (cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定"),)

    organisation = forms.ModelChoiceField(
        label="有处理权限的单位", queryset=Organisation.objects.none()
    )
    items = forms.TypedMultipleChoiceField(
        label="建议的处理措施",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        choices=[(i, f"{c.citation.place}{c.label}") for i, c in MEASURES.items()],
    )
    reason = forms.CharField(label="建议的理由", max_length=120)

    def prepare(self) -> None:
        """Every other body."""
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Organisation.objects.exclude(pk=self.scope.organisation_id)

    @staticmethod
    def measures(data: Mapping[str, Any]) -> list[MeasureFact]:
        """The chosen measures; their terms are for the other body to say."""
        return [MeasureFact(item) for item in data["items"]]


class SendingForm(MoveForm):
    """That something was sent, with proof."""

    recipient = forms.CharField(label="发给", max_length=120, required=False)
    evidence = forms.CharField(
        label="凭据", max_length=200, required=False, help_text="如发文登记号、签收单号。"
    )
    on = DayField(label="送出日期")

    places = {"evidence_missing": "evidence"}

    def prepare(self) -> None:
        """A body on the platform needs no name."""
        self.demand("evidence")
        if self.subject.organisation is not None:
            del self.fields["recipient"]
        else:
            self.initial.setdefault("recipient", self.subject.recipient)


class CloseForm(MoveForm):
    """Closing the case."""

    citations = (cite(N221, 25, "科研失信行为的调查处理应自决定受理之日起6个月内完成"),)

    on = DayField(label="结案日期")
