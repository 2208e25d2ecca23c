"""Which characters letters can print, and an office's own fonts."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pytest_django import Settings

from cases.documents import fonts

EXTENSION_G = "\U0003134a"


def make_font(path: Path, family: str, character: str) -> None:
    """A font with one square glyph for one character."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 900))
    pen.lineTo((900, 900))
    pen.lineTo((900, 0))
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "one"])
    builder.setupCharacterMap({ord(character): "one"})
    builder.setupGlyf({".notdef": square, "one": square})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "one": (1000, 0)})
    builder.setupHorizontalHeader(ascent=900, descent=-100)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.mark.parametrize(
    "text", ["喆玥堃珺翀䶮", "示大科诚决〔2026〕14号", "“，。；：（）《》—", "A–z 0.9%"]
)
def test_names_and_official_marks_print(text: str) -> None:
    """Names such as these must print."""
    assert fonts.unprintable(text) == []


@pytest.mark.parametrize("character", [EXTENSION_G, "\u200b", "\ue000", "\x07", "😀"])
def test_what_no_font_prints_is_found_once(character: str) -> None:
    """Rare, invisible, private, control, picture."""
    assert fonts.unprintable(f"甲{character}乙{character}") == [character]


def test_every_stack_ends_with_the_widest_font() -> None:
    """Whatever the preferred faces lack."""
    assert {fonts.stack(role)[-1] for role in fonts.STACKS} == {"Noto Serif CJK SC"}


def test_a_font_of_the_office_adds_its_characters(tmp_path: Path, settings: Settings) -> None:
    """A font dropped into the folder prints what was missing."""
    make_font(tmp_path / "rare.ttf", "Office Rare", EXTENSION_G)
    settings.FONT_DIR = tmp_path
    assert fonts.unprintable(f"郑{EXTENSION_G}") == []
    assert "Office Rare" in fonts.stack("body")
    assert "Office Rare" in fonts.font_face_rules()


def test_a_licensed_face_the_stack_names_takes_precedence(
    tmp_path: Path, settings: Settings
) -> None:
    """仿宋_GB2312 stands first in the stack and is not added a second time."""
    make_font(tmp_path / "fangsong.ttf", "仿宋_GB2312", "国")
    settings.FONT_DIR = tmp_path
    assert fonts.stack("body")[0] == "仿宋_GB2312"
    assert fonts.stack("body").count("仿宋_GB2312") == 1


def test_a_character_is_described_so_that_it_can_be_found() -> None:
    """Shown and numbered; only numbered when it shows nothing."""
    assert fonts.described("喆") == "「喆」（U+5586）"
    assert fonts.described("\u200b") == "U+200B"
