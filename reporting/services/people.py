"""The papers of a case, signed by those who handle its filing only (Art 44, 45)."""

from collections.abc import Sequence

from django.db import transaction

from accounts.actors import Actor
from accounts.services.locking import locked
from accounts.services.permissions import require
from cases.models import Case, RecusalStatement
from cases.services.people import store_statement
from reporting.models import Submission


@transaction.atomic
def sign_submission(
    *, actor: Actor, submission_id: int, relations: Sequence[str] = (), detail: str = ""
) -> RecusalStatement:
    """Sign the agreement if it is missing, and the recusal statement for the case of a filing."""
    submission = locked(Submission, submission_id)
    require("submission.sign", actor, submission)
    case = locked(Case, submission.case_id)
    return store_statement(actor=actor, case=case, relations=relations, detail=detail)
