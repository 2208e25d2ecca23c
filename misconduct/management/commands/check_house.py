"""``manage.py check_house``: the rules of this project that no general tool knows."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.urls import get_resolver

from misconduct.ops import doors, house


class Command(BaseCommand):
    """Lengths, inline code, and a declared policy on every view."""

    help = "检查本项目自定的规矩：文件与函数长度、内联代码、每个页面和接口的访问规则。"

    def handle(self, *args: Any, **options: Any) -> None:
        """CommandError with everything found."""
        found = [*house.complaints(), *doors.complaints(get_resolver().url_patterns)]
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("check_house: ok")
