"""The pages of units and people, as the system administrator and a new colleague use them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts import clock
from accounts.audit.log import position
from accounts.models import Organisation, User
from accounts.roles import Role
from accounts.services.organisations import set_powers
from accounts.services.people import add_user, deactivate_user
from fixtures.demo.units import EDUCATION, HOSPITAL, UNIVERSITY, UNIVERSITY_2, credit_code
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db

NEW = {
    "name": "魏新",
    "username": "wei.xin",
    "role": "officer",
    "since": "2026-03-02",
}


@pytest.fixture
def admin(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.user("sysadmin"))
    return client


def registered(unit: Organisation, **changes: object) -> dict[str, object]:
    """What the form of this unit sends when nothing is changed."""
    names = ("name", "prefix", "kind", "level", "credit_code", "province", "office", "address")
    sent = {name: getattr(unit, name) for name in (*names, "telephone", "reply_working_days")}
    sent["superior_id"] = unit.superior_id or ""
    return {**sent, **changes}


def errors(response) -> str:
    """The summary at the top of a refused form."""
    assert response.status_code == 422
    return response.content.decode().partition('class="cw-wrong"')[2].partition("</div>")[0]


def test_the_first_page_of_the_administrator_is_the_tree(admin: Client) -> None:
    response = admin.get("/", follow=True)
    assert response.redirect_chain == [(reverse("people"), 302)]
    shown = response.content.decode()
    assert shown.index(EDUCATION) < shown.index(UNIVERSITY) < shown.index(UNIVERSITY_2)
    assert "搜索案件" not in shown and "我的工作" not in shown


def test_a_unit_is_registered_on_the_form(admin: Client, cast: Cast) -> None:
    sent = registered(
        cast.unit(HOSPITAL),
        name="示例海洋研究所",
        prefix="示海科诚",
        kind="institute",
        credit_code=credit_code("1237000000000021"),
    )
    response = admin.post(reverse("organisation_add"), sent, follow=True)
    assert "已登记单位。" in response.content.decode()
    assert Organisation.objects.get(prefix="示海科诚").superior == cast.unit(HOSPITAL).superior


def test_a_refused_form_says_all_that_is_wrong_and_keeps_what_was_typed(
    admin: Client, cast: Cast
) -> None:
    unit = cast.unit(UNIVERSITY)
    sent = registered(unit, name=UNIVERSITY_2, credit_code="123", superior_id=unit.pk)
    response = admin.post(reverse("organisation_edit", kwargs={"pk": unit.pk}), sent)
    assert "superior_id" in errors(response)
    sent["superior_id"] = cast.unit(EDUCATION).pk
    response = admin.post(reverse("organisation_edit", kwargs={"pk": unit.pk}), sent)
    said = errors(response)
    assert "有2处要改" in said and "已经登记了同名的单位" in said and "应为18位" in said
    assert 'value="123"' in response.content.decode()


def test_powers_are_written_beside_the_words_of_their_measures(admin: Client, cast: Cast) -> None:
    unit = cast.unit(HOSPITAL)
    url = reverse("organisation_powers", kwargs={"pk": unit.pk})
    shown = admin.get(url).content.decode()
    assert "（十三）记入科研诚信严重失信行为数据库" in shown and "第二十六条" in shown
    admin.post(url, {"basis_1": "本院章程", "basis_13": "鲁科字〔2024〕84号"})
    assert [power.measure for power in unit.powers.all()] == [1, 13]
    page = admin.get(reverse("organisation", kwargs={"pk": unit.pk})).content.decode()
    assert "登记处理权限：第1、13项" in page and "鲁科字〔2024〕84号" in page


def test_whoever_was_overtaken_sees_by_what_and_may_send_again(admin: Client, cast: Cast) -> None:
    unit = cast.unit(UNIVERSITY)
    url = reverse("organisation_edit", kwargs={"pk": unit.pk})
    sent = registered(unit, telephone="0531-1", seen=position(unit.chain))
    set_powers(actor=cast.actor("sysadmin"), organisation_id=unit.pk, powers={1: "章程"})
    response = admin.post(url, sent)
    shown = response.content.decode()
    assert response.status_code == 409
    assert "没有保存：刚刚有别人改过" in shown and "登记处理权限，曹维" in shown
    assert "0531-1" in shown
    again = {**sent, "seen": position(unit.chain)}
    assert f'name="seen" value="{again["seen"]}"' in shown
    assert admin.post(url, again).status_code == 302


def test_a_new_account_shows_its_password_once_and_nowhere_again(admin: Client, cast: Cast) -> None:
    sent = {**NEW, "organisation_id": cast.unit(HOSPITAL).pk}
    response = admin.post(reverse("user_add"), sent)
    assert response.status_code == 200 and "no-store" in response.headers["Cache-Control"]
    shown = response.content.decode()
    password = shown.rpartition("<code>")[2].partition("</code>")[0]
    user = User.objects.get(username="wei.xin")
    assert user.check_password(password)
    for name in ("user", "user_password"):
        assert password not in admin.get(reverse(name, kwargs={"pk": user.pk})).content.decode()
    assert password not in admin.get(reverse("user_list")).content.decode()


def test_a_refused_account_names_the_field(admin: Client, cast: Cast) -> None:
    sent = {**NEW, "username": "officer", "organisation_id": cast.unit(HOSPITAL).pk}
    response = admin.post(reverse("user_add"), sent)
    assert '<a href="#id_username">这个用户名已有人在用。</a>' in errors(response)


@pytest.fixture
def newcomer(cast: Cast) -> tuple[Client, str]:
    """A colleague with a one-time password, in a browser, and the password."""
    issued = add_user(
        actor=cast.actor("sysadmin"),
        username="wei.xin",
        name="魏新",
        organisation_id=cast.unit(HOSPITAL).pk,
        role=Role.OFFICER.value,
        since=clock.today(),
    )
    client = Client()
    sent = {"login": "wei.xin", "password": issued.password}
    assert client.post(reverse("account_login"), sent).status_code == 302
    return client, issued.password


@pytest.mark.parametrize("url", ["/", "/work/", "/cases/", "/law/", "/accounts/2fa/"])
def test_a_one_time_password_opens_nothing_but_the_choice_of_ones_own(
    newcomer: tuple[Client, str], url: str
) -> None:
    response = newcomer[0].get(url)
    assert (response.status_code, response.headers["Location"]) == (
        302,
        reverse("account_change_password"),
    )


def test_with_ones_own_password_the_way_is_open(newcomer: tuple[Client, str]) -> None:
    client, given = newcomer
    url = reverse("account_change_password")
    assert "您用的是一次性密码" in client.get(url).content.decode()
    own = "Ziji-xuan-2026"
    sent = {"oldpassword": given, "password1": own, "password2": own}
    response = client.post(url, sent, follow=True)
    assert response.redirect_chain[-1][0] == reverse("my_work")
    assert not User.objects.get(username="wei.xin").must_change_password


def test_a_closed_account_ends_the_session_that_is_open(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.user("officer"))
    assert client.get("/work/").status_code == 200
    deactivate_user(actor=cast.actor("sysadmin"), user_id=cast.user("officer").pk)
    assert client.get("/work/").headers["Location"].startswith("/accounts/login/")


def test_roles_are_given_and_ended(admin: Client, cast: Cast) -> None:
    user, unit = cast.user("expert1"), cast.unit(UNIVERSITY_2)
    add = reverse("membership_add", kwargs={"pk": user.pk})
    sent = {"organisation_id": unit.pk, "role": "reviewer", "since": "2026-03-02"}
    assert admin.post(add, sent).status_code == 302
    given = user.memberships.get(organisation=unit)
    end = reverse("membership_end", kwargs={"pk": user.pk, "membership": given.pk})
    assert "示范理工大学，复查人员" in admin.get(end).content.decode()
    admin.post(end, {"until": clock.today() - timedelta(days=1)})
    given.refresh_from_db()
    assert given.until == clock.today() - timedelta(days=1)
    shown = admin.get(reverse("user", kwargs={"pk": user.pk})).content.decode()
    assert "结束角色：示范理工大学，复查人员" in shown


def test_ones_own_page_says_who_gives_roles(admin: Client, cast: Cast) -> None:
    url = reverse("user", kwargs={"pk": cast.user("sysadmin").pk})
    shown = admin.get(url).content.decode()
    assert "不能给自己增加角色，请另一位系统管理员办理" in shown
    assert "停用账号" not in shown


@pytest.mark.parametrize(
    ("name", "done"),
    [("user_deactivate", "已停用账号。"), ("user_rename", "已修改姓名。")],
)
def test_an_account_is_closed_or_renamed_with_a_word(
    admin: Client, cast: Cast, name: str, done: str
) -> None:
    url = reverse(name, kwargs={"pk": cast.user("head2").pk})
    response = admin.post(url, {"name": "许立德德"}, follow=True)
    assert done in response.content.decode()


def test_the_list_keeps_its_filters_in_the_address(admin: Client) -> None:
    shown = admin.get(reverse("user_list"), {"role": "expert", "q": "孙"}).content.decode()
    assert "expert1" in shown and "expert2" not in shown
    assert "清除筛选" in shown and 'value="孙"' in shown
    assert "没有符合条件的用户" in admin.get("/administration/users/?q=无此人").content.decode()
