"""What every page of the shell needs: navigation, and the organisations to choose from."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts import clock
from accounts.actors import Actor
from accounts.middleware import NOBODY
from accounts.policies import may
from accounts.selectors.people import organisations_of
from misconduct.pages import navigation
from misconduct.pages.facts import basis_in_use


def shell(request: HttpRequest) -> dict[str, object]:
    """``shell`` in templates, worked out only where a template uses it."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> dict[str, object]:
    actor: Actor = getattr(request, "actor", NOBODY)
    counts = getattr(request, "navigation_counts", None)
    own = organisations_of(actor.user_id) if actor.user_id else []
    organisation = next((o for o in own if o.pk == actor.organisation_id), None)
    return {
        "actor": actor,
        "organisations": own,
        "organisation": organisation,
        "basis": basis_in_use(organisation.province, clock.today()) if organisation else None,
        # The demonstration has no second factor to set up.
        "two_factor": not settings.DEMO,
        "searches": bool(may("case.list", actor)),
        "navigation": navigation.items(actor.roles, request.path, counts),
    }
