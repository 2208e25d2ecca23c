"""The findings of check-sanctions: each made once, with its Chinese message and its words.

``mode`` says what a finding of Article 32 weighs: an error; a warning where the decision is a
mitigation (Article 40) or an organisation's own conduct (Article 31), unless a reading says more.
"""

from functools import cache, lru_cache

from rules.codes import AGGRAVATED, MEASURES, RETRACTION, SEVERITIES, Aggravated, Severity
from rules.law import N221, cite
from rules.numerals import numeral
from rules.outcome import Citation, Finding, Level, error, info, warning
from rules.sanctions.case import PERMANENT
from rules.sanctions.tables import (
    APPLIED,
    ARTICLE_31,
    FLOOR_KEPT,
    MITIGATED,
    SanctionTable,
    members,
)

# The reading on which a finding is an error although Article 31 or 40 could make it less.
_STRICT_BY = {APPLIED: "article_31_tiers", FLOOR_KEPT: "G13"}
_ART_40 = cite(N221, 40, "作出处理决定的单位可根据被处理人申请对其减轻处理")
_ART_31 = cite(N221, 31, "本规则第二十九条规定的相应处理")
_SUPERIOR = cite(N221, 31, "主管部门应依据相关法律法规等规定，撤销该机构或单位因此获得的相关利益")
_COMBINED = cite(N221, 29, "上述处理措施可合并使用")
_POWER = cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")
_HEAVIER = cite(N221, 35, "有下列情形之一的，应从重处理")
_OVER_FIVE = cite(N221, 32, "期限为5年以上", item=4)
_KINDS = tuple(Aggravated)
_NAMES = tuple(SEVERITIES[severity] for severity in Severity)


def label(item: int) -> str:
    """「第五项」."""
    return f"第{numeral(item)}项"


def listed(items: tuple[int, ...]) -> str:
    """「第五、七项」."""
    return f"第{'、'.join(numeral(item) for item in items)}项"


def span(items: tuple[int, ...]) -> str:
    """「第一至第五项」 for numbers that follow one another, else each of them."""
    if len(items) > 2 and items[-1] - items[0] == len(items) - 1:
        return f"第{numeral(items[0])}至第{numeral(items[-1])}项"
    return listed(items)


def length(months: int) -> str:
    """A term in words: 「3年6个月」."""
    if months == PERMANENT:
        return "永久"
    years, rest = divmod(months, 12)
    return (f"{years}年" if years else "") + (f"{rest}个月" if rest else "")


def _tier(
    code: str, message: str, citation: Citation, mode: int, reading: str | None = None
) -> Finding:
    if mode == MITIGATED:
        return warning(code, f"{message}（减轻处理，须说明理由）", _ART_40, "G13")
    if mode == ARTICLE_31:
        return warning(code, f"{message}（对单位的处理，参照）", _ART_31, "article_31_tiers")
    return error(code, message, citation, reading or _STRICT_BY.get(mode))


class TierFindings:
    """The findings that rest on Article 32 and the coupling of Article 29, under one table."""

    def __init__(self, table: SanctionTable) -> None:
        self._table = table
        self.below_floor = lru_cache(self._below_floor)
        self.not_in_tier = lru_cache(self._not_in_tier)
        self.no_measure = lru_cache(self._no_measure)
        self.outside = lru_cache(maxsize=1 << 15)(self._outside)
        self.outside_of_10 = lru_cache(maxsize=1 << 13)(self._outside_of_10)
        self.register_missing = lru_cache(self._register_missing)
        self.permanent = PERMANENT_REFUSED if table.refuses_permanent else PERMANENT_NEEDS_BASIS
        self.unusual = UNUSUAL_REFUSED if table.refuses_unusual else UNUSUAL
        self.same_fact = same_fact_refused if table.refuses_same_fact else same_fact
        self._floored = f"存在第二条{span(members(table.floor))}情形"
        self.exemption_needs_reason = warning(
            "exemption_needs_reason",
            f"{self._floored}，免予处理低于第三十二条第二项规定的尺度，须说明理由",
            table.floor_citation,
            "G14",
        )
        self.exemption_barred = error(
            "exemption_unfounded",
            f"{self._floored}，按所采用的解读不得免予处理",
            table.floor_citation,
            "G14",
        )

    def _below_floor(self, mode: int) -> Finding:
        message = f"{self._floored}，处理不得低于情节较重的尺度"
        return _tier("below_floor", message, self._table.floor_citation, mode)

    def _not_in_tier(self, item: int, mode: int) -> Finding:
        message = f"{_NAMES[0]}的，不适用{label(item)}措施"
        return _tier("measure_not_in_tier", message, self._table.list_citations[0], mode)

    def _no_measure(self, tier: int, mode: int) -> Finding:
        items = listed(self._table.permitted[tier])
        message = f"没有给予{_NAMES[tier]}应给予的任何措施（{items}）"
        return _tier("no_measure", message, self._table.list_citations[tier], mode)

    def _outside(self, item: int, months: int, tier: int, mode: int) -> Finding:
        message = f"{label(item)}措施的期限为{length(months)}，不在{_NAMES[tier]}的期限幅度内"
        reading = "G9" if item == 10 and self._table.binds_10 else None
        return _tier("term_outside_tier", message, self._table.term_citations[tier], mode, reading)

    def _outside_of_10(self, months: int, tier: int) -> Finding:
        message = f"第十项措施的期限为{length(months)}，不在{_NAMES[tier]}的期限幅度内，请核对"
        citation = self._table.term_citations[tier]
        return warning("term_of_10_outside_tier", message, citation, "G9")

    def _register_missing(self, coupled: int) -> Finding:
        message = f"给予{listed(members(coupled))}措施的，应同时给予第十三项（记入数据库）措施"
        return error("register_missing", message, self._table.coupling_citation)


def _of_item(
    level: Level, code: str, message: str, reading: str | None, citation: Citation | None = None
) -> dict[int, Finding]:
    return {
        item: Finding(level, code, message.format(label(item)), citation or entry.citation, reading)
        for item, entry in MEASURES.items()
    }


LIGHTER_ADDED = _of_item(
    Level.WARNING,
    "lighter_measure_added",
    "第三十二条对情节较重、严重和特别严重的未列{}措施，与其他措施并用须说明理由",
    "C6",
    _COMBINED,
)
LIGHTER_REFUSED = _of_item(
    Level.ERROR,
    "lighter_measure_added",
    "第三十二条对情节较重、严重和特别严重的未列{}措施，按所采用的解读不得并用",
    "C6",
    _COMBINED,
)
BEYOND_POWER = _of_item(
    Level.WARNING,
    "beyond_power",
    "{}措施不在本单位的处理权限内，应提请有权限的单位处理",
    None,
    _POWER,
)
UNUSUAL = _of_item(
    Level.WARNING,
    "unusual_for_organisation",
    "{}措施通常针对自然人，对单位适用请核对",
    "organisation_measures",
)
UNUSUAL_REFUSED = _of_item(
    Level.ERROR,
    "unusual_for_organisation",
    "{}措施针对自然人，按所采用的解读不得对单位适用",
    "organisation_measures",
)
TERM_NOT_STATED = _of_item(
    Level.WARNING, "term_not_stated", "{}措施为一定期限的措施，未写明期限", None
)
PERMANENT_NEEDS_BASIS = _of_item(
    Level.WARNING,
    "permanent_needs_basis",
    "{}措施为永久的，规则未明文规定，须写明其他依据",
    "permanent_ban",
    _OVER_FIVE,
)
PERMANENT_REFUSED = _of_item(
    Level.ERROR,
    "permanent_needs_basis",
    "{}措施为永久的，按所采用的解读不得永久，应写明期限",
    "permanent_ban",
    _OVER_FIVE,
)
OTHER_NEEDS_BASIS = warning(
    "other_measure_needs_basis",
    "第十四项措施（其他处理）不在任何一档之内，须写明其他依据",
    MEASURES[14].citation,
    "G19",
)
EXEMPTION_UNFOUNDED = error(
    "exemption_unfounded",
    "免予处理只限于论文作者在被举报前主动撤稿且未造成较大负面影响",
    RETRACTION,
)
NOT_SUPERIOR = error(
    "not_superior", "单位自身实施或包庇的，由其主管部门处理，不能由该单位自行决定", _SUPERIOR
)
NOT_REFLECTED = warning(
    "aggravation_not_reflected", "有应从重情形而无从轻情形，各项期限却均为该档下限", _HEAVIER
)
NOT_REFLECTED_BESIDE_LENIENT = warning(
    "aggravation_not_reflected",
    "有应从重情形，各项期限却均为该档下限，虽有从轻情形也须说明从重如何体现",
    _HEAVIER,
    "G12",
)
OVERLOOKED = warning(
    "aggravation_overlooked",
    "认定了不止一种科研失信行为，未写明同时存在多种科研失信行为的从重情形",
    AGGRAVATED[Aggravated.REPEATED_OR_MULTIPLE].citation,
)
BOTH_DIRECTIONS = info("both_directions", "从轻和从重情形并存，两方面理由均应写明", _HEAVIER, "G12")


@cache
def same_fact(factor: int, kind: int) -> Finding:
    """Factor ``factor`` of Article 30 counted again as case ``kind`` of Article 35."""
    return _same_fact(Level.WARNING, factor, kind, "须说明理由")


@cache
def same_fact_refused(factor: int, kind: int) -> Finding:
    """The same, where the unit does not let one fact count twice."""
    return _same_fact(Level.ERROR, factor, kind, "按所采用的解读只能取其一")


def _same_fact(level: Level, factor: int, kind: int, then: str) -> Finding:
    message = f"第三十条{label(factor)}因素与第三十五条{label(kind)}情形可能是同一事实，{then}"
    citation = AGGRAVATED[_KINDS[kind - 1]].citation
    return Finding(level, "same_fact_twice", message, citation, "same_fact_twice")
