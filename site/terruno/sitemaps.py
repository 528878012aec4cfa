"""What search engines are told there is: every published record in each language, and the CMS pages."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import Max
from django.urls import reverse
from django.utils import translation
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from catalog.models import Product
from foundation.records import Record
from opportunities.models import Opportunity
from producers.models import Network, Producer, Seal
from routes.models import Circuit
from territories.models import Territory

from .context import alternates


class HereSitemap(Sitemap):
    """Addresses under TERRUNO_BASE_URL, whatever name the request came by; each in both languages."""

    limit = 2000

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.TERRUNO_BASE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.TERRUNO_BASE_URL).netloc

    def paths(self, page: int) -> list[tuple[str, datetime | None]]:
        """Spanish paths of one page of the map, with when each last changed."""
        raise NotImplementedError

    def _urls(self, page: int | str, protocol: str, domain: str) -> list[dict[str, Any]]:
        home = f"{protocol}://{domain}"
        return [entry for path, changed in self.paths(int(page)) for entry in entries(home, path, changed)]


def entries(home: str, path: str, changed: datetime | None) -> list[dict[str, Any]]:
    """The address in each language, and with each all of them, as search engines want it."""
    known = {code: home + place for code, place in alternates(path).items()}
    others = [{"location": location, "lang_code": code} for code, location in known.items()]
    others.append({"location": known[settings.LANGUAGE_CODE], "lang_code": "x-default"})
    return [
        {"location": location, "lastmod": changed, "changefreq": None, "priority": "", "alternates": others}
        for location in known.values()
    ]


class RecordSitemap(HereSitemap):
    """All live records of a model; a page of it costs one query of `limit` rows."""

    def __init__(self, model: type[Record], url_name: str) -> None:
        self.model = model
        self.url_name = url_name

    def items(self) -> Any:
        return self.model._default_manager.filter(live=True).order_by("pk").values_list("slug", "updated_at")

    @property
    def paginator(self) -> Paginator:
        return Paginator(self.items(), self.limit)

    def get_latest_lastmod(self) -> datetime | None:
        return self.model._default_manager.filter(live=True).aggregate(last=Max("updated_at"))["last"]

    def paths(self, page: int) -> list[tuple[str, datetime | None]]:
        with translation.override(settings.LANGUAGE_CODE):
            stem = reverse(self.url_name, args=["-"]).removesuffix("-/")
        return [(f"{stem}{slug}/", changed) for slug, changed in self.paginator.page(page).object_list]


class PlainSitemap(HereSitemap):
    """The few lists, and the pages of seals, which carry no date."""

    def items(self) -> list[str]:
        return [
            *("territory-list", "product-list", "circuit-list", "opportunity-list", "course-list", "posting-list"),
            *("commitment-list", "cycle-list", "report-list", "panorama", "governance-nation"),
        ]

    def paths(self, page: int) -> list[tuple[str, datetime | None]]:
        with translation.override(settings.LANGUAGE_CODE):
            lists = [reverse(name) for name in self.items()]
            seals = [
                reverse("seal", args=[slug]) for slug in Seal.objects.order_by("pk").values_list("slug", flat=True)
            ]
        return [(path, None) for path in lists + seals]


SITEMAPS: dict[str, Any] = {
    "paginas": PageSitemap,
    "listas": PlainSitemap(),
    "territorios": RecordSitemap(Territory, "territory"),
    "productos": RecordSitemap(Product, "product"),
    "rutas": RecordSitemap(Circuit, "circuit"),
    "oportunidades": RecordSitemap(Opportunity, "opportunity"),
    "productores": RecordSitemap(Producer, "producer"),
    "redes": RecordSitemap(Network, "network"),
}
