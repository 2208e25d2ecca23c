"""The appeals app: review and re-review."""

from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "appeals"
    verbose_name = "申诉"
    default_auto_field = "django.db.models.BigAutoField"
