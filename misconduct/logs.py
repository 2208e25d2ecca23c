"""Structured logs with ids, never persons: no form data, no query strings, no error values."""

import logging
import re
import traceback
from typing import Any

from pythonjsonlogger.json import JsonFormatter

QUERY = re.compile(r"\?\S*")
# What may stand beside a message; what else a library attaches (request, user) is dropped.
FIELDS = frozenset(
    {"event_id", "case_id", "document_id", "submission_id", "handler", "status_code"}
)
QUIET = {
    # The scheduler's rounds every few seconds would bury everything else.
    "celery.beat": "WARNING",
    "celery.worker.strategy": "WARNING",
    "celery.worker.request": "WARNING",
    "celery.app.trace": "WARNING",
    # Every call to the national system; what came of it is on its row.
    "httpx": "WARNING",
    # Steps and style remarks of every letter.
    "weasyprint": "ERROR",
    "weasyprint.progress": "ERROR",
    "fontTools": "WARNING",
}
STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}


class WithoutPersons(logging.Filter):
    """Strips query strings from the message and every attached field that is not a known id."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record in place; every record passes."""
        record.msg = QUERY.sub("", record.getMessage())
        record.args = ()
        for name in [n for n in record.__dict__ if n not in STANDARD and n not in FIELDS]:
            delattr(record, name)
        return True


class SafeFormatter(JsonFormatter):
    """One JSON object a line; of an error its type and the places, its words only where ``detail``.

    The words of a database error quote the row, and a row here may hold a complainant's name.
    """

    def __init__(self, *, detail: bool = False, **options: Any) -> None:
        super().__init__(
            "{asctime}{levelname}{name}{message}",
            style="{",
            datefmt="%Y-%m-%dT%H:%M:%S%z",
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
            json_ensure_ascii=False,
            **options,
        )
        self.detail = detail

    def formatException(self, ei: Any) -> str:
        """Type and places of an error."""
        if self.detail:
            return super().formatException(ei)
        kind, _error, trace = ei
        places = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        return "\n".join([*places, getattr(kind, "__name__", str(kind))])


def configuration(*, level: str, detail: bool) -> dict[str, Any]:
    """The LOGGING setting: everything to standard error as JSON."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_persons": {"()": WithoutPersons}},
        "formatters": {"json": {"()": SafeFormatter, "detail": detail}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "filters": ["without_persons"],
                "formatter": "json",
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            **{
                name: {"handlers": [], "propagate": True, "level": level}
                for name in ("django", "django.server", "axes", "celery")
            },
            **{name: {"level": quiet} for name, quiet in QUIET.items()},
        },
    }
