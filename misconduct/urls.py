"""Every address of the platform; the apps bring their own below."""

from allauth.account import views as account
from django.urls import include, path

from misconduct.health import healthz

# Chosen one by one: sign-up, e-mail and reset by mail have no place where the unit gives accounts.
SIGN_IN = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("2fa/", include("allauth.mfa.urls")),
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include(SIGN_IN)),
    path("administration/", include("accounts.urls")),
    path("", include("misconduct.pages.urls")),
    path("", include("cases.urls")),
    path("appeals/", include("appeals.urls")),
    path("filing/", include("reporting.urls")),
]
