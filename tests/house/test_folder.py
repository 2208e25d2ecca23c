"""A message appears in the folder whole: a worker that looks while it is written sees nothing."""

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection

from misconduct import folder

MESSAGES = 300
LONG = "文" * 20_000


@pytest.fixture
def link(tmp_path: Path) -> Iterator[Connection]:
    """A broker of its own."""
    folder.register()
    for name in ("queue", "control"):
        (tmp_path / name).mkdir()
    options = {
        "data_folder_in": str(tmp_path / "queue"),
        "data_folder_out": str(tmp_path / "queue"),
        "control_folder": str(tmp_path / "control"),
    }
    with Connection(f"{folder.SCHEME}://localhost//", transport_options=options) as made:
        yield made


def test_what_is_read_while_it_is_written_is_read_whole(link: Connection) -> None:
    sender, receiver = link.channel(), link.channel()
    sending = threading.Thread(
        target=lambda: [sender._put("letters", {"n": n, "words": LONG}) for n in range(MESSAGES)]
    )
    sending.start()
    found = []
    while sending.is_alive() or len(found) < MESSAGES:
        try:
            found.append(receiver._get("letters"))
        except Empty:
            continue
    assert sorted(message["n"] for message in found) == list(range(MESSAGES))
    assert {message["words"] for message in found} == {LONG}


def test_a_message_half_written_waits(link: Connection) -> None:
    channel = link.channel()
    queue = Path(channel.data_folder_out)
    (queue / "1_half.letters.msg.part").write_bytes(b"")
    with pytest.raises(Empty):
        channel._get("letters")


def test_queues_are_apart_and_in_order(link: Connection) -> None:
    channel = link.channel()
    for n in range(3):
        channel._put("letters", {"n": n})
        threading.Event().wait(0.002)
    with pytest.raises(Empty):
        channel._get("default")
    assert [channel._get("letters")["n"] for _ in range(3)] == [0, 1, 2]
