"""What is wrong with text that is no JSON: its encoding, its end, or a place in a line."""

import codecs
import re

_PLACE = re.compile(r" at line (\d+) column (\d+)$")
# How the parser begins what it says, and what that is in Chinese after a line and a column.
_FAULTS = (
    ("recursion limit exceeded", "处嵌套层数过多"),
    ("number out of range", "处的数字过长"),
    ("trailing comma", "前有多余的逗号"),
    ("trailing characters", "起是多余的内容，只能有一个JSON对象"),
    ("key must be a string", "处的字段名应加双引号"),
    ("expected `,`", "处缺少逗号或右括号"),
    ("control character", "处的字符串中有换行等控制字符"),
)


def unreadable(text: bytes, said: str) -> str:
    """What is wrong, in Chinese; ``said`` are the words of the parser."""
    return _encoding(text) or _fault(text, said)


def _encoding(text: bytes) -> str | None:
    if text.startswith(codecs.BOM_UTF8):
        return "文件开头有BOM，请去掉"
    # No JSON holds a zero byte; UTF-16 is full of them, and its mark is no UTF-8.
    if b"\0" in text or not _is_utf8(text):
        return "文件不是UTF-8编码，请另存为UTF-8"
    return None if text.strip() else "没有内容，应为一个JSON对象"


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def _fault(text: bytes, said: str) -> str:
    place = _PLACE.search(said)
    if place is None:
        return "不是有效的JSON"
    if said.startswith("EOF"):
        line, column = _line_and_column(text.rstrip())
        return f"不是有效的JSON：第{line}行第{column}列后缺少结尾，内容不完整"
    # The parser counts bytes from 1, 0 being the line break before; a person counts characters.
    line, last = int(place[1]), max(int(place[2]) - 1, 0)
    column = len(text.split(b"\n")[line - 1][:last].decode(errors="ignore")) + 1
    fault = next((words for start, words in _FAULTS if said.startswith(start)), "处有错误")
    return f"不是有效的JSON：第{line}行第{column}列{fault}"


def _line_and_column(text: bytes) -> tuple[int, int]:
    lines = text.decode().split("\n")
    return len(lines), len(lines[-1])
