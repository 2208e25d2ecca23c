"""Complaints, cases, respondents, decisions and their procedure."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = "案件"
