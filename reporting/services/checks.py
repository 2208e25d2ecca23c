"""What a package has and lacks, as the rules see it, for the page on which it is confirmed."""

from dataclasses import dataclass

from reporting.facts import elements_asked, package_outcome, record_elements
from reporting.models import Submission

WITH_RECORD = frozenset({"approve", "send-back", "complete", "submit", "submit-direct"})
ASKED = WITH_RECORD | {"confirm-package", "release"}
PAPERS = (
    ("处理决定书", "package_without_letter"),
    ("调查报告", "package_without_report"),
    ("处理决定生效", "decision_not_effective"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the package needs: what stands there, or that it is missing."""

    label: str
    value: str
    done: bool


def of(submission: Submission, slug: str) -> list[Check]:
    """The check-list of a move; empty for moves that need no package.

    The identity number is only said to be there.
    """
    if slug not in ASKED:
        return []
    with_record = slug in WITH_RECORD or submission.direct
    outcome = package_outcome(submission, with_record=with_record)
    refused = {finding.code for finding in outcome.errors}
    rows = [Check(label, "已有", code not in refused) for label, code in PAPERS]
    if with_record:
        values = record_elements(submission)
        rows += [
            Check(label, values[key], f"record_{key}_missing" not in refused)
            for key, label in elements_asked(submission).items()
        ]
    return rows
