"""A unit's own rules as a file, for whatever numbers a test asks."""

import json
from typing import Any

NUMBER = "示例大学〔2026〕8号"
TERM = "应自决定受理之日起4个月内完成"


def file_of(
    parameters: Any = (("deadline.investigation", 4),),
    since: str = "2026-03-01",
    words: str = TERM,
    **changes: Any,
) -> str:
    """The rules of a university; its Article 9 says ``words``, by default four months."""
    given = {
        "number": NUMBER,
        "title": "示例大学调查处理细则",
        "organisation": "示例大学",
        "from": since,
        "until": None,
        "checked": since,
        "citation": {"article": 9, "words": words},
        "articles": [{"article": 9, "text": f"调查处理{words}。"}],
        "parameters": [
            {
                "name": name,
                "value": value,
                "from": since,
                "citation": {"article": 9, "words": words},
            }
            for name, value in parameters
        ],
        **changes,
    }
    return json.dumps(given, ensure_ascii=False)
