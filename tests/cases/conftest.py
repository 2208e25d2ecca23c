"""The world of the tests of cases, on its day."""

from collections.abc import Iterator

import pytest

from tests.cases import world as w


@pytest.fixture
def world(db: None) -> Iterator[w.World]:
    """Units and people, with the clock at ten o'clock on ``w.TODAY``."""
    with w.on(w.TODAY):
        yield w.build()
