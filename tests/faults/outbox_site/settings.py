"""The product's settings with only the foundation in them, so that a worker starts in a moment."""

from terruno.settings import *  # noqa: F403

INSTALLED_APPS = [
    "tests.faults.outbox_site.apps.FoundationAlone",
    "tests.faults.outbox_site.apps.OutboxSiteConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "foundation.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
