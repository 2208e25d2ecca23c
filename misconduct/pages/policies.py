"""Who may open the pages that show several apps at once."""

from dataclasses import replace
from typing import Any

from django.apps import apps

from accounts.actors import Actor
from accounts.policies import ALLOWED, HIDDEN, Permission, may, policy
from cases.models import Deadline

# Which policy a clock's page follows: that of what the clock belongs to.
FOLLOWS = {
    "complaint": ("cases.complaint", "complaint.view"),
    "case": ("cases.case", "case.know"),
    "appeal": ("appeals.appeal", "appeal.view"),
    "submission": ("reporting.submission", "submission.view"),
}


@policy("deadline.view")
def view_deadline(actor: Actor, deadline: Deadline) -> Permission:
    """Whoever may see what the clock belongs to."""
    kind, _, pk = deadline.chain.partition(":")
    if kind not in FOLLOWS:
        return HIDDEN
    model, name = FOLLOWS[kind]
    subject = apps.get_model(model)._default_manager.filter(pk=pk).first()
    if subject is None:
        return HIDDEN
    # The page that opens the way belongs to the subject; from here its reason is enough.
    return replace(may(name, actor, subject), then="")


@policy("law.read")
def read_law(actor: Actor, subject: Any) -> Permission:
    """The law is for everybody who has signed in."""
    return ALLOWED if actor.user_id is not None else HIDDEN
