"""Which text applies on which day: no gap, no overlap, never a guess."""

from datetime import date, timedelta

import pytest

from rules.context import default_context
from rules.errors import (
    DateNotCovered,
    InstrumentNotInForce,
    ParameterMissing,
    UnknownInstrument,
    UnknownReading,
)
from rules.instruments import instruments, provisions
from rules.law import N221, P130, S84
from rules.readings import READINGS, SUPPORTED
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions

SPANS = [
    (N221, date(2022, 8, 25), None),
    (S84, date(2024, 11, 1), date(2029, 10, 31)),
    (P130, date(2025, 1, 1), date(2029, 12, 31)),
]
ONE = timedelta(days=1)


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
        for parameter in instrument.parameters:
            assert parameter.strict in {"lower", "higher", "superset"}
            assert parameter.since >= instrument.since


def test_unknown_instrument():
    with pytest.raises(UnknownInstrument):
        default_context(("国科发监〔2019〕323号",))
    with pytest.raises(UnknownInstrument):
        default_context().with_instruments("鲁科字〔2021〕97号")


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
        assert SUPPORTED.get(name, {reading.default}) <= set(reading.alternatives)


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
