"""Finds what was changed behind the application's back: broken links, lost heads, altered rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection
from django.db.models import Max

from accounts.audit import anchors, log, reads, triggers
from accounts.models import ChainHead, Event, Organisation, ReadEntry, ReadLink, User


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that does not agree; ``where`` names the entry."""

    where: str
    what: str


def breaches() -> Iterator[Breach]:
    """Every breach, the triggers first, then the chains, the reads, the rows, the anchor."""
    for name in sorted(triggers.missing(connection)):
        yield Breach(name, "触发器不在，记录可能被改过")
    yield from _chains()
    yield from _reads()
    yield from _rows()
    yield from _unheard()
    yield from _anchor()


def _chains() -> Iterator[Breach]:
    heads = {head.chain: (head.seq, head.hash) for head in ChainHead.objects.all()}
    chain, seq, previous = "", 0, ""
    for event in Event.objects.order_by("chain", "seq").iterator(chunk_size=2000):
        if event.chain != chain:
            yield from _head(chain, seq, previous, heads)
            chain, seq, previous = event.chain, 0, ""
        where = f"event {event.pk} ({event.chain}#{event.seq} {event.name})"
        if event.seq != seq + 1:
            yield Breach(where, f"前面缺第{seq + 1}条")
        if event.previous != previous and event.seq == seq + 1:
            yield Breach(where, "与上一条的连接断了")
        if log.fingerprint(event) != event.hash:
            yield Breach(where, "内容与当时的摘要不符")
        seq, previous = event.seq, event.hash
    yield from _head(chain, seq, previous, heads)
    for lost in heads:
        yield Breach(f"chain {lost}", "整条记录不见了")


def _head(chain: str, seq: int, value: str, heads: dict[str, tuple[int, str]]) -> Iterator[Breach]:
    if chain and heads.pop(chain, None) != (seq, value):
        yield Breach(f"chain {chain}#{seq}", "末尾与链首不符，可能少了记录")


def _reads() -> Iterator[Breach]:
    seq, previous = 0, ""
    for link in ReadLink.objects.select_related("entry").order_by("seq").iterator(chunk_size=2000):
        where = f"read {link.entry_id} (#{link.seq})"
        if link.seq != seq + 1 or link.previous != previous:
            yield Breach(where, "查阅记录的连接断了")
        if reads.fingerprint(link.entry, link.seq, link.previous) != link.hash:
            yield Breach(where, "查阅记录与当时的摘要不符")
        seq, previous = link.seq, link.hash


def _rows() -> Iterator[Breach]:
    """A row whose audited fields differ from those its last event saw."""
    newest = (
        Event.objects.exclude(digest="")
        .values("subject_kind", "subject_id")
        .annotate(last=Max("id"))
        .values_list("last", flat=True)
    )
    for event in Event.objects.filter(pk__in=newest).order_by("id").iterator(chunk_size=2000):
        model = apps.get_model(event.subject_kind)
        row = model._default_manager.filter(pk=event.subject_id).first()
        where = f"event {event.pk} ({event.subject_kind} {event.subject_id})"
        if row is None:
            yield Breach(where, "记录所说的对象不见了")
        elif log.digest(row) != event.digest:
            yield Breach(where, "对象的内容不是最后一条记录留下的样子")


def _unheard() -> Iterator[Breach]:
    """Accounts and units the record does not know of, once it has begun with the first account."""
    if not Event.objects.filter(name="user.added").exists():
        return
    for model in (Organisation, User):
        kind = model._meta.label_lower
        known = Event.objects.filter(subject_kind=kind).values("subject_id")
        for pk in model._default_manager.exclude(pk__in=known).values_list("pk", flat=True):
            yield Breach(f"{kind} {pk}", "没有任何记录说它是怎么来的")


def _anchor() -> Iterator[Breach]:
    anchor = anchors.last()
    if anchor is None:
        return
    chains = anchor["chains"]
    assert isinstance(chains, dict)
    for chain, (seq, value) in chains.items():
        if seq and not Event.objects.filter(chain=chain, seq=seq, hash=value).exists():
            yield Breach(f"chain {chain}#{seq}", "与库外留存的摘要不符")
    kept = anchor["reads"]
    assert isinstance(kept, list)
    if kept[0] and not ReadLink.objects.filter(seq=kept[0], hash=kept[1]).exists():
        yield Breach(f"reads #{kept[0]}", "与库外留存的摘要不符")


def counts() -> tuple[int, int]:
    """How many events and reads there are."""
    return Event.objects.count(), ReadEntry.objects.count()
