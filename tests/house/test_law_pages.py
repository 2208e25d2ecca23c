"""Every article of every text held is used by a rule, or the reason why not is written down."""

import re

import pytest

from misconduct.ops import law_articles, law_functions, law_pages, law_platform
from misconduct.ops.law_told import told_on
from rules import law
from rules.numerals import number
from rules.outcome import Level

RULED, READ_ONLY, IN_FORCE_ONLY, NOTHING = law_pages.KINDS


@pytest.fixture(scope="module")
def page() -> str:
    """The page for lawyers."""
    return law_articles.comparison()


@pytest.mark.parametrize("place", law_pages.all_places(), ids=lambda p: f"{p[0]}-{p[1]}")
def test_an_article_is_used_or_has_a_reason_and_never_both(
    place: law_pages.Place,
) -> None:
    assert law_pages.used(place) != (place in law_pages.reasons())


def test_every_reason_is_of_an_article_there_is() -> None:
    assert set(law_pages.reasons()) <= set(law_pages.all_places())
    for reason in law_pages.reasons().values():
        assert len(reason) >= 5
        assert not re.search(r"\.py|rules/", reason)


def test_a_reading_or_a_date_alone_is_no_rule() -> None:
    assert law_pages.kind((law.N221, 16)) == RULED
    assert law_pages.kind((law.S84, 1)) == READ_ONLY
    assert law_pages.kind((law.S84, 24)) == IN_FORCE_ONLY
    assert law_pages.kind((law.P130, 40)) == IN_FORCE_ONLY
    assert law_pages.kind((law.P130, 39)) == NOTHING


def test_what_a_table_and_what_a_function_says_are_both_found() -> None:
    said = {(code, row.level) for row in told_on((law.N221, 16)) for code in row.codes}
    assert ("plan_not_approved", Level.ERROR) in said
    assert ("plan_content_missing", Level.ERROR) in said


def test_the_guard_behind_private_helpers_is_named() -> None:
    names = {rule.name for rule in law_pages.rules_on((law.N221, 16))}
    assert {"check_plan", "check_plan_approval", "steps_too_early"} <= names


def test_the_page_for_lawyers_has_words_number_and_question(page: str) -> None:
    assert "> 科研失信行为的调查处理应自决定受理之日起6个月内完成。" in page
    assert "- 完成调查处理的期限：6个月（应当）。自2022年8月25日起；" in page
    assert "- **陈述申辩的期限有多长？** 可选：" in page
    assert "**施行日期** 鲁科字〔2024〕84号自2024年11月1日起施行，有效期至2029年10月31日。" in page


def last_line(page: str, name: str) -> str:
    """The line of a parameter or reading, found by its identifier at the end."""
    return next(one for one in page.splitlines() if one.endswith(f"<small>`{name}`</small>"))


def test_values_and_directions_are_chinese(page: str) -> None:
    assert "签署承诺书的事项：科研诚信、科技伦理、安全保密（" in page
    assert "不低于情节较重处理的行为：第二条第一至第五项（" in page
    assert "情节严重的期限幅度：3年至5年（均含本数）（" in page
    ends = {"scope.annex": "单位的规定不得取消", "tier.major.term": "单位的规定只能提高下限"}
    for name, direction in ends.items():
        assert direction in last_line(page, name)


def test_the_chapters_stand_over_their_first_articles_and_in_the_contents(page: str) -> None:
    assert law_articles.chapters(law.N221)[16] == "第三章 调查　第二节 调查"
    assert page.index("### 第三章 调查　第二节 调查") < page.index("#### 第十六条")
    targets = set(re.findall(r"\(#([a-z0-9-]+)\)", page))
    assert targets == set(re.findall(r'<a id="([a-z0-9-]+)"></a>', page))
    assert len(targets) > 30


def test_no_text_stands_without_a_name_or_with_it_twice(page: str) -> None:
    headings = re.findall(r"^## (.+)$", page, flags=re.M)
    assert "《关于进一步加强科研诚信建设的若干意见》" in headings
    assert "鲁科字〔2025〕3号（只有节录，未载标题）" in headings
    assert "#### 第25项" in page


def test_articles_follow_the_law(page: str) -> None:
    held = page[page.index("## 鲁科字〔2025〕3号") :]
    assert held.index("#### 第十条") < held.index("#### 第十一条") < held.index("#### 第十六条、")


def test_items_follow_the_law_and_not_the_alphabet() -> None:
    told = list(law_articles.told_lines(told_on((law.N221, 29))))
    items = [re.search("依据第([一二三四五六七八九十]+)项", line) for line in told]
    order = [number(one[1]) for one in items if one]
    assert order == sorted(order)


@pytest.mark.parametrize("name", ["two_persons", "G19"])
def test_what_nobody_may_choose_is_not_offered(page: str, name: str) -> None:
    line = last_line(page, name)
    assert "可选" not in line and "（默认）" not in line and "不" in line


def test_what_only_the_command_line_offers_is_said(page: str) -> None:
    assert "（平台暂未提供，仅命令行可选）" in last_line(page, "G17")
    assert "命令行" not in last_line(page, "G3")


def test_every_check_the_application_asks_is_on_the_page_of_functions() -> None:
    page = law_functions.page()
    checks = {name for name in law_platform.asked() if ".check_" in name}
    assert len(checks) > 30
    assert [one for one in checks if f"`{one.rpartition('.')[2]}(" not in page] == []
    assert "| `check_sanctions(facts, context)` |" in page
    assert "_private" not in page and "| `_" not in page
