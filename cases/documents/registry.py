"""The kinds of letters there are; each app registers its own from its ``documents`` module."""

from dataclasses import dataclass

from cases.documents.contexts import Letter


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter: its Chinese title, what it says, how it is laid out, how it is numbered.

    ``series`` follows the organisation's prefix in the number: 示大科诚 + 决 + 〔2026〕14号.
    """

    name: str
    title_zh: str
    context: type[Letter]
    template: str
    series: str


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make a kind known. Raises ValueError when its name is taken by another."""
    if _kinds.setdefault(kind.name, kind) != kind:
        raise ValueError(f"a document kind named {kind.name!r} is registered already")
    return kind


def get(name: str) -> Kind:
    """The kind of this name. Raises LookupError for an unknown one."""
    try:
        return _kinds[name]
    except KeyError:
        raise LookupError(f"no document kind named {name!r}") from None


def kinds() -> tuple[Kind, ...]:
    """Every registered kind, in the order of registration."""
    return tuple(_kinds.values())
