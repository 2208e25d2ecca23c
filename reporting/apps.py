"""The reporting app: what goes up to the province and the nation."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "reporting"
    verbose_name = "汇交"
    default_auto_field = "django.db.models.BigAutoField"
