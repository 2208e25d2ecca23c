"""The project as an app: its commands and the heartbeat of the worker."""

from django.apps import AppConfig


class MisconductConfig(AppConfig):
    name = "misconduct"
    verbose_name = "平台"
