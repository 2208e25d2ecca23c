"""Letters as pages list them, and those still waiting for their PDF."""

from datetime import timedelta

from django.db import models
from django.db.models import Q, QuerySet

from accounts import clock
from cases.models import Document, DocumentState

MAX_ATTEMPTS = 5
# A message on its way is given this long before the sweep does its work.
PATIENCE = timedelta(seconds=60)


def documents_of(subject: models.Model) -> QuerySet[Document]:
    """The letters about a complaint, a decision, an appeal, oldest first."""
    return Document.objects.filter(subject_kind=subject._meta.label_lower, subject_id=subject.pk)


def overdue_ids(limit: int = 50) -> list[int]:
    """Letters without a PDF that nobody has been at for a while and that may be tried again."""
    before = clock.now() - PATIENCE
    waiting = Document.objects.exclude(state=DocumentState.RENDERED).filter(
        Q(tried_at__isnull=True, requested_at__lte=before) | Q(tried_at__lte=before),
        attempts__lt=MAX_ATTEMPTS,
    )
    return list(waiting.values_list("pk", flat=True)[:limit])
