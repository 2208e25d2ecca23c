"""What goes on the row: everything the letter prints, identities sealed."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from accounts.sealing.box import masked
from cases.documents.kinds.acceptance import AcceptanceNotice
from cases.documents.kinds.decision import DecisionLetter
from tests.documents import letters


def on_row(letter: Any) -> str:
    """The JSON text of a row."""
    return json.dumps(letter.for_row(), ensure_ascii=False)


def test_the_row_gives_the_same_letter_back() -> None:
    """A letter is reproducible from its row alone."""
    letter = letters.decision()
    assert DecisionLetter.from_row(json.loads(on_row(letter))) == letter


def test_the_identity_number_stands_sealed_on_the_row() -> None:
    """Art 28 wants it in the letter; the row keeps it encrypted."""
    assert letters.ID_NUMBER not in on_row(letters.decision())


def test_the_complainant_stands_sealed_on_the_row() -> None:
    """The addressee of an acceptance notice is the complainant."""
    row = on_row(letters.acceptance())
    assert letters.COMPLAINANT not in row
    assert AcceptanceNotice.from_row(json.loads(row)).addressee == letters.COMPLAINANT


def test_pages_show_the_identity_number_masked() -> None:
    """The first three and last four characters remain."""
    shown = letters.decision().masked(masked)
    assert shown.identity.number == "370***********2316"
    assert shown.identity.name == letters.RESPONDENT


def test_a_field_nobody_declared_is_refused() -> None:
    """The advance notice has no place for the complaint (Art 46)."""
    with pytest.raises(ValidationError, match="complaint"):
        letters.advance(complaint="举报材料全文")


def test_lines_of_a_text_become_paragraphs() -> None:
    """What an officer typed in several lines is set in several paragraphs."""
    assert letters.decision(facts="第一段\n\n 第二段 ").facts == ("第一段", "第二段")
