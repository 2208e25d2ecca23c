"""Which tests run again on PostgreSQL and Redis: those that use them, found from their fixtures."""

import pytest

FIXTURES = frozenset({"db", "transactional_db", "live_server", "worker", "start_worker"})


def is_bound(item: pytest.Item) -> bool:
    """Whether the test is marked ``django_db`` or asks for a fixture that leads to the database."""
    names = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(names & FIXTURES)
