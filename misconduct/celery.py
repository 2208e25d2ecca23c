"""Celery: messages carry ids only, every job is a row, and a sweep finds what was lost.

Correctness never rests on the broker (its file-system transport forgets a task whose worker dies).
Legal dates are rows that a scan reads, never ETAs.
"""

import os

from celery import Celery
from celery.schedules import crontab

from misconduct import folder
from misconduct.env import ENV

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "misconduct.settings")

DEFAULT_QUEUE = "default"
PDF_QUEUE = "pdf"


def every(task: str, seconds: int) -> dict[str, object]:
    """A periodic task; one that could not run before the next is due is dropped, not heaped up."""
    return {"task": task, "schedule": seconds, "options": {"expires": max(seconds, 10)}}


def broker() -> dict[str, object]:
    """Where messages travel: Redis, or without it a folder that web, worker and scheduler share."""
    if ENV.redis_url:
        return {
            "broker_url": ENV.redis_url,
            "broker_transport_options": {
                "visibility_timeout": 120,
                "unacked_restore_interval": 2,
                "unacked_restore_throttle": 1,
                "socket_connect_timeout": 3,
                "socket_timeout": 10,
            },
        }
    folder.register()
    home = ENV.var_dir / "broker"
    for name in ("queue", "control"):
        (home / name).mkdir(parents=True, exist_ok=True)
    return {
        "broker_url": f"{folder.SCHEME}://localhost//",
        "broker_transport_options": {
            "data_folder_in": str(home / "queue"),
            "data_folder_out": str(home / "queue"),
            "control_folder": str(home / "control"),
            "polling_interval": 0.05,
        },
    }


app = Celery("misconduct")
app.conf.update(
    **broker(),
    broker_connection_retry_on_startup=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_ignore_result=True,
    task_default_queue=DEFAULT_QUEUE,
    task_routes={"cases.documents.pdf_tasks.*": {"queue": PDF_QUEUE}},
    worker_prefetch_multiplier=1,
    worker_enable_remote_control=False,
    worker_hijack_root_logger=False,
    timezone=ENV.time_zone,
    beat_schedule={
        "outbox": every("accounts.tasks.sweep_outbox", 5),
        "reads": every("accounts.tasks.seal_reads", 30),
        "letters": every("cases.documents.pdf_tasks.sweep", 60),
        "filings": every("reporting.tasks.send_waiting", 3),
        "effects": every("cases.tasks.effects_due", 3600),
        "expiries": every("cases.tasks.expiries_due", 3600),
        "records": every("reporting.tasks.records_due", 3600),
        "anchor": {"task": "accounts.tasks.anchor", "schedule": crontab(hour=2, minute=30)},
    },
)
app.autodiscover_tasks()
app.steps["worker"].add("misconduct.heart:Heart")
