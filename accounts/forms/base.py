"""The form every page is built on: Chinese errors, and refusals of the law as form errors."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from rules.outcome import Finding, Outcome


class RefusedByRule(ValidationError):
    """A form error that carries the finding it comes from, so the page can open the article."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message, code=finding.code)
        self.finding = finding


class OfficeForm(forms.Form):
    """A form that says what to do instead of what is wrong, and keeps what was typed.

    ``draft_id``: set it on a long form and its page saves what is typed in the browser, under this
    name and the address, until it is sent.
    """

    draft_id = ""
    required_css_class = "is-required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.notices: tuple[Finding, ...] = ()
        for field in self.fields.values():
            _ask_plainly(field)

    def add_refusal(self, outcome: Outcome, fields: Mapping[str, str] | None = None) -> None:
        """Turn every refusing finding into an error; call it on a form that has been validated.

        ``fields`` maps codes of findings to field names; the rest concern the form as a whole. The
        warnings are kept in ``notices`` and shown below the errors.
        """
        places = fields or {}
        for finding in outcome.errors:
            name = places.get(finding.code)
            self.add_error(name if name in self.fields else None, RefusedByRule(finding))
        self.notices = outcome.warnings


def _ask_plainly(field: forms.Field) -> None:
    # Only Django's own words are replaced; a form may have said it better.
    usual = field.default_error_messages.get(
        "required", forms.Field.default_error_messages["required"]
    )
    if field.label and field.error_messages.get("required") == usual:
        field.error_messages["required"] = _request(field)


def _request(field: forms.Field) -> str:
    if isinstance(field, forms.BooleanField):
        return f"请勾选「{field.label}」"
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return f"请选择{field.label}"
    return f"请添加{field.label}" if isinstance(field, forms.FileField) else f"请填写{field.label}"
