"""What is reported without an end: 84号 Article 19 speaks of terms only."""

from datetime import date

import pytest

from rules.context import Context, default_context
from rules.filing import FilingFacts, submission_route
from rules.law import N221, S84
from rules.sanctions.facts import MeasureFact

SHANDONG, NATION = default_context((N221, S84)), default_context()
REGISTERED = "给予被处理人记入科研诚信严重失信行为数据库处理的"


def route(context: Context, *measures: MeasureFact):
    facts = FilingFacts("local", date(2026, 3, 2), measures)
    return submission_route(facts, context)


def forever(item: int) -> MeasureFact:
    return MeasureFact(item, permanent=True)


def test_a_permanent_ban_is_not_said_to_have_a_term() -> None:
    answer = route(SHANDONG, forever(5), MeasureFact(13))
    (found,) = answer.findings
    assert (found.level.value, found.code, found.reading) == ("info", "permanent_reported", "C10")
    assert found.message == "第五项措施为永久的，84号第十九条未写，仍按第三十六条报送"
    assert found.citation is not None
    assert (found.citation.instrument, found.citation.article) == (N221, 36)
    assert found.citation.text == REGISTERED
    assert answer.required
    assert answer.steps[0].citation.text != REGISTERED


def test_terms_and_what_has_none_are_told_apart_each_item_once_in_order() -> None:
    measures = (forever(9), MeasureFact(7, years=6), MeasureFact(5, years=6), forever(5))
    answer = route(SHANDONG, *measures, MeasureFact(13))
    assert [one.code for one in answer.findings] == ["term_reported", "permanent_reported"]
    assert [one.message for one in answer.findings] == [
        "第五、七项措施有期限，依84号应汇交；汇交对象包括两个文件规定的全部对象",
        "第五、九项措施为永久的，84号第十九条未写，仍按第三十六条报送",
    ]
    assert answer.findings[0].citation is not None
    assert answer.findings[0].citation.instrument == S84


@pytest.mark.parametrize(
    ("measures", "place"),
    [
        ((forever(5),), (N221, 36)),
        ((MeasureFact(5, years=6),), (S84, 19)),
        ((MeasureFact(5, years=6), forever(9)), (S84, 19)),
    ],
)
def test_without_the_register_both_are_reported_on_their_own_words(
    measures: tuple[MeasureFact, ...], place: tuple[str, int]
) -> None:
    answer = route(SHANDONG, *measures)
    assert answer.required
    assert "register_missing" in [one.code for one in answer.findings]
    cited = answer.steps[0].citation
    assert (cited.instrument, cited.article) == place


@pytest.mark.parametrize(("context", "measure"), [(NATION, forever(5)), (SHANDONG, forever(10))])
def test_nothing_is_told_where_84_is_silent_or_not_in_use(
    context: Context, measure: MeasureFact
) -> None:
    assert route(context, measure, MeasureFact(13)).findings == ()


def test_a_state_council_department_is_not_told_of_84() -> None:
    facts = FilingFacts("state_council_department", date(2026, 3, 2), (forever(5), MeasureFact(13)))
    assert submission_route(facts, SHANDONG).findings == ()


def test_a_ban_whose_term_nobody_wrote_down_is_neither() -> None:
    assert route(SHANDONG, MeasureFact(5), MeasureFact(13)).findings == ()
