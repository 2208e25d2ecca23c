"""Database triggers that refuse to change or delete the record, on both engines."""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

PROTECTED = ("accounts_event", "accounts_readentry", "accounts_readlink")
_MESSAGE = "append-only record"

_FUNCTION = f"""
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
"""


def _names(table: str, vendor: str) -> list[tuple[str, str]]:
    verbs = ["UPDATE", "DELETE"] + (["TRUNCATE"] if vendor == "postgresql" else [])
    return [(f"{table}_no_{verb.lower()}", verb) for verb in verbs]


def expected(vendor: str) -> set[str]:
    """The names of the triggers that must stand."""
    return {name for table in PROTECTED for name, _ in _names(table, vendor)}


def present(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of the triggers that do stand and are switched on."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled='O'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return {row[0] for row in cursor.fetchall()} & expected(connection.vendor)


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The triggers that should stand and do not (none before the first migrate)."""
    tables = set(connection.introspection.table_names())
    wanted = {
        name
        for table in PROTECTED
        if table in tables
        for name, _ in _names(table, connection.vendor)
    }
    return wanted - present(connection)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger again."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for table in PROTECTED:
            if table not in tables:
                continue
            for name, verb in _names(table, connection.vendor):
                cursor.execute(_create(table, name, verb, connection.vendor))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away; only a test database being emptied has a reason to."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in PROTECTED:
            for name, _ in _names(table, connection.vendor):
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                if table in tables:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def _create(table: str, name: str, verb: str, vendor: str) -> str:
    if vendor == "postgresql":
        each = "STATEMENT" if verb == "TRUNCATE" else "ROW"
        return (
            f"DROP TRIGGER IF EXISTS {name} ON {table}; CREATE TRIGGER {name} "
            f"BEFORE {verb} ON {table} FOR EACH {each} EXECUTE FUNCTION audit_refuse()"
        )
    return (
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    )


def after_migrate(*, using: str, **_: Any) -> None:
    """Run after every migrate."""
    install(connections[using])


def check_present(databases: list[str] | None = None, **_: Any) -> list[CheckMessage]:
    """System check (``check --database default``): an error for every trigger missing."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        for name in sorted(missing(connections[alias])):
            found.append(
                Error(
                    f"The audit trigger {name} is missing.",
                    hint="Run manage.py migrate, then manage.py verify_audit.",
                    id="accounts.E001",
                )
            )
    return found
