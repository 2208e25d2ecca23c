"""Complaints, cases, respondents, decisions and their procedure."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "案件"

    def ready(self) -> None:
        # Every app registers its kinds of letters in a module or package of this name.
        autodiscover_modules("documents")
        # And what of its own may hold a case open.
        autodiscover_modules("holding")
        # A policy nobody imported would be one nobody declared.
        autodiscover_modules("policies")
