"""The addresses of the pages that show several apps at once; the style page in development only."""

from django.conf import settings
from django.urls import URLPattern, path

from misconduct.pages.styleguide import styleguide
from misconduct.pages.views.deadlines import deadline_page
from misconduct.pages.views.law import instrument, law
from misconduct.pages.views.organisation import switch_organisation

urlpatterns: list[URLPattern] = [
    path("deadlines/<int:pk>/", deadline_page, name="deadline"),
    path("law/", law, name="law"),
    path("law/<str:number>/", instrument, name="instrument"),
    path("organisation/", switch_organisation, name="switch_organisation"),
]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", styleguide, name="styleguide"))
