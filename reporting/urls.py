"""Addresses of filings, mounted below /filing/."""

from reporting.views.moves import move_urls
from reporting.views.pages import page_urls

urlpatterns = [*page_urls, *move_urls]
