"""The only writer of the log of filings: each submission has a chain of its own."""

from typing import Any

from django.db import models

from accounts import outbox
from accounts.actors import Actor
from accounts.audit.log import append
from accounts.models import Event
from cases.events import Kind
from reporting.models import Submission

CATALOGUE: dict[str, Kind] = {
    "submission.prepared": Kind("处理决定生效，须汇交", True, "filing"),
    "submission.package_confirmed": Kind("备齐处理决定书和调查报告"),
    "submission.released": Kind("放行报送", True, "filing"),
    "submission.receipt": Kind("收到回执"),
    "submission.received": Kind("省科技厅收到", False, "filing"),
    "submission.returned": Kind("要求补正", True),
    "submission.completed": Kind("补正后收到"),
    "submission.checked": Kind("省科技厅审核，符合要求", True),
    "submission.submitted": Kind("放行汇交国家系统和科技部", True, "filing"),
    "submission.correction_asked": Kind("国家系统要求补正", True),
    "submission.acknowledged": Kind("数据入库，科技部收到", True, "filing"),
    "submission.removal_due": Kind("处理决定失去效力，应移出", True),
    "submission.removal_applied": Kind("申请移出"),
    "submission.removal_sent": Kind("放行移出申请"),
    "submission.removed": Kind("已移出", True),
    "submission.expired": Kind("处理期限届满，自动移出", True),
    "submission.lapsed": Kind("处理决定失去效力，不再汇交", True),
    "submission.superseded": Kind("已由变更后的汇交取代", True),
}


def record(name: str, *, actor: Actor, subject: models.Model, on: Submission, **data: Any) -> Event:
    """Write an event to the chain of a submission and wake the handlers.

    ``data`` holds ids, codes and dates. KeyError for a name the catalogue does not have.
    """
    CATALOGUE[name]
    event = append(chain=on.chain, name=name, actor=actor, subject=subject, data=data)
    outbox.kick()
    return event


def label(name: str) -> str:
    """The words of the timeline."""
    kind = CATALOGUE.get(name)
    return kind.label if kind else name
