"""The append-only record: events in chains, reads and their links, and the work they cause."""

from django.db import models

from accounts.models.organisations import Organisation
from accounts.models.users import User


class ChainHead(models.Model):
    """The last event of a chain; locking this row is what orders the chain."""

    chain = models.CharField(max_length=60, primary_key=True)
    seq = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"{self.chain} {self.seq}"


class Event(models.Model):
    """Something that happened, in the same transaction as the change; never edited.

    ``digest`` is the state of the subject's ``audit_fields`` after the change, so that a row
    altered behind the application's back no longer agrees with its last event.
    """

    chain = models.CharField(max_length=60)
    seq = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    at = models.DateTimeField()
    actor = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=60)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    data = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="event_in_chain")]
        indexes = [
            models.Index(fields=["name", "id"], name="event_by_name"),
            models.Index(fields=["subject_kind", "subject_id", "id"], name="event_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.chain}#{self.seq} {self.name}"


class ReadEntry(models.Model):
    """A look at case content, an opened identity, an export: who, what, when, why."""

    at = models.DateTimeField()
    actor = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=60)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["subject_kind", "subject_id", "id"], name="read_subject")]

    def __str__(self) -> str:
        return f"{self.what} {self.subject_kind}:{self.subject_id}"


class ReadLink(models.Model):
    """The place of a read in the chain of reads, given by the one sealer."""

    seq = models.BigIntegerField(unique=True)
    entry = models.OneToOneField(ReadEntry, models.PROTECT, related_name="link")
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"reads#{self.seq}"


class Handling(models.Model):
    """One event handled by one handler: unique, leased while at work, done once."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="handlings")
    handler = models.CharField(max_length=60)
    lease_until = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "handler"], name="handled_once_each")
        ]

    def __str__(self) -> str:
        return f"{self.handler} {self.event_id}"
