"""Logs carry ids and never persons."""

import io
import json
import logging
from typing import Any

from misconduct.logs import SafeFormatter, WithoutPersons


def written(message: str, *args: Any, detail: bool = False, **options: Any) -> dict[str, Any]:
    """The one line a logger writes for a message."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(SafeFormatter(detail=detail))
    handler.addFilter(WithoutPersons())
    logger = logging.Logger("test")
    logger.addHandler(handler)
    logger.error(message, *args, **options)
    return json.loads(stream.getvalue())


def test_a_line_is_one_object_with_the_time_and_its_zone() -> None:
    line = written("handled %s", 7, extra={"event_id": 7})
    assert line["message"] == "handled 7"
    assert line["event_id"] == 7
    assert line["time"][-5] in "+-"


def test_query_strings_are_left_out() -> None:
    line = written("Not Found: %s", "/cases/?q=张三&page=2")
    assert line["message"] == "Not Found: /cases/"


def test_what_a_library_attaches_is_left_out() -> None:
    line = written("refused", extra={"request": "POST name=张三", "user": "张三"})
    assert "张三" not in json.dumps(line, ensure_ascii=False)


def test_an_error_shows_its_kind_and_place_but_not_its_words() -> None:
    try:
        raise ValueError("Key (name)=(张三) already exists")
    except ValueError:
        line = written("failed", exc_info=True)
    assert "张三" not in json.dumps(line, ensure_ascii=False)
    assert "ValueError" in line["exc_info"]
    assert "test_logs.py" in line["exc_info"]
