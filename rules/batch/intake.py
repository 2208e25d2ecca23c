"""Columns checked as they come in: each failure names the first decision that has it."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rules.errors import (
    Article31NeedsOrganisation,
    ConductMissing,
    NumberOutOfRange,
    OrganisationStatus,
    RuleInputError,
    TermInvalid,
    TermNotAllowed,
    UnknownCode,
)
from rules.sanctions.case import PERMANENT_ITEMS, WITH_TERM
from rules.sanctions.tables import mask

Numbers = NDArray[np.int64]
Bits = NDArray[np.uint16]
Flags = NDArray[np.bool_]

_FIRST_DAY, _LAST_DAY = np.datetime64("0001-01-01"), np.datetime64("9999-12-31")
UNDECIDED = -1
MONTHS_AT_MOST = 2**31 - 1
ALL_MEASURES = mask(range(1, 15))


class CodeSet(NamedTuple):
    """A column of sets: what the law calls the codes, and the bits there are."""

    what: str
    allowed: int


SETS: Mapping[str, CodeSet] = {
    "conduct": CodeSet("第二条", mask(range(1, 9))),
    "untimed": CodeSet("第二十九条", ALL_MEASURES),
    "permanent": CodeSet("第二十九条", ALL_MEASURES),
    "factors": CodeSet("第三十条", mask(range(1, 7))),
    "lenient": CodeSet("第三十四条", mask(range(1, 6))),
    "aggravated": CodeSet("第三十五条", mask(range(1, 8))),
    "powers": CodeSet("第二十九条", ALL_MEASURES),
    "involves": CodeSet("涉及事项", mask(range(3))),
}


def placed(problem: RuleInputError, row: int) -> RuleInputError:
    """The same failure with the number of the decision before its place."""
    problem.where = f"{row}.{problem.where}"
    return problem


def first(wrong: Flags) -> int | None:
    """The first decision for which something is wrong."""
    return int(wrong.argmax()) if wrong.any() else None


def whole(values: ArrayLike, count: int, name: str) -> Numbers:
    """Whole numbers, one for each decision; a single one stands for all.

    Raises NumberOutOfRange for another number of them or for what is no whole number.
    """
    found = np.asarray(values)
    if found.dtype.kind not in "iub" and found.size:
        raise NumberOutOfRange("应为整数", name)
    if found.ndim and found.shape != (count,):
        raise NumberOutOfRange(f"应有{count}个值", name)
    return np.broadcast_to(found, (count,)).astype(np.int64)


def as_days(values: ArrayLike, name: str) -> NDArray[np.datetime64]:
    """The values as days, NaT included; raises NumberOutOfRange for what is neither."""
    try:
        return np.asarray(values, "datetime64[D]").reshape(-1)
    except ValueError:
        raise NumberOutOfRange("应为YYYY-MM-DD格式的日期", name) from None


def days(values: ArrayLike) -> NDArray[np.datetime64]:
    """Days of the calendar; raises NumberOutOfRange for what is no day from year 1 to 9999."""
    found = as_days(values, "on")
    row = first(~((found >= _FIRST_DAY) & (found <= _LAST_DAY)))
    if row is not None:
        raise NumberOutOfRange("应为YYYY-MM-DD格式的日期", f"{row}.on")
    return found


def sets(values: ArrayLike, count: int, name: str) -> Bits:
    """A column of sets; raises UnknownCode for a bit the law does not have."""
    known, found = SETS[name], whole(values, count, name)
    row = first((found & ~known.allowed) != 0)
    if row is not None:
        raise UnknownCode(known.what, int(found[row]), f"{row}.{name}")
    return found.astype(np.uint16)


def flags(values: ArrayLike, count: int, name: str) -> Flags:
    """A column of yes and no; raises UnknownCode for another number."""
    found = whole(values, count, name)
    row = first((found & ~1) != 0)
    if row is not None:
        raise UnknownCode("是或否", int(found[row]), f"{row}.{name}")
    return found.astype(np.bool_)


def severities(values: ArrayLike, count: int) -> NDArray[np.int8]:
    """Places in ``Severity``, or UNDECIDED; raises UnknownCode for another number."""
    found = whole(values, count, "severity")
    row = first((found < UNDECIDED) | (found > 3))
    if row is not None:
        raise UnknownCode("情节", int(found[row]), f"{row}.severity")
    return found.astype(np.int8)


def terms(values: ArrayLike, count: int) -> Numbers:
    """Limited terms as (decision, item, months), each once, in that order.

    Raises NumberOutOfRange for a decision there is not, UnknownCode, TermNotAllowed or
    TermInvalid for an item or a length that cannot be.
    """
    found = np.asarray(values)
    if not found.size:
        return np.empty((3, 0), np.int64)
    if found.dtype.kind not in "iu" or found.ndim != 2 or found.shape[1] != 3:
        raise NumberOutOfRange("期限应为（决定序号、措施、月数）三列整数", "terms")
    rows, item, months = found.T.astype(np.int64)
    at = first((rows < 0) | (rows >= count))
    if at is not None:
        raise NumberOutOfRange(f"没有第{rows[at]}个决定", f"terms.{at}")
    _check_terms(rows, item, months)
    key = ((rows << 4) | item) << 31 | months
    if (np.diff(key) <= 0).any():
        # numpy.unique hashes these numbers, many times slower than sorting them.
        key.sort()
        key = key[np.append(True, np.diff(key) > 0)]
    return np.stack((key >> 35, key >> 31 & 15, key & MONTHS_AT_MOST))


def _check_terms(rows: Numbers, item: Numbers, months: Numbers) -> None:
    at = first((item < 1) | (item > 14))
    if at is not None:
        raise UnknownCode("第二十九条", int(item[at]), f"{rows[at]}.item")
    at = first((mask(WITH_TERM) >> item & 1) == 0)
    if at is not None:
        raise TermNotAllowed(int(item[at]), f"{rows[at]}.months")
    at = first(months < 1)
    if at is not None:
        raise TermInvalid(f"{rows[at]}.months")
    at = first(months > MONTHS_AT_MOST)
    if at is not None:
        raise NumberOutOfRange("期限过长", f"{rows[at]}.months")


def check_permanent(permanent: Bits) -> None:
    """Raises TermNotAllowed for a measure that cannot be permanent."""
    row = first((permanent & ~np.uint16(mask(PERMANENT_ITEMS))) != 0)
    if row is not None:
        wrong = int(permanent[row]) & ~mask(PERMANENT_ITEMS)
        raise TermNotAllowed(wrong.bit_length() - 1, f"{row}.permanent")


def check_parties(conduct: Bits, party: Mapping[str, Flags]) -> None:
    """Raises for an organisation as party member or public servant, Article 31 on a person, and
    no kind of conduct."""
    organisation, article_31 = party["organisation"], party["article_31"]
    for name in ("party_member", "public_servant"):
        row = first(organisation & party[name])
        if row is not None:
            raise OrganisationStatus(f"{row}.respondent.{name}")
    row = first(article_31 & ~organisation)
    if row is not None:
        raise placed(Article31NeedsOrganisation(), row)
    row = first((conduct == 0) & ~article_31)
    if row is not None:
        raise placed(ConductMissing(), row)
