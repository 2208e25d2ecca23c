"""``manage.py national_stub --port P``: the stand-in for the national information system."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from reporting.national.stub.server import arguments

OPTIONS = (
    "port",
    "seed",
    "fail_rate",
    "timeout_rate",
    "late_rate",
    "duplicate_rate",
    "correction_rate",
    "delay",
)


class Command(BaseCommand):
    """Becomes the stand-in, which runs with settings of its own and without a database."""

    help = (
        "模拟国家科研诚信管理信息系统：按幂等键收件，可设定出错、超时、迟答、重复答复和要求补正。"
    )
    requires_system_checks: list[str] = []  # noqa: RUF012  Django declares it so

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options of the stand-in."""
        arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Hand over to the program, in this same process."""
        given = [f"--{name.replace('_', '-')}={options[name]}" for name in OPTIONS]
        program = [sys.executable, "-m", "reporting.national.stub.server", *given]
        os.execv(sys.executable, program)
