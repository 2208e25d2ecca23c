"""Django settings; what differs between installations comes from ``misconduct.env``."""

import django_stubs_ext
from csp.constants import NONE, SELF

from misconduct.env import BASE_DIR, ENV
from misconduct.logs import configuration

# Lets generic fields and managers be written as they are typed.
django_stubs_ext.monkeypatch()

DEBUG = bool(ENV.debug)
DEMO = bool(ENV.demo)
SECRET_KEY = ENV.keys.secret_key
SEALING_KEYS = ENV.keys.sealing_keys
SEALING_CURRENT = ENV.keys.sealing_current
BLIND_INDEX_KEY = ENV.keys.blind_index_key
ALLOWED_HOSTS = ENV.hosts
CSRF_TRUSTED_ORIGINS = ENV.origins

INSTALLED_APPS = [
    "misconduct.pages",
    "misconduct",
    "reporting",
    "appeals",
    "cases",
    "accounts",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_fsm",
    "django_htmx",
    "ninja",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.ActorMiddleware",
    "misconduct.missing.MissingPageMiddleware",
    # Every path leads strangers to the sign-in page unless its view says it is public.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "accounts.middleware.OwnPasswordMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "misconduct.urls"
WSGI_APPLICATION = "misconduct.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "misconduct.pages.context_processors.shell",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    }
]
FORM_RENDERER = "misconduct.pages.renderers.OfficeRenderer"

# A transaction for every page would take SQLite's write lock; services open their own.
DATABASES = {"default": {**ENV.database(), "ATOMIC_REQUESTS": False}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(ENV.https)
SESSION_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if ENV.https else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.https else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Rate limits of the sign-in page count across processes, so the cache must be shared by them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": ENV.redis_url,
    }
    if ENV.redis_url
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": ENV.var_dir / "cache",
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_ADAPTER = "misconduct.adapter.ClosedAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_SESSION_REMEMBER = False
# The demonstration is tried without a second device at hand.
MFA_SUPPORTED_TYPES = [] if DEMO else ["totp", "recovery_codes", "webauthn"]
MFA_FORMS = {
    "authenticate": "accounts.forms.second_step.CodeForm",
    "activate_totp": "accounts.forms.second_step.FirstCodeForm",
    "add_webauthn": "accounts.forms.second_step.AddKeyForm",
    "edit_webauthn": "accounts.forms.second_step.RenameKeyForm",
}
MFA_TOTP_ISSUER = "科研失信案件办理平台"

# A user name alone would let a stranger lock an officer out; an address alone would lock a campus.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_CLIENT_IP_CALLABLE = "misconduct.adapter.client_address"
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.trusted_proxies
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = ENV.language
TIME_ZONE = ENV.time_zone
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENV.var_dir / "static"
WHITENOISE_USE_FINDERS = DEBUG
MEDIA_ROOT = ENV.media_root or ENV.var_dir / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600

ANCHOR_DIR = ENV.anchor_dir or ENV.var_dir / "anchors"
FONT_DIR = ENV.font_dir
NATIONAL_SYSTEM_URL = ENV.national_system_url
NATIONAL_SYSTEM_TIMEOUT = ENV.national_system_timeout

VAR_DIR = ENV.var_dir
REDIS_URL = ENV.redis_url
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = configuration(level=ENV.log_level, detail=DEBUG)
