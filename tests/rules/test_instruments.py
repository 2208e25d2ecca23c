"""Which text applies on which day: no gap, no overlap, never a guess."""

from datetime import date, timedelta

import pytest

from rules.context import default_context
from rules.errors import (
    DateNotCovered,
    InstrumentNotInForce,
    ParameterMissing,
    TextNotHeld,
    UnknownInstrument,
    UnknownReading,
)
from rules.instruments import UNIT, governed_before, instruments, provisions, unheld
from rules.law import N221, P130, S84
from rules.readings import READINGS
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.rules.unit_rules import loaded

SPANS = [
    (N221, date(2022, 8, 25), None),
    (S84, date(2024, 11, 1), date(2029, 10, 31)),
    (P130, date(2025, 1, 1), date(2029, 12, 31)),
]
ONE = timedelta(days=1)
STRICT = {"lower", "higher", "superset", "fixed"}


@pytest.mark.parametrize(("number", "since", "until"), SPANS)
def test_in_force_from_the_first_day_to_the_last(number, since, until):
    assert provisions((number,), since)
    with pytest.raises(InstrumentNotInForce) as refused:
        provisions((number,), since - ONE)
    assert refused.value.where == "on"
    if until is not None:
        assert provisions((number,), until)
        with pytest.raises(InstrumentNotInForce):
            provisions((number,), until + ONE)


def test_the_first_day_of_221_is_a_reading_because_release_is_not_printed():
    assert instruments()[N221].reading == "release_of_221"
    assert "release_of_221" in READINGS


def test_overlays_add_and_never_stand_alone():
    on = date(2025, 6, 1)
    base = set(provisions((N221,), on))
    assert base < set(provisions((S84,), on)) < set(provisions((S84, P130), on))
    assert "deadline.supervision_notice" not in provisions((S84,), on)


def test_overlays_change_nothing_national():
    on = date(2025, 6, 1)
    base, both = provisions((N221,), on), provisions((N221, S84, P130), on)
    assert all(both[name] == base[name] for name in base)


def test_a_number_nobody_gives_is_an_error():
    with pytest.raises(ParameterMissing):
        provisions((N221,), date(2025, 6, 1))["deadline.supervision_notice"]


def test_every_parameter_says_which_way_a_unit_may_depart_from_it():
    for instrument in instruments().values():
        assert instrument.checked >= date(2026, 11, 23)
        assert instrument.title and instrument.kind in {"base", "overlay", "excerpt"}
        for parameter in instrument.parameters:
            assert parameter.strict in STRICT
            assert parameter.since >= instrument.since


def test_a_units_own_rules_are_told_from_the_texts_of_the_state():
    assert loaded().kind == UNIT == "unit"
    assert UNIT not in {one.kind for one in instruments().values()}


def test_unknown_instrument():
    with pytest.raises(UnknownInstrument, match=r"^没有收录文件鲁科字〔2021〕97号$"):
        default_context().with_instruments("鲁科字〔2021〕97号")


@pytest.mark.parametrize("number", ["国科发监〔2019〕323号", "科学技术部令第19号"])
def test_a_text_we_do_not_have_never_governs(number):
    with pytest.raises(TextNotHeld, match="全文没有收录") as refused:
        default_context((number,))
    assert (refused.value.code, refused.value.where) == ("text_not_held", "instruments")
    assert number in unheld() and number not in instruments()


GOVERNED = [
    (date(2019, 9, 24), None),
    (date(2019, 9, 25), "国科发监〔2019〕323号"),
    (date(2022, 8, 24), "国科发监〔2019〕323号"),
    (date(2022, 8, 25), None),
]


@pytest.mark.parametrize(("on", "number"), GOVERNED)
def test_the_text_before_221_is_known_by_name(on, number):
    found = governed_before(on)
    assert (None if found is None else found.number) == number


def test_a_day_before_221_is_refused_with_the_text_that_governed_then():
    then = "国科发监〔2019〕323号《科研诚信案件调查处理规则（试行）》"
    with pytest.raises(InstrumentNotInForce) as refused:
        provisions((N221,), date(2022, 8, 24))
    assert refused.value.message.endswith(f"当日适用的是{then}，其全文没有收录，不能据以判断")
    with pytest.raises(InstrumentNotInForce) as refused:
        provisions((N221,), date(2019, 9, 24))
    assert refused.value.message == f"{N221}在2019-09-24不适用（自2022-08-25起施行）"
    with pytest.raises(InstrumentNotInForce) as refused:
        provisions((S84,), date(2024, 10, 31))
    span = "自2024-11-01起施行，有效期至2029-10-31"
    assert refused.value.message == f"{S84}在2024-10-31不适用（{span}）"


def test_order_19_gave_way_to_order_24_without_a_gap():
    nineteen, twenty_four = unheld()["科学技术部令第19号"], unheld()["科学技术部令第24号"]
    assert nineteen.covers(date(2026, 3, 19)) and not nineteen.covers(date(2026, 3, 20))
    assert nineteen.until + ONE == twenty_four.since == date(2026, 3, 20)
    assert not nineteen.covers(nineteen.since - ONE) and twenty_four.covers(date(2030, 1, 1))
    assert all(one.source and one.checked >= date(2026, 11, 24) for one in unheld().values())


def test_context_keeps_its_readings_and_refuses_unknown_ones():
    context = default_context()
    assert context.reading("G14") == "with_reason"
    assert context.with_readings(G14="never").reading("G14") == "never"
    for wrong in ({"G99": "x"}, {"G14": "perhaps"}, {"G1": "calendar_days"}):
        with pytest.raises(UnknownReading):
            context.with_readings(**wrong)


def test_every_reading_says_question_default_and_reason():
    for name, reading in READINGS.items():
        assert reading.name == name
        assert reading.question and reading.reason and reading.answer
        assert reading.default in reading.alternatives


def test_a_decision_before_221_is_not_judged_by_it():
    facts = SanctionFacts(date(2020, 1, 1), (1,), (MeasureFact(13),))
    with pytest.raises(InstrumentNotInForce):
        check_sanctions(facts, default_context())


def test_calendar_names_what_it_does_not_cover():
    context = default_context()
    with pytest.raises(DateNotCovered):
        context.calendar.is_working_day(date(2009, 12, 31))
    with pytest.raises(DateNotCovered):
        context.calendar.is_working_day(date(2027, 1, 1))
