"""Addresses of appeals, mounted below /appeals/."""

from appeals.views.moves import move_urls
from appeals.views.pages import page_urls

urlpatterns = [*page_urls, *move_urls]
