"""How letters write numbers, dates and places of the law."""

from datetime import date

from django import template

from cases.documents.contexts import Quotation

register = template.Library()

_DIGITS = "零一二三四五六七八九"


class Names:
    """Full title at the first mention of an instrument in a letter, its short name afterwards."""

    def __init__(self) -> None:
        self._short: dict[str, str] = {}

    def of(self, quotation: Quotation) -> str:
        """In full at first, with 以下简称《规则》; then 《规则》; in full if short names clash."""
        number, title = quotation.instrument, quotation.title
        if number in self._short:
            return self._short[number]
        short = f"《{title.strip('《》')[-2:]}》"
        if short in self._short.values():
            return f"{title}（{number}）"
        self._short[number] = short
        return f"{title}（{number}，以下简称{short}）"


@register.filter
def numeral(value: int) -> str:
    """1 to 99 in Chinese figures, for the heads of paragraphs."""
    tens, ones = divmod(int(value), 10)
    head = "" if not tens else ("" if tens == 1 else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


@register.filter
def day(value: date) -> str:
    """A date as letters write it: 2026年3月9日."""
    return f"{value.year}年{value.month}月{value.day}日"


@register.simple_tag(takes_context=True)
def law(context: template.Context, quotation: Quotation) -> str:
    """The instrument and the place: 《规则》第二十九条第五项."""
    names: Names = context["names"]
    return names.of(quotation) + quotation.place


@register.filter
def quoted(text: str) -> str:
    """Quoted words that end a sentence: the stop inside when they have one, else after."""
    return f"“{text}”" if text.endswith("。") else f"“{text}”。"


@register.filter
def unstopped(text: str) -> str:
    """Words without their closing stop, to stand inside a sentence."""
    return text.rstrip("。；")
