"""The reasons of a proposal: each an info with its words of the law."""

from rules.benchmark import Weighing
from rules.codes import AGGRAVATED, FACTORS, LENIENT, Aggravated, Lenient, Severity
from rules.discretion.bands import Band
from rules.law import N221, cite
from rules.numerals import numeral
from rules.outcome import Citation, Finding, info
from rules.sanctions.findings import label, length
from rules.sanctions.findings import span as items_in_words
from rules.sanctions.tables import SEVERITIES, SanctionTable, members

_WEIGH = cite(N221, 30, "对科研失信行为情节轻重的判定应考虑以下因素")
_WITHIN = cite(N221, 50, "在本规则规定的科研失信行为应受到的处理幅度以内", item=6)

NO_BENCHMARK = info("no_benchmark", "没有适用的裁量基准，情节由人依第三十条各项因素判定", _WEIGH)
NOT_BINDING = info("not_binding", "本建议不具约束力，情节和期限由人判定", _WEIGH)
BOTH = info(
    "both_directions", "从轻和从重情形并存，建议为整个幅度，两方面理由均应写明", _WITHIN, "G12"
)


def span(band: Band) -> str:
    """A band in words: 「3年至3年8个月」."""
    if band.to is None:
        return f"{length(band.from_)}及以上"
    return f"{length(band.from_)}至{length(band.to)}"


def not_graded(item: int) -> Finding:
    """A factor nobody has graded."""
    message = f"请判定第三十条第{numeral(item)}项因素的等级（没有的选第一级）"
    return info("factor_not_graded", message, FACTORS[item].citation)


def graded(weighing: Weighing, grade: int) -> Finding:
    """A factor and its points."""
    item, points = weighing.item, weighing.weight * grade
    message = f"第三十条第{numeral(item)}项因素为“{weighing.grades[grade]}”，计{points}分"
    return info("factor_graded", message, FACTORS[item].citation)


def proposed(severity: Severity, score: int, most: int, citation: Citation) -> Finding:
    """The severity the points lead to."""
    message = f"合计{score}分（至多{most}分），建议认定为{severity.label}"
    return info("severity_proposed", message, citation)


def floor(law: SanctionTable) -> Finding:
    """The floor of Article 32 above what the points lead to."""
    conduct = items_in_words(members(law.floor))
    message = f"存在第二条{conduct}情形，建议不低于{SEVERITIES[1].label}"
    return info("floor_applied", message, law.floor_citation)


def lighter(kind: Lenient) -> Finding:
    """A case of Article 34."""
    message = f"有“{LENIENT[kind].label}”，可在幅度以内从轻"
    return info("lenient", message, LENIENT[kind].citation)


def heavier(kind: Aggravated) -> Finding:
    """A case of Article 35."""
    message = f"有“{AGGRAVATED[kind].label}”，应在幅度以内从重"
    return info("aggravated", message, AGGRAVATED[kind].citation)


def band_proposed(band: Band, citation: Citation) -> Finding:
    """The part of the range."""
    message = f"涉及取消或禁止期限的，建议为{span(band)}"
    return info("band_proposed", message, citation)


def other_severity(decided: Severity, proposal: Severity) -> Finding:
    """Another severity than proposed."""
    message = f"决定的情节为{Severity(decided).label}，裁量基准建议为{proposal.label}，请记录理由"
    return info("departs_from_proposal", message, _WEIGH)


def outside_band(item: int, months: int, band: Band) -> Finding:
    """A term outside the part proposed."""
    message = f"{label(item)}措施的期限为{length(months)}，裁量基准建议为{span(band)}，请记录理由"
    return info("departs_from_band", message, _WITHIN)
