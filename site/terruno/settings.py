"""Settings, read from the environment; with none set, a developer's SQLite machine.

Every variable is described in docs/operator.md.
"""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[2]
env = environ.Env()

DEBUG = env.bool("DEBUG", True)
TERRUNO_VAR = Path(env.str("TERRUNO_VAR", str(ROOT / "var"))).resolve()
"""Where everything that is not code lives: database, index, media, built static files, mail."""
TERRUNO_BASE_URL = env.str("TERRUNO_BASE_URL", f"http://127.0.0.1:{env.int('PORT', 8000)}").rstrip("/")
TERRUNO_MAILBOX = env.bool("TERRUNO_MAILBOX", DEBUG)
"""Whether /correo/ shows the mail that was written to files instead of being sent."""
TERRUNO_LEASE_SECONDS = env.int("TERRUNO_LEASE_SECONDS", 60)
TERRUNO_INQUIRY_BURST = env.int("TERRUNO_INQUIRY_BURST", 600)
"""Inquiries the API takes at once from one network (/24, /56) before it holds it to one a second."""

KEY_FILE = TERRUNO_VAR / "secret-key"  # what script/server made, so that commands beside it sign alike
SECRET_KEY = env.str("SECRET_KEY", KEY_FILE.read_text().strip() if DEBUG and KEY_FILE.is_file() else "")
if DEBUG and not SECRET_KEY:
    SECRET_KEY = "only-for-development-" + "x" * 40
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is empty: set it to 50 or more random characters when DEBUG is off.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "terruno.stale.stale_form"

INSTALLED_APPS = [
    "foundation.apps.FoundationConfig",
    "territories.apps.TerritoriesConfig",
    "producers.apps.ProducersConfig",
    "catalog.apps.CatalogConfig",
    "routes.apps.RoutesConfig",
    "inquiries.apps.InquiriesConfig",
    "payments.apps.PaymentsConfig",
    "opportunities.apps.OpportunitiesConfig",
    "governance.apps.GovernanceConfig",
    "search.apps.SearchConfig",
    "terruno.apps.TerrunoConfig",
    "terruno.pages.apps.PagesConfig",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "ninja",  # its API page, served from here
    "django_htmx",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "foundation.middleware.RequestGuard",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "terruno.urls"
WSGI_APPLICATION = "terruno.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "terruno.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "terruno.templatetags.terruno"],
        },
    }
]

DATABASES = {"default": env.db_url("DATABASE_URL", f"sqlite:///{TERRUNO_VAR}/terruno.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a writer waits for its turn at BEGIN instead of failing half-way (docs/adr/0002).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = 600  # opening and closing the file took as long as a page's queries
else:
    DATABASES["default"].setdefault("CONN_MAX_AGE", 600)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url("CACHE_URL", "locmemcache://terruno")}

AUTH_USER_MODEL = "terruno_foundation.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "panel"
# A code by e-mail, or a passkey; the CMS's own page still takes a password, for accounts that have one.
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
ACCOUNT_ADAPTER = "producers.signin.adapter.SignInAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever typed the code has shown that the mailbox is theirs
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = env.int("TERRUNO_SIGN_IN_CODE_SECONDS", 900)
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # ours count over all processes (producers.signin.turns)
ACCOUNT_EMAIL_NOTIFICATIONS = ACCOUNT_SESSION_REMEMBER = True
MFA_ADAPTER = "producers.signin.adapter.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = MFA_ALLOW_UNVERIFIED_EMAIL = True
SESSION_COOKIE_AGE = 60 * 24 * 3600

LANGUAGE_CODE = "es"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("es", _("Español")), ("en", _("Inglés"))]
LOCALE_PATHS = [ROOT / "site" / "terruno" / "locale"]
FORMAT_MODULE_PATH = "terruno.formats"
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "America/Santiago"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(TERRUNO_VAR / "static")))
MEDIA_URL = "/media/"
MEDIA_ROOT = TERRUNO_VAR / "media"
TERRUNO_SERVE_MEDIA = env.bool("TERRUNO_SERVE_MEDIA", True)
"""Whether pictures are sent by the application; a proxy that has the folder does it faster."""
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "foundation.staticfiles.BuiltFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if env.bool("TERRUNO_MANIFEST", not DEBUG)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
TERRUNO_TRUSTED_PROXIES = env.int("TERRUNO_TRUSTED_PROXIES", 0)
"""How many proxies of ours stand in front: that many addresses of X-Forwarded-For are believed, no more."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
TERRUNO_BODY_LIMIT = 1024 * 1024
"""Bytes a form or API body may have; the CMS, which takes pictures, has TERRUNO_UPLOAD_LIMIT."""
TERRUNO_UPLOAD_LIMIT = 25 * 1024 * 1024

SEARCH_URL = env.str("SEARCH_URL", "")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Money: with Stripe's keys cards are charged; without them a test gateway may stand in, never on a public site.
STRIPE_SECRET_KEY = env.str("STRIPE_SECRET_KEY", "")
STRIPE_WEBHOOK_SECRET = env.str("STRIPE_WEBHOOK_SECRET", "")
STRIPE_CONNECT = env.bool("STRIPE_CONNECT", False)
TERRUNO_TEST_PAYMENTS = not STRIPE_SECRET_KEY and env.bool("TERRUNO_TEST_PAYMENTS", DEBUG)
TERRUNO_BANK_ACCOUNT = env.str("TERRUNO_BANK_ACCOUNT", "")
"""Where buyers transfer to, in words; empty: transfers are not offered, but for the test gateway's sake."""

if env.str("EMAIL_URL", ""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "foundation.mailfiles.EmailBackend"  # one .eml file a message under TERRUNO_VAR/mail
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Terruño <no-responder@terruno.example>")

WAGTAIL_SITE_NAME = "Terruño"
WAGTAILADMIN_BASE_URL = TERRUNO_BASE_URL
WAGTAILIMAGES_IMAGE_FORM_BASE = "foundation.image_forms.ImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024  # foundation.uploads takes no more
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "heic"]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/admin/",),
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF, "https://checkout.stripe.com"] if STRIPE_SECRET_KEY else [SELF],
        "frame-ancestors": [SELF],
    },
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # the CMS shows previews of our own pages in a frame
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
if not DEBUG:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_ALL", True)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
    if env.bool("TRUST_FORWARDED_PROTO", False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"secrets": {"()": "foundation.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["secrets"]}},
    "loggers": {
        "django.server": {"handlers": ["console"], "propagate": False},
        "django_tasks": {"level": "WARNING"},  # a line for each reference the CMS counts
        "elastic_transport": {"level": "WARNING"},  # a line for each search
        "stripe": {"level": "WARNING"},  # two lines for each request
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
