"""The form under every move: what the person has seen, whom it is about, the law it rests on."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from accounts import clock
from accounts.actors import Actor
from accounts.forms.base import OfficeForm
from cases.facts import reads
from cases.models import Case
from rules.outcome import Citation

# The findings about a date entered as ``on``.
DATES = {"in_future": "on", "too_early": "on"}
# The findings about a person who approves what they worked on.
OWN_WORK = {"approver_drafted": "reason", "approver_investigates": "reason"}


class DayInput(forms.DateInput):
    """The browser's own date field, which wants the ISO form."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day somebody enters; today unless the form says otherwise."""

    widget = DayInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("initial", clock.today)
        kwargs.setdefault("error_messages", {}).setdefault(
            "invalid", "日期要写成2026-12-09这样的形式。"
        )
        super().__init__(**kwargs)


class LongText(forms.CharField):
    """Several lines of text."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def own_work_reason() -> LongText:
    """The field for why a person approves what they worked on (reading approver_apart)."""
    return LongText(
        label="由经办人批准的理由",
        rows=3,
        required=False,
        help_text="批准人起草或者参加调查的，必须写明（本单位解读，条文未写明）。",
    )


class Demanded:
    """A text the law demands: sent empty it reaches the service, which refuses with the article."""

    def validate(self, value: object) -> None:
        """Leave the emptiness to the rules; the label still does not call the field optional."""


class LawText(Demanded, LongText):
    """Several lines the law demands."""


class LawLine(Demanded, forms.CharField):
    """One line the law demands."""


class MoveForm(OfficeForm):
    """A form of one move.

    ``scope`` is what the policy was asked about (a case, a complaint), ``subject`` what the move
    changes (often the same). ``citations`` stand above the fields, ``places`` says which field a
    refusing finding belongs to (code to field name). Fill choices and initials in ``prepare``.
    """

    citations: ClassVar[tuple[Citation, ...]] = ()
    places: ClassVar[Mapping[str, str]] = {}

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, scope: Any, subject: Any, **kwargs: Any) -> None:
        self.actor, self.scope, self.subject = actor, scope, subject
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Choices and initial values that depend on the subject."""

    def ask_only_under(self, name: str, value: str, *fields: str) -> None:
        """Leave out fields that only one answer of a reading asks for, where another is kept."""
        if reads(self.case, name) != value:
            for field in fields:
                del self.fields[field]

    @property
    def case(self) -> Case:
        """The case the move belongs to."""
        found: Case = self.scope if isinstance(self.scope, Case) else self.scope.case
        return found

    def demand(self, *names: str) -> None:
        """Fields the law demands although the service, not the form, refuses without them."""
        for name in names:
            self.fields[name].demanded = True  # type: ignore[attr-defined]

    def see(self, position: int) -> None:
        """Carry on from the present end of the chain, whatever was sent."""
        self.initial["seen"] = position
        if self.is_bound:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = str(position)
