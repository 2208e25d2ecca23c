"""What goes up to the province and the nation, and figures."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "reporting"
    verbose_name = "汇交与统计"
