"""The platform's addresses with the style page, which production does not have."""

from django.urls import path

from misconduct.pages.styleguide import styleguide
from misconduct.urls import urlpatterns as platform

urlpatterns = [*platform, path("styleguide/", styleguide, name="styleguide")]
