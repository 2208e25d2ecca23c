"""The first organisation and its administrator, who gives everybody else their accounts."""

from django.db import transaction

from accounts import clock
from accounts.actors import SYSTEM
from accounts.models import Organisation
from accounts.refusals import Refused
from accounts.roles import Role
from accounts.selectors.administration import administrators
from accounts.services.memberships import appoint
from accounts.services.organisations import OrganisationData, enter_organisation
from accounts.services.people import Issued, enter_user


@transaction.atomic
def appoint_first_administrator(*, username: str, name: str, data: OrganisationData) -> Issued:
    """Make the unit (or take the one of that name) and its administrator.

    Refused while there is an administrator: from then on accounts are given on the pages.
    """
    if administrators().exists():
        message = "已经有系统管理员；请由系统管理员在「单位与人员」里增加用户。"
        raise Refused.plainly("administrator_exists", message)
    organisation = Organisation.objects.filter(name=data.name).first() or enter_organisation(
        actor=SYSTEM, data=data
    )
    issued = enter_user(actor=SYSTEM, username=username, name=name)
    appoint(
        actor=SYSTEM,
        user=issued.user,
        organisation_id=organisation.pk,
        role=Role.SYSTEM_ADMINISTRATOR.value,
        since=clock.today(),
    )
    return issued
