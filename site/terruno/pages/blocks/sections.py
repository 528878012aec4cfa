"""Parts of a page that show listings as they stand today: what is withdrawn leaves the page by itself."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from routes.models import Stop
from territories.maps import StripRow, country_strip
from terruno.pages import listings

from .choosers import ListingChooserBlock

Context = dict[str, Any]
MOST_STOPS = 6


class SectionBlock(blocks.StructBlock):
    """A title over a part of the page; each kind adds what it shows and where its link leads."""

    overline = blocks.CharBlock(label=_("Antetítulo"), required=False)
    title = blocks.CharBlock(label=_("Título"), required=False, help_text=_("«{month}» se cambia por el mes en curso."))
    intro = blocks.TextBlock(label=_("Bajada"), required=False)
    link = blocks.CharBlock(label=_("Texto del enlace"), required=False)

    default_title: Any = ""

    def address(self, value: Mapping[str, Any]) -> str:
        return ""

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        """What the part's template needs beside its title."""
        return {}

    def get_context(self, value: Any, parent_context: Any = None) -> Context:
        parent = parent_context or {}
        context: Context = super().get_context(value, parent_context=parent_context)
        month = str(MONTHS[listings.this_month()])
        title = value.get("title") or str(self.default_title)
        context["it"] = {
            "anchor": f"parte-{parent.get('number', 0)}",
            "label": value.get("overline", ""),
            "title": title.replace("{month}", month),
            "intro": value.get("intro", ""),
            "more": value.get("link", ""),
            "more_href": self.address(value) if value.get("link") else "",
            **self.shown(value, parent),
        }
        return context


class ProductShelfBlock(SectionBlock):
    products = blocks.ListBlock(
        ListingChooserBlock("terruno_catalog.Product", label=_("Producto")),
        label=_("Productos elegidos"),
        required=False,
        default=[],
    )
    territory = ListingChooserBlock("terruno_territories.Territory", label=_("o los de un territorio"), required=False)
    category = ListingChooserBlock("terruno_catalog.Category", label=_("o los de una categoría"), required=False)
    in_season = blocks.BooleanBlock(label=_("solo los de este mes"), required=False)
    count = blocks.IntegerBlock(label=_("Cuántos"), min_value=1, max_value=24, default=6, required=False)

    default_title = _("Productos")

    class Meta:
        label = _("Repisa de productos")
        icon = "tag"
        template = "terruno_pages/blocks/shelf.html"

    def address(self, value: Mapping[str, Any]) -> str:
        chosen = {name: getattr(value[name], "slug", "") for name in ("territory", "category")}
        query = "&".join(f"{name}={slug}" for name, slug in chosen.items() if slug)
        return reverse("product-list") + (f"?{query}" if query else "")

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        if len(value["products"]):
            return {"cards": listings.chosen_products(value["products"])}
        if not (value["territory"] or value["category"] or value["in_season"]):
            return {"cards": []}
        month = listings.this_month() if value["in_season"] else None
        return {
            "cards": listings.products_by_rule(
                territory=value["territory"], category=value["category"], month=month, count=value["count"] or 6
            )
        }


class ProducerBlock(SectionBlock):
    producer = ListingChooserBlock("terruno_producers.Producer", label=_("Productor"))
    default_title = _("Quién lo hace")

    class Meta:
        label = _("Retrato de productor")
        icon = "user"
        template = "terruno_pages/blocks/maker.html"

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        found = listings.live([value["producer"]])
        return {"record": found[0] if found else None}


class NetworkBlock(SectionBlock):
    network = ListingChooserBlock("terruno_producers.Network", label=_("Red"))
    default_title = _("Venden como uno solo")

    class Meta:
        label = _("Red")
        icon = "group"
        template = "terruno_pages/blocks/maker.html"

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        found = listings.live([value["network"]])
        return {"record": found[0] if found else None}


class TerritoryBlock(SectionBlock):
    territory = ListingChooserBlock("terruno_territories.Territory", label=_("Territorio"))
    default_title = _("El territorio")

    class Meta:
        label = _("Territorio")
        icon = "globe"
        template = "terruno_pages/blocks/maker.html"

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        found = listings.live([value["territory"]])
        return {"record": found[0] if found else None}


def with_stops(circuits: list[Any]) -> list[Context]:
    """Each circuit with the names of its first stops; one query for all."""
    stops: dict[int, list[str]] = {circuit.pk: [] for circuit in circuits}
    rows = Stop.objects.filter(circuit__in=stops).select_related("place").order_by("circuit", "order", "pk")
    for stop in rows.only("circuit_id", "order", "place__name_es", "place__name_en"):
        if len(stops[stop.circuit_id]) < MOST_STOPS:
            stops[stop.circuit_id].append(stop.place.name)
    return [{"circuit": circuit, "stops": stops[circuit.pk]} for circuit in circuits]


class CircuitsBlock(SectionBlock):
    circuits = blocks.ListBlock(
        ListingChooserBlock("terruno_routes.Circuit", label=_("Circuito")), label=_("Circuitos")
    )
    default_title = _("Para ir")

    class Meta:
        label = _("Circuitos")
        icon = "calendar-alt"
        template = "terruno_pages/blocks/circuits.html"

    def address(self, value: Mapping[str, Any]) -> str:
        return reverse("circuit-list")

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        found = listings.live(value["circuits"])
        return {"circuits": with_stops(found) if found else []}


class AlmanacBlock(SectionBlock):
    count = blocks.IntegerBlock(label=_("Cuántos"), min_value=2, max_value=20, default=8, required=False)
    default_title = _("En {month}")

    class Meta:
        label = _("Almanaque: en sazón, de norte a sur")
        icon = "date"
        template = "terruno_pages/blocks/almanac.html"

    def address(self, value: Mapping[str, Any]) -> str:
        return listings.in_season_address(listings.this_month())

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        hero = parent.get("hero_product")
        without = [hero.pk] if hero else []
        return {"products": listings.almanac(listings.this_month(), value.get("count") or 8, without)}


class TerritoryStripBlock(SectionBlock):
    default_title = _("Un país que se lee de arriba abajo")

    class Meta:
        label = _("El país y sus territorios")
        icon = "globe"
        template = "terruno_pages/blocks/strip.html"

    def address(self, value: Mapping[str, Any]) -> str:
        return reverse("territory-list")

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        rows = listings.strip_rows()
        drawn = (
            country_strip([StripRow(row.inks, row.name, row.latitude, row.longitude) for row in rows]) if rows else ""
        )
        return {"rows": rows, "strip": drawn}


class StoryBlock(SectionBlock):
    story = blocks.PageChooserBlock(page_type="terruno_pages.StoryPage", label=_("Historia"))

    class Meta:
        label = _("Historia")
        icon = "doc-full"
        template = "terruno_pages/blocks/story.html"

    def shown(self, value: Mapping[str, Any], parent: Mapping[str, Any]) -> Context:
        story = value["story"].specific.localized if value["story"] else None
        if story is None or not story.live:
            return {"story": None}
        address = story.get_url()
        every = address.rsplit("/", 2)[0] + "/" if value.get("link") and address else ""
        return {"story": story, "address": address, "extract": story.opening(3), "more_href": every}
