"""Users, their memberships, and the standing confidentiality agreement (Art 44)."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from accounts.models.organisations import Organisation
from accounts.roles import Role


class User(AbstractUser):
    """A person who signs in by user name; what they may do comes from memberships alone."""

    # With the memberships, so that a role given behind the application's back is noticed.
    audit_fields = ("username", "name", "is_active", "memberships")

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField("姓名", max_length=60)
    # The password was given by the administrator; its owner replaces it before anything else.
    must_change_password = models.BooleanField("须先换密码", default=False)

    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "用户"

    def __str__(self) -> str:
        return self.name

    @property
    def chain(self) -> str:
        """The chain the events of the account and its roles are written to."""
        return f"user:{self.pk}"

    def get_full_name(self) -> str:
        """The name as written in Chinese, family name first."""
        return self.name


class Membership(models.Model):
    """A role a user has in an organisation, from one day to its last day, ``until``."""

    audit_fields = ("organisation", "role", "since", "until")

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.CharField("角色", max_length=30, choices=Role.choices)
    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=models.Q(until__isnull=True),
                name="membership_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.organisation} {self.get_role_display()}"


class ConfidentialityAgreement(models.Model):
    """The standing 保密协议 a person signs on joining an organisation's office (Art 44)."""

    audit_fields = ("user", "organisation", "text")

    user = models.ForeignKey(User, models.PROTECT, related_name="agreements")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="agreements")
    signed_at = models.DateTimeField("签署时间")
    text = models.TextField("协议文本")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation"], name="agreement_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.organisation}"
