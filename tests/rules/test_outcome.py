"""What every rule answers with: places as a person reads them, verdicts, readings; the codes."""

import pytest

from rules import codes
from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.headings import EXCERPTS, Excerpt, heading
from rules.law import CENTRE_150, N221, O2018, S84, VOUCHER_154, cite, cite_annex
from rules.numerals import number, numeral
from rules.outcome import (
    Citation,
    Finding,
    Level,
    Outcome,
    Verdict,
    error,
    info,
    readings_of,
    warning,
)

FIGURES = [
    (1, "一"),
    (2, "二"),
    (9, "九"),
    (10, "十"),
    (11, "十一"),
    (19, "十九"),
    (20, "二十"),
    (21, "二十一"),
    (53, "五十三"),
    (90, "九十"),
    (99, "九十九"),
]


@pytest.mark.parametrize(("value", "words"), FIGURES)
def test_figures_as_the_texts_write_them(value, words):
    assert (numeral(value), number(words)) == (words, value)


def test_every_figure_is_read_as_it_is_written():
    assert [number(numeral(value)) for value in range(1, 100)] == list(range(1, 100))


HEADINGS = [
    (N221, 32, "第三十二条"),
    (S84, 6, "第六条"),
    (O2018, 10, "（十）"),
    (VOUCHER_154, 8, "第八条"),
    (CENTRE_150, 0, "第六条、第二十四条、第二十六条、第三十条"),
    ("国办发〔2021〕26号", 6, "二（六）"),
    (VOUCHER_154, 9, "第九条"),
]


@pytest.mark.parametrize(("instrument", "article", "name"), HEADINGS)
def test_an_article_is_named_as_its_document_prints_it(instrument, article, name):
    assert heading(instrument, article) == name


def test_an_excerpt_is_read_field_by_field():
    lines = (
        "上一会计年度及当年",
        "严重弄虚作假和科研严重失信行为",
        "经营异常名录和严重违法失信企业名单",
    )
    assert EXCERPTS[VOUCHER_154, 8] == Excerpt(VOUCHER_154, "节录文本", 8, "第八条", lines)


def place(**given):
    return Citation(**{**dict.fromkeys(("article", "paragraph", "item", "annex")), **given}).place


def test_a_place_as_a_person_reads_it():
    assert place(instrument=N221, article=32, text="x") == "第三十二条"
    assert place(instrument=N221, article=32, item=2, text="x") == "第三十二条第二项"
    assert place(instrument=S84, annex=(2, 19), text="x") == "附件二（十九）"
    assert place(instrument=CENTRE_150, text="x") == heading(CENTRE_150, 0)


WORDS = cite(N221, 32, "期限为3至5年", item=3, paragraph=1)
SHOWN = {
    "instrument": N221,
    "article": 32,
    "paragraph": 1,
    "item": 3,
    "annex": None,
    "text": "期限为3至5年",
}


def test_a_citation_and_a_finding_as_the_contracts_show_them():
    assert WORDS.as_json() == SHOWN
    annexed = cite_annex(2, 9)
    assert annexed.as_json() == {
        "instrument": S84,
        "article": None,
        "paragraph": None,
        "item": None,
        "annex": {"list": 2, "item": 9},
        "text": annexed.text,
    }
    shown = {"level": "error", "code": "c", "message": "不可以", "citation": SHOWN, "reading": "G1"}
    assert error("c", "不可以", WORDS, "G1").as_json() == shown
    plain = {"level": "info", "code": "c", "message": "可以", "citation": None, "reading": None}
    assert info("c", "可以", None).as_json() == plain


MADE = [(error, Level.ERROR), (warning, Level.WARNING), (info, Level.INFO)]


@pytest.mark.parametrize(("make", "level"), MADE)
def test_a_finding_is_made_with_its_level(make, level):
    assert make("c", "m", WORDS, "G1") == Finding(level, "c", "m", WORDS, "G1")
    assert make("c", "m", None) == Finding(level, "c", "m", None, None) == Finding(level, "c", "m")


def test_levels_and_verdicts_by_name():
    assert list(Level) == ["error", "warning", "info"]
    assert list(Verdict) == ["allowed", "refused", "required"]


NO, ASK, TELL = error("n", "m", None, "G2"), warning("a", "m", None), info("t", "m", None, "G1")


def test_an_error_refuses_and_nothing_else_does():
    found = Outcome.of(iter([TELL, NO, ASK, NO]))
    assert found == Outcome(Verdict.REFUSED, (TELL, NO, ASK, NO), ("G1", "G2"))
    assert (found.allowed, found.errors, found.warnings) == (False, (NO, NO), (ASK,))
    let = Outcome.of((ASK, TELL), ("G9", "G1"))
    assert let == Outcome(Verdict.ALLOWED, (ASK, TELL), ("G9", "G1"))
    assert (let.allowed, let.errors, let.warnings) == (True, (), (ASK,))
    assert Outcome(Verdict.REQUIRED).allowed is True
    assert Outcome(Verdict.REQUIRED) == Outcome(Verdict.REQUIRED, (), ())


def test_readings_are_gathered_once_each_in_order():
    assert readings_of((TELL, NO, ASK, TELL), ("G5", "G2", "G5")) == ("G5", "G2", "G1")
    assert readings_of(()) == ()


def test_the_codes_of_the_law_by_name():
    assert list(Severity) == ["minor", "major", "serious", "especially_serious"]
    assert [one.label for one in Severity] == ["情节较轻", "情节较重", "情节严重", "情节特别严重"]
    assert list(Lenient) == [
        "negligent_without_major_impact",
        "minor_fault_and_cooperative",
        "corrected_beforehand",
        "admitted_and_pledged",
        "retracted_before_report",
    ]
    assert list(Aggravated) == [
        "tampered_with_evidence",
        "obstructed",
        "retaliated",
        "benefit_transfer",
        "organised",
        "repeated_or_multiple",
        "denied_despite_proof",
    ]
    assert list(RespondentKind) == ["person", "organisation"]
    assert list(Involvement) == ["project", "award", "talent"]


TABLES = [
    (codes.CONDUCT, 2, range(1, 9)),
    (codes.MEASURES, 29, range(1, 15)),
    (codes.FACTORS, 30, range(1, 7)),
    (codes.AGGRAVATED, 35, tuple(Aggravated)),
    (codes.LENIENT, 34, tuple(Lenient)[:4]),
]


@pytest.mark.parametrize(("table", "article", "names"), TABLES)
def test_a_code_is_an_item_of_its_article_in_its_order(table, article, names):
    for item, name in enumerate(names, 1):
        code = table[name]
        whole = cite(N221, article, item=item)
        assert (code.value, code.citation) == (str(name), whole)
        assert whole.text.rstrip("；。：") == f"（{numeral(item)}）{code.label}"


def test_the_last_paragraph_of_article_34_is_a_code_too():
    code = codes.LENIENT[Lenient.RETRACTED_BEFORE_REPORT]
    words = "论文作者在被举报前主动撤稿且未造成较大负面影响的，可从轻或免予处理"
    assert (code.value, code.citation) == ("retracted_before_report", cite(N221, 34, words))
    assert code.label == "论文作者在被举报前主动撤稿且未造成较大负面影响的"
    assert len(codes.LENIENT) == 5


def test_the_annex_of_84_has_codes_of_its_own():
    for (group, item), code in codes.ANNEX_84.items():
        assert (code.value, code.citation) == (f"{group}.{item}", cite_annex(group, item))
        assert code.citation.text.rstrip("；。：") == f"（{numeral(item)}）{code.label}"
    assert len(codes.ANNEX_84) == 82
