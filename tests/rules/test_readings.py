"""Every reading is said as a lawyer would ask it, and no alternative of it is without effect."""

import pytest

import rules.readings
from rules.context import default_context
from rules.errors import ReadingNotOpen, UnknownReading
from rules.law import passage
from rules.readings import READINGS, Chooser, Reading, check, open_to
from tests.rules.procedure.guard import Defect, Guard
from tests.rules.procedure.test_guards import GUARDS
from tests.rules.readings_declared import SHORT, TABLE
from tests.rules.readings_table import EFFECTS as CORE
from tests.rules.readings_table import Effect
from tests.rules.readings_table_more import MORE_EFFECTS

EFFECTS = (*CORE, *MORE_EFFECTS)
OTHER_GUARDS = [
    pytest.param(guard, defect, id=f"{guard.name}: {defect.wrong}")
    for guard in GUARDS
    if guard.readings
    for defect in guard.defects
]


def row(reading: Reading) -> str:
    places = [SHORT[source.instrument] + source.place for source in reading.sources]
    answers = " ".join(reading.alternatives)
    return f"{reading.name} | {reading.chooser.value} | {answers} | {' '.join(places)}"


def test_the_readings_are_these_in_this_order() -> None:
    assert [row(reading) for reading in READINGS.values()] == TABLE.splitlines()
    for reading in READINGS.values():
        assert reading.answer == next(iter(reading.alternatives.values()))
    unchosen = [one for one in READINGS.values() if not one.chooser.admits(Chooser.PROVINCE)]
    assert [one.name for one in unchosen if one.open] == ["two_persons"]


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda e: f"{e.reading} {e.value}")
def test_an_alternative_changes_the_answer(effect: Effect) -> None:
    assert effect.answer(effect.context) == effect.default
    other = effect.context.with_readings(**{effect.reading: effect.value})
    assert effect.answer(other) == effect.chosen
    assert effect.default != effect.chosen


@pytest.mark.parametrize("effect", EFFECTS, ids=lambda e: f"{e.reading} {e.value}")
def test_an_answer_names_the_reading_it_rests_on(effect: Effect) -> None:
    other = effect.context.with_readings(**{effect.reading: effect.value})
    outcome, said = effect.ask(other)
    if outcome.findings or outcome.readings:
        assert effect.reading in outcome.readings, said


def answers(guard: Guard, defects: tuple[Defect, ...]) -> list[list[tuple[str, str]]]:
    return [[(f.level, f.code) for f in guard.answer(d).findings] for d in defects]


@pytest.mark.parametrize("guard", [g for g in GUARDS if g.readings], ids=lambda g: g.name)
def test_a_guard_under_another_reading_answers_otherwise(guard: Guard) -> None:
    default = Guard(guard.check, guard.lawful, guard.defects)
    ours = (*guard.defects, Defect("nothing", {}, "", ""))
    assert answers(guard, ours) != answers(default, ours)


@pytest.mark.parametrize(("guard", "defect"), OTHER_GUARDS)
def test_a_guard_names_the_reading_it_was_asked_under(guard: Guard, defect: Defect) -> None:
    assert set(guard.readings) <= set(guard.answer(defect).readings)


def test_no_alternative_of_any_reading_is_without_effect() -> None:
    proved = {(effect.reading, effect.value) for effect in EFFECTS}
    proved |= {pair for guard in GUARDS for pair in guard.readings.items()}
    offered = {
        (name, value)
        for name, reading in READINGS.items()
        for value in reading.alternatives
        if value != reading.default
    }
    assert offered == proved


def test_every_silence_and_every_contradiction_is_settled() -> None:
    numbered = {name for name in READINGS if name[1:].isdigit()}
    assert numbered == {f"G{n}" for n in range(1, 21)} | {f"C{n}" for n in range(1, 23)}


@pytest.mark.parametrize("name", READINGS)
def test_a_reading_says_what_is_open_what_may_be_answered_and_why(name: str) -> None:
    reading = READINGS[name]
    assert reading.name == name
    assert all((reading.question, reading.reason, *reading.alternatives.values()))
    assert next(iter(reading.alternatives)) == reading.default
    assert reading.answer == reading.alternatives[reading.default]
    assert len(set(reading.alternatives.values())) == len(reading.alternatives)
    assert reading.sources
    for source in reading.sources:
        assert passage(source).words == source.text


@pytest.mark.parametrize("name", READINGS)
def test_what_has_one_answer_is_nobodys_choice(name: str) -> None:
    reading = READINGS[name]
    assert reading.open == (len(reading.alternatives) > 1)
    if not reading.open:
        assert reading.chooser is Chooser.NOBODY


class TestChoosing:
    def test_a_unit_chooses_what_concerns_it_alone(self) -> None:
        assert check({"G3": "at_least_3_working_days"}, Chooser.UNIT)["G3"]
        with pytest.raises(ReadingNotOpen) as refused:
            check({"G3": "unit_sets", "G10": "from_completed"}, Chooser.UNIT)
        question = READINGS["G10"].question
        assert refused.value.message == f"解读G10（{question}）不由本单位选择"
        assert refused.value.where == "readings.G10"
        assert refused.value.code == "reading_not_open"

    def test_a_province_chooses_as_a_unit_and_for_all_of_them(self) -> None:
        chosen = {"G3": "at_least_3_working_days", "G10": "from_completed"}
        assert dict(check(chosen, Chooser.PROVINCE)) == chosen

    def test_what_is_fixed_is_chosen_by_nobody(self) -> None:
        for by in (Chooser.UNIT, Chooser.PROVINCE):
            with pytest.raises(ReadingNotOpen):
                check({"two_persons": "with_reason"}, by)
            with pytest.raises(ReadingNotOpen):
                check({"G6": "none"}, by)
        assert check({"two_persons": "with_reason"})

    def test_a_name_or_an_answer_that_does_not_exist_is_refused_first(self) -> None:
        with pytest.raises(UnknownReading) as refused:
            check({"G99": "x"}, Chooser.UNIT)
        assert refused.value.message == "没有名为“G99”的解读"
        with pytest.raises(UnknownReading) as refused:
            check({"G6": "fifteen_days"}, Chooser.UNIT)
        assert refused.value.message == "解读G6不能取“fifteen_days”"
        with pytest.raises(UnknownReading):
            default_context().with_readings(C10="article_36")

    def test_the_choice_cannot_be_changed_afterwards(self) -> None:
        mine = {"G14": "never"}
        chosen = check(mine)
        mine["G14"] = "with_reason"
        assert chosen["G14"] == "never"
        with pytest.raises(TypeError):
            chosen["G14"] = "with_reason"  # type: ignore[index]

    def test_what_may_be_chosen_has_a_second_answer(self) -> None:
        unit, province = open_to(Chooser.UNIT), open_to(Chooser.PROVINCE)
        assert {reading.chooser for reading in unit} == {Chooser.UNIT}
        assert {reading.chooser for reading in province} == {Chooser.UNIT, Chooser.PROVINCE}
        assert all(reading.open for reading in province)
        assert len(unit) < len(province)

    def test_the_front_page_offers_the_readings_and_who_may_choose_them(self) -> None:
        offered = {name: getattr(rules.readings, name) for name in rules.readings.__all__}
        assert offered == {
            "READINGS": READINGS,
            "Chooser": Chooser,
            "Reading": Reading,
            "check": check,
            "open_to": open_to,
        }
        assert offered["open_to"](Chooser.UNIT)

    def test_each_is_offered_in_order_what_is_theirs_to_choose(self) -> None:
        rows = [line.split(" | ")[:2] for line in TABLE.splitlines()]
        unit = [name for name, by in rows if by == "unit"]
        assert [one.name for one in open_to(Chooser.UNIT)] == unit
        both = [name for name, by in rows if by in ("unit", "province")]
        assert [one.name for one in open_to(Chooser.PROVINCE)] == both
