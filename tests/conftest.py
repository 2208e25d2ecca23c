"""Fixtures of the whole suite; ``tests/support`` explains what each starts."""

import shutil

import pytest

from tests.settings import RUN_DIR
from tests.support import database_bound, emptying

pytest_plugins = [
    "tests.support.browser",
    "tests.support.cast",
    "tests.support.processes",
]


def pytest_configure() -> None:
    """The record is append-only for everybody but a test database being emptied."""
    emptying.arrange()


def pytest_unconfigure() -> None:
    """The run's data go with it; a process of a parallel run ends without its exit handlers."""
    # Never what the settings point to: they may have been read before the run had its own place.
    shutil.rmtree(RUN_DIR, ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--database-bound``: only what touches the database, for the second engine."""
    parser.addoption(
        "--database-bound",
        action="store_true",
        help="run only the tests that use the database, a broker or the browser",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the database-bound tests when asked."""
    if not config.getoption("--database-bound"):
        return
    config.hook.pytest_deselected(items=[i for i in items if not database_bound.is_bound(i)])
    items[:] = [item for item in items if database_bound.is_bound(item)]
