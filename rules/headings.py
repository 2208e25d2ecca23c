"""What a place in a text is called: 「第三十二条」, 「（十）」 of the opinions, an excerpt's label.

Of some documents only the sentences that bind here are held.  Their labels stand beside the
sentences, because the numbering of a text that is not held cannot be rebuilt.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from rules.numerals import numeral

O2018 = "关于进一步加强科研诚信建设的若干意见"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Sentences of one place of a document whose whole text is not held.

    ``article`` is 0 where the sentences are known to stand in several articles together.
    """

    instrument: str
    title: str
    article: int
    label: str
    lines: tuple[str, ...]


def _read() -> Mapping[tuple[str, int], Excerpt]:
    path = Path(__file__).parent / "texts" / "excerpts.json"
    return MappingProxyType(
        {
            (document["number"], place["article"]): Excerpt(
                document["number"],
                document["title"],
                place["article"],
                place["label"],
                tuple(place["words"]),
            )
            for document in json.loads(path.read_bytes())
            for place in document["places"]
        }
    )


EXCERPTS: Mapping[tuple[str, int], Excerpt] = _read()


def heading(instrument: str, article: int) -> str:
    """The name of an article as its document prints it."""
    if (instrument, article) in EXCERPTS:
        return EXCERPTS[instrument, article].label
    return f"（{numeral(article)}）" if instrument == O2018 else f"第{numeral(article)}条"
