"""The form on which a unit's readings are chosen: a question, its answers, and why it is open."""

from typing import Any

from django import forms

from accounts.forms.administration import ManageForm
from accounts.models import Organisation
from accounts.services.readings import readings_for
from rules.readings import Reading


class ReadingsForm(ManageForm):
    """One question a reading, the default first; never shown as law."""

    def __init__(self, *args: Any, subject: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for reading in readings_for(subject):
            self.fields[reading.name] = _question(reading)
            self.initial.setdefault(
                reading.name, subject.readings.get(reading.name, reading.default)
            )

    def chosen(self) -> dict[str, str]:
        """Each reading on the page with the answer given."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


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
