"""What there is to open: one case to its end, its appeal and filing, complaints in two states."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from accounts.models import Membership, Organisation, User
from appeals.models import Appeal
from appeals.services.admission import admit_appeal, tell_appellant
from appeals.services.lodging import Petition, lodge_appeal
from appeals.services.reviewing import begin_review
from cases.documents import files
from cases.models import Complaint, Deadline, Document, DocumentState, Evidence, Notification
from cases.services.complaints import decline_complaint, notify_complainant
from cases.services.objections import lodge_objection
from cases.services.people import sign_papers
from cases.services.told import RESULTS
from fixtures.demo import units
from fixtures.demo.stories import Stories
from fixtures.demo.walk import Walk
from rules.law import N221

# Who asks. The units' own people but expert9 have a part in the case and have signed its papers;
# officer2 and head2 are of another university, superior and province of the two departments.
ROLES = (
    "officer",
    "leader",
    "head",
    "investigator",
    "expert1",
    "reviewer",
    "expert9",
    "officer2",
    "head2",
    "superior",
    "province",
    "auditor",
    "sysadmin",
)


@dataclass(frozen=True)
class Stage:
    """The rows the addresses name."""

    users: dict[str, User]
    walk: Walk
    complaint: Complaint
    declined: Complaint
    appeal: Appeal
    document: Document
    deadline: Deadline
    fresh: Walk

    def ids(self, name: str, wanted: set[str]) -> dict[str, Any]:
        """The arguments of an address: ``pk`` by what it is about, the rest by their names."""
        found: dict[str, Any] = {key: self._part(key) for key in wanted - {"pk"}}
        if "pk" in wanted:
            found["pk"] = self._subject(name).pk
        return found

    def _subject(self, name: str) -> Model:
        if name.startswith("appeal_lodge"):
            return self.walk.decision()
        kind = name.partition("_")[0]
        rows: dict[str, Model] = {
            "complaint": self.declined if name == "complaint_rule_objection" else self.complaint,
            "appeal": self.appeal,
            "submission": self.walk.decision().submissions.get(),
            "document": self.document,
            "deadline": self.deadline,
            "organisation": Organisation.objects.get(name=units.UNIVERSITY),
            "user": self.users["expert10"],
            "membership": self.users["expert10"],
        }
        return rows.get(kind, self.walk.case)

    def _part(self, name: str) -> Any:
        case = self.walk.case
        owed = case.notifications.filter(sent_on=None)
        parts: dict[str, Callable[[], Any]] = {
            "respondent": lambda: self.walk.respondent().pk,
            "decision": lambda: self.walk.decision().pk,
            "participant": lambda: case.participants.get(user=self.users["expert1"]).pk,
            "evidence": lambda: Evidence.objects.filter(case=case)[0].pk,
            "notification": lambda: owed.get(kind=RESULTS).pk,
            "sending": lambda: owed.exclude(kind=RESULTS)[0].pk,
            "objection": lambda: self.declined.objections.get().pk,
            "membership": lambda: Membership.objects.get(user=self.users["expert10"]).pk,
            "number": lambda: N221,
        }
        return parts[name]()


def build() -> Stage:
    """Everything, through the real services."""
    users = units.make()
    stories = Stories(users)
    walk = stories.effective(80, filed=3)
    for kind in (RESULTS, "decision_copy"):
        Notification.objects.create(
            case=walk.case,
            kind=kind,
            organisation=walk.case.organisation.superior,
            article="第二十四条",
            contents="调查结果",
        )
    return Stage(
        users=users,
        walk=walk,
        complaint=stories.walk(3).register().assess().complaint,
        declined=_declined(stories),
        appeal=_under_review(walk),
        document=_printed(walk),
        deadline=Deadline.objects.filter(chain=walk.case.chain)[0],
        fresh=stories.walk(12).register().later(6).assess().accept(),
    )


def _declined(stories: Stories) -> Complaint:
    walk = stories.walk(20).register().later(5).assess(within_scope=False)
    officer, pk = walk.actor("officer"), walk.complaint.pk
    with walk.now() as day:
        decline_complaint(actor=officer, complaint_id=pk, on=day, reason="反映的是租赁纠纷。")
        notify_complainant(actor=officer, complaint_id=pk, on=day)
    with walk.later(2).now() as day:
        lodge_objection(actor=officer, complaint_id=pk, on=day, reasons="与事实不符。")
    return walk.complaint


def _under_review(walk: Walk) -> Appeal:
    officer = walk.actor("officer")
    with walk.later(2).now() as day:
        petition = Petition(
            appellant="respondent",
            lodged_on=day,
            received_on=day,
            receipt_evidence="收文登记",
            reasons=["处理过重。"],
            evidence="原始记录复印件。",
        )
        appeal = lodge_appeal(actor=officer, decision_id=walk.decision().pk, petition=petition)
    with walk.later(5).now() as day:
        admit_appeal(actor=officer, appeal_id=appeal.pk, on=day)
        tell_appellant(actor=officer, appeal_id=appeal.pk, on=day)
    team = [walk.users["reviewer"].pk, walk.users["reviewer2"].pk]
    with walk.later(2).now() as day:
        begin_review(actor=officer, appeal_id=appeal.pk, member_ids=team, on=day)
        for username in ("reviewer", "reviewer2"):
            sign_papers(actor=walk.actor(username), case_id=walk.case.pk)
    return appeal


def _printed(walk: Walk) -> Document:
    document = Document.objects.filter(case=walk.case, kind="decision_letter")[0]
    content = b"%PDF-1.7 a letter"
    document.file.name = files.keep(pk=document.pk, year=document.year, content=content)
    document.sha256, document.state = files.digest(content), DocumentState.RENDERED
    document.save()
    return document
