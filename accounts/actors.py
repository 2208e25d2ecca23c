"""Who acts: a person for the organisation in use, or the system itself."""

from dataclasses import dataclass

from accounts.roles import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, the organisation they act for at this moment and the roles they have there."""

    user_id: int | None
    name: str
    organisation_id: int | None
    roles: frozenset[str] = frozenset()

    @property
    def person(self) -> int:
        """The user's id for a lookup or a row; 0, which no row has, for nobody."""
        return self.user_id or 0

    @property
    def unit(self) -> int:
        """The id of the organisation in use; 0, which no row has, for none."""
        return self.organisation_id or 0

    def has(self, *roles: Role) -> bool:
        """Whether any of these roles is held in the organisation in use."""
        return any(role.value in self.roles for role in roles)

    def of(self, organisation_id: int | None) -> bool:
        """Whether this actor acts for that organisation."""
        return self.organisation_id is not None and self.organisation_id == organisation_id


SYSTEM = Actor(user_id=None, name="系统", organisation_id=None)
