"""Pages about people: the accounts, one account, its password and its roles."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from accounts import clock
from accounts.forms.administration import ConfirmForm
from accounts.forms.people import EndForm, NameForm, RoleForm, UserForm
from accounts.models import Organisation, User
from accounts.roles import Role
from accounts.selectors.administration import UserFilters, memberships, record_of, users
from accounts.services.memberships import add_membership, end_membership
from accounts.services.people import (
    Issued,
    add_user,
    deactivate_user,
    reactivate_user,
    rename_user,
    reset_password,
)
from accounts.views.guard import guarded
from accounts.views.manage import Page, actor_of, answer, sent_data
from accounts.views.organisations import top

A_PAGE = 50


def load_user(pk: int, **_: Any) -> User | None:
    """The account of an address, None when there is none."""
    return User.objects.filter(pk=pk).first()


@guarded("administration.manage")
def user_list(request: HttpRequest) -> HttpResponse:
    """The accounts with the roles in force; filters stay in the address."""
    filters = UserFilters.of(request.GET.dict())
    page = Paginator(users(filters), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "filters": filters,
        "organisations": Organisation.objects.values_list("pk", "name"),
        "roles": Role.choices,
        "top": top(),
    }
    return render(request, "accounts/user_list.html", context)


@never_cache
@guarded("administration.manage")
def user_add(request: HttpRequest) -> HttpResponse:
    """Open an account; its one-time password is shown once."""
    crumbs = (top(), (reverse("user_list"), "用户"))
    page = Page("增加用户", "增加用户", "", reverse("user_list"), crumbs)
    asked = request.GET.get("organisation", "")
    form = UserForm(sent_data(request), initial={"organisation_id": asked})

    def act(sent: Any) -> Issued:
        values = {name: value for name, value in sent.cleaned_data.items() if name != "seen"}
        return add_user(actor=actor_of(request), **values)

    return answer(request, page, form, act, onward=lambda issued: _once(request, issued))


@guarded("administration.manage", load=load_user)
def user(request: HttpRequest, subject: User) -> HttpResponse:
    """One account: its roles, and what was done with it."""
    context = {
        "person": subject,
        "memberships": list(memberships(subject)),
        "own": subject.pk == actor_of(request).user_id,
        "record": record_of(subject),
        "today": clock.today(),
        "top": top(),
    }
    return render(request, "accounts/user.html", context)


@guarded("administration.manage", load=load_user)
def user_rename(request: HttpRequest, subject: User) -> HttpResponse:
    """Correct the name."""
    page = _page(subject, "修改姓名", "保存姓名", "已修改姓名。")
    form = NameForm(sent_data(request), initial={"name": subject.name})
    return answer(
        request,
        page,
        form,
        lambda sent: rename_user(actor=actor_of(request), user_id=subject.pk, **sent.cleaned_data),
        subject,
    )


@guarded("administration.manage", load=load_user)
def user_deactivate(request: HttpRequest, subject: User) -> HttpResponse:
    """Close the account."""
    intro = "停用后立即不能登录，正在使用的也会退出；办过的事和记录不变。"
    page = _page(subject, "停用账号", "停用账号", "已停用账号。", intro)
    return answer(
        request,
        page,
        ConfirmForm(sent_data(request)),
        lambda sent: deactivate_user(
            actor=actor_of(request), user_id=subject.pk, **sent.cleaned_data
        ),
        subject,
    )


@guarded("administration.manage", load=load_user)
def user_reactivate(request: HttpRequest, subject: User) -> HttpResponse:
    """Open a closed account again."""
    intro = "恢复后可以用原来的密码登录，没有结束的角色随之恢复。"
    page = _page(subject, "恢复账号", "恢复账号", "已恢复账号。", intro)
    return answer(
        request,
        page,
        ConfirmForm(sent_data(request)),
        lambda sent: reactivate_user(
            actor=actor_of(request), user_id=subject.pk, **sent.cleaned_data
        ),
        subject,
    )


@never_cache
@guarded("administration.manage", load=load_user)
def user_password(request: HttpRequest, subject: User) -> HttpResponse:
    """Give a new one-time password, shown once."""
    intro = "原密码立即失效，正在使用的会退出。本人用一次性密码登录后，须先换成自己的密码。"
    page = _page(subject, "重设密码", "重设密码", "", intro)
    return answer(
        request,
        page,
        ConfirmForm(sent_data(request)),
        lambda sent: reset_password(
            actor=actor_of(request), user_id=subject.pk, **sent.cleaned_data
        ),
        subject,
        onward=lambda issued: _once(request, issued),
    )


@guarded("administration.manage", load=load_user)
def membership_add(request: HttpRequest, subject: User) -> HttpResponse:
    """Give a role."""
    page = _page(subject, "增加角色", "增加角色", "已增加角色。")
    form = RoleForm(sent_data(request))
    return answer(
        request,
        page,
        form,
        lambda sent: add_membership(
            actor=actor_of(request), user_id=subject.pk, **sent.cleaned_data
        ),
        subject,
    )


@guarded("administration.manage", load=load_user)
def membership_end(request: HttpRequest, subject: User) -> HttpResponse:
    """End a role with a day."""
    assert request.resolver_match is not None
    pk = request.resolver_match.kwargs["membership"]
    membership = memberships(subject).filter(pk=pk).first()
    if membership is None:
        raise Http404
    intro = f"{membership.organisation.name}，{membership.get_role_display()}。"
    page = _page(subject, "结束角色", "结束角色", "已结束角色。", intro)
    return answer(
        request,
        page,
        EndForm(sent_data(request)),
        lambda sent: end_membership(
            actor=actor_of(request),
            user_id=subject.pk,
            membership_id=membership.pk,
            **sent.cleaned_data,
        ),
        subject,
    )


def _page(subject: User, title: str, button: str, done: str, intro: str = "") -> Page:
    url = reverse("user", kwargs={"pk": subject.pk})
    crumbs = (top(), (reverse("user_list"), "用户"), (url, subject.name))
    return Page(title, button, done, url, crumbs, intro)


def _once(request: HttpRequest, issued: Issued) -> HttpResponse:
    # Not a redirect: the password would have to wait in the session, and a reload would show it.
    return render(request, "accounts/password_once.html", {"issued": issued, "top": top()})
