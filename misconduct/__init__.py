"""The project: settings, entry points and the pages that show several apps at once."""

from misconduct.celery import app as celery_app

__all__ = ["celery_app"]
