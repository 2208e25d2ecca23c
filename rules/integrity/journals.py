"""The two lists of journals (the opinions （十五）), as they stood when the paper appeared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rules.errors import DatesReversed
from rules.law import O2018, cite
from rules.outcome import Finding, Outcome, info, warning
from rules.procedure.table import known

WARNING, BLACK = "warning", "black"
LISTS = (WARNING, BLACK)
CONSEQUENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {WARNING: ("remind_author",), BLACK: ("not_recognised", "not_reimbursed")}
)
_REMIND = cite(O2018, 15, "对在列入预警名单的学术期刊上发表论文的科研人员，要及时警示提醒")
_REFUSE = cite(
    O2018,
    15,
    "对在列入黑名单的学术期刊上发表的论文，在各类评审评价中不予认可，不得报销论文发表的相关费用",
)
REMIND = warning("remind_author", "发表时期刊在预警名单上；请及时警示提醒作者。", _REMIND)
REFUSED = warning(
    "not_recognised",
    "发表时期刊在黑名单上；该论文不予认可，费用不得报销。",
    _REFUSE,
)
NO_PROOF = info(
    "listing_is_no_proof",
    "期刊列入名单不证明论文有科研失信行为；不得据此认定或处理作者。",
    cite(O2018, 15, "学术期刊预警名单"),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A journal on one of the two lists, from a day on; ``until`` its last day, None: still."""

    journal: str
    list: str
    since: date
    until: date | None = None


class JournalAnswer(NamedTuple):
    """The lists the journal stood on that day, and what follows."""

    lists: tuple[str, ...]
    consequences: tuple[str, ...]
    outcome: Outcome


def check_journal(journal: str, published: date, listings: tuple[Listing, ...]) -> JournalAnswer:
    """What follows from where a paper appeared, by the lists of that day.

    Raises UnknownCode for another list, DatesReversed for a listing that ends before it begins.
    """
    known("期刊名单", [one.list for one in listings], LISTS, "listings")
    for i, one in enumerate(listings):
        if one.until is not None and one.until < one.since:
            raise DatesReversed("移出名单的日期早于列入的日期", f"listings.{i}")
    on = {
        one.list
        for one in listings
        if one.journal == journal
        and one.since <= published
        and (one.until is None or published <= one.until)
    }
    lists = tuple(name for name in LISTS if name in on)
    said: tuple[Finding, ...] = tuple(REMIND if name == WARNING else REFUSED for name in lists)
    follow = tuple(one for name in lists for one in CONSEQUENCES[name])
    return JournalAnswer(lists, follow, Outcome.of((*said, NO_PROOF) if lists else ()))
