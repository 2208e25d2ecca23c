"""Addresses of the stand-in."""

from django.urls import path

from reporting.national.stub.api import api, home

urlpatterns = [path("", home), path("", api.urls)]
