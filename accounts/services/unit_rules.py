"""A unit's own rules (221号 51): checked by the rules when registered, kept as sent."""

import re
from collections.abc import Iterator

from django.db import transaction

from accounts import clock, events
from accounts.actors import Actor
from accounts.models import Organisation, UnitRules
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from rules.edge.overlay import load_overlay
from rules.errors import OverlayLaxer, RuleInputError
from rules.instruments import Instrument
from rules.law import N221, cite
from rules.outcome import Finding, error

DETAILS = cite(N221, 51, "各有关部门和单位可依据本规则结合实际情况制定具体细则")
NO_LAXER = cite(N221, 52, "处理尺度不低于本规则")
LONGEST = 200_000
# Each point begins with the name of its number, as the file writes it.
_NAME = re.compile(r"^([a-z_.]+)（(.+?)）")


@transaction.atomic
def register_rules(
    *, actor: Actor, organisation_id: int, text: str, seen: int | None = None
) -> UnitRules:
    """Keep a new version of a unit's own rules; open cases stay under the one they began with.

    Refused for a file that cannot be used or names another unit, and for one that is laxer than
    the law with every point where it is. The same file again changes nothing.
    """
    require("administration.manage", actor)
    organisation = locked(Organisation, organisation_id)
    unchanged_since(organisation.chain, seen)
    read = _read(organisation, text)
    held = organisation.own_rules.order_by("-pk").first()
    if held is not None and held.text == text:
        return held
    assert actor.user_id is not None
    made = UnitRules.objects.create(
        organisation=organisation,
        number=read.number,
        title=read.title,
        text=text,
        since=read.since,
        until=read.until,
        registered_by_id=actor.user_id,
        registered_at=clock.now(),
    )
    events.record(
        "organisation.rules_registered",
        actor=actor,
        subject=organisation,
        rules=made.pk,
        since=made.since,
    )
    return made


def _read(organisation: Organisation, text: str) -> Instrument:
    if len(text) > LONGEST:
        raise Refused.because(error("rules_too_long", "文件太长，请只放本单位规定。", DETAILS))
    try:
        read = load_overlay(text.encode())
    except OverlayLaxer as laxer:
        raise Refused.because(*_points(laxer)) from laxer
    except RuleInputError as wrong:
        raise Refused.because(
            error(wrong.code, _at(wrong.message, wrong.where), DETAILS)
        ) from wrong
    found = list(_wrong(organisation, read))
    if found:
        raise Refused.because(*found)
    return read


def _points(laxer: OverlayLaxer) -> Iterator[Finding]:
    for where, sentence in dict.fromkeys(laxer.points):
        # Here people read: the Chinese name first, then what it is called in the file.
        said = _NAME.sub(r"\2（\1）", sentence)
        yield error(laxer.code, _at(said, where), NO_LAXER)


def _wrong(organisation: Organisation, read: Instrument) -> Iterator[Finding]:
    if read.organisation != organisation.name:
        message = f"文件写的是{read.organisation}的规定，请改为{organisation.name}。"
        yield error("rules_of_another", message, DETAILS)
    taken = UnitRules.objects.filter(number=read.number).exclude(organisation=organisation).first()
    if taken is not None:
        message = f"文号{read.number}已由{taken.organisation.name}登记，请核对文号。"
        yield error("number_taken", message, DETAILS)
    if len(read.title) > 200 or len(read.number) > 60:
        message = "名称请不超过200字，文号不超过60字。"
        yield error("title_too_long", message, DETAILS)


def _at(message: str, where: str) -> str:
    return f"{message}（文件的{where}处）。" if where else f"{message}。"
