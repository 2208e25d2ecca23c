"""The only writer of the case log: what happened, in the same transaction as the change.

The catalogue gives every event the words a person reads in the timeline; events that decide
something are marked, they get the filled dot.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models

from accounts import outbox
from accounts.actors import Actor
from accounts.audit.log import append
from accounts.models import Event


@dataclass(frozen=True, slots=True)
class Kind:
    """How an event reads, whether it decides, and the stage of the track it belongs to.

    ``quiet`` ones seal a second row changed by the same act; the timeline leaves them out.
    """

    label: str
    decides: bool = False
    stage: str = ""
    quiet: bool = False


class Chained(Protocol):
    """Something with a chain of its own: a complaint, a case."""

    @property
    def chain(self) -> str: ...


CATALOGUE: dict[str, Kind] = {
    "complaint.registered": Kind("登记举报"),
    "complaint.assessed": Kind("逐项核对受理条件"),
    "complaint.accepted": Kind("决定受理", True, "acceptance"),
    "complaint.joined": Kind("并入已受理的案件", True, "acceptance"),
    "complaint.declined": Kind("决定不予受理", True),
    "complaint.forwarded": Kind("转送相关责任单位", True),
    "complaint.received_onward": Kind("收到转送的线索"),
    "complaint.redirected": Kind("告知举报人向相关责任单位举报", True),
    "complaint.notified": Kind("通知实名举报人"),
    "complaint.objected": Kind("举报人对不予受理提出异议"),
    "complaint.objection_upheld": Kind("异议成立，重新办理", True),
    "complaint.objection_dismissed": Kind("异议不成立", True),
    "complaint.identity_opened": Kind("开启举报人身份"),
    "case.opened": Kind("决定受理，立案办理", True, "acceptance"),
    "case.complaint_joined": Kind("并入另一件举报"),
    "record.kept": Kind("留存同一办理的记录", quiet=True),
    "case.governed": Kind("确定适用的规定"),
    "case.participant_added": Kind("增加参与人员"),
    "case.participant_ended": Kind("人员退出"),
    "case.statement_signed": Kind("签署回避声明"),
    "case.recused": Kind("声明存在回避情形，退出办理", True),
    "case.respondent_added": Kind("列为被调查人"),
    "case.respondent_amended": Kind("补充被调查人基本情况"),
    "case.plan_drafted": Kind("拟定调查方案"),
    "case.plan_submitted": Kind("提交调查方案"),
    "case.plan_approved": Kind("批准调查方案", True, "investigation"),
    "case.investigation_begun": Kind("开始调查", False, "investigation"),
    "case.step_recorded": Kind("记录调查工作"),
    "case.evidence_added": Kind("收入证据材料"),
    "case.evidence_excluded": Kind("排除证据材料"),
    "case.suspended": Kind("中止调查", True),
    "case.resumed": Kind("恢复调查"),
    "case.extended": Kind("延长调查期限", True),
    "case.extension_reported": Kind("向移送机关报告延期情况"),
    "case.report_drafted": Kind("起草调查报告"),
    "case.report_signed": Kind("签署调查报告"),
    "case.report_filed": Kind("调查报告归档"),
    "case.reported": Kind("调查报告形成，全体调查人员签字", True, "report"),
    "case.supplemented": Kind("退回补充调查"),
    "case.told": Kind("书面告知有关单位"),
    "respondent.found": Kind("认定有科研失信行为", True, "finding"),
    "respondent.cleared": Kind("认定未发现科研失信行为", True, "finding"),
    "respondent.exempted": Kind("认定免予处理", True, "finding"),
    "respondent.discontinued": Kind("终止对被调查人的调查", True),
    "respondent.reopened": Kind("重新办理"),
    "finding.recorded": Kind("记录认定的事实、情节和性质", quiet=True),
    "respondent.clarified": Kind("以适当方式澄清"),
    "decision.proposed_elsewhere": Kind("向有权限的单位提出处理建议"),
    "case.determined": Kind("事实、情节、性质最终认定", True, "finding"),
    "decision.drafted": Kind("拟定处理措施", False, "decision"),
    "decision.redrafted": Kind("改拟处理措施"),
    "decision.notice_prepared": Kind("制作事先告知书"),
    "decision.noticed": Kind("送达事先告知书"),
    "decision.statement_received": Kind("收到陈述申辩"),
    "decision.statement_answered": Kind("答复陈述申辩"),
    "decision.heard": Kind("听取陈述申辩完毕"),
    "decision.approved": Kind("批准处理决定", True, "decision"),
    "decision.issued": Kind("签发处理决定书", True, "decision"),
    "decision.served": Kind("送达处理决定书", True, "service"),
    "decision.complainant_told": Kind("告知实名举报人"),
    "decision.effective": Kind("处理决定生效", True, "effect"),
    "decision.varied": Kind("变更处理决定", True),
    "decision.revoked": Kind("撤销处理决定", True),
    "decision.abandoned": Kind("放弃拟定的处理决定"),
    "decision.expired": Kind("处理期限届满"),
    "case.closed": Kind("结案", True),
    "case.terminated": Kind("终止调查", True),
    "case.transferred": Kind("移交", True),
    "case.reopened": Kind("重新办理", True),
    "document.requested": Kind("制作文书"),
    "document.rendered": Kind("文书已生成"),
    "document.failed": Kind("文书未能生成"),
    "case.imported": Kind("录入公开的处理决定", True),
}


def record(name: str, *, actor: Actor, subject: models.Model, on: Chained, **data: Any) -> Event:
    """Write an event to the chain of ``on`` and wake the handlers. KeyError for unknown names.

    ``data`` holds ids, codes and dates; names of people stay in their rows.
    """
    CATALOGUE[name]
    event = append(chain=on.chain, name=name, actor=actor, subject=subject, data=data)
    outbox.kick()
    return event


def label(name: str) -> str:
    """The words of the timeline."""
    kind = CATALOGUE.get(name)
    return kind.label if kind else name
