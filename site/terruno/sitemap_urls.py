from django.urls import path
from django.views.decorators.cache import cache_control
from wagtail.contrib.sitemaps.views import index, sitemap

from terruno.robots import robots
from terruno.sitemaps import SITEMAPS

kept = cache_control(public=True, max_age=3600)

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", kept(index), {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", kept(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
]
