"""The only writer of what happens to units and people; the catalogue says how it reads."""

from typing import Any

from accounts.actors import Actor
from accounts.audit.log import append
from accounts.models import Event, Organisation, User

CATALOGUE: dict[str, str] = {
    "agreement.signed": "签署保密协议",
    "organisation.added": "登记单位",
    "organisation.amended": "修改单位信息",
    "organisation.powers_set": "登记处理权限",
    "organisation.readings_set": "选定本单位解读",
    "organisation.benchmark_registered": "登记裁量基准",
    "organisation.rules_registered": "登记本单位规定",
    "user.added": "增加用户",
    "user.renamed": "修改姓名",
    "user.deactivated": "停用账号",
    "user.reactivated": "恢复账号",
    "user.password_reset": "重设密码",
    "user.password_chosen": "本人设置密码",
    "membership.added": "赋予角色",
    "membership.ended": "结束角色",
}


def record(name: str, *, actor: Actor, subject: Organisation | User, **data: Any) -> Event:
    """Write an event to the subject's own chain. KeyError for a name without words.

    ``data`` holds ids, codes and dates; names of people stay in their rows.
    """
    CATALOGUE[name]
    return append(chain=subject.chain, name=name, actor=actor, subject=subject, data=data)


def label(name: str) -> str:
    """The words of an event on the pages."""
    return CATALOGUE.get(name, name)
