"""The pages on the law print what the rules really say: nothing more and nothing less."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator

import pytest

from misconduct.env import BASE_DIR
from misconduct.ops import law_articles, law_pages, law_platform, law_words
from misconduct.ops.law_told import told, told_on
from rules import law
from rules.outcome import Level
from rules.readings import READINGS
from tests.rules.listening import modules

MAKERS = {"error", "warning", "info", "Finding", "_tier", "_of_item"}
# Codes that no answer carries, each with the reason.
NEVER_ANSWERED: dict[str, str] = {}


def shown() -> set[tuple[str, str, str | None, int | None, str | None]]:
    """Level, code, text, article and reading of all that the pages print."""
    return {
        (row.level.value, code, *(row.place or (None, None)), row.reading)
        for row in told()
        for code in row.codes
    }


def test_the_list_is_what_the_rules_answer_when_asked() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.rules.make_told", "--check"],
        cwd=BASE_DIR,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def codes_in_source() -> Iterator[str]:
    """Every code written as it is where a finding is made."""
    for module in modules():
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            maker = (
                node.func.id
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                else ""
            )
            if isinstance(node, ast.Call) and maker in MAKERS:
                first = node.args[: 2 if maker in ("Finding", "_of_item") else 1]
                yield from (str(a.value) for a in first if isinstance(a, ast.Constant))


def test_every_code_in_the_source_is_told_or_the_reason_is_written_down() -> None:
    told_codes = {code for row in told() for code in row.codes}
    assert set(codes_in_source()) - told_codes == set(NEVER_ANSWERED)


def test_a_row_rests_on_words_that_stand_there_or_on_a_reading() -> None:
    for row in told():
        assert row.reading is None or row.reading in READINGS
        assert row.quoted or row.reading
        for one in row.quoted:
            assert law.passage(one.citation).words == one.citation.text


@pytest.mark.parametrize(
    ("place", "level", "code", "reading"),
    [
        ((law.N221, 32), "error", "below_floor", None),
        ((law.N221, 32), "error", "measure_not_in_tier", None),
        ((law.N221, 32), "error", "no_measure", None),
        ((law.N221, 32), "error", "term_outside_tier", None),
        ((law.N221, 32), "error", "term_outside_tier", "G9"),
        ((law.N221, 35), "warning", "same_fact_twice", "same_fact_twice"),
        ((law.N221, 17), "error", "panel_too_small", None),
        ((law.N221, 18), "error", "interviewers_too_few", None),
        ((law.N221, 45), "error", "relation_collaborator", None),
        ((law.N221, 24), "error", "report_conclusion_missing", None),
        ((law.N221, 28), "error", "complainant_unserved", None),
        ((law.N221, 38), "error", "project_department_unserved", None),
        ((law.N221, 41), "error", "letter_remedy_days_wrong", None),
        ((law.N221, 41), "error", "refusal_reason_missing", None),
        ((law.N221, 42), "error", "must_refuse", None),
        ((law.N221, 25), "warning", "extension_unusual", None),
        ((law.P130, 13), "error", "too_few_key_programmes", None),
        ((law.P130, 32), "error", "goal_missed_not_met", None),
        *[((law.P130, article), "error", "item_not_judged", None) for article in range(14, 20)],
    ],
)
def test_what_is_said_on_an_article_stands_at_it(
    place: law_pages.Place, level: str, code: str, reading: str | None
) -> None:
    assert (level, code, *place, reading) in shown()


def test_nothing_is_refused_under_article_40_or_31_by_the_ranges_of_article_32() -> None:
    ranges = {"below_floor", "measure_not_in_tier", "no_measure", "term_outside_tier"}
    for article in (31, 40):
        rows = [row for row in told_on((law.N221, article)) if ranges & set(row.codes)]
        assert {row.level for row in rows} == {Level.WARNING}


@pytest.mark.parametrize(
    ("code", "items"),
    [
        ("unusual_for_organisation", {1, 7, 8, 10, 11, 12}),
        ("term_not_stated", {5, 7, 9, 10}),
        ("other_measure_needs_basis", {14}),
        ("barred_by_measure", {5, 7, 9}),
    ],
)
def test_a_measure_is_named_only_where_it_may_be_meant(code: str, items: set[int]) -> None:
    rows = [row for row in told_on((law.N221, 29)) if code in row.codes]
    assert {one.citation.item for row in rows for one in row.quoted} == items


def test_what_the_application_refuses_is_marked_and_what_it_does_not_ask_is_not() -> None:
    asked = law_platform.asked()
    assert "rules.sanctions.check.check_sanctions" in asked
    assert "rules.procedure.plan.check_plan" in asked
    assert "rules.integrity.annex.check_annex" not in asked
    page = law_articles.comparison()
    assert "**不得**〔平台〕 没有认定情节" in page
    assert "**不得** 没有写明公开通报的范围" in page


def test_alike_codes_are_one_with_a_star() -> None:
    assert law_words.shortened(["a_x_z", "a_y_z", "a_w_z", "a_v_z"]) == "`a_*_z`"
    assert law_words.shortened(["ab", "cd", "ef", "gh"]) == "`ab`、`cd`、`ef`、`gh`"
    assert law_words.shortened(["ab", "cd"]) == "`ab`、`cd`"
