"""The numbers of the law, written here a second time: value, unit, room for a unit, and place."""

import json
from datetime import date

import pytest

from rules import instruments as package
from rules.context import default_context
from rules.errors import InstrumentNotInForce, ParameterMissing, TextNotHeld, UnknownInstrument
from rules.instruments import (
    governed_before,
    instrument,
    instruments,
    national,
    provisions,
    unheld,
    with_base,
)
from rules.instruments.load import load, load_unheld
from rules.law import EXCHANGE_3, FUNDS_145, N221, O2018, P130, S84, VOUCHER_154, WordsNotFound
from tests.rules.unit_rules import loaded, parameter

# Kind, first and last day, last check, the reading behind the first day, and the article of it.
TEXTS = {
    N221: ("base", "2022-08-25", None, "2026-11-23", "release_of_221", 53),
    S84: ("overlay", "2024-11-01", "2029-10-31", "2026-11-23", None, 24),
    P130: ("overlay", "2025-01-01", "2029-12-31", "2026-11-23", None, 40),
    EXCHANGE_3: ("excerpt", "2025-12-31", None, "2026-11-24", "excerpt_in_force", 10),
    FUNDS_145: ("excerpt", "2024-12-31", None, "2026-11-24", "excerpt_in_force", 21),
    VOUCHER_154: ("excerpt", "2024-12-31", None, "2026-11-24", "excerpt_in_force", 8),
    O2018: ("overlay", "2018-05-31", None, "2026-11-24", "release_of_opinions", 1),
}
# Name, value, unit, where a unit may go, whether the law leaves no room, items allowed, place.
NUMBERS = {
    N221: (
        ("deadline.acceptance", 15, "working_days", "lower", True, (), 14, None),
        ("deadline.inform_participants", 15, "working_days", "lower", False, (), 24, None),
        ("deadline.investigation", 6, "months", "lower", True, (), 25, None),
        ("deadline.investigation_extension", 6, "months", "lower", False, (), 25, None),
        ("deadline.appeal", 15, "working_days", "higher", True, (), 41, None),
        ("deadline.appeal_admission", 15, "working_days", "lower", True, (), 41, None),
        ("deadline.review", 90, "working_days", "lower", False, (), 43, None),
        ("deadline.re_review_admission", 15, "working_days", "lower", True, (), 42, None),
        ("deadline.re_review", 90, "working_days", "lower", False, (), 43, None),
        ("deadline.report_upward", 10, "working_days", "lower", True, (), 36, None),
        ("deadline.submit_to_national", 10, "working_days", "lower", True, (), 36, None),
        ("deadline.submit_direct", 10, "working_days", "lower", True, (), 36, None),
        ("tier.minor.measures", [1, 3, 11], None, "fixed", True, (), 32, 1),
        ("tier.major.measures", [2, 4, 5, 6, 7, 8, 9, 10, 12, 13], None, "fixed", True, (), 32, 2),
        (
            "tier.serious.measures",
            [2, 4, 5, 6, 7, 8, 9, 10, 12, 13],
            None,
            "fixed",
            True,
            (),
            32,
            3,
        ),
        (
            "tier.especially_serious.measures",
            [2, 4, 5, 6, 7, 8, 9, 10, 12, 13],
            None,
            "fixed",
            True,
            (),
            32,
            4,
        ),
        ("tier.major.term", {"over": 0, "under": 3}, "years", "higher", True, (), 32, 2),
        ("tier.serious.term", {"from": 3, "to": 5}, "years", "higher", True, (), 32, 3),
        ("tier.especially_serious.term", {"over": 5}, "years", "higher", True, (), 32, 4),
        ("tier.bounded", [5, 7, 9], None, "superset", True, (5, 7, 9, 10), 32, 2),
        (
            "floor.conduct",
            [1, 2, 3, 4, 5],
            None,
            "superset",
            True,
            (1, 2, 3, 4, 5, 6, 7, 8),
            32,
            None,
        ),
        (
            "register.forced_by",
            [5, 7, 9, 10],
            None,
            "superset",
            True,
            (2, 4, 5, 6, 7, 8, 9, 10, 11, 12),
            29,
            None,
        ),
        (
            "submission.trigger",
            [13],
            None,
            "superset",
            True,
            (2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
            36,
            None,
        ),
        ("quorum.interview", 2, "persons", "higher", True, (), 18, None),
        ("quorum.panel", 5, "persons", "higher", True, (), 17, None),
    ),
    P130: (
        ("deadline.supervision_objection", 10, "working_days", "higher", True, (), 27, None),
        ("deadline.supervision_notice", 3, "working_days_before", "higher", False, (), 25, None),
        ("follow_up.years", 3, "years", "higher", True, (), 7, 6),
        ("plan.key_programmes_least", 3, "programmes", "fixed", True, (), 13, None),
        ("plan.key_programmes_most", 5, "programmes", "fixed", True, (), 13, None),
        ("random_check.project_years", 1, "years", "lower", False, (), 22, None),
        ("special.coverage", 30, "percent", "higher", False, (), 23, None),
        ("agency_ban.years_least", 3, "years", "fixed", True, (), 34, 3),
        ("agency_ban.years_most", 5, "years", "fixed", True, (), 34, 3),
    ),
    FUNDS_145: (),
    VOUCHER_154: (
        ("voucher.accounting_years_before", 1, "accounting_years", "higher", True, (), 8, None),
    ),
    S84: (
        ("scope.annex", True, None, "higher", True, (), 3, None),
        (
            "submission.term_trigger",
            [5, 7, 9],
            None,
            "superset",
            True,
            (3, 5, 7, 9, 10, 11, 14),
            19,
            None,
        ),
        ("jurisdiction.order_first_responsible", True, None, "higher", True, (), 14, None),
        ("integrity.zero_tolerance", True, None, "higher", True, (), 12, None),
        (
            "promise.subjects",
            ["integrity", "ethics", "security"],
            None,
            "superset",
            True,
            (),
            9,
            None,
        ),
    ),
    EXCHANGE_3: (
        ("exchange.look_back_years", 5, "years", "higher", True, (), 10, None),
        ("exchange.panel", 5, "people", "higher", True, (), 11, None),
        ("exchange.panel_finance", 2, "people", "higher", True, (), 11, None),
    ),
    O2018: (
        ("coverage.cycle_years_least", 3, "years", "fixed", True, (), 5, None),
        ("coverage.cycle_years_most", 5, "years", "lower", True, (), 5, None),
    ),
}


def day(text):
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize("number", TEXTS)
def test_a_text_and_its_days(number):
    one = instruments()[number]
    kind, since, until, checked, reading, article = TEXTS[number]
    assert (one.number, one.kind, one.reading, one.citation.article) == (
        number,
        kind,
        reading,
        article,
    )
    assert (one.since, one.until, one.checked) == (day(since), day(until), day(checked))
    assert (one.organisation, one.articles) == (None, {})


@pytest.mark.parametrize("number", NUMBERS)
def test_the_numbers_of_a_text_are_those_of_its_articles(number):
    one = instruments()[number]
    assert [
        (
            p.name,
            p.value,
            p.unit,
            p.strict,
            p.hard,
            p.among,
            p.citation.article,
            p.citation.item,
        )
        for p in one.parameters
    ] == list(NUMBERS[number])
    assert {(p.since, p.citation.instrument) for p in one.parameters} <= {(one.since, number)}


def test_every_text_is_in_the_tables():
    assert set(instruments()) == set(TEXTS) == set(NUMBERS)


FILE = {
    "number": N221,
    "title": "规则",
    "kind": "overlay",
    "from": "2024-01-01",
    "until": "2025-12-31",
    "checked": "2026-01-02",
    "reading": None,
    "citation": {"article": 53, "words": "本规则自发布之日起实施"},
    "parameters": [
        {
            "name": "x",
            "value": 3,
            "unit": "years",
            "from": "2024-02-03",
            "strict": "lower",
            "hard": False,
            "among": [1, 2],
            "citation": {"article": 32, "item": 3, "words": "期限为3至5年"},
        },
        {
            "name": "y",
            "value": [1],
            "from": "2024-02-04",
            "strict": "fixed",
            "citation": {"article": 29, "item": 13},
        },
    ],
}


def read(tmp_path, data):
    path = tmp_path / "one.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return load(path)


def test_a_file_is_read_field_by_field(tmp_path):
    one = read(tmp_path, FILE)
    assert (one.number, one.title, one.kind, one.reading) == (N221, "规则", "overlay", None)
    assert (one.since, one.until) == (date(2024, 1, 1), date(2025, 12, 31))
    assert one.checked == date(2026, 1, 2)
    assert one.citation.text == "本规则自发布之日起实施"
    x, y = one.parameters
    assert (x.name, x.value, x.unit, x.since) == ("x", 3, "years", date(2024, 2, 3))
    assert (x.strict, x.hard, x.among) == ("lower", False, (1, 2))
    assert (x.citation.place, x.citation.text) == ("第三十二条第三项", "期限为3至5年")
    assert (y.value, y.unit, y.since, y.strict, y.hard) == (
        [1],
        None,
        date(2024, 2, 4),
        "fixed",
        True,
    )
    assert y.among == ()
    assert y.citation.text == "（十三）记入科研诚信严重失信行为数据库；"
    assert (one.organisation, one.articles) == (None, {})


def test_a_file_that_misquotes_is_refused(tmp_path):
    with pytest.raises(WordsNotFound):
        read(tmp_path, {**FILE, "citation": {"article": 52, "words": "本规则自发布之日起实施"}})


def test_the_texts_known_by_name_are_read_field_by_field(tmp_path):
    text = {
        "number": "1号",
        "title": "旧规",
        "topic": "handling",
        "from": "2019-09-25",
        "until": None,
        "checked": "2026-11-24",
        "source": "印发日期",
    }
    path = tmp_path / "texts.json"
    path.write_text(json.dumps([text], ensure_ascii=False), encoding="utf-8")
    (one,) = load_unheld(path)
    assert (one.number, one.title, one.topic, one.source) == (
        "1号",
        "旧规",
        "handling",
        "印发日期",
    )
    assert (one.since, one.until, one.checked) == (date(2019, 9, 25), None, date(2026, 11, 24))
    days = (date(2019, 9, 24), date(2019, 9, 25), date(2099, 1, 1))
    assert [one.covers(on) for on in days] == [False, True, True]


def test_the_texts_we_do_not_have():
    assert [(n, t.topic, str(t.since), t.until and str(t.until)) for n, t in unheld().items()] == [
        ("国科发监〔2019〕323号", "handling", "2019-09-25", "2022-08-24"),
        ("科学技术部令第19号", "violations", "2020-09-01", "2026-03-19"),
        ("科学技术部令第24号", "violations", "2026-03-20", None),
    ]
    assert governed_before(date(2020, 9, 1)).number == "国科发监〔2019〕323号"


def test_the_base_comes_first_and_each_text_once():
    assert with_base(()) == (N221,)
    assert with_base((S84, N221, P130, S84)) == (N221, S84, P130)
    assert default_context((S84,)).instruments == (N221, S84)
    assert default_context().with_instruments(P130).instruments == (N221, P130)
    assert instrument(S84).number == S84
    with pytest.raises(UnknownInstrument):
        default_context(("1号",))


ON = date(2026, 3, 2)


def test_what_holds_on_a_day_is_a_table_by_name():
    law = provisions((N221,), ON)
    names = [row[0] for row in NUMBERS[N221]]
    assert (list(law), len(law), law.on) == (names, len(names), ON)
    assert "deadline.appeal" in law and "deadline.lunch" not in law
    with pytest.raises(ParameterMissing) as missing:
        law["deadline.lunch"]
    assert missing.value.message == "2026-03-02适用的文件没有规定该事项（deadline.lunch）"
    assert law.key == frozenset(law.values())
    assert law.key == provisions((N221,), date(2022, 8, 25)).key
    assert law.key != provisions((S84,), ON).key


def test_the_nation_alone_as_on_its_first_day():
    assert (national().on, list(national())) == (date(2022, 8, 25), list(provisions((N221,), ON)))


def test_a_unit_changes_what_is_there_from_its_day_on_and_adds_nothing():
    ours = loaded(
        parameter("quorum.panel", 9, date(2026, 3, 5)),
        parameter("quorum.panel", 7, date(2026, 3, 2)),
        parameter("deadline.supervision_notice", 4, date(2026, 3, 2)),
    )
    held = [provisions((N221,), on, (ours,)) for on in (ON, date(2026, 3, 4), date(2026, 3, 5))]
    assert [law["quorum.panel"].value for law in held] == [7, 7, 9]
    assert "deadline.supervision_notice" not in held[0]
    assert provisions((P130,), ON, (ours,))["deadline.supervision_notice"].value == 4
    with pytest.raises(InstrumentNotInForce) as refused:
        provisions((N221,), date(2026, 2, 28), (ours,))
    assert refused.value.message == "甲大学〔2026〕1号在2026-02-28不适用（自2026-03-01起施行）"


def test_a_text_of_the_province_does_not_name_what_the_nation_had_before():
    with pytest.raises(InstrumentNotInForce) as refused:
        provisions((S84,), date(2022, 8, 26))
    assert refused.value.message == (
        f"{S84}在2022-08-26不适用（自2024-11-01起施行，有效期至2029-10-31）"
    )


def test_a_text_we_do_not_have_is_named_with_its_title():
    with pytest.raises(TextNotHeld) as refused:
        instrument("科学技术部令第24号")
    title = "科学技术部令第24号《科学技术活动违规行为调查处理规定》"
    assert refused.value.message == f"{title}的全文没有收录，不能据以判断"


def test_the_names_the_package_offers():
    offered = "DATA HANDLING UNIT Instrument Parameter Provisions UnheldText governed_before"
    more = "instrument instruments load national provisions unheld with_base"
    assert package.__all__ == f"{offered} {more}".split()
    assert all(hasattr(package, name) for name in package.__all__)
