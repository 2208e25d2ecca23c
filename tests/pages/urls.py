"""The platform's addresses with the style page, which production does not have."""

from django.urls import path

from misconduct.pages.styleguide import styleguide
from misconduct.pages.views.organisation import switch_organisation
from misconduct.urls import urlpatterns as platform

urlpatterns = [
    *platform,
    path("styleguide/", styleguide, name="styleguide"),
    path("styleguide/work/", styleguide, name="my_work"),
    path("styleguide/organisation/", switch_organisation, name="switch_organisation"),
]
