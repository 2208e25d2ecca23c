"""The broker that is a folder: kombu's, but a message appears in it whole or not at all.

kombu opens a message's file before it writes it; a worker that looks in between takes the empty
file, cannot read it, and ends.
"""

import os
from pathlib import Path
from time import monotonic_ns
from typing import Any
from uuid import uuid4

from kombu.exceptions import ChannelError
from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps

SCHEME = "folder"


class Channel(filesystem.Channel):
    """A channel whose messages are renamed into the folder once they are written."""

    def _put(self, queue: str, payload: Any, **_: Any) -> None:
        # The queue takes files by the end of their name, the oldest first by its beginning.
        name = f"{monotonic_ns() // 1_000_000}_{uuid4()}.{queue}.msg"
        file = Path(self.data_folder_out) / name
        part = file.with_name(f"{name}.part")
        try:
            part.write_bytes(str_to_bytes(dumps(payload)))
            os.replace(part, file)
        except OSError as failure:
            raise ChannelError(f"cannot write {file}") from failure


class Transport(filesystem.Transport):
    """The transport of addresses that begin with ``folder://``."""

    Channel = Channel


def register() -> None:
    """Let kombu find it by its scheme."""
    TRANSPORT_ALIASES[SCHEME] = f"{__name__}:Transport"
