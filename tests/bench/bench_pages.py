"""Pages as people get them: the real server, a signed-in officer, ten thousand cases."""

import base64
import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import httpx
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from accounts.models import Membership, Organisation, OrganisationKind, User
from accounts.roles import Role
from cases.models import Case, CaseState, Deadline
from misconduct.env import BASE_DIR
from misconduct.ops.processes import web_command
from rules.law import N221, S84
from tests.bench.rows import Row, rate
from tests.support.people import PASSWORD
from tests.support.ports import answers, free_port
from tests.support.processes import Process

CASES = 10_000
AT_ONCE = 4
NEWEST = date(2026, 11, 1)
PAGES = {
    "case list": "/cases/",
    "case list, page 200": "/cases/?page=200",
    "case list, one state": "/cases/?state=investigating",
    "case list, by due date": "/cases/?sort=due",
    "case list, search": "/cases/?q=案例99",
}


def rows() -> Iterator[Row]:
    """Requests a second of each page, several at once."""
    make_cases()
    port = free_port()
    web = Process("web", web_command(sys.executable, "127.0.0.1", port), production())
    try:
        web.wait_until(lambda: answers(port))
        cookies = signed_in(f"http://127.0.0.1:{port}")
        for name, address in PAGES.items():
            figure = requests_a_second(f"http://127.0.0.1:{port}{address}", cookies)
            note = f"{CASES} cases, {AT_ONCE} at once, SQLite"
            yield Row(name, figure, "requests/s", note)
    finally:
        web.stop()


def make_cases() -> None:
    """One unit with an officer and its cases in every state, the open ones with a clock."""
    unit = Organisation.objects.create(
        name="示例大学",
        prefix="示大科诚",
        kind=OrganisationKind.UNIVERSITY,
        credit_code="12370000495570303U",
    )
    officer = User.objects.create(
        username="officer",
        name="李慎",
        password=PBKDF2PasswordHasher().encode(PASSWORD, "salt-of-the-bench"),
    )
    Membership.objects.create(
        user=officer, organisation=unit, role=Role.OFFICER, since=date(2020, 1, 1)
    )
    states = [state.value for state in CaseState]
    Case.objects.bulk_create(
        [
            Case(
                number=f"示大科诚案〔2026〕{n}号",
                organisation=unit,
                title=f"案例{n}：项目申报书内容抄袭",
                domain="natural",
                accepted_on=NEWEST - timedelta(days=n % 1500),
                officer=officer,
                instruments=[N221, S84],
                law_on=date(2026, 1, 5),
                law_reason="当日有效",
                state=states[n % len(states)],
            )
            for n in range(CASES)
        ],
        batch_size=500,
    )
    Deadline.objects.bulk_create([clock_of(case) for case in Case.objects.all()], batch_size=500)


def clock_of(case: Case) -> Deadline:
    """The clock of the investigation; a closed case's has stopped."""
    return Deadline(
        rule="investigation",
        subject_kind="cases.case",
        subject_id=case.pk,
        chain=case.chain,
        unit_id=case.organisation_id,
        what="完成调查处理",
        article="第二十五条",
        start=case.accepted_on,
        due=case.accepted_on + timedelta(days=183),
        done=NEWEST if case.state == CaseState.CLOSED else None,
    )


def production() -> dict[str, str]:
    """The environment of a server as an office runs it, on this run's database."""
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    environment = {
        "DJANGO_SETTINGS_MODULE": "misconduct.settings",
        "DATABASE_URL": f"sqlite:///{settings.DATABASES['default']['NAME']}",
        "DEBUG": "false",
        "DEMO": "false",
        "HTTPS": "false",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "SEALING_KEYS": json.dumps({"bench": key}),
        "SEALING_CURRENT": "bench",
        "BLIND_INDEX_KEY": key,
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(collect, cwd=BASE_DIR, env={**os.environ, **environment}, check=True)
    return environment


def signed_in(url: str) -> httpx.Cookies:
    """The cookies of the officer after the sign-in form."""
    with httpx.Client(base_url=url, follow_redirects=True) as browser:
        browser.get("/accounts/login/")
        form = {
            "login": "officer",
            "password": PASSWORD,
            "csrfmiddlewaretoken": browser.cookies["csrftoken"],
        }
        browser.post("/accounts/login/", data=form, headers={"Referer": url})
        if "sessionid" not in browser.cookies:
            raise RuntimeError("the officer could not sign in")
        return browser.cookies


def requests_a_second(address: str, cookies: httpx.Cookies) -> float:
    """Whole pages a second, ``AT_ONCE`` clients asking; refuses a page that is not the list."""
    with (
        httpx.Client(cookies=cookies, timeout=30) as client,
        ThreadPoolExecutor(AT_ONCE) as clients,
    ):

        def ask(_: int) -> None:
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address}: {answer.status_code}")

        ask(0)
        return rate(lambda: list(clients.map(ask, range(AT_ONCE))), at_once=AT_ONCE, seconds=3)
