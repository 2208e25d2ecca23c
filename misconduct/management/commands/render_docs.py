"""``manage.py render_docs [--check]``: the pages of docs/ that are made from the code."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from misconduct.env import BASE_DIR
from misconduct.ops import charts, law_articles, law_functions, law_pages, survivors

PAGES = {
    "docs/states.md": charts.page,
    "docs/law-coverage.md": law_pages.coverage,
    "docs/python-functions.md": law_functions.page,
    "docs/law-and-rules.md": law_articles.comparison,
    "docs/mutation-survivors.md": survivors.page,
}


class Command(BaseCommand):
    """Write the generated pages, or with --check say which are stale."""

    help = "由代码生成文档；加 --check 时只检查是否过时。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--check`` writes nothing."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """CommandError when a page is stale and only a check was asked for."""
        stale = []
        for name, render in PAGES.items():
            path, text = BASE_DIR / name, render()
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            stale.append(name)
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        if check and stale:
            raise CommandError(f"{', '.join(stale)}: stale, run manage.py render_docs")
        self.stdout.write("render_docs: " + (", ".join(stale) if stale else "up to date"))
