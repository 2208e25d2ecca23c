"""Who may open what, over HTTP: every address asked by every role, and by a stranger.

An address that is not in the table fails, so a new page begins with the question who may open it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from misconduct.ops import doors
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
    """Addresses by name: who may open them (or is ``led`` on), who is told why not.

    To everybody else the page does not exist.
    """

    names: str
    may: frozenset[str] = NOBODY
    told: frozenset[str] = NOBODY
    led: frozenset[str] = NOBODY

    def status(self, who: str) -> int:
        """What the person gets."""
        if who in self.may:
            return 200
        if who in self.led:
            return 302
        return 403 if who in self.told else 404


OFFICER = those("officer")
LEADER = those("leader")
HEAD = those("head")
PROVINCE = those("province")

TABLE = (
    # Whoever is signed in
    Row("my_work law instrument agreement_sign", may=EVERYBODY),
    Row("home switch_organisation", led=EVERYBODY),
    # Units and people
    Row(
        "people organisation_add organisation organisation_edit organisation_powers"
        " organisation_rules organisation_readings organisation_benchmark user_list user_add"
        " user user_rename user_deactivate user_reactivate user_password membership_add"
        " membership_end",
        may=those("sysadmin"),
    ),
    # Complaints: the receiving office alone, not even its leaders
    Row("complaint_list complaint_register", may=OFFICES),
    Row(
        "complaint complaint_assess complaint_accept complaint_decline complaint_forward"
        " complaint_notify complaint_object complaint_rule_objection complaint_identity",
        may=OFFICER,
    ),
    # Cases: what may be known, what may be read
    Row("case_list search", may=WITH_CASES),
    Row("case case_record deadline", may=KNOW_CASE),
    Row(
        "case_sign case_team case_respondents case_plan case_inquiry case_evidence_file"
        " case_report case_notifications decision document document_state document_pdf",
        may=ON_CASE,
    ),
    # Cases: moves, each told to whoever knows of the case
    Row(
        "case_add_participant case_end_participation case_add_respondent case_respondent"
        " case_discontinue case_file_report case_supplement case_transfer case_tell case_sending"
        " case_close respondent_find respondent_clear respondent_propose"
        " decision_draft sanctions_check decision_redraft redraft_check decision_mitigate"
        " mitigation_check decision_notice decision_served_notice decision_statement"
        " decision_answer decision_heard decision_issue decision_serve decision_tell"
        " decision_effect decision_abandon",
        may=OFFICER,
        told=KNOW_CASE,
    ),
    Row("document_retry", led=OFFICER, told=KNOW_CASE),
    Row(
        "case_draft_plan case_submit_plan case_begin case_record_step case_add_evidence"
        " case_exclude_evidence case_draft_report",
        may=those("officer investigator"),
        told=KNOW_CASE,
    ),
    Row("case_sign_report", may=those("investigator"), told=KNOW_CASE),
    Row("case_approve_plan case_suspend", may=LEADER, told=KNOW_CASE),
    Row("case_resume", may=OFFICER | LEADER, told=KNOW_CASE),
    Row("case_extend decision_approve decision_correct", may=HEAD, told=KNOW_CASE),
    # Appeals
    Row(
        "appeal_list",
        may=those("officer leader head reviewer officer2 head2 superior province auditor"),
    ),
    Row("appeal", may=KNOW_APPEAL),
    Row("appeal_sign", led=KNOW_APPEAL),
    Row("appeal_lodge_sign", led=ON_CASE),
    Row("appeal_lodge", may=OFFICER, told=ON_CASE),
    Row("appeal_second", may=those("superior"), told=KNOW_APPEAL),
    Row(
        "appeal_admit appeal_refuse appeal_tell appeal_withdraw appeal_begin appeal_team"
        " appeal_tell_result",
        may=OFFICER,
        told=KNOW_APPEAL,
    ),
    Row("appeal_answer", may=those("reviewer"), told=KNOW_APPEAL),
    Row("appeal_decide", may=HEAD, told=KNOW_APPEAL),
    # Filings
    Row(
        "submission_list",
        may=those("officer leader head officer2 head2 superior province auditor"),
    ),
    Row("submission", may=KNOW_FILING),
    Row("submission_sign", may=KNOW_FILING - those("auditor")),
    Row(
        "submission_confirm_package submission_complete submission_apply_removal",
        may=OFFICER,
        told=KNOW_FILING,
    ),
    Row("submission_release", may=those("officer leader head"), told=KNOW_FILING),
    Row("submission_confirm_superior", may=those("superior"), told=KNOW_FILING),
    Row(
        "submission_receive submission_approve submission_send_back submission_submit"
        " submission_remove",
        may=PROVINCE,
        told=KNOW_FILING,
    ),
    Row("submission_submit_direct", told=KNOW_FILING),
)
BY_NAME = {name: row for row in TABLE for name in row.names.split()}

# Open to strangers: the state of the service for the operators, the way in, the way out.
PUBLIC = frozenset({"healthz", "styleguide", "account_login", "account_inactive", "account_logout"})
# The pages of allauth ask for themselves; each concerns the account of whoever is signed in.
OWN_ACCOUNT = "accounts/"
# Asked with POST; a GET says 405 before anything else.
POSTED = frozenset(
    {
        "switch_organisation",
        "document_retry",
        "sanctions_check",
        "redraft_check",
        "mitigation_check",
    }
)


@dataclass(frozen=True)
class Address:
    """An address of the platform: its name, its path, the arguments it wants."""

    name: str
    path: str
    wanted: frozenset[str] = field(default_factory=frozenset)


def addresses(patterns: list[Any], prefix: str = "") -> Iterator[Address]:
    """Every address below the patterns."""
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            wanted = frozenset(pattern.pattern.regex.groupindex)
            yield Address(pattern.name or path, path, wanted)


ALL = list(addresses(get_resolver().url_patterns))
OURS = [a for a in ALL if not a.path.startswith(OWN_ACCOUNT) and a.name not in PUBLIC]


def ask(client: Client, name: str, url: str) -> Any:
    """Open the address as a page does."""
    return client.post(url) if name in POSTED else client.get(url)


@pytest.fixture(scope="module")
def clients(stage: Stage) -> dict[str, Client]:
    """A browser for each role, signed in."""
    made = {}
    for who in ROLES:
        made[who] = Client()
        made[who].force_login(stage.users[who])
    return made


def url_of(stage: Stage, address: Address) -> str:
    return reverse(address.name, kwargs=stage.ids(address.name, set(address.wanted)))


def test_every_address_is_in_the_table_and_every_line_has_an_address() -> None:
    assert {address.name for address in OURS} == set(BY_NAME)
    assert sum(len(row.names.split()) for row in TABLE) == len(BY_NAME)


def test_every_view_of_ours_declares_a_policy() -> None:
    assert doors.complaints(get_resolver().url_patterns) == []
    found = [door for door in doors.doors(get_resolver().url_patterns) if door.ours]
    assert all(door.policy for door in found)


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_who_may_open_it(stage: Stage, clients: dict[str, Client], address: Address) -> None:
    url = url_of(stage, address)
    got = {who: ask(client, address.name, url).status_code for who, client in clients.items()}
    assert got == {who: BY_NAME[address.name].status(who) for who in ROLES}


@pytest.mark.parametrize(
    "address", [a for a in ALL if a.name not in PUBLIC], ids=lambda address: address.name
)
def test_strangers_are_led_to_the_sign_in(stage: Stage, address: Address) -> None:
    own = address.path.startswith(OWN_ACCOUNT)
    url = "/" + address.path.replace("<int:pk>", "1") if own else url_of(stage, address)
    response = ask(Client(), address.name, url)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("address", [a for a in OURS if "pk" in a.wanted], ids=lambda a: a.name)
def test_outsiders_cannot_tell_what_exists_from_what_does_not(
    stage: Stage, clients: dict[str, Client], address: Address
) -> None:
    there = stage.ids(address.name, set(address.wanted))
    missing = {**there, "pk": 999_999}
    for who in ("officer2", "head2", "expert9"):
        answers = {
            ask(clients[who], address.name, reverse(address.name, kwargs=ids)).status_code
            for ids in (there, missing)
        }
        assert answers == {404}


@pytest.mark.parametrize("who", ["leader", "head", "superior"])
@pytest.mark.parametrize("name", ["case", "case_record", "case_team", "case_plan", "case_close"])
def test_whoever_has_not_signed_for_the_case_is_led_to_its_papers(
    stage: Stage, clients: dict[str, Client], who: str, name: str
) -> None:
    pk = stage.fresh.case.pk
    response = clients[who].get(reverse(name, kwargs={"pk": pk}))
    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("case_sign", kwargs={"pk": pk}))


def test_a_refusal_says_whose_it_is_and_on_which_article(
    stage: Stage, clients: dict[str, Client]
) -> None:
    url = reverse("case_extend", kwargs={"pk": stage.walk.case.pk})
    shown = clients["officer"].get(url).content.decode()
    assert "由单位负责人批准" in shown and "第二十五条" in shown
