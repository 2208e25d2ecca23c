"""Every declared policy asked by every role, in every relation a person can have to a case."""

from dataclasses import dataclass
from typing import Any

import pytest

import misconduct.urls  # noqa: F401  declares the policies of the pages
from accounts import policies
from accounts.actors import Actor
from accounts.middleware import NOBODY as STRANGER
from accounts.policies import Permission, may
from accounts.selectors.people import actor_for
from accounts.services.permissions import citation_of
from cases.models import RecusalStatement
from cases.models.people import Relation
from tests.permissions.groups import (
    EVERYBODY,
    KNOW_APPEAL,
    KNOW_CASE,
    KNOW_FILING,
    NOBODY,
    OFFICES,
    ON_CASE,
    WITH_CASES,
    those,
)
from tests.permissions.stage import ROLES, Stage

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("permissions")]


@dataclass(frozen=True)
class Row:
    """Who is allowed, and who is told why not; from everybody else it is hidden."""

    allowed: frozenset[str]
    told: frozenset[str] = NOBODY

    def answer(self, who: str) -> str:
        """allowed, told or hidden."""
        return "allowed" if who in self.allowed else "told" if who in self.told else "hidden"


OFFICER = those("officer")
HEAD = those("head")
LEADER = those("leader")
PROVINCE = those("province")
INQUIRERS = those("officer investigator")
APPEALS = those("officer leader head reviewer officer2 head2 superior province auditor")
FILINGS = those("officer leader head officer2 head2 superior province auditor")

# On the case of the stage, where everybody concerned has signed.
TABLE = {
    "office.signed_in": Row(EVERYBODY),
    "office.enter": Row(EVERYBODY),
    "law.read": Row(EVERYBODY),
    "administration.manage": Row(those("sysadmin")),
    "complaint.list": Row(OFFICES),
    "complaint.register": Row(OFFICES),
    "complaint.view": Row(OFFICER),
    "complaint.decide": Row(OFFICER),
    "complaint.open_identity": Row(OFFICER),
    "case.list": Row(WITH_CASES),
    "case.know": Row(KNOW_CASE),
    "case.view": Row(KNOW_CASE),
    "case.sign": Row(ON_CASE),
    "case.read_content": Row(ON_CASE),
    "case.run": Row(OFFICER, told=KNOW_CASE),
    "case.investigate": Row(INQUIRERS, told=KNOW_CASE),
    "case.approve_plan": Row(LEADER, told=KNOW_CASE),
    "case.suspend": Row(LEADER, told=KNOW_CASE),
    "case.resume": Row(OFFICER | LEADER, told=KNOW_CASE),
    "case.extend": Row(HEAD, told=KNOW_CASE),
    "case.sign_report": Row(those("investigator"), told=KNOW_CASE),
    "decision.approve": Row(HEAD, told=KNOW_CASE),
    "document.read": Row(ON_CASE),
    "document.manage": Row(OFFICER, told=KNOW_CASE),
    "deadline.view": Row(KNOW_CASE),
    "appeal.list": Row(APPEALS),
    "appeal.lodge_sign": Row(ON_CASE),
    "appeal.lodge": Row(OFFICER, told=ON_CASE),
    "appeal.know": Row(KNOW_APPEAL),
    "appeal.view": Row(KNOW_APPEAL),
    "appeal.lodge_second": Row(those("superior"), told=KNOW_APPEAL),
    "appeal.decide_admission": Row(OFFICER, told=KNOW_APPEAL),
    "appeal.review": Row(those("reviewer"), told=KNOW_APPEAL),
    "appeal.conclude": Row(HEAD, told=KNOW_APPEAL),
    "submission.list": Row(FILINGS),
    "submission.know": Row(KNOW_FILING),
    "submission.view": Row(KNOW_FILING),
    "submission.sign": Row(KNOW_FILING - those("auditor")),
    "submission.read_content": Row(KNOW_FILING - those("auditor")),
    "submission.confirm_package": Row(OFFICER, told=KNOW_FILING),
    "submission.complete": Row(OFFICER, told=KNOW_FILING),
    "submission.apply_removal": Row(OFFICER, told=KNOW_FILING),
    "submission.release": Row(those("officer leader head"), told=KNOW_FILING),
    "submission.confirm_superior": Row(those("superior"), told=KNOW_FILING),
    "submission.receive": Row(PROVINCE, told=KNOW_FILING),
    "submission.check": Row(PROVINCE, told=KNOW_FILING),
    "submission.submit": Row(PROVINCE, told=KNOW_FILING),
    "submission.remove": Row(PROVINCE, told=KNOW_FILING),
    "submission.submit_direct": Row(NOBODY, told=KNOW_FILING),
}
# Asked of nothing in particular.
GENERAL = frozenset(
    {
        "administration.manage",
        "appeal.list",
        "case.list",
        "complaint.list",
        "complaint.register",
        "law.read",
        "office.enter",
        "office.signed_in",
        "submission.list",
    }
)
# What needs the papers of the case signed first.
CONTENT = sorted(
    name
    for name in TABLE
    if name.startswith(("case.", "decision."))
    and name not in {"case.list", "case.know", "case.sign"}
)


def subject_of(stage: Stage, name: str) -> Any:
    """The row a policy is asked about."""
    decision = stage.walk.decision()
    rows = {
        "complaint": stage.complaint,
        "document": stage.document,
        "deadline": stage.deadline,
        "appeal": decision if name in {"appeal.lodge", "appeal.lodge_sign"} else stage.appeal,
        "submission": decision.submissions.get(),
    }
    return None if name in GENERAL else rows.get(name.partition(".")[0], stage.walk.case)


def actor(stage: Stage, who: str) -> Actor:
    return actor_for(stage.users[who], None)


def said(permission: Permission) -> str:
    return "hidden" if permission.hidden else "allowed" if permission.allowed else "told"


def test_every_declared_policy_is_in_the_table() -> None:
    assert set(policies.names()) == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_what_each_role_is_answered(stage: Stage, name: str) -> None:
    subject = subject_of(stage, name)
    got = {who: said(may(name, actor(stage, who), subject)) for who in ROLES}
    assert got == {who: TABLE[name].answer(who) for who in ROLES}


@pytest.mark.parametrize("name", TABLE)
def test_a_stranger_is_answered_nothing(stage: Stage, name: str) -> None:
    assert said(may(name, STRANGER, subject_of(stage, name))) == "hidden"


@pytest.mark.parametrize("name", sorted(TABLE.keys() - {"office.signed_in", "law.read"}))
def test_without_a_role_there_is_nothing_but_the_law(stage: Stage, name: str) -> None:
    user = stage.users["officer"]
    nobody_now = Actor(user_id=user.pk, name=user.name, organisation_id=None)
    assert said(may(name, nobody_now, subject_of(stage, name))) != "allowed"


@pytest.mark.parametrize("name", TABLE)
def test_no_is_said_with_a_reason_in_the_words_of_the_law_where_one_stands(
    stage: Stage, name: str
) -> None:
    subject = subject_of(stage, name)
    for who in TABLE[name].told - TABLE[name].allowed:
        permission = may(name, actor(stage, who), subject)
        assert permission.reason.endswith("。")
        if permission.basis is not None:
            citation = citation_of(permission.basis)
            assert citation is not None and citation.text in permission.basis.words


@pytest.mark.parametrize("who", ["leader", "head", "superior"])
def test_before_the_papers_are_signed_nothing_opens_but_the_papers(stage: Stage, who: str) -> None:
    asked = {name: may(name, actor(stage, who), stage.fresh.case) for name in CONTENT}
    assert {name: said(permission) for name, permission in asked.items()} == dict.fromkeys(
        CONTENT, "told"
    )
    assert {permission.then for permission in asked.values()} == {"case_sign"}


@pytest.mark.parametrize("who", sorted(ON_CASE))
def test_whoever_declared_a_conflict_is_out_of_the_case(stage: Stage, who: str) -> None:
    case, user = stage.walk.case, stage.users[who]
    RecusalStatement.objects.filter(case=case, user=user).update(
        relations=[Relation.TEACHER_STUDENT]
    )
    asked = {name: may(name, actor(stage, who), case) for name in CONTENT}
    assert {name: said(permission) for name, permission in asked.items()} == dict.fromkeys(
        CONTENT, "told"
    )
    assert {permission.then for permission in asked.values()} == {""}
    assert {permission.basis.article for permission in asked.values() if permission.basis} == {45}


@pytest.mark.parametrize("who", ["investigator", "expert1"])
def test_whoever_left_the_team_no_longer_knows_the_case(stage: Stage, who: str) -> None:
    case = stage.walk.case
    case.participants.filter(user=stage.users[who]).update(until=case.accepted_on)
    assert said(may("case.know", actor(stage, who), case)) == "hidden"
    assert said(may("case.view", actor(stage, who), case)) == "hidden"


def test_a_role_in_another_organisation_opens_nothing_here(stage: Stage) -> None:
    user, elsewhere = stage.users["officer"], stage.users["officer2"].memberships.get()
    elsewhere.pk, elsewhere.user = None, user
    elsewhere.save()
    there = actor_for(user, elsewhere.organisation_id)
    assert said(may("case.run", there, stage.walk.case)) == "hidden"
    assert said(may("case.run", actor(stage, "officer"), stage.walk.case)) == "allowed"
