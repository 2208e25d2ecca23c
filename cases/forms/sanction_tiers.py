"""The severities of Art 32 as buttons: what each allows, by the law in use for a case."""

from dataclasses import dataclass

from rules.codes import Severity
from rules.sanctions import TermRange
from rules.sanctions.tables import MINOR, SEVERITIES, SanctionTable

# The lightest severity has no terms, and measures no unit may change.
WITHOUT_TERM = "诫勉、暂停、暂缓"
BELOW = "低于底线"


@dataclass(frozen=True, slots=True)
class Tier:
    """A choice of severity; ``outside``: below the floor of Art 32."""

    value: str
    label: str
    words: str
    chosen: bool
    outside: bool


def tiers(chosen: str, floored: bool, law: SanctionTable) -> tuple[Tier, ...]:
    """All four, the lightest first; ``floored``: this conduct may not be given the lightest."""
    return tuple(
        _tier(severity, law.terms[place], chosen, floored and place == MINOR)
        for place, severity in enumerate(SEVERITIES)
    )


def _tier(severity: Severity, term: TermRange, chosen: str, outside: bool) -> Tier:
    words = BELOW if outside else range_words(term) or WITHOUT_TERM
    return Tier(severity.value, severity.label, words, severity.value == chosen, outside)


def range_words(term: TermRange) -> str:
    """A range of years with what of its ends it includes (Art 50); empty without one."""
    low, high = bounds(term)
    first, last = _ends(term.from_), _ends(term.to)
    if high is None:
        return f"{low}年以上，{first}{low}年" if low else ""
    if not low:
        return f"{high}年以内，{last}{high}年"
    if first == last:
        return f"{low}至{high}年，{first}两端"
    return f"{low}至{high}年，{first}{low}年，{last}{high}年"


def _ends(included: int | None) -> str:
    return "不含" if included is None else "含"


def bounds(term: TermRange) -> tuple[int, int | None]:
    """Where a range of years begins and ends; None: nowhere."""
    low = term.over if term.from_ is None else term.from_
    return low or 0, term.under if term.to is None else term.to
