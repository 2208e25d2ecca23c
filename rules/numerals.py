"""Chinese figures of 1 to 99, in which the texts count their articles, items and lists."""

_DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A number of 1 to 99 in Chinese figures, as the texts count articles and items."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else _DIGITS[tens] + "十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def number(words: str) -> int:
    """The value of Chinese figures of 1 to 99."""
    head, ten, tail = words.partition("十")
    if not ten:
        return _DIGITS.index(words)
    return (_DIGITS.index(head) if head else 1) * 10 + (_DIGITS.index(tail) if tail else 0)
