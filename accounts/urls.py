"""Addresses of the administration, mounted below /administration/."""

from django.urls import path

from accounts.views import organisations, people

UNIT = "units/<int:pk>/"
USER = "users/<int:pk>/"

urlpatterns = [
    path("", organisations.people, name="people"),
    path("units/add/", organisations.organisation_add, name="organisation_add"),
    path(UNIT, organisations.organisation, name="organisation"),
    path(UNIT + "edit/", organisations.organisation_edit, name="organisation_edit"),
    path(UNIT + "powers/", organisations.organisation_powers, name="organisation_powers"),
    path(UNIT + "rules/", organisations.organisation_rules, name="organisation_rules"),
    path(UNIT + "readings/", organisations.organisation_readings, name="organisation_readings"),
    path(UNIT + "benchmark/", organisations.organisation_benchmark, name="organisation_benchmark"),
    path("users/", people.user_list, name="user_list"),
    path("users/add/", people.user_add, name="user_add"),
    path(USER, people.user, name="user"),
    path(USER + "name/", people.user_rename, name="user_rename"),
    path(USER + "deactivate/", people.user_deactivate, name="user_deactivate"),
    path(USER + "reactivate/", people.user_reactivate, name="user_reactivate"),
    path(USER + "password/", people.user_password, name="user_password"),
    path(USER + "roles/add/", people.membership_add, name="membership_add"),
    path(USER + "roles/<int:membership>/end/", people.membership_end, name="membership_end"),
]
