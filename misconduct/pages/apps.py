"""The pages app: what every page is made of, and the pages that show several apps at once."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "misconduct.pages"
    label = "pages"
    verbose_name = "页面"
