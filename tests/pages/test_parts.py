"""The parts as drawn: what a person reads and what a screen reader is told."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from cases.deadlines.wording import ClockSentence
from misconduct.pages import parts
from rules.law import N221, cite
from rules.outcome import Finding, Level, Outcome


def draw(source: str, **context: Any) -> str:
    return Template("{% load cw %}" + source).render(Context(context))


def words(html: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", html))


def finding(level: Level, code: str, message: str, **more: Any) -> Finding:
    return Finding(level, code, message, more.get("citation"), more.get("reading"))


TERM = finding(
    Level.ERROR, "term", "3年超出情节较重", citation=cite(N221, 32, "期限为3年以内", item=2)
)


def test_an_article_needs_no_script_to_open() -> None:
    html = draw("{% law citation %}", citation=TERM.citation)
    assert html.startswith('<details class="cw-law"><summary>第三十二条第二项')
    assert "<mark>期限为3年以内</mark>" in html


def test_a_deadline_is_said_in_words_and_then_in_colour() -> None:
    said = ClockSentence("已逾期2个工作日", "（2026年12月7日）", "late")
    html = draw("{% clock said %}", said=said)
    assert words(html) == "已逾期2个工作日（2026年12月7日）"
    assert "is-late" in html


def test_what_cannot_be_done_is_said_with_its_reason_and_article() -> None:
    refused = parts.Cannot.of("签发处理决定书", Outcome.of([TERM]))
    html = words(draw("{% cannot actions %}", actions=[refused]))
    assert "签发处理决定书3年超出情节较重第三十二条第二项" in html


def test_a_reading_is_never_shown_as_law() -> None:
    said = finding(Level.INFO, "effect", "自送达生效", reading="G2")
    html = words(draw("{% basis finding %}", finding=said))
    assert html.startswith("本单位解读，条文未写明")
    assert "不是条文" in html


def test_the_next_step_says_what_is_done_and_what_is_missing() -> None:
    step = parts.NextStep(
        title="签发决定",
        who="吴某某",
        url="/go/",
        button="签发处理决定书",
        checks=[parts.Check("调查报告", done=True), parts.Check("事先告知书")],
    )
    html = draw("{% next_step step %}", step=step)
    assert "已完成：调查报告" in words(html) and "还缺：事先告知书" in words(html)
    assert '<a class="btn btn-primary" href="/go/">签发处理决定书</a>' in html


def test_a_step_of_somebody_else_has_no_button() -> None:
    step = parts.NextStep(title="批准调查方案", who="周某某")
    assert "btn-primary" not in draw("{% next_step step %}", step=step)


def test_an_unsigned_statement_is_a_word_not_a_gap() -> None:
    person = parts.Person("吴某某", "单位负责人", date(2026, 12, 7), None)
    html = words(draw("{% people persons %}", persons=[person]))
    assert html.endswith("吴某某单位负责人已签，12月7日未签")


def test_the_verdict_counts_what_is_wrong_and_leads_to_the_field() -> None:
    outcome = Outcome.of([finding(Level.INFO, "i", "提示的事"), TERM])
    check = parts.Verdict(outcome, links={"term": "y5"})
    html = draw("{% verdict check %}", check=check)
    assert "1处违反，不能提交" in html and "另有1处提示" in html
    assert html.index("违反</span>") < html.index("提示</span>")
    assert '<a href="#y5">3年超出情节较重</a>' in html


def test_a_lawful_proposal_may_be_submitted() -> None:
    html = draw("{% verdict check %}", check=parts.Verdict(Outcome.of([])))
    assert "没有违反，可以提交" in html


def test_a_measure_outside_the_tier_stays_selectable() -> None:
    row = parts.MeasureRow(1, "科研诚信诫勉谈话", outside="本档未列")
    html = draw("{% measures rows %}", rows=[row])
    assert "disabled" not in html and "本档未列" in html


def test_a_bad_term_is_tied_to_its_words() -> None:
    row = parts.MeasureRow(5, "禁止承担", chosen=True, has_term=True, term="3", error="不包括本数")
    html = draw("{% measures rows %}", rows=[row])
    assert 'aria-invalid="true" aria-describedby="e5"' in html
    assert '<p class="cw-err" id="e5">不包括本数</p>' in html


@pytest.mark.parametrize(
    ("query", "direction", "leads_to"),
    [
        ("", "", "sort=due"),
        ("sort=due", "ascending", "sort=-due"),
        ("sort=-due", "descending", "sort=due"),
    ],
)
def test_a_head_sorts_and_keeps_the_filters(query: str, direction: str, leads_to: str) -> None:
    request = RequestFactory().get(f"/cases/?stage=处理&page=3&{query}")
    html = draw('{% sort_head "due" "期限" %}', request=request)
    assert leads_to in html and "stage=" in html and "page=" not in html
    assert ("aria-sort" in html) == bool(direction) and direction in html


def test_pages_of_a_list_keep_filters_and_order() -> None:
    request = RequestFactory().get("/cases/?stage=open&sort=-due&page=2")
    page = Paginator(range(45), 20).get_page(2)
    html = draw("{% pagination page %}", request=request, page=page)
    assert "第21至40件，共45件" in words(html)
    assert 'href="?stage=open&amp;sort=-due&amp;page=3" rel="next"' in html


def test_an_icon_is_never_read_aloud() -> None:
    assert 'aria-hidden="true"' in draw('{% icon "check" %}')
