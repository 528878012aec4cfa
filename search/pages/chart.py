"""The page's results on a map: of the country, or of one territory when the search is of it."""

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from search.query import SearchQuery
from search.results import Hit
from territories.maps import MapPoint, results_chart
from territories.models import TerritoryComuna


def chart(hits: tuple[Hit, ...], first: int, query: SearchQuery) -> SafeString | None:
    """None when nothing found has a place. One query when it is of one territory, else none."""
    points = tuple(
        MapPoint(hit.card["lat"], hit.card["lon"], hit.title, f"#r{first + place}", "product", first + place, inks(hit))
        for place, hit in enumerate(hits)
        if "lat" in hit.card
    )
    if not points:
        return None
    codes = comunas(query.territories[0]) if len(query.territories) == 1 else []
    return results_chart(points, label=_("Mapa de los resultados"), codes=codes)


def inks(hit: Hit) -> str:
    return str(hit.card.get("inks", ""))


def comunas(slug: str) -> list[str]:
    members = TerritoryComuna.objects.on(timezone.localdate()).filter(territory__slug=slug, territory__live=True)
    return list(members.values_list("comuna", flat=True))
