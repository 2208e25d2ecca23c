"""The form on which a unit's readings are chosen: a question, its answers, and why it is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.forms import BoundField

from accounts.forms.administration import ManageForm
from accounts.models import Organisation
from accounts.services.readings import readings_for
from rules.law import N221
from rules.readings import Reading

# The parts of 国科发监〔2022〕221号 by the article each begins with.
PARTS = {1: "总则和职责", 11: "举报和受理", 16: "调查", 26: "处理", 41: "申诉复查", 44: "其他"}
OTHER_TEXTS = "汇交、移出和其他"


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one part of the procedure."""

    title: str
    anchor: str
    fields: tuple[BoundField, ...]


class ReadingsForm(ManageForm):
    """One question a reading, the default first; never shown as law."""

    def __init__(self, *args: Any, subject: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of: dict[str, Reading] = {}
        for reading in sorted(readings_for(subject), key=_place):
            self.of[reading.name] = reading
            self.fields[reading.name] = _question(reading)
            self.initial.setdefault(
                reading.name, subject.readings.get(reading.name, reading.default)
            )

    @property
    def groups(self) -> Iterator[Group]:
        """The questions by the part of the procedure they belong to, in the order of the law."""
        for title, fields in groupby(
            self.visible_fields(), key=lambda one: _part(self.of[one.name])
        ):
            yield Group(title, f"part-{title}", tuple(fields))

    def chosen(self) -> dict[str, str]:
        """Each reading on the page with the answer given."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


def _place(reading: Reading) -> tuple[bool, int]:
    """Where its first words stand; the province's own texts after the national one."""
    source = reading.sources[0]
    return source.instrument != N221, source.article or 0


def _part(reading: Reading) -> str:
    other, article = _place(reading)
    return OTHER_TEXTS if other else PARTS[max(first for first in PARTS if first <= article)]


def _question(reading: Reading) -> forms.ChoiceField:
    answers = [
        (value, f"{words}（默认）" if value == reading.default else words)
        for value, words in reading.alternatives.items()
    ]
    return forms.ChoiceField(
        label=reading.question,
        choices=answers,
        widget=forms.RadioSelect,
        help_text=f"这是解读，不是条文。{reading.reason}。",
    )
