"""What a lawyer reads: measures of a filed decision, articles by their text, what only lowers."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from rules.context import default_context
from rules.edge.commands import COMMANDS, Options, explained
from rules.errors import FactsContradict, TermInvalid
from rules.explain import because, why_not
from rules.explain.choices import changes_of
from rules.explain.edits import ADD, REMOVE, SET
from rules.explain.measures import filed_edits
from rules.filing import FilingFacts, submission_route
from rules.law import N221, S84, cite
from rules.outcome import Outcome, error, info, warning
from rules.sanctions import MeasureFact
from tests.rules.ask import TODAY

M = MeasureFact
CONTEXT = default_context()
SHANDONG = default_context((S84,))
FILED = FilingFacts("local", date(2026, 3, 2), (M(5, years=2),))


def told(command, given, **options):
    text = json.dumps(given).encode()
    return explained(COMMANDS[command], text, Options(False, TODAY, **options))


def places(one):
    return [[fact.place for fact in group] for group in one.causes]


@pytest.mark.parametrize("context", [CONTEXT, SHANDONG])
def test_a_filed_decision_without_the_register_lacks_a_measure_or_has_one_too_many(context):
    def rule(facts):
        return submission_route(facts, context)

    found = why_not(rule, FILED, context)
    assert [one.sentence for one in found.sets] == [
        "如属实，去掉第五项措施（2年）。",
        "如属实，增加第十三项措施。",
    ]
    assert found.complete
    missing = because(rule, FILED, context)[0]
    assert places(missing) == [["measures.0"], ["measures"]]
    assert missing.sentence.startswith(
        "因给予了第五项措施（2年），且没有第十三项措施：第二十九条："
    )


def edits(context, *measures, **more):
    filed = replace(FILED, measures=measures, **more)
    found = filed_edits(filed, context)
    return [(one.op, one.place, one.was, one.value) for one in found]


def test_any_measure_may_be_given_and_a_term_left_out_where_it_counts():
    added = [(ADD, "measures", None, M(item)) for item in range(1, 15) if item not in (5, 7)]
    gone = [
        (REMOVE, "measures.0", M(5, months=30), None),
        (REMOVE, "measures.1", M(7), None),
    ]
    assert edits(CONTEXT, M(5, months=30), M(7)) == [*gone, *added]
    assert edits(SHANDONG, M(5, months=30), M(7)) == [
        (SET, "measures.0.months", M(5, months=30), M(5)),
        *gone,
        *added,
    ]
    both = edits(SHANDONG, M(2), M(3, years=1), M(9, years=1, months=2))
    assert [one[:2] for one in both[:4]] == [
        (REMOVE, "measures.0"),
        (REMOVE, "measures.1"),
        (SET, "measures.2.months"),
        (REMOVE, "measures.2"),
    ]


def test_a_term_that_cannot_be_is_named_by_its_place():
    with pytest.raises(TermInvalid) as wrong:
        edits(SHANDONG, M(2), M(5, years=0))
    assert wrong.value.where == "measures.1.years"


def test_the_law_of_the_filing_is_that_of_the_day_asked_for():
    early = {"effective": date(2024, 10, 31)}
    assert edits(SHANDONG, M(5, years=2), **early, on=date(2024, 11, 1))[0][0] == SET


def test_a_term_that_alone_makes_the_filing_due_is_its_cause():
    def rule(facts):
        return submission_route(facts, SHANDONG)

    (by_term,) = [o for o in because(rule, FILED, SHANDONG) if o.finding.code == "term_reported"]
    assert places(by_term) == [["measures.0.years"], ["decided_by"]]
    assert by_term.sentence.startswith(
        "因给予了第五项措施（2年），且决定作出单位为地方单位：《山东省科研诚信管理办法》第十九条："
    )


def test_every_change_of_a_filed_decision_is_a_fact():
    def rule(facts):
        return submission_route(facts, CONTEXT)

    found = changes_of(rule, FILED, CONTEXT, rule(FILED))
    measures = [one for one in found if one.path[0] == "measures"]
    assert measures == list(filed_edits(FILED, CONTEXT))
    assert {one.path[0] for one in found} > {"measures", "decided_by", "effective"}


LATE = {"decided_by": "local", "measures": [{"item": 13}], "effective": "2026-12-15"}


def test_the_day_of_effect_makes_the_first_hop_provisional_and_receipt_the_second():
    first, second = told(
        "submission-route", {**LATE, "received_by_province": "2026-12-20"}, explain=True
    )["explanations"]
    assert ["effective"] in [[fact["place"] for fact in group] for group in first["causes"]]
    assert ["received_by_province"] in [[f["place"] for f in group] for group in second["causes"]]
    assert "且生效日期为2026年12月15日：第三十六条：" in first["sentence"]


def test_a_settled_day_is_tried_only_where_an_answer_is_provisional():
    settled = CONTEXT.calendar.firm_until() - timedelta(days=60)
    for effective, tried in ((date(2026, 12, 15), True), (date(2026, 3, 2), False)):
        filed = FilingFacts("local", effective, (M(13),))
        answer = submission_route(filed, CONTEXT)
        found = changes_of(lambda facts: submission_route(facts, CONTEXT), filed, CONTEXT, answer)
        days = [one.value for one in found if one.place == "effective"]
        assert (settled in days) is tried


BELOW = {"on": "2026-03-02", "conduct": [1], "measures": [{"item": 1}], "severity": "minor"}
FLOOR = (
    "因认定的情节为较轻，且认定了第二条第一项情形：第三十二条："
    "存在第二条第一至第五项情形，处理不得低于情节较重的尺度"
)


def test_a_mitigation_is_what_makes_the_finding_lighter():
    (strict,) = told("check-sanctions", BELOW, explain=True)["explanations"]
    (lighter,) = told("check-sanctions", {**BELOW, "mitigated": True}, explain=True)["explanations"]
    assert strict["sentence"] == FLOOR
    assert lighter["sentence"] == (
        f"{FLOOR}（减轻处理，须说明理由）；「是否依第四十条减轻处理」为是，依第四十条只作提示"
    )
    placed = [[fact["place"] for fact in group] for group in lighter["causes"]]
    assert placed == [["severity"], ["conduct.0"], ["mitigated"]]


OWN = {
    "on": "2026-03-02",
    "conduct": [],
    "article_31": True,
    "decided_by_itself": True,
    "respondent": {"kind": "organisation"},
    "measures": [{"item": 5, "years": 2}, {"item": 13}],
    "severity": "minor",
}


def test_an_organisation_without_conduct_is_not_told_that_it_lacks_some():
    found = told("check-sanctions", OWN, explain=True)["explanations"]
    causes = {
        one["finding"]["code"]: [[fact["place"] for fact in group] for group in one["causes"]]
        for one in found
    }
    assert causes["not_superior"] == [["decided_by_itself"], ["article_31"]]
    assert all(group != ["conduct"] for groups in causes.values() for group in groups)
    assert not any("第二条" in one["sentence"] for one in found)
    (measure,) = [
        one for one in found if one["finding"]["message"].startswith("情节较轻的，不适用第五项")
    ]
    assert measure["sentence"].endswith(
        "（对单位的处理，参照）；「是否依第三十一条处理单位」为是，依第三十一条只作提示"
    )


@dataclass(frozen=True)
class Three:
    """A rule may be asked about these."""

    stands: bool = True
    lighter: bool = True
    needed: bool = False


WORDS = cite(N221, 30, "对科研失信行为情节轻重的判定应考虑以下因素")
OTHER = cite(N221, 40, "减轻处理")
MESSAGE = "请补正。"
THIRTY, FORTY = "第三十条", "第四十条"
LIGHTER = [
    # what is said while it is lighter, what else, and the sentence
    (
        warning("x", "请补正。（须说明）", OTHER),
        error("x", MESSAGE, WORDS),
        f"因stands为是：{THIRTY}：请补正。（须说明）；lighter为是，依{FORTY}只作提示",
    ),
    (
        warning("x", MESSAGE, WORDS),
        error("x", MESSAGE, WORDS),
        f"因stands为是：{THIRTY}：请补正；lighter为是，只作提示",
    ),
    (
        info("x", MESSAGE, OTHER),
        warning("x", MESSAGE, WORDS),
        f"因stands为是：{THIRTY}：请补正；lighter为是，依{FORTY}只作说明",
    ),
    (
        warning("x", "另一句", OTHER),
        error("x", MESSAGE, WORDS),
        f"因stands为是：{FORTY}：另一句；lighter为是，只作提示",
    ),
    (
        warning("x", MESSAGE, None),
        error("x", MESSAGE, WORDS),
        f"因stands为是：{THIRTY}：请补正；lighter为是，只作提示",
    ),
    (
        warning("x", MESSAGE, None),
        error("x", MESSAGE, None),
        "因stands为是：请补正；lighter为是，只作提示",
    ),
]


@pytest.mark.parametrize(("lighter", "graver", "sentence"), LIGHTER)
def test_what_is_said_more_lightly_says_whose_words_it_repeats(lighter, graver, sentence):
    def rule(facts):
        said = lighter if facts.lighter else graver
        return Outcome.of([said] if facts.stands else [])

    (found,) = because(rule, Three(), CONTEXT)
    assert places(found) == [["stands"], ["lighter"]]
    assert (
        found.sentence.replace("「stands」", "stands").replace("「lighter」", "lighter") == sentence
    )
    assert [[fact.place for fact in group] for group in found.lowering] == [["lighter"]]
    assert found.graver == graver
    (strict,) = because(rule, Three(lighter=False), CONTEXT)
    assert (places(strict), strict.lowering, strict.graver) == ([["stands"]], (), None)


def test_of_a_graver_finding_a_lighter_one_is_only_other_words():
    def rule(facts):
        return Outcome.of([(warning if facts.lighter else error)("x", MESSAGE, WORDS)])

    (found,) = because(rule, Three(lighter=False), CONTEXT)
    assert found.causes == ()
    assert found.sentence == f"依所列事实：{THIRTY}：{MESSAGE}"
    (lowered,) = because(rule, Three(), CONTEXT)
    assert lowered.sentence == f"依所列事实：{THIRTY}：请补正；「lighter」为是，只作提示"


def test_what_only_makes_another_fact_possible_goes_along_with_it():
    def rule(facts):
        if not facts.stands and not facts.needed:
            raise FactsContradict("不能同时为否", "stands")
        return Outcome.of([error("x", MESSAGE, WORDS)] if facts.stands else [])

    (found,) = because(rule, Three(), CONTEXT)
    assert places(found) == [["stands"]]
    (fact,) = found.causes[0]
    assert [one.place for one in (fact.instead, *fact.along)] == ["stands", "needed"]
    assert [one.value for one in (fact.instead, *fact.along)] == [False, True]
    assert fact.words == "「stands」为是"


def test_facts_that_make_each_other_possible_stand_together():
    def rule(facts):
        if facts.stands == facts.needed:
            raise FactsContradict("必居其一", "stands")
        return Outcome.of([error("x", MESSAGE, WORDS)] if facts.stands else [])

    (found,) = because(rule, Three(), CONTEXT)
    assert places(found) == [["stands", "needed"]]
    assert [fact.along for fact in found.causes[0]] == [(), ()]


def test_a_fact_that_changes_along_lowers_as_well():
    def rule(facts):
        if not facts.lighter and not facts.needed:
            raise FactsContradict("不能同时为否", "lighter")
        said = warning if facts.lighter else error
        return Outcome.of([said("x", MESSAGE, WORDS)] if facts.stands else [])

    (found,) = because(rule, Three(), CONTEXT)
    assert places(found) == [["stands"], ["lighter"]]
    assert [[fact.place for fact in group] for group in found.lowering] == [["lighter"]]
    assert found.graver == error("x", MESSAGE, WORDS)
