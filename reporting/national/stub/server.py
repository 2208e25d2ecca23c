"""Runs the stand-in: ``python -m reporting.national.stub.server --port 8001``.

A process of its own with settings of its own: no database, no session, nothing of the platform.
"""

import secrets
import signal
import sys
from argparse import ArgumentParser
from importlib import import_module
from types import FrameType
from typing import Any

import django
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

from reporting.national.stub.ledger import Troubles

HOST = "127.0.0.1"


class Tee:
    """A stream that remembers what was written since ``forget``."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._said = bytearray()

    def write(self, data: bytes) -> int:
        """Write, and remember."""
        self._said += data
        written: int = self._stream.write(data)
        return written

    def forget(self) -> bytes:
        """What was written since the last time."""
        said, self._said = bytes(self._said), bytearray()
        return said

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Connection(WSGIRequestHandler):
    """One connection; ``twice`` makes it say its answer a second time, unasked."""

    disable_nagle_algorithm = True
    twice = False

    def setup(self) -> None:
        """Listen to what is answered."""
        super().setup()
        self.wfile = self.tee = Tee(self.wfile)

    def get_environ(self) -> dict[str, Any]:
        """Let the interface reach the connection."""
        return {**super().get_environ(), "stub.connection": self}

    def handle_one_request(self) -> None:
        """Answer, and once more when told to."""
        self.twice = False
        super().handle_one_request()
        said = self.tee.forget()
        if self.twice:
            self.wfile.write(said)
            self.tee.forget()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of single calls: addresses and bodies are none of the console's business."""


def arguments(parser: ArgumentParser) -> None:
    """The options, shared with the management command."""
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--seed", default=secrets.token_hex(4), help="决定哪些调用出错")
    for name, what in (
        ("fail", "出错的比例（其中一半已入库）"),
        ("timeout", "不答复的比例"),
        ("late", "迟答的比例，迟多久见 --delay"),
        ("duplicate", "同一答复发两遍的比例"),
        ("correction", "要求补正的比例"),
    ):
        parser.add_argument(f"--{name}-rate", type=share, default=0.0, help=what)
    parser.add_argument("--delay", type=float, default=3.0, help="迟答的秒数")


def share(text: str) -> float:
    """A share between 0 and 1."""
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(text)
    return value


def configure() -> None:
    """The few settings a program without database needs."""
    settings.configure(
        DEBUG=False,
        SECRET_KEY=secrets.token_hex(32),
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="reporting.national.stub.urls",
        INSTALLED_APPS=["django.contrib.staticfiles", "ninja"],
        # It sets Content-Length, without which a connection ends after every answer.
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
        STATIC_URL="/static/",
        USE_TZ=True,
        TIME_ZONE="Asia/Shanghai",
        APPEND_SLASH=False,
        # A package carries the decision letter itself.
        DATA_UPLOAD_MAX_MEMORY_SIZE=32 * 1024 * 1024,
    )
    django.setup(set_prefix=False)


def serve(port: int, troubles: Troubles) -> None:
    """Answer on this machine until told to stop."""
    # The interface reads the settings when it is imported, so it comes after them.
    import_module("reporting.national.stub.api").ledger.troubles = troubles
    server = ThreadedWSGIServer((HOST, port), Connection)
    server.set_app(StaticFilesHandler(WSGIHandler()))
    print(f"国家系统模拟器 http://{HOST}:{port}/docs", flush=True)
    server.serve_forever()


def stop(number: int, frame: FrameType | None) -> None:
    """End at once and in order."""
    sys.exit(0)


def main(argv: list[str] | None = None) -> None:
    """Read the options, set up, serve."""
    parser = ArgumentParser(description=__doc__)
    arguments(parser)
    chosen = parser.parse_args(argv)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    configure()
    serve(
        chosen.port,
        Troubles(
            fail=chosen.fail_rate,
            timeout=chosen.timeout_rate,
            late=chosen.late_rate,
            duplicate=chosen.duplicate_rate,
            correction=chosen.correction_rate,
            delay=chosen.delay,
            seed=str(chosen.seed),
        ),
    )


if __name__ == "__main__":
    main()
