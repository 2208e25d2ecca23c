"""Who may sign in to the demonstration, as ``make run`` prints it."""

from itertools import groupby

from accounts.models import Membership


def account_lines() -> list[str]:
    """One line for each organisation: its name, then user names with what they do."""
    rows = (
        Membership.objects.filter(until__isnull=True)
        .select_related("user", "organisation")
        .order_by("organisation__level", "organisation_id", "id")
    )
    return [
        f"  {organisation}："
        + "、".join(f"{m.user.username}（{m.get_role_display()}）" for m in held)
        for organisation, held in groupby(rows, key=lambda row: row.organisation.name)
    ]
