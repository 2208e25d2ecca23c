"""Who stands where towards the case of the stage, for the tables of both tests."""

from tests.permissions.stage import ROLES

EVERYBODY = frozenset(ROLES)
NOBODY: frozenset[str] = frozenset()


def those(names: str) -> frozenset[str]:
    """The people of a line of a table; a name outside the cast is a mistake in the table."""
    found = frozenset(names.split())
    assert found <= EVERYBODY, found - EVERYBODY
    return found


OFFICES = those("officer officer2 superior province")
WITH_CASES = EVERYBODY - those("sysadmin")
# The auditor knows of every case and reads no content; the province hears of it with the filing.
ON_CASE = those("officer leader head investigator expert1 reviewer superior")
KNOW_CASE = ON_CASE | those("auditor")
KNOW_APPEAL = those("officer leader head reviewer superior auditor")
KNOW_FILING = those("officer leader head superior province auditor")
