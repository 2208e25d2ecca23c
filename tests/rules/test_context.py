"""The frame of an answer: instruments, readings, a unit's rules, a benchmark, a calendar."""

from dataclasses import fields
from datetime import date

import pytest

from rules.calendars import built_in
from rules.context import Context, default_context
from rules.errors import FactsContradict, InstrumentNotInForce, OverlayLaxer, UnknownInstrument
from rules.law import N221, P130, S84
from tests.rules.unit_rules import SINCE, loaded, parameter
from tests.rules.weighing import BENCHMARK

PLAIN = default_context()
PANEL = loaded(parameter("quorum.panel", 7))
STRICTER = loaded(parameter("quorum.panel", 9), number="甲大学〔2026〕2号")
LAXER = loaded(parameter("quorum.panel", 6), number="甲大学〔2026〕3号")
OTHERS = loaded(parameter("quorum.panel", 9), number="乙大学〔2026〕1号", organisation="乙大学")


def changed(context):
    """What differs from the built-in frame, by field."""
    return {
        one.name: getattr(context, one.name)
        for one in fields(Context)
        if getattr(context, one.name) != getattr(PLAIN, one.name)
    }


def test_the_built_in_frame_is_the_nation_alone():
    assert PLAIN.calendar is built_in()
    assert (PLAIN.instruments, PLAIN.readings, PLAIN.benchmark, PLAIN.overlays) == (
        (N221,),
        {},
        None,
        (),
    )
    assert changed(Context(built_in())) == {}
    assert default_context() is PLAIN
    assert default_context((P130, N221, S84)).calendar is built_in()


def test_one_part_of_a_frame_changes_at_a_time():
    assert changed(PLAIN.with_instruments(P130, S84)) == {"instruments": (N221, P130, S84)}
    assert changed(PLAIN.with_overlays(PANEL)) == {"overlays": (PANEL,)}
    assert changed(PLAIN.with_benchmark(BENCHMARK)) == {"benchmark": BENCHMARK}
    assert changed(PLAIN.with_benchmark(BENCHMARK).with_benchmark(None)) == {}
    assert changed(PLAIN.with_calendar("another")) == {"calendar": "another"}
    assert changed(PLAIN.with_readings(G14="never")) == {"readings": {"G14": "never"}}
    kept = PLAIN.keeping(PANEL, STRICTER)
    assert set(changed(kept)) == {"overlays"}
    assert [one.number for one in kept.overlays] == [PANEL.number, STRICTER.number]


def test_readings_are_added_and_the_last_of_a_name_counts():
    context = PLAIN.with_readings(G14="never", C1="received").with_readings(G14="with_reason")
    assert context.readings == {"G14": "with_reason", "C1": "received"}
    assert [context.reading(name) for name in ("G14", "C1", "C5")] == [
        "with_reason",
        "received",
        PLAIN.reading("C5"),
    ]


def test_a_text_there_is_not_is_refused():
    with pytest.raises(UnknownInstrument):
        PLAIN.with_instruments(S84, "1号")
    with pytest.raises(UnknownInstrument):
        default_context((S84, "1号"))


def test_the_rules_of_a_unit_are_each_held_against_those_before():
    both = PLAIN.with_overlays(PANEL, STRICTER)
    assert both.law(SINCE)["quorum.panel"].value == 9
    assert PLAIN.with_overlays(PANEL).law(SINCE)["quorum.panel"].value == 7
    with pytest.raises(OverlayLaxer):
        PLAIN.with_overlays(PANEL, LAXER)
    with pytest.raises(OverlayLaxer):
        PLAIN.with_overlays(STRICTER, PANEL)
    assert PLAIN.with_overlays(LAXER, PANEL).law(SINCE)["quorum.panel"].value == 7


def test_the_rules_of_two_units_do_not_apply_together():
    with pytest.raises(FactsContradict) as refused:
        PLAIN.with_overlays(PANEL, OTHERS)
    assert (refused.value.message, refused.value.where) == ("只能适用同一个单位的规定", "overlays")
    assert PLAIN.with_overlays().overlays == ()


def test_the_law_of_a_frame_is_that_of_its_texts_on_the_day():
    context = PLAIN.with_instruments(S84).with_overlays(PANEL)
    law = context.law(SINCE)
    assert (law["scope.annex"].value, law["quorum.panel"].value, law.on) == (True, 7, SINCE)
    with pytest.raises(InstrumentNotInForce):
        context.law(date(2026, 2, 28))
