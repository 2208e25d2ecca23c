"""The accounts app: who people are, what they may see, and the record of what they did."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate

from accounts.audit import triggers


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "单位与人员"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # A migration may rebuild a table and drop its triggers silently (SQLite does).
        post_migrate.connect(triggers.after_migrate, sender=self)
        register(triggers.check_present, Tags.database)
