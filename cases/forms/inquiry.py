"""Forms from the plan to the signed report (Art 16–25)."""

from typing import Any

from django import forms

from accounts.models import User
from cases.facts import case_law
from cases.forms.complaints import UnitField, units
from cases.forms.moves import (
    DATES,
    OWN_WORK,
    DayField,
    LawLine,
    LawText,
    MoveForm,
    own_work_reason,
)
from cases.models import (
    INVESTIGATING_DUTIES,
    PLAN_PARTS,
    REPORT_PARTS,
    Duty,
    Plan,
    RecordKind,
    Report,
    Respondent,
    ReviewBody,
    SuspensionGround,
)
from cases.services.inquiry import Step
from rules.law import N221, cite


class PlanForm(MoveForm):
    """The six parts of Art 16."""

    draft_id = "plan"
    citations = (cite(N221, 16, "明确调查内容、人员、方式、进度安排、保障措施、工作纪律等"),)
    places = {f"plan_{name}_missing": name for name in PLAN_PARTS}

    def prepare(self) -> None:
        """A field for each part, with what was written before."""
        for name in PLAN_PARTS:
            label = str(Plan._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            self.fields[name] = LawText(label=label, rows=3)


class NothingMore(MoveForm):
    """A move that asks for nothing but the decision itself."""


class SubmitPlanForm(MoveForm):
    """Submission of the plan to the responsible leader."""

    citations = (cite(N221, 16, "经单位相关负责人批准后实施"),)


class ApprovePlanForm(MoveForm):
    """Approval of the plan."""

    citations = (cite(N221, 16, "经单位相关负责人批准后实施"),)
    places = {**DATES, **OWN_WORK}

    on = DayField(label="批准日期")
    reason = own_work_reason()

    def prepare(self) -> None:
        """A reason is asked only where the case lets people approve their own work."""
        self.ask_only_under("approver_apart", "with_reason", "reason")


class BeginForm(MoveForm):
    """The start of the investigation."""

    citations = (cite(N221, 17, "调查应包括行政调查和学术评议"),)


class StepForm(MoveForm):
    """A step of the inquiry; each kind says below which fields it needs."""

    draft_id = "step"
    citations = (
        cite(N221, 17, "调查应包括行政调查和学术评议"),
        cite(N221, 18),
        cite(N221, 20, "应当听取被调查人的陈述和申辩"),
    )
    places = {
        "in_future": "done_on",
        "before_plan": "done_on",
        "plan_not_approved": "done_on",
        "content_missing": "content",
        "interview_not_written": "content",
        "respondent_missing": "respondent",
        "interviewee_missing": "interviewee",
        "body_missing": "body",
        "interviewers_too_few": "people",
        "panel_too_small": "people",
        "member_without_agreement": "people",
        "member_without_statement": "people",
        "interviewers_unsigned": "interviewers_signed",
        "interviewee_unsigned": "interviewee_signed",
        "recording_untold": "recording_told_on",
        "recording_told_late": "recording_told_on",
    }

    kind = forms.ChoiceField(label="种类", choices=RecordKind.choices, widget=forms.RadioSelect)
    done_on = DayField(label="日期")
    content = LawText(label="内容", rows=6, help_text="做了什么，查明了什么。")
    respondent = forms.ModelChoiceField(
        label="被调查人",
        queryset=Respondent.objects.none(),
        required=False,
        empty_label="未选",
        help_text="听取陈述和申辩时必选。",
    )
    people = forms.ModelMultipleChoiceField(
        label="参加人员",
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    body = forms.ChoiceField(
        label="评议机构",
        choices=[("", "不是学术评议"), *ReviewBody.choices],
        required=False,
        help_text="学术评议时必选。",
    )
    no_academic_question = forms.BooleanField(label="不涉及学术问题，不需要评议", required=False)
    interviewee = forms.CharField(
        label="谈话对象", max_length=60, required=False, help_text="谈话时必填。"
    )
    place = forms.CharField(label="地点", max_length=120, required=False)
    interviewers_signed = forms.BooleanField(label="谈话人已签字", required=False)
    interviewee_signed = forms.BooleanField(label="谈话对象已签字", required=False)
    recorded = forms.BooleanField(label="录音、录像", required=False)
    recording_told_on = DayField(label="告知录音、录像日期", required=False, initial=None)

    def prepare(self) -> None:
        """The respondents and people of this case."""
        case = self.scope
        duties = (*INVESTIGATING_DUTIES, Duty.EXPERT)
        taking_part = User.objects.filter(
            participations__case=case,
            participations__duty__in=duties,
            participations__until=None,
        ).distinct()
        law = case_law(case)
        talk, panel = law["quorum.interview"].value, law["quorum.panel"].value
        self.fields[
            "people"
        ].help_text = f"谈话：{talk}名以上调查人员；专家组评议：{panel}名以上专家。"
        self.fields["respondent"].queryset = case.respondents.all()  # type: ignore[attr-defined]
        self.fields["people"].queryset = taking_part  # type: ignore[attr-defined]

    @staticmethod
    def step(data: dict[str, Any]) -> Step:
        """The cleaned fields as the service takes them."""
        given = dict(data)
        respondent = given.pop("respondent")
        people = tuple(user.pk for user in given.pop("people"))
        return Step(respondent_id=respondent.pk if respondent else None, people=people, **given)


class EvidenceForm(MoveForm):
    """An item of evidence and where it came from."""

    citations = (cite(N221, 20, "严禁以威胁、引诱、欺骗以及其他非法手段收集证据"),)
    places = {"in_future": "obtained_on"}

    title = forms.CharField(label="名称", max_length=200)
    obtained_on = DayField(label="取得日期")
    obtained_from = forms.CharField(label="来源", max_length=200, help_text="从谁、从哪里取得。")
    obtained_how = forms.CharField(
        label="取得方式", max_length=200, help_text="如书面调取、当事人提供。"
    )
    upload = forms.FileField(
        label="文件", required=False, help_text="原样保存并记下校验值，不会被改动。"
    )


class ExcludeEvidenceForm(MoveForm):
    """Why an item is not to be relied on."""

    citations = (cite(N221, 20, "严禁以威胁、引诱、欺骗以及其他非法手段收集证据"),)
    places = {"reason_missing": "reason"}

    reason = LawLine(label="排除理由", max_length=300)


class SuspendForm(MoveForm):
    """One of two grounds, from today on."""

    citations = (
        cite(
            N221, 23, "调查中发现关键信息不充分或暂不具备调查条件的，可经单位相关负责人批准中止调查"
        ),
        cite(N221, 23, "中止的时间不计入调查时限"),
    )
    places = {**DATES, "suspension_backdated": "on", "suspension_without_ground": "ground"}

    ground = forms.ChoiceField(
        label="事由", choices=SuspensionGround.choices, widget=forms.RadioSelect
    )
    detail = forms.CharField(label="说明", max_length=300)
    on = DayField(label="中止之日", help_text="自批准起算，不能追溯。")


class ResumeForm(MoveForm):
    """The cause is gone."""

    citations = (cite(N221, 23, "中止调查的原因消除后，应及时恢复调查"),)
    places = {**DATES, "resumed_before_suspension": "on", "cause_not_gone": "cause_gone"}

    on = DayField(label="恢复之日")
    cause_gone = LawLine(label="中止原因消除的情况", max_length=300)


class ExtendForm(MoveForm):
    """How much longer, and why the case is of special weight and complexity."""

    citations = (cite(N221, 25, "经单位负责人批准后可延长调查期限，延长时间一般不超过6个月"),)
    places = {"extension_without_length": "months", "extension_without_ground": "ground"}

    months = forms.IntegerField(
        label="延长月数", min_value=1, max_value=24, help_text="一般不超过6个月。"
    )
    ground = LawText(label="特别重大复杂的情况", help_text="为何在期限内不能完成。")


class ReportForm(MoveForm):
    """The seven parts of Art 24."""

    draft_id = "report"
    citations = (cite(N221, 24),)
    places = {f"report_{name}_missing": name for name in REPORT_PARTS}

    def prepare(self) -> None:
        """A field for each part."""
        for name in REPORT_PARTS:
            label = str(Report._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            self.fields[name] = LawText(label=label, rows=5)


class SignReportForm(MoveForm):
    """One's own signature under the version shown."""

    citations = (cite(N221, 24, "调查报告须由全体调查人员签字"),)

    version = forms.IntegerField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(label="我已通读这一版报告，签字确认")


class FileReportForm(MoveForm):
    """The report goes to the files and is formed by it (reading G18)."""

    citations = (cite(N221, 24, "一般应在调查报告形成后的15个工作日内"),)
    places = {**DATES, "report_not_filed": "on"}

    on = DayField(label="归档日期", help_text="报告自这一天形成（本单位解读，条文未写明）。")


class SupplementForm(MoveForm):
    """What still has to be found out."""

    citations = (cite(N221, 24, "需要补充调查的，应根据补充调查情况重新形成调查报告"),)
    places = {"supplement_without_reason": "reason"}

    reason = LawText(label="要查清什么")


class TellForm(MoveForm):
    """That a body was told, and the proof."""

    places = {**DATES, "evidence_missing": "evidence"}

    on = DayField(label="送出日期")
    evidence = LawLine(label="凭据", max_length=200, help_text="如发文号、签收回执。")


class TransferForm(MoveForm):
    """To whom the case goes, and why that body is competent."""

    places = {**DATES, "to_accused": "to", "same_unit": "to", "reason_missing": "reason"}

    to = UnitField(label="移交给")
    reason = LawText(label="管辖依据", rows=3)
    on = DayField(label="移交日期", help_text="调查处理期限随案移交，不重新计算。")

    def prepare(self) -> None:
        """Any unit but the own one."""
        others = units().exclude(pk=self.scope.organisation_id)
        self.fields["to"].queryset = others  # type: ignore[attr-defined]
