"""What a package has and lacks, as the rules see it, for the page on which it is confirmed."""

from dataclasses import dataclass

from reporting.facts import package_facts, record_elements
from reporting.models import Submission
from rules.outcome import Finding
from rules.procedure.filing import RECORD_FIELDS, check_package

WITH_RECORD = frozenset({"approve", "send-back", "complete", "submit", "submit-direct"})
ASKED = WITH_RECORD | {"confirm-package", "release"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the package needs: there, or missing with what the rules say."""

    text: str
    done: bool
    finding: Finding | None = None


def of(submission: Submission, slug: str) -> list[Check]:
    """The check-list of a move; empty for moves that need no package."""
    if slug not in ASKED:
        return []
    with_record = slug in WITH_RECORD or submission.direct
    facts = package_facts(submission, with_record=with_record)
    refused = {finding.code: finding for finding in check_package(facts).errors}
    rows = [
        ("处理决定书", "package_without_letter"),
        ("调查报告，全体调查人员签字", "package_without_report"),
        ("处理决定已生效", "decision_not_effective"),
    ]
    if with_record:
        rows += [(text, f"record_{key}_missing") for key, text in _elements(submission)]
    return [Check(text, code not in refused, refused.get(code)) for text, code in rows]


def _elements(submission: Submission) -> list[tuple[str, str]]:
    """Each element of the record with its value; the identity number is only said to be there."""
    values = record_elements(submission)
    return [
        (key, f"{label}：{values[key]}" if values[key] else label)
        for key, label in RECORD_FIELDS.items()
    ]
