"""Emptying the database after a test with committed rows, which the audit triggers refuse."""

from typing import Any

from django.db import connection
from django.test import TransactionTestCase

from accounts.audit import triggers

_empty = TransactionTestCase._fixture_teardown


def _empty_without_triggers(case: Any) -> None:
    """Take the triggers away and empty; the migrate signal that follows makes them again."""
    triggers.remove(connection)
    _empty(case)


def arrange() -> None:
    """Let pytest-django's transactional tests empty the append-only tables too."""
    TransactionTestCase._fixture_teardown = _empty_without_triggers
