"""How a form field is drawn: its control, what describes it, and its problems in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseForm, BoundField, widgets

from misconduct.pages.facts import Finding


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the words, where it is, and the finding when the law refused."""

    message: str
    target: str
    finding: Finding | None = None


def problems(form: BaseForm) -> list[Problem]:
    """Everything to mend: first what concerns the whole form, then the fields in their order."""
    if not form.is_bound:
        return []
    found = list(_of(form, NON_FIELD_ERRORS, ""))
    for bound in form:
        found.extend(_of(form, bound.name, _target(bound)))
    return found


def describe(bound: BoundField) -> dict[str, Any]:
    """The context of a field: control with its class and aria attributes, help and error ids."""
    widget = bound.field.widget
    group = isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple)
    single = isinstance(widget, widgets.CheckboxInput)
    name = bound.auto_id or bound.html_name
    ids = [f"{name}_help"] if bound.help_text else []
    if bound.errors:
        ids.append(f"{name}_error")
    attrs: dict[str, Any] = {"class": _look(widget)}
    if widget.attrs.get("placeholder") == bound.label:
        # The label stands above; repeated in grey inside the field it looks filled in.
        attrs["placeholder"] = ""
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if ids and not group:
        attrs["aria-describedby"] = " ".join(ids)
    return {
        "bound": bound,
        "name": name,
        "control": bound.as_widget(attrs=attrs),
        "kind": "group" if group else "single" if single else "line",
        "described": " ".join(ids),
        "optional": not _demanded(bound) and not single,
    }


def _demanded(bound: BoundField) -> bool:
    # The law may demand what the form leaves to the service to refuse, with the article.
    return bool(bound.field.required or getattr(bound.field, "demanded", False))


def _look(widget: widgets.Widget) -> str:
    given = widget.attrs.get("class", "")
    if isinstance(widget, widgets.ChoiceWidget | widgets.CheckboxInput):
        boxes = widgets.RadioSelect | widgets.CheckboxSelectMultiple | widgets.CheckboxInput
        look = "form-check-input" if isinstance(widget, boxes) else "form-select"
    else:
        look = "form-control"
    return f"{look} {given}".strip()


def _target(bound: BoundField) -> str:
    # A group has no control of its own name; its first choice takes the focus.
    widget = bound.field.widget
    if isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or str(bound.auto_id)


def _of(form: BaseForm, name: str, target: str) -> Iterator[Problem]:
    for error in form.errors.as_data().get(name, []):
        finding = getattr(error, "finding", None)
        for message in error.messages:
            yield Problem(message, target, finding)
