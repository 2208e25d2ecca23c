"""Which fonts letters are set in, and which characters those fonts can print.

A name in a decision must print whole: a character no font of the stack has is refused by name
before a number is taken. Fonts an office drops into FONT_DIR come first where the stack names
them, and fill the gaps otherwise.
"""

import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from fontTools.ttLib import TTCollection, TTFont

LAST_RESORT = "Noto Serif CJK SC"
# stack.md of the platform's design: measured faces, free ones behind an office's licensed ones.
STACKS: dict[str, tuple[str, ...]] = {
    "body": ("仿宋_GB2312", "FangSong_GB2312", "FangSong", "FandolFang", "AR PL UMing CN"),
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
    "heading": ("黑体", "SimHei", "Noto Sans CJK SC"),
    "folio": ("宋体", "SimSun", "AR PL UMing CN"),
}

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_INVISIBLE = {"Cc", "Cf", "Cs", "Co"}


@dataclass(frozen=True, slots=True)
class Face:
    """A font file an office provides, with every family name it answers to."""

    path: Path
    families: frozenset[str]


def stack(role: str) -> tuple[str, ...]:
    """The families of a role in order of preference, the office's other fonts near the end."""
    named = STACKS[role]
    others = sorted({_name(face) for face in office_faces() if not face.families & _all_named()})
    return (*named, *others, LAST_RESORT)


def office_faces() -> tuple[Face, ...]:
    """The fonts in FONT_DIR; none when it is not set."""
    folder = getattr(settings, "FONT_DIR", "") or ""
    return _faces_in(str(folder)) if folder else ()


def unprintable(text: str) -> list[str]:
    """The characters of ``text`` some face of a letter cannot print, each once, in order."""
    printable = _printable(str(getattr(settings, "FONT_DIR", "") or ""))
    return [
        c
        for c in dict.fromkeys(text)
        if c != "\n" and (unicodedata.category(c) in _INVISIBLE or ord(c) not in printable)
    ]


def described(character: str) -> str:
    """A character as a refusal names it, also when no font on the screen has it."""
    code = f"U+{ord(character):04X}"
    visible = unicodedata.category(character) not in _INVISIBLE
    return f"「{character}」（{code}）" if visible else code


def font_face_rules() -> str:
    """The @font-face rules that bring the office's fonts in under each of their names."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; src: url("{face.path.as_uri()}"); '
        f"{_weight(family)} }}"
        for face in office_faces()
        for family in sorted(face.families)
    )


def _weight(family: str) -> str:
    # A title face is bold by design; saying so keeps it from being thickened again.
    return "font-weight: bold;" if family in STACKS["title"] else ""


def role_rules(selectors: dict[str, str]) -> str:
    """A font-family rule for each role's selector."""
    return "\n".join(
        f"{selector} {{ font-family: {', '.join(_quoted(stack(role)))}; }}"
        for role, selector in selectors.items()
    )


def _quoted(families: Iterable[str]) -> list[str]:
    return [f'"{family}"' for family in families]


def _all_named() -> frozenset[str]:
    return frozenset(family for names in STACKS.values() for family in names) | {LAST_RESORT}


def _name(face: Face) -> str:
    return min(face.families)


@cache
def _faces_in(folder: str) -> tuple[Face, ...]:
    paths = sorted(p for p in Path(folder).rglob("*") if p.suffix.lower() in _SUFFIXES)
    return tuple(Face(path.resolve(), frozenset(_families(path))) for path in paths)


def _families(path: Path) -> set[str]:
    found = set()
    for font in _open(path):
        found |= {str(record) for record in font["name"].names if record.nameID in (1, 16)}
    return found


@cache
def _printable(folder: str) -> frozenset[int]:
    """Code points every role can print (``folder`` keys the cache: settings may change it)."""
    roles = [frozenset().union(*map(_coverage, stack(role))) for role in STACKS]
    return frozenset.intersection(*roles)


@cache
def _coverage(family: str) -> frozenset[int]:
    office = [face.path for face in office_faces() if family in face.families]
    if not office:
        return _installed(family)
    points: set[int] = set()
    for path in office:
        for font in _open(path):
            points |= set(font.getBestCmap() or {})
    return frozenset(points)


def _installed(family: str) -> frozenset[int]:
    """What every weight of an installed family can print, from the library that sets letters.

    fontconfig keeps the character sets of its fonts; reading the files again takes a second.
    """
    command = ["fc-list", "--format", "%{charset}\n", f":family={family}"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    weights = [_points(line) for line in set(listed.splitlines())]
    return frozenset.intersection(*weights) if weights else frozenset()


def _points(charset: str) -> frozenset[int]:
    """The code points of a set written as 20-7e a0 4e00-9fff."""
    found: set[int] = set()
    for piece in charset.split():
        first, _, last = piece.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def _open(path: Path) -> list[TTFont]:
    if path.suffix.lower() in {".ttc", ".otc"}:
        return list(TTCollection(path, lazy=True).fonts)
    return [TTFont(path, lazy=True)]
