"""Addresses of complaints and cases."""

from django.urls import URLPattern

from cases.views.complaints import complaint_urls
from cases.views.inquiry import inquiry_urls
from cases.views.people import people_urls
from cases.views.urls_decisions import decision_urls

urlpatterns: list[URLPattern] = [
    *complaint_urls,
    *people_urls,
    *inquiry_urls,
    *decision_urls,
]
