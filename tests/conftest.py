"""Fixtures of the whole suite; ``tests/support`` explains what each starts."""

import pytest

from tests.support import database_bound

pytest_plugins = [
    "tests.support.browser",
    "tests.support.processes",
]


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
    kept = [item for item in items if database_bound.is_bound(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept
