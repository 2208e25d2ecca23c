"""The reporting app: what goes up to the province and the nation."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ReportingConfig(AppConfig):
    name = "reporting"
    verbose_name = "汇交"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Its handlers need the models, which are not there yet when this module is read.
        autodiscover_modules("handlers")
