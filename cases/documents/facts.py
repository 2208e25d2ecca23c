"""Words of the law in the form letters quote them, and measures as letters state them."""

from datetime import date

from accounts.facts import passage
from cases.documents.contexts import Quotation
from cases.documents.kinds.measures import MeasureLine
from rules.law import N221, cite
from rules.numerals import numeral
from rules.outcome import Citation


def place(citation: Citation) -> str:
    """The place as an official letter writes it: 第二十九条第五项, 附件第二部分第九项."""
    if citation.annex:
        part, item = citation.annex
        return f"附件第{numeral(part)}部分第{numeral(item)}项"
    article = f"第{numeral(citation.article or 0)}条"
    return article + (f"第{numeral(citation.item)}项" if citation.item else "")


def quote(citation: Citation) -> Quotation:
    """A citation as a letter prints it: words only, without the mark of the item or its stop."""
    return Quotation(
        instrument=citation.instrument,
        title=passage(citation).title,
        article=citation.article,
        item=citation.item,
        annex=citation.annex,
        place=place(citation),
        text=bare(citation),
    )


def bare(citation: Citation) -> str:
    """The words without a leading （五） and without the stop that ends an item of a list."""
    item = citation.item if citation.annex is None else citation.annex[1]
    text = citation.text.removeprefix(f"（{numeral(item)}）") if item else citation.text
    return text.rstrip("；。") if item else text


def term_words(years: int | None, months: int | None, permanent: bool = False) -> str:
    """A term as a letter states it: 3年, 2年6个月, 永久; empty when there is none."""
    if permanent:
        return "永久"
    return (f"{years}年" if years else "") + (f"{months}个月" if months else "")


def measure_line(
    item: int,
    *,
    years: int | None = None,
    months: int | None = None,
    permanent: bool = False,
    since: date | None = None,
    until: date | None = None,
    text: str = "",
) -> MeasureLine:
    """A measure of Art 29 in its own words, with its term in place of 一定期限.

    ``since`` and ``until`` are the first and the last day of the term. Measures that leave a
    choice (10, 14) should come with their own ``text``.
    """
    source = quote(cite(N221, 29, item=item))
    return MeasureLine(
        item=item,
        text=text or source.text.removeprefix("一定期限"),
        term=term_words(years, months, permanent),
        since=since,
        until=until,
        basis=source,
    )
