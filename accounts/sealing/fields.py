"""The model field for sealed text: plain text never reaches a row, a log or a repr."""

from typing import Any

from django.db import models

from accounts.sealing.box import Sealed, seal


class SealedTextField(models.TextField[Any, Any]):
    """Holds ``Sealed``; a plain string assigned to it is sealed when it is saved."""

    def from_db_value(self, value: str | None, *_: Any) -> Sealed:
        return Sealed(value or "")

    def to_python(self, value: Any) -> Sealed:
        if isinstance(value, Sealed):
            return value
        return seal(value) if value else Sealed("")

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        # Sealed once, so that what the row holds is what an event's digest saw.
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> str:
        return self.to_python(value).token

    def value_to_string(self, obj: models.Model) -> str:
        return self.to_python(self.value_from_object(obj)).token
