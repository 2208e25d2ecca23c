"""Promises and contracts: 84号 9 and 11; before and elsewhere the opinions （八）, （九）."""

from datetime import date

import pytest

from rules.context import default_context
from rules.errors import InstrumentNotInForce, UnknownCode
from rules.instruments import instrument
from rules.integrity.prevention import (
    PROMISE_PARTS,
    PROMISE_SUBJECTS,
    ContractFacts,
    PromiseFacts,
    check_contract,
    check_promise,
)
from rules.law import N221, O2018, P130, S84
from tests.rules.saying import said

CONTEXT, PROVINCE = default_context(), default_context((N221, S84))
ON = date(2026, 3, 2)
BEFORE_84, FIRST_OF_84, LAST_OF_84 = date(2024, 10, 31), date(2024, 11, 1), date(2029, 10, 31)
FIRST_OF_OPINIONS = date(2018, 5, 31)
OF_84 = "责任主体在实施或参与科学技术活动前应就履行科研诚信、科技伦理、安全保密等情况签署承诺书"
OF_2018 = "要求从事推荐（提名）、申报、评审、评估等工作的相关人员签署科研诚信承诺书"


def promise(**more):
    return PromiseFacts(**{"begins": ON, "signed": ON, **more})


@pytest.mark.parametrize(
    ("signed", "code", "message"),
    [
        (date(2026, 3, 1), None, ""),
        (ON, None, ""),
        (
            date(2026, 3, 3),
            "promise_after_start",
            "承诺书签署于活动开始之后；应在开始之前签署，请说明情况。",
        ),
        (None, "promise_missing", "还没有签署承诺书；签署后才能参加活动。"),
    ],
)
def test_a_promise_is_signed_before_the_activity(signed, code, message):
    outcome = check_promise(promise(signed=signed), CONTEXT)
    assert said(outcome) == ([] if code is None else [("error", code, "第九条", None)])
    for finding in outcome.findings:
        assert (finding.message, finding.citation.text) == (message, OF_84)
    assert check_promise(promise(signed=signed), PROVINCE) == outcome


def test_a_promise_names_three_subjects_and_two_parts():
    empty = check_promise(promise(subjects=frozenset(), parts=frozenset()), CONTEXT)
    names = ["integrity", "ethics", "security", "commitments", "consequences"]
    assert said(empty) == [("error", f"promise_{n}_missing", "第九条", None) for n in names]
    labels = [*PROMISE_SUBJECTS.values(), *PROMISE_PARTS.values()]
    assert labels == ["科研诚信", "科技伦理", "安全保密", "承诺事项", "违背承诺的处理要求"]
    for finding, label in zip(empty.findings, labels, strict=True):
        assert label in finding.message
    assert [finding.citation.text for finding in empty.findings] == [OF_84] * 3 + [
        "承诺书应当明确承诺事项和违背承诺的处理要求"
    ] * 2
    only = check_promise(promise(subjects=frozenset({"integrity", "ethics"})), CONTEXT)
    assert [finding.code for finding in only.findings] == ["promise_security_missing"]


ELSEWHERE = [{"begins": BEFORE_84}, {"by_province": False}]


@pytest.mark.parametrize("given", ELSEWHERE, ids=["before 84", "not of the province"])
def test_where_84_does_not_govern_a_promise_is_of_integrity_with_two_parts(given):
    facts = promise(**{"signed": BEFORE_84, **given})
    assert said(check_promise(facts, CONTEXT)) == []
    bare = promise(**{"signed": BEFORE_84, "subjects": frozenset(), "parts": frozenset(), **given})
    found = check_promise(bare, CONTEXT)
    names = ["integrity", "commitments", "consequences"]
    assert said(found) == [("error", f"promise_{n}_missing", "（九）", None) for n in names]
    parts = "明确承诺事项和违背承诺的处理要求"
    assert [one.citation.text for one in found.findings] == [OF_2018, parts, parts]
    assert {one.citation.instrument for one in found.findings} == {O2018}


@pytest.mark.parametrize("given", ELSEWHERE, ids=["before 84", "not of the province"])
def test_the_opinions_ask_for_a_promise_and_name_no_day(given):
    missing = check_promise(promise(**{"signed": None, **given}), CONTEXT)
    assert said(missing) == [("error", "promise_missing", "（九）", None)]
    assert missing.findings[0].message == (
        "还没有签署科研诚信承诺书；从事推荐（提名）、申报、评审、评估等工作的，请签署。"
    )
    begins = given.get("begins", ON)
    on_the_day = check_promise(promise(**{**given, "signed": begins}), CONTEXT)
    assert said(on_the_day) == []
    after = date.fromordinal(begins.toordinal() + 1)
    late = check_promise(promise(**{**given, "signed": after}), CONTEXT)
    assert said(late) == [("warning", "promise_after_start", "（九）", None)]
    assert late.findings[0].message == (
        "承诺书签署于活动开始之后；《意见》没有写明何时签署，请说明迟签的原因。"
    )
    for finding in (*missing.findings, *late.findings):
        assert finding.citation.text == OF_2018


@pytest.mark.parametrize(
    ("on", "by_province", "under"),
    [
        (FIRST_OF_OPINIONS, True, O2018),
        (BEFORE_84, True, O2018),
        (FIRST_OF_84, True, S84),
        (FIRST_OF_84, False, O2018),
        (LAST_OF_84, True, S84),
        (date(2029, 11, 1), True, O2018),
    ],
)
def test_which_text_asks_on_which_day(on, by_province, under):
    facts = PromiseFacts(on, None, frozenset({"integrity"}), by_province=by_province)
    found = check_promise(facts, CONTEXT).findings
    assert {one.citation.instrument for one in found} == {under}
    wanted = ["promise_missing"] + (
        ["promise_ethics_missing", "promise_security_missing"] if under == S84 else []
    )
    assert [one.code for one in found] == wanted
    contract = check_contract(ContractFacts(on, False, False, by_province), CONTEXT)
    assert {one.citation.instrument for one in contract.findings} == {under}


def test_84_named_governs_whatever_the_activity():
    found = check_promise(promise(signed=None, by_province=False), PROVINCE)
    assert said(found) == [("error", "promise_missing", "第九条", None)]
    both = default_context((N221, S84, O2018))
    assert check_promise(promise(subjects=frozenset()), both) == check_promise(
        promise(subjects=frozenset()), PROVINCE
    )


@pytest.mark.parametrize(
    ("on", "context"),
    [
        (date(2018, 5, 30), CONTEXT),
        (BEFORE_84, PROVINCE),
        (date(2029, 11, 1), PROVINCE),
    ],
)
def test_before_the_opinions_and_outside_84_where_it_is_named_nothing_is_said(on, context):
    for asks in (
        lambda: check_promise(PromiseFacts(on, on), context),
        lambda: check_contract(ContractFacts(on, True, True), context),
    ):
        with pytest.raises(InstrumentNotInForce) as refused:
            asks()
        number = S84 if context is PROVINCE else O2018
        one = instrument(number)
        assert (
            refused.value.message == InstrumentNotInForce(number, on, one.since, one.until).message
        )


@pytest.mark.parametrize("on", [BEFORE_84, date(2024, 11, 15)])
def test_another_text_named_is_in_force_on_the_day_as_well(on):
    named = default_context((N221, P130))
    for asks in (
        lambda: check_promise(PromiseFacts(on, on), named),
        lambda: check_contract(ContractFacts(on, True, True), named),
    ):
        with pytest.raises(InstrumentNotInForce) as refused:
            asks()
        assert refused.value.message.startswith(f"{P130}在{on}不适用")


@pytest.mark.parametrize("which", ["subjects", "parts"])
def test_codes_a_promise_does_not_have(which):
    for more in ({}, {"begins": BEFORE_84}):
        with pytest.raises(UnknownCode) as refused:
            check_promise(promise(**{which: frozenset({"x"})}, **more), CONTEXT)
        assert refused.value.where == which


@pytest.mark.parametrize(
    ("duty", "liability", "codes"),
    [
        (True, True, []),
        (False, True, ["contract_without_duty"]),
        (True, False, ["contract_without_liability"]),
        (False, False, ["contract_without_duty", "contract_without_liability"]),
    ],
)
@pytest.mark.parametrize(
    ("on", "place", "words"),
    [
        (
            ON,
            "第十一条",
            "在各类科研合同（任务书、协议等）中应约定科研诚信义务和违约责任追究条款",
        ),
        (
            BEFORE_84,
            "（八）",
            "在各类科研合同（任务书、协议等）中约定科研诚信义务和违约责任追究条款",
        ),
    ],
)
def test_a_contract_names_duty_and_liability(duty, liability, codes, on, place, words):
    outcome = check_contract(ContractFacts(on, duty, liability), CONTEXT)
    assert said(outcome) == [("error", code, place, None) for code in codes]
    messages = {
        "contract_without_duty": "合同没有约定科研诚信义务；请补充条款。",
        "contract_without_liability": "合同没有约定违约责任追究；请补充条款。",
    }
    for finding in outcome.findings:
        assert (finding.message, finding.citation.text) == (messages[finding.code], words)
