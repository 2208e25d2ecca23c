"""The sealer: gives every read its place in the chain of reads, in order."""

import hashlib

from django.db import transaction

from accounts.models import ReadEntry, ReadLink

BATCH = 2000


def fingerprint(entry: ReadEntry, seq: int, previous: str) -> str:
    """SHA-256 over a read, its place and the hash of the link before it."""
    said = "|".join(
        [
            str(seq),
            str(entry.pk),
            entry.at.isoformat(),
            str(entry.actor_id),
            entry.actor_name,
            str(entry.organisation_id),
            entry.what,
            entry.subject_kind,
            str(entry.subject_id),
            entry.reason,
            previous,
        ]
    )
    return hashlib.sha256(said.encode("utf-8")).hexdigest()


def seal() -> int:
    """Link the reads that have no place yet; how many were linked.

    A read whose transaction commits late is linked late: order is by link, not by id.
    """
    with transaction.atomic():
        last = ReadLink.objects.select_for_update().order_by("-seq").first()
        seq, previous = (last.seq, last.hash) if last else (0, "")
        links = []
        for entry in ReadEntry.objects.filter(link__isnull=True).order_by("id")[:BATCH]:
            seq += 1
            value = fingerprint(entry, seq, previous)
            links.append(ReadLink(seq=seq, entry=entry, previous=previous, hash=value))
            previous = value
        # Two sealers at once collide on the unique place: one of them does nothing.
        ReadLink.objects.bulk_create(links)
    return len(links)
