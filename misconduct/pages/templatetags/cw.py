"""The parts of a page as template tags; ``misconduct.pages.parts`` says what each reads."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet, BoundField
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases.deadlines.wording import long_date, short_date
from misconduct.pages import controls, months, verdicts
from misconduct.pages.facts import Citation, passage, place, reading
from misconduct.pages.icons import ICONS

register = template.Library()

register.filter("long_date", long_date)
register.filter("short_date", short_date)


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon; always beside words, so it is hidden from screen readers."""
    return format_html(
        '<svg class="cw-i" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', ICONS[name]
    )


@register.simple_tag
def tag(word: str, state: str = "") -> SafeString:
    """A state word; ``state`` is now, late, soon, done or empty (only a fact)."""
    return format_html('<span class="cw-tag{}">{}</span>', f" is-{state}" if state else "", word)


@register.inclusion_tag("parts/law.html")
def law(citation: Citation, label: str = "", open: bool = False) -> dict[str, Any]:
    """The article behind something said, opened in place."""
    found = passage(citation)
    return {"passage": found, "label": label or place(citation), "open": open}


@register.inclusion_tag("parts/basis.html")
def basis(finding: Any) -> dict[str, Any]:
    """What a finding rests on: its article, its reading, or both."""
    named = reading(finding.reading) if finding.reading else None
    return {"citation": finding.citation, "name": finding.reading, "reading": named}


@register.inclusion_tag("parts/clock.html")
def clock(sentence: Any, inline: bool = False, big: bool = False) -> dict[str, Any]:
    """A deadline sentence; ``inline`` inside a line, ``big`` on public pages."""
    return {"sentence": sentence, "inline": inline, "big": big}


@register.inclusion_tag("parts/counts.html")
def counts(items: Iterable[Any], label: str = "件数") -> dict[str, Any]:
    """The strip of at most five figures."""
    return {"items": items, "label": label}


@register.inclusion_tag("parts/task.html")
def task(item: Any) -> dict[str, Any]:
    """A row of a task list."""
    return {"task": item}


@register.inclusion_tag("parts/track.html")
def track(stages: Iterable[Any]) -> dict[str, Any]:
    """The stages of a case."""
    return {"stages": stages}


@register.inclusion_tag("parts/next_step.html")
def next_step(step: Any) -> dict[str, Any]:
    """What must happen next; once on a case page, on top."""
    return {"step": step}


@register.inclusion_tag("parts/cannot.html")
def cannot(actions: Iterable[Any]) -> dict[str, Any]:
    """What cannot be done now, with reasons and articles."""
    return {"actions": actions}


@register.inclusion_tag("parts/timeline.html")
def timeline(entries: Iterable[Any]) -> dict[str, Any]:
    """What happened, newest first."""
    return {"entries": entries}


@register.inclusion_tag("parts/people.html")
def people(persons: Iterable[Any], caption: str = "人员的保密协议和回避声明") -> dict[str, Any]:
    """Who takes part and what each has signed."""
    return {"persons": persons, "caption": caption}


@register.inclusion_tag("parts/dues.html")
def dues(items: Iterable[Any]) -> dict[str, Any]:
    """The deadlines of a case, for the side panel."""
    return {"items": items}


@register.inclusion_tag("parts/verdict.html")
def verdict(check: Any) -> dict[str, Any]:
    """The rule check of a form: verdict, ways, findings."""
    return verdicts.read(check)


@register.inclusion_tag("parts/measures.html")
def measures(rows: Iterable[Any]) -> dict[str, Any]:
    """All fourteen measures, in the order of the law, none disabled."""
    return {"rows": [(row, row.chosen, bool(row.outside), bool(row.error)) for row in rows]}


@register.inclusion_tag("parts/days.html")
def days(
    start: date, listed: Iterable[Any], today: date, start_word: str = "收到", strip: bool = True
) -> dict[str, Any]:
    """A computed working-day period, day by day: a strip and a month grid."""
    return {"count": months.lay_out(start, listed, today, start_word), "strip": strip}


@register.inclusion_tag("parts/empty.html")
def empty(words: str, next: str = "", url: str = "", label: str = "") -> dict[str, Any]:
    """An empty list: nothing is missing, and what comes next."""
    return {"words": words, "next": next, "url": url, "label": label}


@register.inclusion_tag("parts/error_summary.html")
def error_summary(form: BaseForm, *sets: BaseFormSet[Any]) -> dict[str, Any]:
    """「有2处要改」 with a link to each field, and the article where the law refused.

    ``sets``: the formsets sent with the form, whose problems are counted with its own.
    """
    forms = (form, *(row for rows in sets for row in rows))
    found = [problem for each in forms for problem in controls.problems(each)]
    return {"problems": found, "notices": getattr(form, "notices", ())}


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A field: label, help, error in the summary's words, and the control tied to both."""
    return controls.describe(bound)


@register.inclusion_tag("parts/sort_head.html", takes_context=True)
def sort_head(
    context: Context, key: str, label: str, number: bool = False, default: str = ""
) -> dict[str, Any]:
    """A table head that sorts by ``key`` through the address and keeps the filters in it.

    ``default`` is the order in use when the address names none.
    """
    query = context["request"].GET
    current = query.get("sort", default)
    descending = current == f"-{key}"
    direction = "descending" if descending else "ascending" if current == key else ""
    target = key if descending or not direction else f"-{key}"
    return {
        "label": label,
        "number": number,
        "direction": direction,
        "address": _address(query, sort=target),
    }


@register.inclusion_tag("parts/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], unit: str = "件") -> dict[str, Any]:
    """Links to the pages of a list, with the filters kept."""
    query = context["request"].GET
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    links: Sequence[Mapping[str, Any]] = [
        {
            "text": str(number),
            "address": _address(query, page=number) if isinstance(number, int) else "",
            "current": number == page.number,
        }
        for number in shown
    ]
    previous = _address(query, page=page.number - 1) if page.has_previous() else ""
    following = _address(query, page=page.number + 1) if page.has_next() else ""
    return {
        "page": page,
        "links": links,
        "previous": previous,
        "following": following,
        "unit": unit,
    }


def _address(query: Any, **changes: object) -> str:
    copy = query.copy()
    if "page" not in changes:
        copy.pop("page", None)
    for name, value in changes.items():
        copy[name] = str(value)
    return f"?{copy.urlencode()}"
