"""A unit's discretion benchmark: its file is checked by the rules, kept as sent, never binding."""

from datetime import date

from django.db import transaction

from accounts import clock, events
from accounts.actors import Actor
from accounts.models import DiscretionBenchmark, Organisation
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from rules.benchmark import Benchmark
from rules.edge.discretion import load_benchmark
from rules.errors import RuleInputError
from rules.law import N221, cite
from rules.outcome import error

DETAILS = cite(N221, 51, "可依据本规则结合实际情况制定具体细则")
LONGEST = 200_000


@transaction.atomic
def register_benchmark(
    *, actor: Actor, organisation_id: int, text: str, seen: int | None = None
) -> DiscretionBenchmark:
    """Keep a new benchmark of a unit; earlier ones stay for the cases accepted under them.

    Refused, with the place in the file, for one that cannot be read, leaves the law's ranges, or
    names another unit. The same file again changes nothing.
    """
    require("administration.manage", actor)
    organisation = locked(Organisation, organisation_id)
    unchanged_since(organisation.chain, seen)
    read = _read(organisation, text)
    held = organisation.benchmarks.order_by("-pk").first()
    if held is not None and held.text == text:
        return held
    assert actor.user_id is not None
    made = DiscretionBenchmark.objects.create(
        organisation=organisation,
        title=read.title,
        text=text,
        since=read.versions[0].since,
        registered_by_id=actor.user_id,
        registered_at=clock.now(),
    )
    events.record(
        "organisation.benchmark_registered",
        actor=actor,
        subject=organisation,
        benchmark=made.pk,
        since=made.since,
    )
    return made


def benchmark_of(organisation: Organisation, on: date) -> Benchmark | None:
    """The benchmark of a unit on a day, None where it has none."""
    held = organisation.benchmarks.filter(since__lte=on).first()
    return None if held is None else load_benchmark(held.text.encode())


def _read(organisation: Organisation, text: str) -> Benchmark:
    if len(text) > LONGEST:
        raise Refused.because(error("benchmark_too_long", "文件太长，请只放裁量基准。", DETAILS))
    try:
        read = load_benchmark(text.encode())
    except RuleInputError as wrong:
        where = f"（文件的{wrong.where}处）" if wrong.where else ""
        raise Refused.because(error(wrong.code, f"{wrong.message}{where}。", DETAILS)) from wrong
    if read.organisation != organisation.name:
        message = f"文件写的是{read.organisation}的裁量基准，请改为{organisation.name}。"
        raise Refused.because(error("benchmark_of_another", message, DETAILS))
    if len(read.title) > 200:
        raise Refused.because(error("title_too_long", "名称请不超过200字。", DETAILS))
    return read
