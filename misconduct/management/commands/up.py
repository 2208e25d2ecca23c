"""``manage.py up``: the whole platform on this machine from one command."""

import os
import socket
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from fixtures.demo.units import PASSWORD
from misconduct.env import ENV
from misconduct.ops import processes
from misconduct.ops.demonstration import account_lines
from misconduct.ops.supervisor import Child, Supervisor, interrupted

READY_SECONDS = 180


class Command(BaseCommand):
    """Migrate, load the demonstration data if there is none, run web, worker and scheduler."""

    help = "启动整个平台：网站、后台任务、定时任务；演示方式下另启动国家系统模拟器。"
    # The database is brought up first; checks against it come after.
    requires_system_checks: list[str] = []  # noqa: RUF012  Django declares it so

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to answer; the environment's HOST and PORT by default."""
        parser.add_argument("--host", default=ENV.host)
        parser.add_argument("--port", type=int, default=ENV.port)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        """Run until SIGINT or SIGTERM."""
        ports = [port, port + 1] if settings.DEMO else [port]
        for number in ports:
            refuse_taken(host, number)
        self.prepare()
        supervisor = Supervisor(children(host, port), until=left_by_make())
        try:
            supervisor.start()
            if wait_until_healthy(port, supervisor):
                self.greet(port)
            failed = supervisor.watch()
        finally:
            supervisor.stop()
        if failed is not None:
            raise CommandError(f"{failed.name} 反复退出，平台已停止。日志：{failed.log}")
        self.stdout.write("平台已停止。")

    def prepare(self) -> None:
        """Database, demonstration data, static files."""
        call_command("migrate", verbosity=0, interactive=False)
        if settings.DEMO and not get_user_model().objects.exists():
            self.stdout.write("正在载入演示数据……")
            # Whole or not at all: half a demonstration would pass for data of one's own.
            with transaction.atomic():
                call_command("load_demo")
        if not settings.DEBUG:
            call_command("collectstatic", verbosity=0, interactive=False)

    def greet(self, port: int) -> None:
        """The address and, in the demonstration, who may sign in."""
        self.stdout.write(f"\n平台已启动：http://127.0.0.1:{port}/")
        if settings.DEMO:
            self.stdout.write(f"演示账号（密码均为 {PASSWORD}）：")
            self.stdout.write("\n".join(account_lines()))
        self.stdout.write(f"日志：{log_folder()}\n按 Ctrl-C 停止。")
        self.stdout.flush()


def refuse_taken(host: str, port: int) -> None:
    """CommandError when somebody listens on the port already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"端口 {port} 不能使用（{error.strerror}）。请换一个：PORT={port + 100} make run"
            ) from error


def log_folder() -> Path:
    """Where the processes write."""
    return Path(settings.VAR_DIR) / "log"


def children(host: str, port: int) -> list[Child]:
    """The processes of this machine; the national stub first, since the worker talks to it."""
    state = Path(settings.VAR_DIR) / f"run-{port}"
    for folder in (state, log_folder()):
        folder.mkdir(parents=True, exist_ok=True)
    environment = dict(os.environ)
    commands = {
        "web": processes.web_command(sys.executable, host, port),
        "worker": processes.worker_command(sys.executable),
        "scheduler": processes.beat_command(sys.executable, state),
    }
    if settings.DEMO:
        commands = {"national-stub": processes.stub_command(sys.executable, port + 1), **commands}
        environment.setdefault("NATIONAL_SYSTEM_URL", f"http://127.0.0.1:{port + 1}")
    made = []
    for name, command in commands.items():
        log = log_folder() / f"{name}.log"
        log.unlink(missing_ok=True)
        made.append(Child(name, command, log, environment))
    return made


def wait_until_healthy(port: int, supervisor: Supervisor) -> bool:
    """True when the health page says all is well; False when told to stop before."""
    deadline = time.monotonic() + READY_SECONDS
    while not supervisor.stopping.wait(0.1) and not supervisor.until():
        if healthy(port):
            return True
        if time.monotonic() > deadline:
            raise CommandError(f"平台在 {READY_SECONDS} 秒内没有就绪，原因见日志：{log_folder()}")
    return False


def healthy(port: int) -> bool:
    """Whether ``/healthz`` answers 200."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def left_by_make() -> Any:
    """A question to ask again and again: was the ``make`` that started this interrupted?"""
    parent = os.getppid()
    if interrupted(parent):
        # Whoever started this never caught SIGINT, so nothing can be read from it.
        return lambda: False
    return lambda: os.getppid() != parent or interrupted(parent)
