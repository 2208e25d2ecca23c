"""Who may use the platform at all, and who looks after users and units."""

from typing import Any

from accounts.actors import Actor
from accounts.policies.base import ALLOWED, HIDDEN, Permission, denied, policy
from accounts.roles import Role


@policy("office.enter")
def enter(actor: Actor, subject: Any) -> Permission:
    """Any signed-in person who acts for an organisation."""
    if actor.user_id is None:
        return HIDDEN
    if actor.organisation_id is None:
        return denied("您还没有任何单位的角色，请联系系统管理员。")
    return ALLOWED


@policy("office.signed_in")
def signed_in(actor: Actor, subject: Any) -> Permission:
    """Any signed-in person, even without an organisation yet."""
    return ALLOWED if actor.user_id is not None else HIDDEN


@policy("administration.manage")
def manage(actor: Actor, subject: Any) -> Permission:
    """Users, units and calendars; no case content comes with it."""
    return ALLOWED if actor.has(Role.SYSTEM_ADMINISTRATOR) else HIDDEN
