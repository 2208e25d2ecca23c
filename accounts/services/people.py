"""Accounts: opening, closing, and the passwords that are given once."""

import re
import secrets
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from accounts import events
from accounts.actors import Actor
from accounts.models import User
from accounts.refusals import Refused
from accounts.selectors.administration import administrators, other_administrators
from accounts.selectors.people import actor_for
from accounts.services.locking import locked, unchanged_since
from accounts.services.memberships import appoint
from accounts.services.permissions import require

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,29}")
# Without characters that are mistaken for one another when read out or copied by hand.
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Issued:
    """An account and the password to be handed over; it is kept nowhere and shown once."""

    user: User
    password: str

    def __repr__(self) -> str:
        return f"Issued({self.user.pk})"


@transaction.atomic
def add_user(
    *, actor: Actor, username: str, name: str, organisation_id: int, role: str, since: date
) -> Issued:
    """Open an account with its first role. Refused for a user name in use or badly formed."""
    require("administration.manage", actor)
    issued = enter_user(actor=actor, username=username, name=name)
    appoint(actor=actor, user=issued.user, organisation_id=organisation_id, role=role, since=since)
    return issued


def enter_user(*, actor: Actor, username: str, name: str) -> Issued:
    """The account alone, in the caller's transaction, whoever asks: for the first administrator."""
    if not USERNAME.fullmatch(username):
        message = "用户名为3至30位小写字母、数字、点、下划线或连字符，以字母或数字开头。"
        raise Refused.plainly("username_wrong", message)
    if User.objects.filter(username__iexact=username).exists():
        raise Refused.plainly("username_taken", "这个用户名已有人在用。")
    _named(name)
    password = _one_time_password()
    user = User.objects.create_user(
        username=username, name=name.strip(), password=password, must_change_password=True
    )
    events.record("user.added", actor=actor, subject=user)
    return Issued(user, password)


@transaction.atomic
def rename_user(*, actor: Actor, user_id: int, name: str, seen: int | None = None) -> User:
    """Correct a person's name; the user name stays, the record speaks of the account."""
    user = _asked(actor, user_id, seen)
    _named(name)
    if user.name != name.strip():
        user.name = name.strip()
        user.save(update_fields=["name"])
        events.record("user.renamed", actor=actor, subject=user)
    return user


@transaction.atomic
def deactivate_user(*, actor: Actor, user_id: int, seen: int | None = None) -> User:
    """Close an account at once, its open sessions too; what the person did stays on record."""
    user = _asked(actor, user_id, seen)
    if user.pk == actor.user_id:
        raise Refused.plainly("own_account", "不能停用自己的账号，请另一位系统管理员办理。")
    if not user.is_active:
        raise Refused.plainly("already_closed", "这个账号已经停用。")
    administers = administrators().filter(pk=user.pk).exists()
    if administers and not other_administrators(user.pk).exists():
        message = "这是最后一位系统管理员；先给另一人系统管理员角色，才能停用。"
        raise Refused.plainly("last_administrator", message)
    user.is_active = False
    user.save(update_fields=["is_active"])
    events.record("user.deactivated", actor=actor, subject=user)
    return user


@transaction.atomic
def reactivate_user(*, actor: Actor, user_id: int, seen: int | None = None) -> User:
    """Open a closed account again; roles that have not ended are in force again with it."""
    user = _asked(actor, user_id, seen)
    if user.is_active:
        raise Refused.plainly("not_closed", "这个账号没有停用。")
    user.is_active = True
    user.save(update_fields=["is_active"])
    events.record("user.reactivated", actor=actor, subject=user)
    return user


@transaction.atomic
def reset_password(*, actor: Actor, user_id: int, seen: int | None = None) -> Issued:
    """Give a new one-time password; the old one and every open session end at once."""
    user = _asked(actor, user_id, seen)
    if not user.is_active:
        raise Refused.plainly("closed", "账号已停用；先恢复账号，再重设密码。")
    password = _one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    events.record("user.password_reset", actor=actor, subject=user)
    return Issued(user, password)


@transaction.atomic
def password_chosen(*, user: User, password: str) -> None:
    """The person's own password; whoever had been given a one-time one may now go on."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    events.record("user.password_chosen", actor=actor_for(user, None), subject=user)


def _asked(actor: Actor, user_id: int, seen: int | None) -> User:
    require("administration.manage", actor)
    user = locked(User, user_id)
    unchanged_since(user.chain, seen)
    return user


def _named(name: str) -> None:
    if not name.strip():
        raise Refused.plainly("name_missing", "请填写姓名。")


def _one_time_password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
