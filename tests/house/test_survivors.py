"""The page of changes that make no difference tells of the rules as they are."""

import re
import tomllib

import pytest

from misconduct.env import BASE_DIR
from misconduct.ops.survivors import EXPLAINED, page

ENTRIES = [
    entry
    for path in sorted(EXPLAINED.glob("*.toml"))
    for entry in tomllib.loads(path.read_text("utf-8"))["equivalent"]
]


def flat(text: str) -> str:
    """The text with every run of blanks and line ends as one blank."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("file", sorted({entry["file"] for entry in ENTRIES}))
def test_every_line_that_is_changed_stands_in_its_file(file: str) -> None:
    source = flat((BASE_DIR / file).read_text("utf-8"))
    for entry in ENTRIES:
        if entry["file"] == file:
            assert entry["reason"] and entry["removed"] != entry["added"]
            assert flat(entry["removed"]) in source, entry["owner"]


def test_the_page_shows_each_with_its_reason() -> None:
    shown = page()
    assert shown.count("```diff") == len(ENTRIES)
    for entry in ENTRIES:
        assert entry["reason"] in shown and entry["added"] in shown
