"""Each import contract fails when it is broken: a copy of the source with one wrong line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from misconduct.env import BASE_DIR
from misconduct.ops.doors import OURS

WRONG = [
    ("apps", "accounts/clock.py", "import cases.policies"),
    ("inside", "cases/policies.py", "import cases.services"),
    ("inside", "cases/models/cases.py", "import cases.policies"),
    ("leaf", "rules/outcome.py", "import django"),
    ("leaf", "rules/outcome.py", "import accounts.clock"),
    ("askers", "cases/views/__init__.py", "import rules.law"),
    ("edge", "rules/outcome.py", "import pydantic"),
    ("batch", "rules/outcome.py", "import numpy"),
    ("batch", "cases/services/documents.py", "import numpy"),
    ("printing", "cases/services/documents.py", "import weasyprint"),
    ("worker", "cases/views/__init__.py", "import cases.documents.pdf_tasks"),
]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages and their contracts, to be spoilt."""
    top = tmp_path_factory.mktemp("copy")
    for package in (*OURS, "rules"):
        shutil.copytree(
            BASE_DIR / package, top / package, ignore=shutil.ignore_patterns("static", "*.pyc")
        )
    shutil.copy(BASE_DIR / "pyproject.toml", top)
    return top


def verdict(top: Path, contract: str) -> subprocess.CompletedProcess[str]:
    """What the linter says of one contract."""
    linter = Path(sys.executable).parent / "lint-imports"
    command = [str(linter), "--no-cache", "--contract", contract]
    return subprocess.run(command, cwd=top, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("contract", "file", "line"), WRONG)
def test_a_wrong_import_breaks_its_contract(
    copied: Path, contract: str, file: str, line: str
) -> None:
    path = copied / file
    right = path.read_text(encoding="utf-8")
    path.write_text(f"{right}\n{line}\n", encoding="utf-8")
    try:
        broken = verdict(copied, contract)
    finally:
        path.write_text(right, encoding="utf-8")
    assert broken.returncode == 1, broken.stdout
    assert "1 broken" in broken.stdout
    assert file.removesuffix(".py").replace("/", ".").removesuffix(".__init__") in broken.stdout


@pytest.mark.parametrize("contract", sorted({contract for contract, _file, _line in WRONG}))
def test_the_source_as_it_is_keeps_it(copied: Path, contract: str) -> None:
    kept = verdict(copied, contract)
    assert kept.returncode == 0, kept.stdout
