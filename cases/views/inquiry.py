"""Pages from the plan to the signed report: plan, steps, evidence, clocks, report."""

from collections.abc import Mapping
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from accounts.audit.log import record_read
from accounts.views.guard import guarded
from cases.forms.inquiry import (
    ApprovePlanForm,
    BeginForm,
    EvidenceForm,
    ExcludeEvidenceForm,
    ExtendForm,
    FileReportForm,
    PlanForm,
    ReportForm,
    ResumeForm,
    SignReportForm,
    StepForm,
    SubmitPlanForm,
    SupplementForm,
    SuspendForm,
    TellForm,
    TransferForm,
)
from cases.models import PLAN_PARTS, REPORT_PARTS, Case, Evidence
from cases.policies import leaders
from cases.selectors import case_files
from cases.services.evidence import add_evidence, exclude_evidence, open_evidence
from cases.services.inquiry import begin_investigation, record_step
from cases.services.planning import approve_plan, draft_plan, submit_plan
from cases.services.reports import draft_report, file_report, sign_report, supplement_inquiry
from cases.services.respondents import transfer_case
from cases.services.suspensions import extend, resume, suspend
from cases.services.told import EXTENSION, RESULTS, tell
from cases.views.moves import Move, Sent, form_actor, home, load_case, move_view

Ids = Mapping[str, Any]


def _file(template: str, name: str, **parts: Any) -> Any:
    """A page that shows parts of a case: ``parts`` are functions of the case."""

    @guarded("case.read_content", load=load_case)
    def view(request: HttpRequest, case: Case) -> HttpResponse:
        record_read(actor=form_actor(request), subject=case, what=name)
        shown = {key: part(case) for key, part in parts.items()}
        return render(request, template, {"scope": case, "home": home(case), **shown})

    return view


@guarded("case.read_content", load=load_case)
def evidence_file(request: HttpRequest, case: Case) -> FileResponse | HttpResponse:
    """The file of an item as it came in; the download is logged."""
    assert request.resolver_match is not None
    item = _evidence(case, request.resolver_match.kwargs)
    if item is None or not item.file:
        raise Http404
    content = open_evidence(actor=form_actor(request), evidence=item)
    suffix = item.file.name.rpartition(".")[2]
    return FileResponse(
        content.open("rb"), as_attachment=True, filename=f"evidence-{item.pk}.{suffix}"
    )


def _evidence(case: Case, ids: Ids) -> Evidence | None:
    return case.evidence.filter(pk=ids["evidence"]).first()


def _notification(case: Case, ids: Ids) -> Any:
    # What goes along with a decision, and a clearing, have forms of their own.
    owed = case.notifications.filter(sent_on=None, kind__in=(RESULTS, EXTENSION))
    return owed.filter(pk=ids["notification"]).first()


def _plan_so_far(case: Case) -> dict[str, str]:
    plan = case_files.current_plan(case)
    return {name: getattr(plan, name) for name in PLAN_PARTS} if plan else {}


def _report_so_far(case: Case) -> dict[str, str]:
    report = case_files.current_report(case)
    return {name: getattr(report, name) for name in REPORT_PARTS} if report else {}


def _plan(request: HttpRequest, case: Case, subject: Any) -> dict[str, Any]:
    return {"plan": case_files.current_plan(case), "plan_parts": case_files.plan_lines(case)}


def _report(request: HttpRequest, case: Case, subject: Any) -> dict[str, Any]:
    return {
        "report": case_files.current_report(case),
        "report_parts": case_files.report_lines(case),
    }


def _version(case: Case) -> dict[str, int]:
    report = case_files.current_report(case)
    return {"version": report.version} if report else {}


def _page(name: str) -> Any:
    return lambda sent, result: reverse(name, kwargs={"pk": sent.scope.pk})


def _on_case(service: Any) -> Any:
    """The service with the case, the position seen and every field of the form."""

    def act(sent: Sent) -> Any:
        return service(actor=sent.actor, case_id=sent.scope.pk, seen=sent.seen, **sent.data)

    return act


def _with_parts(service: Any) -> Any:
    def act(sent: Sent) -> Any:
        return service(actor=sent.actor, case_id=sent.scope.pk, parts=sent.data, seen=sent.seen)

    return act


DRAFT_PLAN = Move(
    policy="case.investigate",
    load=load_case,
    form=PlanForm,
    title="拟定调查方案",
    button="保存调查方案",
    done="已保存调查方案；写齐六项后提交批准。",
    initial=_plan_so_far,
    act=_with_parts(draft_plan),
    to=_page("case_plan"),
)
SUBMIT_PLAN = Move(
    policy="case.investigate",
    load=load_case,
    form=SubmitPlanForm,
    title="提交调查方案",
    button="提交批准",
    done=lambda plan: f"已提交，由{leaders(plan.case)}批准。",
    template="cases/plan_move.html",
    extra=_plan,
    act=_on_case(submit_plan),
)
APPROVE_PLAN = Move(
    policy="case.approve_plan",
    load=load_case,
    form=ApprovePlanForm,
    title="批准调查方案",
    button="批准调查方案",
    done="已批准调查方案。",
    template="cases/plan_move.html",
    extra=_plan,
    act=_on_case(approve_plan),
)
BEGIN = Move(
    policy="case.investigate",
    load=load_case,
    form=BeginForm,
    title="开始调查",
    button="开始调查",
    done="已开始调查。",
    template="cases/plan_move.html",
    extra=_plan,
    act=_on_case(begin_investigation),
)
RECORD_STEP = Move(
    policy="case.investigate",
    load=load_case,
    form=StepForm,
    title="记录调查工作",
    button="记录",
    done="已记录。",
    act=lambda s: record_step(
        actor=s.actor, case_id=s.scope.pk, step=StepForm.step(s.data), seen=s.seen
    ),
    to=_page("case_inquiry"),
)
ADD_EVIDENCE = Move(
    policy="case.investigate",
    load=load_case,
    form=EvidenceForm,
    title="收入证据材料",
    button="收入",
    done="已收入，文件的校验值已记录。",
    act=_on_case(add_evidence),
    to=_page("case_inquiry"),
)
EXCLUDE_EVIDENCE = Move(
    policy="case.investigate",
    load=load_case,
    pick=_evidence,
    form=ExcludeEvidenceForm,
    title="排除证据材料",
    button="排除",
    done="已排除，材料仍留在案卷中。",
    act=lambda s: exclude_evidence(
        actor=s.actor,
        case_id=s.scope.pk,
        evidence_id=s.subject.pk,
        reason=s.data["reason"],
        seen=s.seen,
    ),
    to=_page("case_inquiry"),
)
SUSPEND = Move(
    policy="case.suspend",
    load=load_case,
    form=SuspendForm,
    title="中止调查",
    button="批准中止调查",
    done="已中止调查；中止的时间不计入调查时限。",
    act=_on_case(suspend),
)
RESUME = Move(
    policy="case.resume",
    load=load_case,
    form=ResumeForm,
    title="恢复调查",
    button="恢复调查",
    done="已恢复调查，期限已重新计算。",
    act=_on_case(resume),
)
EXTEND = Move(
    policy="case.extend",
    load=load_case,
    form=ExtendForm,
    title="延长调查期限",
    button="批准延长",
    done="已延长，期限已重新计算。",
    act=_on_case(extend),
)
DRAFT_REPORT = Move(
    policy="case.investigate",
    load=load_case,
    form=ReportForm,
    title="起草调查报告",
    button="保存调查报告",
    done="已保存；写齐七项后由全体调查人员签字。",
    initial=_report_so_far,
    act=_with_parts(draft_report),
    to=_page("case_report"),
)
SIGN_REPORT = Move(
    policy="case.sign_report",
    load=load_case,
    form=SignReportForm,
    title="签署调查报告",
    button="签字",
    done=lambda report: "全体签字，报告已形成。" if report.formed_on else "您已签字。",
    template="cases/report_move.html",
    initial=_version,
    extra=_report,
    act=lambda s: sign_report(
        actor=s.actor, case_id=s.scope.pk, version=s.data["version"], seen=s.seen
    ),
    to=_page("case_report"),
)
FILE_REPORT = Move(
    policy="case.run",
    load=load_case,
    form=FileReportForm,
    title="归档调查报告",
    button="归档",
    done="已归档，报告已形成。",
    template="cases/report_move.html",
    extra=_report,
    act=_on_case(file_report),
    to=_page("case_report"),
)
SUPPLEMENT = Move(
    policy="case.run",
    load=load_case,
    form=SupplementForm,
    title="退回补充调查",
    button="退回补充调查",
    done="已退回补充调查；补充后重新形成报告。",
    act=_on_case(supplement_inquiry),
)
TRANSFER = Move(
    policy="case.run",
    load=load_case,
    form=TransferForm,
    title="移交案件",
    button="移交",
    done="已移交，期限随案移交。",
    act=_on_case(transfer_case),
)
TELL = Move(
    policy="case.run",
    load=load_case,
    pick=_notification,
    form=TellForm,
    title="登记已书面告知",
    button="登记已告知",
    done="已登记。",
    act=lambda s: tell(
        actor=s.actor,
        case_id=s.scope.pk,
        notification_id=s.subject.pk,
        seen=s.seen,
        **s.data,
    ),
    to=_page("case_notifications"),
)

plan = _file(
    "cases/plan.html",
    "case_plan",
    plan=case_files.current_plan,
    plan_parts=case_files.plan_lines,
)
inquiry = _file(
    "cases/inquiry.html",
    "case_inquiry",
    records=case_files.records,
    evidence=case_files.evidence,
)
report = _file(
    "cases/report.html",
    "case_report",
    report=case_files.current_report,
    report_parts=case_files.report_lines,
    versions=case_files.report_versions,
    to_file=case_files.to_be_filed,
)
notifications = _file(
    "cases/notifications.html", "case_notifications", notifications=case_files.notifications
)

CASE = "cases/<int:pk>/"
inquiry_urls = [
    path(CASE + "plan/", plan, name="case_plan"),
    path(CASE + "plan/draft/", move_view(DRAFT_PLAN), name="case_draft_plan"),
    path(CASE + "plan/submit/", move_view(SUBMIT_PLAN), name="case_submit_plan"),
    path(CASE + "plan/approve/", move_view(APPROVE_PLAN), name="case_approve_plan"),
    path(CASE + "begin/", move_view(BEGIN), name="case_begin"),
    path(CASE + "inquiry/", inquiry, name="case_inquiry"),
    path(CASE + "steps/add/", move_view(RECORD_STEP), name="case_record_step"),
    path(CASE + "evidence/add/", move_view(ADD_EVIDENCE), name="case_add_evidence"),
    path(CASE + "evidence/<int:evidence>/file/", evidence_file, name="case_evidence_file"),
    path(
        CASE + "evidence/<int:evidence>/exclude/",
        move_view(EXCLUDE_EVIDENCE),
        name="case_exclude_evidence",
    ),
    path(CASE + "suspend/", move_view(SUSPEND), name="case_suspend"),
    path(CASE + "resume/", move_view(RESUME), name="case_resume"),
    path(CASE + "extend/", move_view(EXTEND), name="case_extend"),
    path(CASE + "report/", report, name="case_report"),
    path(CASE + "report/draft/", move_view(DRAFT_REPORT), name="case_draft_report"),
    path(CASE + "report/sign/", move_view(SIGN_REPORT), name="case_sign_report"),
    path(CASE + "report/file/", move_view(FILE_REPORT), name="case_file_report"),
    path(CASE + "supplement/", move_view(SUPPLEMENT), name="case_supplement"),
    path(CASE + "transfer/", move_view(TRANSFER), name="case_transfer"),
    path(CASE + "notifications/", notifications, name="case_notifications"),
    path(CASE + "notifications/<int:notification>/", move_view(TELL), name="case_tell"),
]
