"""The table of rounds names tasks that exist."""

import importlib

import pytest

from misconduct.celery import app
from misconduct.ops.processes import PDF_TASKS, QUEUES

importlib.import_module(PDF_TASKS)
app.loader.import_default_modules()


@pytest.mark.parametrize("entry", sorted(app.conf.beat_schedule))
def test_the_task_of_a_round_is_registered(entry: str) -> None:
    assert app.conf.beat_schedule[entry]["task"] in app.tasks


def test_every_task_goes_to_a_queue_the_worker_of_this_machine_reads() -> None:
    for name in app.tasks:
        queue = app.amqp.router.route({}, name).get("queue")
        assert getattr(queue, "name", app.conf.task_default_queue) in QUEUES.split(",")


def test_letters_have_a_queue_of_their_own() -> None:
    assert app.amqp.router.route({}, f"{PDF_TASKS}.render")["queue"].name == "pdf"
