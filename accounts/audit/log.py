"""The one function that writes an event, and the one that writes a read."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from django.db import models, transaction

from accounts import clock
from accounts.actors import Actor
from accounts.models import ChainHead, Event, ReadEntry

Json = Mapping[str, Any]


def digest(subject: models.Model) -> str:
    """SHA-256 over the subject's ``audit_fields`` (empty when it declares none).

    The name of rows that belong to the subject stands for every one of them with its own
    ``audit_fields``: a row slipped in or taken away changes the digest as well.
    """
    said = _audited(subject)
    return hashlib.sha256(_canonical(said)).hexdigest() if said else ""


def _audited(row: models.Model) -> dict[str, Any]:
    return {name: _value(row, name) for name in getattr(row, "audit_fields", ())}


def _value(row: models.Model, name: str) -> Any:
    field: Any = row._meta.get_field(name)
    if not field.one_to_many:
        return field.value_to_string(row)
    rows = field.related_model._default_manager.filter(**{field.field.name: row})
    return [_audited(each) for each in rows.order_by("pk")]


def fingerprint(event: Event) -> str:
    """SHA-256 over everything an event says and the hash of the one before it."""
    said = {
        "chain": event.chain,
        "seq": event.seq,
        "name": event.name,
        # Rows come back in UTC, whatever zone the moment was made in.
        "at": event.at.astimezone(UTC).isoformat(),
        "actor": event.actor_id,
        "actor_name": event.actor_name,
        "organisation": event.organisation_id,
        "subject": [event.subject_kind, event.subject_id],
        "data": event.data,
        "digest": event.digest,
        "previous": event.previous,
    }
    return hashlib.sha256(_canonical(said)).hexdigest()


def append(
    *,
    chain: str,
    name: str,
    actor: Actor,
    subject: models.Model,
    data: Json | None = None,
) -> Event:
    """Add an event to the end of a chain, in the caller's transaction.

    ``data`` holds identifiers, codes and dates, never a person's name or number.
    Raises TransactionManagementError outside a transaction.
    """
    ChainHead.objects.get_or_create(chain=chain)
    head = ChainHead.objects.select_for_update().get(chain=chain)
    event = Event(
        chain=chain,
        seq=head.seq + 1,
        name=name,
        at=clock.now(),
        actor_id=actor.user_id,
        actor_name=actor.name,
        organisation_id=actor.organisation_id,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
        data=json.loads(_canonical(dict(data or {}))),
        digest=digest(subject),
        previous=head.hash,
    )
    event.hash = fingerprint(event)
    event.save(force_insert=True)
    head.seq, head.hash = event.seq, event.hash
    head.save(update_fields=["seq", "hash"])
    return event


def position(chain: str) -> int:
    """How many events a chain has; a form carries it to notice that somebody else acted."""
    head = ChainHead.objects.filter(chain=chain).values_list("seq", flat=True).first()
    return head or 0


def record_read(*, actor: Actor, subject: models.Model, what: str, reason: str = "") -> None:
    """Note that somebody looked; queues behind nothing (the sealer links it later)."""
    with transaction.atomic():
        ReadEntry.objects.create(
            at=clock.now(),
            actor_id=actor.user_id,
            actor_name=actor.name,
            organisation_id=actor.organisation_id,
            what=what,
            subject_kind=subject._meta.label_lower,
            subject_id=subject.pk,
            reason=reason,
        )


def _canonical(value: Mapping[str, Any]) -> bytes:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return text.encode("utf-8")
