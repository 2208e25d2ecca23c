"""The platform's addresses, with the style page production lacks and the two-factor pages the
demonstration lacks."""

from django.urls import include, path

from misconduct.pages.styleguide import styleguide
from misconduct.pages.views.organisation import switch_organisation
from misconduct.urls import urlpatterns as platform

TWO_FACTOR = [
    path("totp/", include("allauth.mfa.totp.urls")),
    path("recovery-codes/", include("allauth.mfa.recovery_codes.urls")),
    path("webauthn/", include("allauth.mfa.webauthn.urls")),
]

urlpatterns = [
    path("styleguide/", styleguide, name="styleguide"),
    path("styleguide/work/", styleguide, name="my_work"),
    path("styleguide/organisation/", switch_organisation, name="switch_organisation"),
    path("accounts/2fa/", include(TWO_FACTOR)),
    *platform,
]
