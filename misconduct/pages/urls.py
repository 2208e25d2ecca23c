"""The addresses of the pages that show several apps at once; the style page in development only."""

from django.conf import settings
from django.urls import URLPattern, path

from misconduct.pages.styleguide import styleguide
from misconduct.pages.views.cases import case, case_record, cases
from misconduct.pages.views.deadlines import deadline_page
from misconduct.pages.views.law import instrument, law
from misconduct.pages.views.organisation import switch_organisation
from misconduct.pages.views.work import home, my_work

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("work/", my_work, name="my_work"),
    path("cases/", cases, name="case_list"),
    path("search/", cases, name="search"),
    path("cases/<int:pk>/", case, name="case"),
    path("cases/<int:pk>/record/", case_record, name="case_record"),
    path("deadlines/<int:pk>/", deadline_page, name="deadline"),
    path("law/", law, name="law"),
    path("law/<str:number>/", instrument, name="instrument"),
    path("organisation/", switch_organisation, name="switch_organisation"),
]
if settings.DEBUG:
    urlpatterns.append(path("styleguide/", styleguide, name="styleguide"))
