"""The addresses of the pages that show several apps at once; the style page in development only."""

from django.conf import settings
from django.urls import URLPattern, path

from misconduct.pages.styleguide import styleguide

urlpatterns: list[URLPattern] = []
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", styleguide, name="styleguide"))
