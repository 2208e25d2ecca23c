"""What a letter must pass before it gets a number: whole, printable, discreet, rightly founded."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from accounts.facts import quoted
from cases.documents import fonts
from cases.documents.contexts import Letter, Quotation
from rules.law import N221, WordsNotFound, annex, cite
from rules.outcome import Finding, error

SUPERSEDED_ON = date(2026, 3, 20)
_BASIS = r"(?:依据|根据|按照|依照)[^。；]{0,60}?"
# In 〔〕 as printed, or in the brackets typed for them.
_OF_2019 = re.compile(_BASIS + r"国科发监\s*[〔\[［（(]\s*2019\s*[〕\]］）)]\s*323\s*号")
_NUMBER_19 = re.compile(_BASIS + r"(?:第\s*19\s*号令|第十九号令|(?<!\d)19\s*号令)")


def findings(letter: Letter, must_not_contain: Iterable[str] = ()) -> list[Finding]:
    """Every reason this letter may not go out; empty when it may."""
    return [
        *_missing(letter),
        *_unfounded(letter),
        *_superseded(letter),
        *_unprintable(letter),
        *_betraying(letter, must_not_contain),
    ]


def _missing(letter: Letter) -> Iterator[Finding]:
    for gap in letter.gaps():
        words = cite(N221, gap.article, item=gap.item)
        yield error("part_missing", f"文书缺少「{gap.label}」，请补全后再发。", words)


def _unfounded(letter: Letter) -> Iterator[Finding]:
    for quotation in letter.quotations():
        if not _stands_there(quotation):
            message = (
                f"所引{quotation.title}{quotation.place}的文字与原文不符：「{quotation.text}」。"
            )
            yield error("quotation_altered", message, None)


def _stands_there(quotation: Quotation) -> bool:
    if quotation.annex:
        return quotation.text in annex(quotation.instrument).get(quotation.annex, "")
    number, article = quotation.instrument, quotation.article or 0
    try:
        quoted(number, article, quotation.text, item=quotation.item)
    except (WordsNotFound, KeyError):
        return False
    return True


def _superseded(letter: Letter) -> Iterator[Finding]:
    # R1, R53: a repealed text may be told of in the facts, never given as the basis.
    repealed = cite(
        N221, 53, "《科研诚信案件调查处理规则（试行）》（国科发监〔2019〕323号）同时废止"
    )
    for label, text in letter.leaves():
        if _OF_2019.search(text):
            message = f"「{label}」以国科发监〔2019〕323号为依据，该文件已经废止。"
            yield error("basis_repealed", message, repealed)
        if letter.dated > SUPERSEDED_ON and _NUMBER_19.search(text):
            message = (
                f"「{label}」以科学技术部第19号令为依据；据公布的消息，该令自2026年3月20日起"
                "由科学技术部令第24号取代，不能再作依据。"
            )
            yield error("basis_superseded", message, None)


def _unprintable(letter: Letter) -> Iterator[Finding]:
    for label, text in letter.leaves():
        for character in fonts.unprintable(text):
            message = (
                f"「{label}」中的{fonts.described(character)}没有可用的字体，打印不出来；"
                "请核对用字，或者请管理员装入有这个字的字体。"
            )
            yield error("character_unprintable", message, None)


def betrays(text: str, must_not_contain: Iterable[str]) -> bool:
    """Whether a text names somebody it must not; one character is not taken for a name."""
    hidden = [plain for plain in map(_plain, must_not_contain) if len(plain) > 1]
    return any(name in _plain(text) for name in hidden)


def _betraying(letter: Letter, must_not_contain: Iterable[str]) -> Iterator[Finding]:
    hidden = list(must_not_contain)
    words = cite(N221, 46, "不得泄露相关信息")
    labels = (label for label, text in letter.leaves() if betrays(text, hidden))
    # The message names the part, not the words: it is itself shown and logged.
    for label in dict.fromkeys(labels):
        message = f"「{label}」里有依法应当保密的另一方身份信息，请删改后再发。"
        yield error("identity_disclosed", message, words)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
