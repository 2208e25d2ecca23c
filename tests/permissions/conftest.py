"""The stage is set once for all questions asked on it, and taken away again."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.permissions.stage import Stage, build


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Stage]:
    """One case to its end; what a test changes is undone by its own transaction inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield build()
        transaction.set_rollback(True)
