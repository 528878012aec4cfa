"""The product's settings as in production, but for the compression of static files: of no use here, and slow."""

from terruno.settings import *  # noqa: F403
from terruno.settings import STORAGES as PRODUCT_STORAGES

MANIFEST = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
STORAGES = PRODUCT_STORAGES | {"staticfiles": {"BACKEND": MANIFEST}}
