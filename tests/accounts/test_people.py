"""Looking after accounts and roles: one-time passwords, who may be what, the last administrator."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from accounts import clock
from accounts.actors import SYSTEM
from accounts.audit.verify import breaches
from accounts.models import Membership, Organisation, User
from accounts.refusals import NotYours, Refused
from accounts.roles import Role
from accounts.selectors.administration import UserFilters, record_of, users
from accounts.selectors.people import actor_for
from accounts.services.memberships import add_membership, appoint, end_membership
from accounts.services.people import (
    add_user,
    deactivate_user,
    password_chosen,
    reactivate_user,
    rename_user,
    reset_password,
)
from fixtures.demo.units import EDUCATION, HOSPITAL, SCIENCE, UNIVERSITY, UNIVERSITY_2, credit_code

pytestmark = pytest.mark.django_db


def new_officer(cast, username="wei.xin", **changes):
    given = {
        "actor": cast.actor("sysadmin"),
        "username": username,
        "name": "魏新",
        "organisation_id": cast.unit(HOSPITAL).pk,
        "role": Role.OFFICER.value,
        "since": clock.today(),
    }
    return add_user(**{**given, **changes})


def give(cast, username, unit, role, since=None):
    return add_membership(
        actor=cast.actor("sysadmin"),
        user_id=cast.user(username).pk,
        organisation_id=cast.unit(unit).pk,
        role=role.value,
        since=since or clock.today(),
    )


def end(cast, username, until, by="sysadmin"):
    membership = cast.user(username).memberships.latest("pk")
    return end_membership(
        actor=cast.actor(by),
        user_id=cast.user(username).pk,
        membership_id=membership.pk,
        until=until,
    )


def second_administrator(cast):
    return appoint(
        actor=SYSTEM,
        user=cast.user("superior2"),
        organisation_id=cast.unit(HOSPITAL).pk,
        role=Role.SYSTEM_ADMINISTRATOR.value,
        since=clock.today(),
    )


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.outcome.errors]


def test_a_new_account_has_its_role_and_a_password_to_be_changed(cast):
    issued = new_officer(cast)
    assert issued.user.check_password(issued.password)
    assert issued.user.must_change_password
    assert actor_for(issued.user, None).has(Role.OFFICER)
    assert issued.password not in repr(issued)
    assert [line.text for line in record_of(issued.user)] == [
        f"赋予角色：{HOSPITAL}，科研诚信办公室人员",
        "增加用户",
    ]
    assert list(breaches()) == []


def test_no_two_passwords_are_alike(cast):
    given = {new_officer(cast, username=f"person{n}").password for n in range(5)}
    assert len(given) == 5
    assert all(len(password) == 19 for password in given)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"username": "officer"}, "username_taken"),
        ({"username": "魏新"}, "username_wrong"),
        ({"username": "Wei"}, "username_wrong"),
        ({"name": " "}, "name_missing"),
        ({"organisation_id": 999_999}, "organisation_unknown"),
        ({"role": "emperor"}, "role_unknown"),
    ],
)
def test_a_refused_account_leaves_nothing_behind(cast, changes, code):
    before = User.objects.count()
    with pytest.raises(Refused) as refused:
        new_officer(cast, **changes)
    assert codes(refused) == [code]
    assert User.objects.count() == before


def test_only_the_system_administrator_gives_accounts(cast):
    with pytest.raises(NotYours):
        new_officer(cast, actor=cast.actor("head"))


def test_choosing_ones_own_password_ends_the_one_time_one(cast):
    user = new_officer(cast).user
    password_chosen(user=user, password="Ziji-xuan-2026")
    user.refresh_from_db()
    assert not user.must_change_password and user.check_password("Ziji-xuan-2026")
    assert record_of(user)[0].text == "本人设置密码"


def test_a_reset_password_is_a_new_one_time_one(cast):
    issued = reset_password(actor=cast.actor("sysadmin"), user_id=cast.user("officer").pk)
    user = User.objects.get(username="officer")
    assert user.check_password(issued.password) and user.must_change_password


def test_a_corrected_name_keeps_the_account(cast):
    user = cast.user("expert6")
    rename_user(actor=cast.actor("sysadmin"), user_id=user.pk, name="褚䶮龙")
    user.refresh_from_db()
    assert (user.name, user.username) == ("褚䶮龙", "expert6")
    assert list(breaches()) == []


def test_a_closed_account_is_nobodys_until_it_is_opened_again(cast):
    user = cast.user("officer2")
    deactivate_user(actor=cast.actor("sysadmin"), user_id=user.pk)
    assert user not in users(UserFilters())
    assert user in users(UserFilters(closed=True))
    with pytest.raises(Refused) as refused:
        reset_password(actor=cast.actor("sysadmin"), user_id=user.pk)
    assert codes(refused) == ["closed"]
    with pytest.raises(Refused):
        deactivate_user(actor=cast.actor("sysadmin"), user_id=user.pk)
    reactivate_user(actor=cast.actor("sysadmin"), user_id=user.pk)
    assert user in users(UserFilters())
    with pytest.raises(Refused):
        reactivate_user(actor=cast.actor("sysadmin"), user_id=user.pk)


def test_nobody_closes_their_own_account_or_gives_themselves_a_role(cast):
    second_administrator(cast)
    with pytest.raises(Refused) as refused:
        deactivate_user(actor=cast.actor("sysadmin"), user_id=cast.user("sysadmin").pk)
    assert codes(refused) == ["own_account"]
    with pytest.raises(Refused) as refused:
        give(cast, "sysadmin", UNIVERSITY, Role.OFFICER)
    assert codes(refused) == ["own_role"]


def test_there_is_always_an_administrator(cast):
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        end(cast, "sysadmin", tomorrow)
    assert codes(refused) == ["last_administrator"]
    second_administrator(cast)
    assert end(cast, "sysadmin", tomorrow).until == tomorrow
    other = actor_for(cast.user("superior2"), cast.unit(HOSPITAL).pk)
    with pytest.raises(Refused) as refused:
        end_membership(
            actor=other,
            user_id=cast.user("superior2").pk,
            membership_id=cast.user("superior2").memberships.latest("pk").pk,
            until=tomorrow,
        )
    assert codes(refused) == ["last_administrator"]


def test_an_administrator_whose_role_ends_cannot_close_the_only_lasting_one(cast):
    lasting = second_administrator(cast).user
    end(cast, "sysadmin", clock.today() + timedelta(days=9))
    with pytest.raises(Refused) as refused:
        deactivate_user(actor=cast.actor("sysadmin"), user_id=lasting.pk)
    assert codes(refused) == ["last_administrator"]


def test_one_person_works_for_several_organisations(cast):
    give(cast, "expert1", UNIVERSITY_2, Role.REVIEWER)
    expert = cast.user("expert1")
    assert actor_for(expert, cast.unit(UNIVERSITY_2).pk).roles == {"reviewer"}
    assert actor_for(expert, cast.unit(UNIVERSITY).pk).roles == {"expert"}
    assert list(breaches()) == []


@pytest.mark.parametrize(
    ("username", "unit", "role", "code"),
    [
        ("officer", UNIVERSITY, Role.OFFICER, "role_held"),
        ("officer", UNIVERSITY, Role.PROVINCIAL_OFFICER, "role_misplaced"),
        ("officer", EDUCATION, Role.PROVINCIAL_OFFICER, "role_misplaced"),
        ("officer", UNIVERSITY, Role.SUPERIOR_OFFICER, "role_misplaced"),
        ("officer", UNIVERSITY_2, Role.AUDITOR, "role_misplaced"),
        ("officer", UNIVERSITY, Role.SYSTEM_ADMINISTRATOR, "role_alone"),
        ("auditor", SCIENCE, Role.PROVINCIAL_OFFICER, "role_alone"),
        ("leader", UNIVERSITY, Role.HEAD, "role_two_persons"),
    ],
)
def test_roles_that_do_not_go_together_or_there_are_refused(cast, username, unit, role, code):
    with pytest.raises(Refused) as refused:
        give(cast, username, unit, role)
    assert codes(refused) == [code]


def test_a_role_runs_through_its_last_day(cast):
    today = clock.today()
    end(cast, "expert2", today)
    assert actor_for(cast.user("expert2"), None).has(Role.EXPERT)
    end(cast, "expert2", today - timedelta(days=1))
    assert not actor_for(cast.user("expert2"), None).roles
    with pytest.raises(Refused) as refused:
        end(cast, "expert2", today)
    assert codes(refused) == ["already_ended"]


def test_what_was_done_in_a_role_stays_done_in_it(cast):
    with pytest.raises(Refused) as refused:
        end(cast, "expert2", date(2023, 1, 1))
    assert codes(refused) == ["too_early"]


def test_an_ended_role_can_be_given_again(cast):
    end(cast, "expert3", clock.today() - timedelta(days=1))
    give(cast, "expert3", UNIVERSITY, Role.EXPERT)
    assert actor_for(cast.user("expert3"), None).has(Role.EXPERT)
    assert list(breaches()) == []


def test_the_membership_of_another_person_is_not_there(cast):
    other = cast.user("head").memberships.get()
    with pytest.raises(NotYours):
        end_membership(
            actor=cast.actor("sysadmin"),
            user_id=cast.user("officer").pk,
            membership_id=other.pk,
            until=clock.today(),
        )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "陈知"}, {"officer"}),
        ({"role": "head"}, {"head", "head2"}),
        ({"role": "emperor", "q": "head"}, {"head", "head2"}),
    ],
)
def test_the_list_is_narrowed_by_what_the_address_says(cast, query, found):
    assert {user.username for user in users(UserFilters.of(query))} == found


def first_administrator(**changes):
    given = {
        "username": "li.gong",
        "name": "李工",
        "organisation": "某某省科学技术厅",
        "prefix": "某科",
        "kind": "science_department",
        "level": "province",
        "credit_code": credit_code("1141000000000001"),
    }
    call_command("first_administrator", **{**given, **changes})


def test_a_new_installation_begins_with_one_unit_and_one_administrator(db, capsys):
    first_administrator()
    printed = capsys.readouterr().out
    user = User.objects.get()
    password = printed.partition("（只显示这一次）：")[2].splitlines()[0]
    assert user.check_password(password) and user.must_change_password
    assert actor_for(user, None).has(Role.SYSTEM_ADMINISTRATOR)
    assert list(breaches()) == []
    with pytest.raises(CommandError, match="已经有系统管理员"):
        first_administrator(username="second")
    assert User.objects.count() == 1


def test_a_wrong_credit_code_makes_neither_unit_nor_account(db):
    with pytest.raises(CommandError, match="校验码"):
        first_administrator(credit_code="114100000000000011")
    assert not Organisation.objects.exists() and not User.objects.exists()


def test_without_an_administrator_the_command_takes_the_unit_that_is_there(cast):
    Membership.objects.filter(role=Role.SYSTEM_ADMINISTRATOR).update(until=date(2024, 1, 1))
    first_administrator(organisation=SCIENCE)
    assert actor_for(User.objects.get(username="li.gong"), None).of(cast.unit(SCIENCE).pk)
