"""How far back a check looks: the last five years, and the accounting years."""

import pytest

from rules.errors import InstrumentNotInForce
from rules.law import EXCHANGE_3, FUNDS_145, VOUCHER_154
from tests.rules.ask import codes
from tests.rules.integrity.asking import ON, check, decision, said

EXCHANGE = {"purpose": "exchange", "kind": "organisation"}


@pytest.mark.parametrize(
    ("reading", "first"),
    [
        ("anniversary", "2021-11-24"),
        ("day_after", "2021-11-25"),
        ("calendar_years", "2021-01-01"),
    ],
)
def test_the_last_five_years_begin_where_the_reading_says(reading, first):
    found = check(**EXCHANGE, readings={"look_back_start": reading})
    assert [(w["from"], w["to"]) for w in found["windows"]] == [(first, ON)]
    citation = found["windows"][0]["citation"]
    assert (citation["instrument"], citation["article"]) == (EXCHANGE_3, 10)
    assert found["result"] == "pass"
    assert codes(found) == ["excerpt_only"]
    assert found["findings"][0]["message"] == (
        "鲁科字〔2025〕3号只有节录；据此作出结论前，请核对全文。"
    )
    assert found["readings"] == ["C22", "look_back_start", "record_in_window", "excerpt_in_force"]


@pytest.mark.parametrize(
    ("effective", "years", "removed", "standing", "made"),
    [
        ("2023-01-10", 1, "2024-01-10", True, True),
        ("2021-11-24", 1, None, True, True),
        ("2021-11-23", 1, None, True, False),
        ("2016-11-24", 5, None, False, False),
        ("2016-11-25", 5, None, True, False),
        ("2016-11-25", 5, "2021-11-24", False, False),
        ("2016-11-25", 5, "2021-11-25", True, False),
        ("2026-11-24", 1, None, True, True),
        ("2026-11-25", 1, None, False, False),
    ],
)
def test_five_years_ask_the_history_expired_records_too(effective, years, removed, standing, made):
    given = decision((9, years), 13, effective=effective, removed_on=removed)
    for reading, counts in (("standing", standing), ("made", made)):
        found = check(given, **EXCHANGE, readings={"record_in_window": reading})
        assert ("record_in_window" in codes(found)) is counts, reading
        runs = found["decisions"][0]["state"] == "running"
        assert (found["result"] == "refuse") is (counts or runs)


def test_a_record_in_the_five_years_is_refused_with_the_words_of_the_excerpt():
    found = check(decision((9, 1), 13, number="甲", removed_on="2026-01-10"), **EXCHANGE)
    assert said(found)[0] == (
        "record_in_window",
        EXCHANGE_3,
        10,
        "近五年有严重失信行为记录的单位不在申报范围内",
        "record_in_window",
    )
    assert found["findings"][0]["message"] == (
        "甲在追溯期间（2021-11-24至2026-11-24）内，不符合申报条件；期间经过后可再申请。"
    )


def test_an_old_entry_without_an_end_still_stands_in_the_window():
    found = check(decision(2, 13, effective="2015-01-05"), **EXCHANGE)
    assert codes(found, "error") == ["record_in_window"]


@pytest.mark.parametrize("status", ["revoked", "void", "varied"])
def test_no_window_reaches_a_fallen_decision(status):
    given = decision((9, 1), 13, status=status)
    assert codes(check(given, **EXCHANGE), "error") == []
    assert codes(check(given, purpose="voucher", kind="organisation"), "error") == []


def test_five_years_ask_for_entries_only():
    assert codes(check(decision((3, 1), severity="minor"), **EXCHANGE), "error") == []
    assert codes(check(decision((9, 1), severity="serious"), **EXCHANGE), "error") == []


VOUCHER = {"purpose": "voucher", "kind": "organisation"}


@pytest.mark.parametrize(
    ("on", "first"),
    [
        (ON, "2025-01-01"),
        ("2026-01-01", "2025-01-01"),
        ("2025-12-31", "2024-01-01"),
        ("2028-02-29", "2027-01-01"),
    ],
)
def test_the_accounting_years_are_this_one_and_the_one_before(on, first):
    found = check(**VOUCHER, on=on)
    assert [(w["from"], w["to"]) for w in found["windows"]] == [(first, on)]
    assert found["windows"][0]["citation"]["text"] == "上一会计年度及当年"
    assert codes(found, "info") == codes(found) == ["excerpt_only", "outside_lists"]
    assert found["readings"][:3] == ["C22", "accounting_year", "conduct_in_window"]


@pytest.mark.parametrize(
    ("effective", "committed", "decided", "by_conduct"),
    [
        ("2025-01-01", None, True, True),
        ("2024-12-31", None, False, False),
        ("2025-01-01", "2024-12-31", True, False),
        ("2024-12-31", "2025-01-01", False, True),
    ],
)
def test_a_serious_breach_of_the_accounting_years(effective, committed, decided, by_conduct):
    given = decision(2, 13, effective=effective, committed=committed, removed_on="2026-01-01")
    for reading, counts in (("decided", decided), ("committed", by_conduct)):
        found = check(given, **VOUCHER, readings={"conduct_in_window": reading})
        assert ("record_in_window" in codes(found, "error")) is counts, reading
    found = check(given, **VOUCHER)
    if decided:
        assert found["findings"][0]["reading"] == "conduct_in_window"
        assert "veto_tiers" in found["readings"]


def test_a_lighter_breach_is_none_of_the_voucher_s():
    given = decision((3, 1), severity="minor", effective="2025-06-01")
    assert codes(check(given, **VOUCHER), "error") == []


def test_the_outside_lists_are_named_and_not_answered():
    found = check(**VOUCHER)
    assert said(found)[1][1:4] == (VOUCHER_154, 8, "经营异常名录和严重违法失信企业名单")
    assert check(purpose="guidance_funds")["basis"]["instrument"] == FUNDS_145
    assert codes(check(purpose="guidance_funds")) == ["excerpt_only"]


@pytest.mark.parametrize(
    ("severity", "entered", "counts"),
    [
        ("major", True, {"register_or_serious": True, "register": True, "serious": False}),
        ("serious", False, {"register_or_serious": True, "register": False, "serious": True}),
        ("serious", True, {"register_or_serious": True, "register": True, "serious": True}),
        ("major", False, {"register_or_serious": False, "register": False, "serious": False}),
    ],
)
def test_which_breaches_are_serious_for_a_voucher_is_a_reading(severity, entered, counts):
    given = decision(2, *([13] if entered else []), severity=severity, effective="2025-06-01")
    for reading, refused in counts.items():
        found = check(given, **VOUCHER, readings={"veto_tiers": reading})
        assert ("record_in_window" in codes(found, "error")) is refused, reading


@pytest.mark.parametrize(
    ("purpose", "first", "before"),
    [
        ("exchange", "2025-12-31", "2025-12-30"),
        ("voucher", "2024-12-31", "2024-12-30"),
        ("guidance_funds", "2024-12-31", "2024-12-30"),
    ],
)
def test_an_excerpt_applies_from_the_last_day_of_the_year_of_its_number(purpose, first, before):
    assert check(purpose=purpose, kind="organisation", on=first)["result"] == "pass"
    with pytest.raises(InstrumentNotInForce) as refused:
        check(purpose=purpose, kind="organisation", on=before)
    assert refused.value.where == "on"
