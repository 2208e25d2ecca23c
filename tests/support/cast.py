"""The one cast of every test: the units and people of the demonstration, by user name."""

from dataclasses import dataclass

import pytest

from accounts.actors import Actor
from accounts.models import Organisation, User
from accounts.selectors.people import actor_for
from fixtures.demo import units


@dataclass(frozen=True, slots=True)
class Cast:
    """The people by user name, as users and as actors; the units by name."""

    users: dict[str, User]

    def user(self, username: str) -> User:
        """The account."""
        return self.users[username]

    def actor(self, username: str) -> Actor:
        """The person acting for their unit."""
        return actor_for(self.users[username], None)

    def unit(self, name: str) -> Organisation:
        """An organisation by its name."""
        return Organisation.objects.get(name=name)


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, in an otherwise empty database."""
    return Cast(units.make())


@pytest.fixture(autouse=True)
def anchors_of_this_test(settings, tmp_path) -> None:
    """Anchors name chains of one database; every test has its own."""
    settings.ANCHOR_DIR = str(tmp_path / "anchors")
