"""The readings a unit chooses for itself, among those it may choose and the platform follows."""

from collections.abc import Mapping

from django.db import transaction

from accounts import events
from accounts.actors import Actor
from accounts.facts import in_words
from accounts.models import Level, Organisation, OrganisationKind
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from rules.errors import RuleInputError
from rules.readings import READINGS, Chooser, Reading, check, open_to

# Those whose every answer each page, letter, clock and service of the platform follows. The rest
# act in the rules, but concern a move the platform does not have: docs/architecture.md says which.
FOLLOWED = frozenset(
    {
        "G2",
        "G3",
        "G5",
        "G7",
        "G8",
        "G9",
        "G10",
        "G12",
        "G13",
        "G14",
        "G16",
        "G18",
        "C1",
        "C3",
        "C5",
        "C6",
        "C8",
        "C9",
        "C12",
        "C18",
        "permanent_ban",
        "article_31_tiers",
        "civil_code_months",
        "decision_approver",
        "approver_apart",
        "case_closed_when",
        "clearing_scope",
        "complainant_access",
        "public_service",
        "term_of_13",
        "record_elements",
        "refused_appeal",
        "organisation_measures",
        "same_fact_twice",
        "academic_review_unneeded",
        "death_after_inquiry",
        "revocation_grounds",
        "second_appeal_evidence",
        "second_refusal_explained",
        "re_review_team",
        "appeal_against_clearing",
        "anonymous_appeal",
    }
)


def chooser_of(organisation: Organisation) -> Chooser:
    """As what a unit chooses: the provincial science department for the province, else as one."""
    province = (OrganisationKind.SCIENCE_DEPARTMENT, Level.PROVINCE)
    own = (organisation.kind, organisation.level)
    return Chooser.PROVINCE if own == province else Chooser.UNIT


def readings_for(organisation: Organisation) -> list[Reading]:
    """The readings a unit may choose here, in the order in which the rules declare them."""
    return [one for one in open_to(chooser_of(organisation)) if one.name in FOLLOWED]


def chosen_readings(organisation: Organisation) -> list[tuple[Reading, str]]:
    """What a unit reads otherwise than by default, each with its answer in words."""
    return in_words(organisation.readings)


@transaction.atomic
def set_readings(
    *, actor: Actor, organisation_id: int, chosen: Mapping[str, str], seen: int | None = None
) -> Organisation:
    """Say how a unit reads what the law leaves open; what is not named is read by default.

    It holds for cases accepted from now on; one accepted before keeps the readings it began under.
    Refused for a name or answer that does not exist, and for a reading that is not this unit's to
    choose. What is kept is only what differs from the default.
    """
    require("administration.manage", actor)
    organisation = locked(Organisation, organisation_id)
    unchanged_since(organisation.chain, seen)
    wanted = {n: v for n, v in _checked(organisation, chosen).items() if v != READINGS[n].default}
    if wanted == organisation.readings:
        return organisation
    organisation.readings = wanted
    organisation.save()
    events.record("organisation.readings_set", actor=actor, subject=organisation, readings=wanted)
    return organisation


def _checked(organisation: Organisation, chosen: Mapping[str, str]) -> Mapping[str, str]:
    try:
        checked = check(chosen, chooser_of(organisation))
    except RuleInputError as wrong:
        raise Refused.plainly(wrong.code, f"{wrong.message}。") from wrong
    for name in checked:
        if name not in FOLLOWED:
            question = READINGS[name].question
            raise Refused.plainly("reading_not_followed", f"本系统不提供“{question}”的设置。")
    return checked
