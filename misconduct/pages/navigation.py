"""The side navigation: each entry, the roles it is for, and its place.

An entry appears when its address exists and the actor has one of its roles, so a page enters the
navigation by being mounted.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from accounts.roles import Role

OFFICE = frozenset({Role.OFFICER, Role.RESPONSIBLE_LEADER, Role.HEAD})
CASE_PEOPLE = OFFICE | {Role.INVESTIGATOR, Role.EXPERT, Role.REVIEWER}
ABOVE = frozenset({Role.SUPERIOR_OFFICER, Role.PROVINCIAL_OFFICER})
EVERYONE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: address name, label, icon, who sees it, and whether it stands below the line."""

    name: str
    label: str
    icon: str
    roles: frozenset[Role]
    below: bool = False


ENTRIES = (
    Entry("my_work", "我的工作", "list", EVERYONE - {Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR}),
    Entry("board", "总览", "chart", frozenset({Role.AUDITOR, Role.PROVINCIAL_OFFICER})),
    Entry("complaint_list", "举报登记", "inbox", frozenset({Role.OFFICER}) | ABOVE),
    Entry("case_list", "案件", "file", CASE_PEOPLE | ABOVE | {Role.AUDITOR}),
    Entry("appeal_list", "申诉复查", "back", OFFICE | ABOVE | {Role.REVIEWER, Role.AUDITOR}),
    Entry("submission_list", "汇交", "send", OFFICE | ABOVE | {Role.AUDITOR}),
    Entry("deadline_list", "期限日历", "cal", OFFICE | ABOVE),
    Entry("people", "单位与人员", "people", frozenset({Role.SYSTEM_ADMINISTRATOR})),
    Entry("figures", "统计", "chart", OFFICE | ABOVE | {Role.AUDITOR}, below=True),
    Entry("law", "规则与条文", "book", EVERYONE, below=True),
)


def items(
    roles: Collection[str], path: str, counts: Mapping[str, int] | None = None
) -> list[dict[str, object]]:
    """The entries for these roles as label, url, icon, count, current, below.

    Current is the entry with the longest address that ``path`` begins with.
    """
    known = counts or {}
    found: list[dict[str, object]] = []
    for entry in ENTRIES:
        url = _address(entry.name)
        if url is None or not any(role in roles for role in entry.roles):
            continue
        found.append(
            {
                "label": entry.label,
                "url": url,
                "icon": entry.icon,
                "count": known.get(entry.name) or None,
                "current": False,
                "below": entry.below,
            }
        )
    here = [item for item in found if path.startswith(str(item["url"]))]
    if here:
        max(here, key=lambda item: len(str(item["url"])))["current"] = True
    return found


def _address(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
