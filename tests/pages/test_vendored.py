"""The files of others are those VENDORED.md names, byte for byte, with their licences."""

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENDOR = ROOT / "misconduct" / "static" / "vendor"
TEXT = (VENDOR / "VENDORED.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", TEXT, re.M)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_shipped_file_is_listed_with_its_hash() -> None:
    shipped = {
        str(path.relative_to(VENDOR))
        for path in VENDOR.rglob("*")
        if path.suffix in {".css", ".js"}
    }
    assert dict(ROWS) == {name: digest(VENDOR / name) for name in shipped}


def test_the_checker_of_the_suite_is_the_one_named() -> None:
    assert digest(ROOT / "tests" / "support" / "axe" / "axe.min.js") in TEXT


def test_every_package_brings_its_licence() -> None:
    assert all((VENDOR / name).parent.joinpath("LICENSE").exists() for name, _ in ROWS)
