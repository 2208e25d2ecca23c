"""manage.py load_demo: the demonstration data, on an empty database only, never in production."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from fixtures.demo import onward, published, stories, units


class Command(BaseCommand):
    help = "Loads the demonstration data into an empty database (refused when DEBUG is off)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("演示数据只能在DEBUG打开时载入。Demonstration data needs DEBUG.")
        if User.objects.exists():
            raise CommandError("数据库里已有数据，没有载入。The database is not empty.")
        users = units.make()
        told = stories.Stories(users)
        stories.tell(told)
        onward.filings(told)
        onward.appeals(told)
        kept = published.load(users)
        self.stdout.write(f"演示数据已载入，共{told.count}件经办案件，{kept}件公开案例。")
        self.stdout.write(f"口令都是 {units.PASSWORD}，账号：{'、'.join(users)}")
