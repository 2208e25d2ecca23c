"""Answers written from pieces: the same text as written whole, each piece written once."""

from datetime import date

import pytest

from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date
from rules.edge import writing
from rules.law import N221, cite
from rules.outcome import info
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions

CONTEXT = default_context()
START = date(2026, 3, 2)
CLOCKS = [
    DueDateFacts("acceptance", START),
    DueDateFacts("acceptance", date(2026, 12, 20)),
    DueDateFacts("review", START),
    DueDateFacts("investigation", START),
    # The same days, some of them for another reason, and back again.
    DueDateFacts("acceptance", START, ((date(2026, 3, 4), date(2026, 3, 10)),)),
    DueDateFacts("acceptance", START),
]


@pytest.mark.parametrize("days", [True, False])
def test_a_clock_is_written_as_a_whole_one_would_be(days):
    for clock in CLOCKS:
        answer = due_date(clock, CONTEXT, days=days)
        text = writing.due_date(answer)
        assert text == writing.plain(answer)
        assert (b'"days":[{"date":"' in text) is days


DECISIONS = [
    SanctionFacts(START, (1,), (MeasureFact(5, years=3), MeasureFact(13)), severity="serious"),
    SanctionFacts(START, (1,), (MeasureFact(1),), severity="minor"),
    SanctionFacts(START, (6,), (MeasureFact(5, months=18),)),
    SanctionFacts(START, (6,), (MeasureFact(1),), severity="minor"),
]


@pytest.mark.parametrize("facts", DECISIONS)
def test_a_decision_is_written_as_a_whole_one_would_be(facts):
    answer = check_sanctions(facts, CONTEXT)
    assert writing.sanctions(answer) == writing.plain(answer)


@pytest.fixture
def written(monkeypatch):
    """What is turned into JSON, in order, with room for two findings."""
    seen = []
    to_json = writing.to_json
    monkeypatch.setattr(writing, "to_json", lambda value: seen.append(value) or to_json(value))
    monkeypatch.setattr(writing, "KEPT", 2)
    monkeypatch.setattr(writing, "_findings", {})
    return seen


def finding(code):
    return info(code, "说明", cite(N221, 14))


def test_a_finding_that_comes_again_is_not_written_again(written):
    answer = due_date(CLOCKS[0], CONTEXT, days=False)
    a, b, c = finding("a"), finding("b"), finding("c")

    def codes(*findings):
        written.clear()
        text = writing.due_date(answer._replace(findings=findings))
        assert text == writing.to_json(answer._replace(findings=findings).as_json())
        return [one["code"] for one in written[:-1] if "code" in one]

    assert codes(a) == ["a"]
    assert codes(a, b, a) == ["b"]
    assert codes(b, a) == []
    assert codes(finding("a")) == ["a"], "another finding, though it says the same"
    assert codes(c, c) == ["c"]
    assert codes(a) == ["a"], "what is kept is bounded"
    assert codes(c, a) == ["c"]
