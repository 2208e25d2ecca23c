"""Evidence: taken in with its hash, excluded with reasons, never removed (Art 17, 20)."""

import hashlib
import uuid
from datetime import date
from pathlib import PurePath

from django.core.files.base import File
from django.db import transaction

from accounts import clock
from accounts.actors import Actor
from accounts.audit.log import record_read
from accounts.refusals import Refused
from cases import events
from cases.models import OPEN_STATES, Evidence
from cases.services.dates import not_future
from cases.services.entering import case_for, standing
from rules.law import N221, cite
from rules.outcome import error

UNLAWFUL = cite(N221, 20, "严禁以威胁、引诱、欺骗以及其他非法手段收集证据")


@transaction.atomic
def add_evidence(
    *,
    actor: Actor,
    case_id: int,
    title: str,
    obtained_on: date,
    obtained_from: str,
    obtained_how: str,
    upload: File[bytes] | None = None,
    seen: int | None = None,
) -> Evidence:
    """Take an item in: what it is, from whom, how it was obtained, and the file with its hash."""
    case = case_for("case.investigate", actor=actor, case_id=case_id, seen=seen)
    standing(case, OPEN_STATES, "案件办理期间才能收入证据材料。")
    not_future(obtained_on, "取得日期")
    if not (title.strip() and obtained_from.strip() and obtained_how.strip()):
        message = "名称、来源和取得方式都要写明，才能核对证据是否合法取得。"
        raise Refused.because(error("incomplete", message, UNLAWFUL))
    evidence = Evidence(
        case=case,
        title=title.strip(),
        obtained_on=obtained_on,
        obtained_from=obtained_from.strip(),
        obtained_how=obtained_how.strip(),
        added_by_id=actor.user_id,
        added_at=clock.now(),
    )
    if upload is not None:
        evidence.sha256, evidence.size = _hash(upload)
        # The name a person gave the file may name people; the place on disk must not.
        suffix = PurePath(upload.name or "").suffix[:10]
        evidence.file.save(f"{uuid.uuid4().hex}{suffix}", upload, save=False)
    evidence.save()
    events.record(
        "case.evidence_added", actor=actor, subject=evidence, on=case, sha256=evidence.sha256
    )
    return evidence


@transaction.atomic
def exclude_evidence(
    *, actor: Actor, case_id: int, evidence_id: int, reason: str, seen: int | None = None
) -> Evidence:
    """Mark an item as not to be relied on; it stays in the file."""
    case = case_for("case.investigate", actor=actor, case_id=case_id, seen=seen)
    standing(case, OPEN_STATES, "案件办理期间才能排除证据材料。")
    evidence = case.evidence.filter(pk=evidence_id).first()
    if evidence is None or evidence.excluded:
        raise Refused.plainly("not_in_use", "没有这份证据材料，或者它已经排除。")
    if not reason.strip():
        message = "排除证据要写明理由；材料仍留在案卷中。"
        raise Refused.because(error("reason_missing", message, UNLAWFUL))
    evidence.excluded, evidence.exclusion_reason = True, reason.strip()
    evidence.save()
    events.record("case.evidence_excluded", actor=actor, subject=evidence, on=case)
    return evidence


def open_evidence(*, actor: Actor, evidence: Evidence) -> File[bytes]:
    """The file of an item, the reading logged. The caller has asked ``case.read_content``."""
    record_read(actor=actor, subject=evidence, what="evidence.read")
    return evidence.file


def _hash(upload: File[bytes]) -> tuple[str, int]:
    found, size = hashlib.sha256(), 0
    for chunk in upload.chunks():
        found.update(chunk)
        size += len(chunk)
    upload.seek(0)
    return found.hexdigest(), size
