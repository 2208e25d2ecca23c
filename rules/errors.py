"""Input the rules cannot use: one class for each failure, with its place and a Chinese message.

A refusal by the law is never raised: it is a finding.  These say that the question itself is not
one the law can answer: a code that does not exist, facts that contradict each other, a date that
nothing covers.
"""

from datetime import date

from rules.numerals import numeral


class RuleInputError(ValueError):
    """Facts the rules cannot use.

    ``code`` is the English name of the failure, ``message`` Chinese, ``where`` the place in the
    input (``measures.0.years``; empty for the input as a whole).
    """

    def __init__(self, code: str, message: str, where: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where

    def as_json(self) -> dict[str, object]:
        """The error object of the contracts."""
        return {"error": {"code": self.code, "message": self.message, "where": self.where}}


class UnknownInstrument(RuleInputError):
    """An instrument that is not loaded."""

    def __init__(self, number: str) -> None:
        super().__init__("unknown_instrument", f"没有收录文件{number}", "instruments")
        self.number = number


class TextNotHeld(RuleInputError):
    """An instrument we know by number and dates only: nothing can be judged by it."""

    def __init__(self, number: str, title: str) -> None:
        message = f"{number}《{title}》的全文没有收录，不能据以判断"
        super().__init__("text_not_held", message, "instruments")
        self.number = number


class InstrumentNotInForce(RuleInputError):
    """An instrument named for a date on which it is not in force.

    ``governed`` names the text that was in force instead, where it is known.
    """

    def __init__(
        self,
        number: str,
        on: date,
        since: date,
        until: date | None,
        governed: str | None = None,
    ) -> None:
        span = f"自{since}起施行" + (f"，有效期至{until}" if until else "")
        then = f"；当日适用的是{governed}，其全文没有收录，不能据以判断" if governed else ""
        message = f"{number}在{on}不适用（{span}）{then}"
        super().__init__("instrument_not_in_force", message, "on")


class ParameterMissing(RuleInputError):
    """A rule whose number no instrument in use gives on the date asked."""

    def __init__(self, name: str, on: date) -> None:
        message = f"{on}适用的文件没有规定该事项（{name}）"
        super().__init__("not_covered", message, "instruments")


class DateNotCovered(RuleInputError):
    """A day for which no yearly notice is loaded."""

    def __init__(self, day: date, first: date, last: date, where: str = "start") -> None:
        message = self._said(day, first, last)
        super().__init__("date_not_covered", message, where)

    def _said(self, day: date, first: date, last: date) -> str:
        return f"没有{day}的放假安排（现有{first}至{last}）"


class FestivalsNotCovered(DateNotCovered):
    """A year whose lunar festivals are not in the table, so that no bounds can be given either."""

    def _said(self, day: date, first: date, last: date) -> str:
        return f"没有{day.year}年的节日日期（现有{first.year}年至{last.year}年）"


class UnknownCode(RuleInputError):
    """A number or name that the law does not have; ``codes`` are those it has, where listed."""

    def __init__(
        self, what: str, value: object, where: str, codes: frozenset[object] = frozenset()
    ) -> None:
        super().__init__("unknown_code", f"{what}没有“{value}”", where)
        self.codes = codes


class TermNotAllowed(RuleInputError):
    """A term, or a permanent one, on a measure that has none."""

    def __init__(self, item: int, where: str) -> None:
        message = f"第二十九条第{numeral(item)}项措施不能带该期限"
        super().__init__("term_not_allowed", message, where)


class TermInvalid(RuleInputError):
    """A term that is not positive, or permanent and limited at once."""

    def __init__(self, where: str) -> None:
        message = "期限应为正整数；永久与年、月不能同时填写"
        super().__init__("term_invalid", message, where)


class ConductMissing(RuleInputError):
    """No kind of conduct named where Article 31 is not the ground."""

    def __init__(self) -> None:
        super().__init__("conduct_missing", "应至少写明第二条规定的一种情形", "conduct")


class OrganisationStatus(RuleInputError):
    """An organisation described as a party member or a public servant."""

    def __init__(self, where: str) -> None:
        super().__init__("organisation_status", "单位不能是党员或公职人员", where)


class Article31NeedsOrganisation(RuleInputError):
    """Article 31 named for a person."""

    def __init__(self) -> None:
        super().__init__("article_31_person", "第三十一条只适用于机构或单位", "article_31")


class UnknownRule(RuleInputError):
    """A clock that no article gives."""

    def __init__(self, rule: str) -> None:
        super().__init__("unknown_rule", f"没有名为“{rule}”的期限", "rule")


class DatesReversed(RuleInputError):
    """Two days in an order in which they cannot have happened."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__("dates_reversed", message, where)


class NumberOutOfRange(RuleInputError):
    """A count that cannot be: a negative extension, say."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__("number_out_of_range", message, where)


class UnknownReading(RuleInputError):
    """A reading that does not exist, or a value the engine cannot apply."""

    def __init__(self, name: str, value: str | None = None) -> None:
        message = f"没有名为“{name}”的解读" if value is None else f"解读{name}不能取“{value}”"
        super().__init__("unknown_reading", message, "readings")


class ReadingNotOpen(RuleInputError):
    """A reading that exists but is not this organisation's to choose."""

    def __init__(self, name: str, question: str) -> None:
        message = f"解读{name}（{question}）不由本单位选择"
        super().__init__("reading_not_open", message, f"readings.{name}")


class FactsContradict(RuleInputError):
    """Facts that cannot be true together."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__("facts_contradict", message, where)


class OverlayInvalid(RuleInputError):
    """A unit's own rules that cannot be loaded: their place in the file says where."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__("overlay_invalid", message, where)


class OverlayLaxer(RuleInputError):
    """A unit's own rules that are laxer than the rules beneath them (221号 Articles 51 and 52).

    ``points`` are all of them as (place, sentence); ``where`` is the place of the first.
    """

    def __init__(self, points: tuple[tuple[str, str], ...]) -> None:
        message = "；".join(dict.fromkeys(sentence for _, sentence in points))
        super().__init__("overlay_laxer", message, points[0][0])
        self.points = points


class UnknownParameters(UnknownCode):
    """Parameters of a unit's own rules that the law does not have, all ``names`` of them.

    ``points`` are those in which the rest of the rules is laxer, as of OverlayLaxer.
    """

    def __init__(
        self, names: tuple[str, ...], where: str, points: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__("现行规定的参数中", "”、“".join(dict.fromkeys(names)), where)
        said = (self.message, *(sentence for _, sentence in points))
        self.message = "；".join(dict.fromkeys(said))
        self.args = (self.message,)
        self.names = names
        self.points = points


class BenchmarkInvalid(RuleInputError):
    """A discretion benchmark that cannot be used: its place in the file says where."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__("benchmark_invalid", message, where)
