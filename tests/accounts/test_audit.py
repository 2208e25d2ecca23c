"""The record: what it refuses, and what verify_audit finds behind the application's back."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from accounts import clock
from accounts.audit import anchors, log, reads, triggers, verify
from accounts.models import (
    Event,
    Membership,
    Organisation,
    Power,
    ReadEntry,
    ReadLink,
    User,
)
from accounts.roles import Role
from accounts.services.agreements import sign_agreement
from fixtures.demo.units import HOSPITAL, SCIENCE, UNIVERSITY, credit_code

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_events(cast):
    unit = cast.unit(UNIVERSITY)
    with transaction.atomic():
        return [
            log.append(
                chain="case:1", name=f"test.{n}", actor=cast.actor("officer"), subject=unit,
                data={"n": n},
            )
            for n in range(3)
        ]  # fmt: skip


def broken() -> list[str]:
    return [breach.where for breach in verify.breaches()]


def without_triggers(sql: str, *args: object) -> None:
    """What somebody with the keys of the database would do."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, args)
    triggers.install(connection)


def test_an_untouched_record_is_whole(three_events):
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert f"{Event.objects.count()}条事件" in out.getvalue()


def test_each_event_carries_the_hash_of_the_one_before(three_events):
    first, second, third = three_events
    assert (second.previous, third.previous) == (first.hash, second.hash)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE accounts_event SET name = 'other'",
        "DELETE FROM accounts_event",
        "UPDATE accounts_readentry SET what = 'other'",
        "DELETE FROM accounts_readentry",
    ],
)
def test_the_database_itself_refuses_to_change_the_record(three_events, cast, sql):
    log.record_read(actor=cast.actor("officer"), subject=cast.unit(UNIVERSITY), what="page")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert Event.objects.filter(chain="case:1").count() == 3
    assert ReadEntry.objects.count() == 1


def test_an_altered_event_is_named(three_events):
    target = three_events[1]
    without_triggers("UPDATE accounts_event SET actor_name = '别人' WHERE id = %s", target.pk)
    err = StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_audit", stderr=err)
    assert stopped.value.code == 1
    assert f"event {target.pk}" in err.getvalue()


def test_a_removed_event_is_missed(three_events):
    without_triggers("DELETE FROM accounts_event WHERE id = %s", three_events[1].pk)
    assert broken()


def test_a_removed_last_event_is_missed(three_events):
    without_triggers("DELETE FROM accounts_event WHERE id = %s", three_events[2].pk)
    assert broken() == ["chain case:1#2"]


def test_a_chain_rewritten_to_its_end_disagrees_with_the_anchor(three_events):
    anchors.write()
    last = three_events[2]
    last.data = {"n": 99}
    last.hash = log.fingerprint(last)
    without_triggers(
        "UPDATE accounts_event SET data = %s, hash = %s WHERE id = %s",
        '{"n": 99}', last.hash, last.pk,
    )  # fmt: skip
    without_triggers("UPDATE accounts_chainhead SET hash = %s WHERE chain = 'case:1'", last.hash)
    assert broken() == ["chain case:1#3"]


def test_a_missing_trigger_is_a_breach(three_events):
    triggers.remove(connection)
    assert set(broken()) == triggers.expected(connection.vendor)
    triggers.install(connection)
    assert broken() == []


def test_reads_are_linked_in_order_and_a_changed_one_is_found(cast):
    unit, actor = cast.unit(UNIVERSITY), cast.actor("officer")
    for what in ("a", "b", "c"):
        log.record_read(actor=actor, subject=unit, what=what)
    assert reads.seal() == 3
    assert reads.seal() == 0
    assert list(ReadLink.objects.values_list("seq", flat=True)) == [1, 2, 3]
    assert broken() == []
    entry = ReadEntry.objects.get(what="b")
    without_triggers("UPDATE accounts_readentry SET reason = 'x' WHERE id = %s", entry.pk)
    assert broken() == [f"read {entry.pk} (#2)"]


def test_a_row_changed_without_an_event_is_found(cast):
    agreement = sign_agreement(actor=cast.actor("officer"))
    assert broken() == []
    User.objects.filter(username="officer").update(last_login=clock.now())
    assert broken() == []
    type(agreement).objects.filter(pk=agreement.pk).update(text="改过的协议")
    assert len(broken()) == 1


def slip_in_a_power(cast):
    Power.objects.create(organisation=cast.unit(HOSPITAL), measure=11, basis="无")


def take_away_a_power(cast):
    cast.unit(UNIVERSITY).powers.filter(measure=13).delete()


def move_a_unit(cast):
    Organisation.objects.filter(name=UNIVERSITY).update(superior=cast.unit(SCIENCE))


def give_oneself_a_role(cast):
    Membership.objects.create(
        user=cast.user("expert1"),
        organisation=cast.unit(UNIVERSITY),
        role=Role.HEAD,
        since=clock.today(),
    )


def lengthen_a_role(cast):
    cast.user("head").memberships.update(until=clock.today())


def open_an_account(cast):
    User.objects.create_user("stranger", name="无名氏")


def found_a_unit(cast):
    code = credit_code("1237000000000099")
    Organisation.objects.create(
        name="不存在的大学", prefix="不", kind="university", credit_code=code
    )


@pytest.mark.parametrize(
    "change",
    [
        slip_in_a_power,
        take_away_a_power,
        move_a_unit,
        give_oneself_a_role,
        lengthen_a_role,
        open_an_account,
        found_a_unit,
    ],
)
def test_powers_and_roles_changed_behind_the_back_are_found(cast, change):
    assert broken() == []
    change(cast)
    assert len(broken()) == 1
