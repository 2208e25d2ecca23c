"""Every guard lets the lawful case pass, refuses each single defect, and is not soothed by more."""

import importlib
import pkgutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules.procedure
from rules.law import N221, O2018, S84, passage
from rules.outcome import Finding, Level
from rules.readings import READINGS
from tests.rules.procedure import (
    quoted_decision,
    quoted_elsewhere,
    quoted_inquiry,
    tables_after,
    tables_decision,
    tables_facts,
    tables_inquiry,
    tables_intake,
    tables_letters,
    tables_missing,
    tables_readings,
    tables_readings_after,
    tables_reviews,
    tables_units,
)
from tests.rules.procedure.guard import Defect, Guard
from tests.rules.procedure.left_unsaid import LEFT_UNSAID

GUARDS = (
    *tables_intake.TABLES,
    *tables_inquiry.TABLES,
    *tables_decision.TABLES,
    *tables_after.TABLES,
    *tables_units.TABLES,
    *tables_facts.TABLES,
    *tables_letters.TABLES,
    *tables_reviews.TABLES,
    *tables_readings.TABLES,
    *tables_readings_after.TABLES,
    *tables_missing.TABLES,
)
SINGLE = [
    pytest.param(guard, defect, id=f"{guard.name}: {defect.wrong}")
    for guard in GUARDS
    for defect in guard.defects
]
QUOTED = quoted_decision.pairs(
    (N221, quoted_inquiry.RULES_1_TO_25),
    (N221, quoted_decision.RULES_26_TO_53),
    (S84, quoted_elsewhere.SHANDONG),
    (O2018, quoted_elsewhere.OPINIONS),
)
MODULES = [
    importlib.import_module(f"rules.procedure.{module.name}")
    for module in pkgutil.iter_modules(rules.procedure.__path__)
]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_the_lawful_case_passes_without_a_word_against_it(guard: Guard) -> None:
    outcome = guard.answer()
    assert outcome.allowed
    assert not outcome.errors and not outcome.warnings
    assert guard.left_unsaid == LEFT_UNSAID.get(type(guard.lawful).__name__, {})


@pytest.mark.parametrize(("guard", "defect"), SINGLE)
def test_a_single_defect_is_named_with_its_place(guard: Guard, defect: Defect) -> None:
    outcome = guard.answer(defect)
    named = [found for found in outcome.findings if found.code == defect.code]
    assert len(named) == 1
    assert named[0].level == defect.level
    citation = named[0].citation
    assert (citation.place if citation else named[0].reading) == defect.place
    if citation is not None:
        pair = citation.text, named[0].reading
        assert pair in QUOTED[citation.instrument, citation.place, defect.code]
    assert outcome.allowed == (defect.level != "error" and not outcome.errors)
    beside = {found.code for found in outcome.findings} - {defect.code}
    assert beside - {found.code for found in guard.answer().findings} == set(defect.also.split())


@pytest.mark.parametrize(("guard", "defect"), SINGLE)
def test_a_finding_says_what_would_open_the_way(guard: Guard, defect: Defect) -> None:
    for found in guard.answer(defect).findings:
        if found.level is not Level.INFO:
            assert found.message.endswith("。")
            assert len(found.message.rstrip("。").replace("；", "，").split("，")) > 1
        if found.citation is not None:
            assert passage(found.citation).words == found.citation.text


@pytest.mark.parametrize(("guard", "defect"), SINGLE)
def test_no_second_defect_buys_off_the_first(guard: Guard, defect: Defect) -> None:
    if guard.answer(defect).allowed:
        return
    for other in guard.defects:
        if set(other.changes).isdisjoint(defect.changes):
            assert not guard.answer(defect, other).allowed, other.wrong
            assert not guard.answer(other, defect).allowed, other.wrong


@st.composite
def growing(draw: st.DrawFn) -> tuple[Guard, list[Defect], Defect]:
    """A guard, some defects of it that touch different facts, and one more."""
    guard = draw(st.sampled_from(GUARDS))
    chosen: list[Defect] = []
    touched: set[str] = set()
    for defect in draw(st.permutations(guard.defects)):
        if touched.isdisjoint(defect.changes):
            chosen.append(defect)
            touched.update(defect.changes)
    size = draw(st.integers(0, len(chosen) - 1))
    return guard, chosen[:size], chosen[size]


@settings(max_examples=400, deadline=None)
@given(growing())
def test_another_defect_never_turns_a_refusal_into_an_allowance(
    drawn: tuple[Guard, list[Defect], Defect],
) -> None:
    guard, before, more = drawn
    if not guard.answer(*before).allowed:
        assert not guard.answer(*before, more).allowed


@settings(max_examples=200, deadline=None)
@given(growing())
def test_no_refusal_without_an_error_and_every_reading_is_declared(
    drawn: tuple[Guard, list[Defect], Defect],
) -> None:
    guard, before, more = drawn
    outcome = guard.answer(*before, more)
    assert outcome.allowed == (not outcome.errors)
    assert set(outcome.readings) <= set(READINGS)
    assert {found.reading for found in outcome.findings} - {None} <= set(outcome.readings)


def test_every_finding_a_module_declares_is_raised_by_a_row_or_a_test() -> None:
    declared = {
        value.code
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, Finding) and value.level is not Level.INFO
    }
    elsewhere = {
        "objection_without_reasons",
        "objection_unanswered",
        "others_remain",
        "file_kept_for_ever",
        "file_kept_longer",
        "only_result_told",
        "file_closed_to_complainant",
    }
    assert declared - {defect.code for guard in GUARDS for defect in guard.defects} <= elsewhere
