"""Reads an outcome for the rule check: the headline, then each finding with its field."""

from dataclasses import dataclass
from typing import Any

from misconduct.pages.facts import Finding, Level, place

WORDS = {
    Level.ERROR: ("违反", "late"),
    Level.WARNING: ("提醒", "soon"),
    Level.INFO: ("提示", "now"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as drawn."""

    word: str
    state: str
    finding: Finding
    link: str
    quote: str
    reason_url: str


def read(check: Any) -> dict[str, Any]:
    """The context of the verdict part: errors first, then warnings, then information."""
    found = check.outcome.findings
    order = list(WORDS)
    ranked = sorted(found, key=lambda finding: order.index(finding.level))
    errors, warnings, infos = (sum(f.level is level for f in found) for level in WORDS)
    return {
        "check": check,
        "headline": f"{errors}处违反，不能提交" if errors else "没有违反，可以提交",
        "lawful": not errors,
        "others": _others(warnings, infos, bool(errors)),
        "rows": [_row(check, finding) for finding in ranked],
    }


def _others(warnings: int, infos: int, after_errors: bool) -> str:
    said = [f"{n}处{word}" for n, word in ((warnings, "提醒"), (infos, "提示")) if n]
    if not said:
        return ""
    return ("另有" if after_errors else "有") + "、".join(said) + "。"


def _row(check: Any, finding: Finding) -> Row:
    word, state = WORDS[finding.level]
    cited = finding.citation
    # A whole article is not worth repeating above the article that opens in place.
    short = cited is not None and len(cited.text) <= 80 and cited.text not in finding.message
    quote = f"「{cited.text.rstrip('；。')}」" if cited is not None and short else ""
    return Row(
        word,
        state,
        finding,
        check.links.get(finding.code, ""),
        quote,
        check.reasons.get(finding.code, ""),
    )


def basis_words(finding: Finding) -> str:
    """The place a finding rests on, or that it is a reading: for one-line lists."""
    if finding.citation is not None:
        return place(finding.citation)
    return "本单位解读，条文未写明" if finding.reading else ""
