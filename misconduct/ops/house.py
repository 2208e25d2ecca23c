"""The house's own rules on the source, where no linter has them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from misconduct.env import BASE_DIR

FILE_LINES = 400
FUNCTION_LINES = 50
PACKAGES = ("misconduct", "rules", "reporting", "appeals", "cases", "accounts", "fixtures", "tests")
# The content security policy refuses inline code and styles. Letters are printed, not served.
INLINE = re.compile(
    r"<style|\sstyle\s*=|<script(?![^>]*(?:\ssrc=|application/json))[^>]*>"
    r"|\son[a-z]+\s*=\s*[\"']|javascript:"
)
PRINTED = "documents"
Function = (ast.FunctionDef, ast.AsyncFunctionDef)


def sources() -> Iterator[Path]:
    """Every Python file written by hand."""
    for package in PACKAGES:
        for path in sorted((BASE_DIR / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def templates() -> Iterator[Path]:
    """Every template a browser may be served."""
    for folder in sorted(BASE_DIR.glob("**/templates")):
        if not set(folder.relative_to(BASE_DIR).parts) & {".venv", "var"}:
            yield from (p for p in sorted(folder.rglob("*.html")) if PRINTED not in p.parts)


def complaints_about_source(text: str) -> list[str]:
    """What is wrong with one file: too long, a function too long, a save() with consequences."""
    found = []
    length = len(text.splitlines())
    if length >= FILE_LINES:
        found.append(f"{length} lines, the limit is {FILE_LINES}")
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, Function):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines >= FUNCTION_LINES:
                found.append(f"{node.name}: {lines} lines, the limit is {FUNCTION_LINES}")
        if isinstance(node, ast.ClassDef):
            found += [f"{node.name} overrides {name}()" for name in row_overrides(node)]
    return found


def row_overrides(node: ast.ClassDef) -> list[str]:
    """The save() and delete() a model overrides."""
    bases = [ast.unparse(base) for base in node.bases]
    if not any(base.endswith(("Model", "AbstractUser")) for base in bases):
        return []
    return [f.name for f in node.body if isinstance(f, Function) and f.name in {"save", "delete"}]


def complaints_about_template(text: str) -> list[str]:
    """Inline styles and scripts of one template."""
    return [f"inline style or script: {hit.group().strip()}" for hit in INLINE.finditer(text)]


def complaints() -> list[str]:
    """Everything wrong with the sources and templates, each with its file."""
    judged = [(path, complaints_about_source) for path in sources()]
    judged += [(path, complaints_about_template) for path in templates()]
    return [
        f"{path.relative_to(BASE_DIR)}: {words}"
        for path, judge in judged
        for words in judge(path.read_text(encoding="utf-8"))
    ]
