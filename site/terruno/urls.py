"""Every address of the product: each room mounts its own; Spanish has no prefix, English lives under /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from producers.signin import password
from terruno.api import api
from terruno.media import media

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/login/", password.enter, name="wagtailadmin_login"),  # the CMS's own, with turns
    path("admin/", include(wagtailadmin_urls)),
    path("documentos/", include(wagtaildocs_urls)),
    path("api/", api.urls),
    path("", include("foundation.urls")),
    path("", include("payments.webhook_urls")),
    path("", include("terruno.sitemap_urls")),
]
if settings.TERRUNO_SERVE_MEDIA:
    urlpatterns.append(re_path(r"^media/(?P<path>.+)$", media))
urlpatterns += i18n_patterns(
    path("", include("territories.urls")),
    path("", include("producers.urls")),
    path("", include("catalog.urls")),
    path("", include("routes.urls")),
    path("", include("inquiries.urls")),
    path("", include("payments.urls")),
    path("", include("opportunities.urls")),
    path("", include("governance.urls")),
    path("", include("search.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
