"""manage.py first_administrator: the first organisation and its system administrator."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import Level, OrganisationKind
from accounts.refusals import Refused
from accounts.services.founding import appoint_first_administrator
from accounts.services.organisations import OrganisationData


class Command(BaseCommand):
    """For a new installation; refused as soon as there is an administrator."""

    help = "登记第一个单位和它的系统管理员，显示一次性密码；已有系统管理员时拒绝。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", required=True)
        parser.add_argument("--name", required=True, help="姓名")
        parser.add_argument("--organisation", required=True, help="单位名称")
        parser.add_argument("--prefix", required=True, help="文号代字")
        parser.add_argument("--credit-code", required=True, help="统一社会信用代码")
        parser.add_argument("--kind", choices=OrganisationKind.values, required=True)
        parser.add_argument("--level", choices=Level.values, default=Level.UNIT.value)
        parser.add_argument("--province", default="山东省")
        parser.add_argument("--office", default="科研诚信办公室", help="承担调查处理职责的机构")

    def handle(self, *args: Any, **options: Any) -> None:
        """CommandError with the reasons when it is refused; nothing is made then."""
        data = OrganisationData(
            name=options["organisation"],
            prefix=options["prefix"],
            kind=options["kind"],
            level=options["level"],
            credit_code=options["credit_code"],
            province=options["province"],
            office=options["office"],
        )
        try:
            issued = appoint_first_administrator(
                username=options["username"], name=options["name"], data=data
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"已登记{data.name}和系统管理员{issued.user.username}。")
        self.stdout.write(f"一次性密码（只显示这一次）：{issued.password}")
        self.stdout.write("登录后须先换成自己的密码。")
