"""Forms about people: accounts and roles."""

from typing import Any

from django import forms

from accounts import clock
from accounts.forms.administration import DayField, ManageForm
from accounts.models import Organisation
from accounts.roles import Role

ROLE_PLACES = {
    "organisation_unknown": "organisation_id",
    "role_unknown": "role",
    "role_held": "role",
    "role_misplaced": "role",
    "role_alone": "role",
    "role_two_persons": "role",
}


class RoleForm(ManageForm):
    """A role in an organisation from a day on."""

    places = ROLE_PLACES

    organisation_id = forms.TypedChoiceField(label="单位", coerce=int)
    role = forms.ChoiceField(
        label="角色",
        choices=[("", "请选择"), *Role.choices],
        help_text="单位相关负责人批准方案、中止；单位负责人批准延期和处理决定，"
        "由两个人担任；本单位另选解读的，从其解读。",
    )
    since = DayField(label="自哪天起", initial=clock.today)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation_id"]
        field.choices = [("", "请选择"), *Organisation.objects.values_list("pk", "name")]


class UserForm(RoleForm):
    """A new account with its first role."""

    places = {
        **ROLE_PLACES,
        "username_wrong": "username",
        "username_taken": "username",
        "name_missing": "name",
    }
    field_order = ("seen", "name", "username", "organisation_id", "role", "since")

    name = forms.CharField(label="姓名", max_length=60)
    username = forms.CharField(
        label="用户名",
        max_length=30,
        help_text="登录用，以后不能改：3至30位小写字母、数字、点、下划线或连字符。",
    )


class NameForm(ManageForm):
    """Another name for the same person."""

    places = {"name_missing": "name"}

    name = forms.CharField(label="姓名", max_length=60)


class EndForm(ManageForm):
    """The last day of a role."""

    places = {"too_early": "until"}

    until = DayField(
        label="最后一天",
        initial=clock.today,
        help_text="到这天结束为止仍有这个角色；要立即停止，填昨天。",
    )
