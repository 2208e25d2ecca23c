"""Heads of the chains, written once a day to a file outside the database."""

import json
from pathlib import Path

from django.conf import settings

from accounts import clock
from accounts.models import ChainHead, ReadLink


def path() -> Path:
    """The file anchors are appended to."""
    return Path(settings.ANCHOR_DIR) / "anchors.jsonl"


def write() -> dict[str, object]:
    """Append today's heads; returns what was written."""
    last = ReadLink.objects.order_by("-seq").first()
    anchor: dict[str, object] = {
        "at": clock.now().isoformat(),
        "chains": {head.chain: [head.seq, head.hash] for head in ChainHead.objects.all()},
        "reads": [last.seq, last.hash] if last else [0, ""],
    }
    path().parent.mkdir(parents=True, exist_ok=True)
    with path().open("a", encoding="utf-8") as file:
        file.write(json.dumps(anchor, ensure_ascii=False) + "\n")
    return anchor


def last() -> dict[str, object] | None:
    """The newest anchor, or None before the first."""
    if not path().exists():
        return None
    lines = path().read_text(encoding="utf-8").splitlines()
    return json.loads(lines[-1]) if lines else None
