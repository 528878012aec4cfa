"""Data for anyone to use: each dataset with its licence and date, never with a person's address."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models import Product
from foundation.months import months
from producers.models import Network, Producer
from routes.models import Circuit
from territories.models import Territory, TerritoryComuna

from . import figures, scopes
from .models import Commitment
from .periods import Period
from .scopes import COUNTRY

LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
QUARTERS = 12
Rows = Iterable[list[Any]]


@dataclass(frozen=True)
class Dataset:
    """`columns` are in English, as in the API; `rows` yields a list for each, in the same order."""

    slug: str
    title: Any
    columns: tuple[str, ...]
    rows: Callable[[], Rows]
    changed: Callable[[], date]
    """The last day on which a row of it changed; today for what is computed."""


def _today() -> date:
    return timezone.localdate()


def _changed(model: type[Model]) -> Callable[[], date]:
    def last() -> date:
        moment = model._default_manager.aggregate(last=Max("updated_at"))["last"]
        return timezone.localtime(moment).date() if moment else timezone.localdate()

    return last


def _territories() -> Rows:
    held: dict[int, list[tuple[str, str]]] = {}
    members = TerritoryComuna.objects.on(_today()).order_by("comuna").values_list("territory", "comuna", "comuna__name")
    for territory, code, name in members:
        held.setdefault(territory, []).append((code, name))
    for row in Territory.objects.live().north_to_south():
        comunas = held.get(row.pk, [])
        yield [
            row.slug, row.name, row.status, row.region_label, row.latitude, row.longitude,
            " ".join(code for code, _name in comunas), ", ".join(name for _code, name in comunas),
        ]  # fmt: skip


def _products() -> Rows:
    found = Product.objects.live().order_by("slug").values_list(
        "slug", "title_es", "title_en", "territory__slug", "comuna", "category__slug", "producer__slug",
        "network__slug", "months", "sale_months", "unit", "price_from",
    )  # fmt: skip
    for *head, made, sold, unit, price in found.iterator(chunk_size=2000):
        yield [*head, _list(made), _list(sold), unit, price]


def _list(mask: int) -> str:
    return " ".join(str(month) for month in months(mask))


def _circuits() -> Rows:
    found = Circuit.objects.live().order_by("slug").values_list(
        "slug", "title_es", "title_en", "territory__slug", "days", "kilometres", "months"
    )  # fmt: skip
    for *head, mask in found:
        yield [*head, _list(mask)]


def _producers() -> Rows:
    """Public facts only: neither e-mail nor telephone, nor where a home is, nor who speaks for it."""
    found = Producer.objects.live().order_by("slug").values_list(
        "slug", "name", "producer_kind", "territory__slug", "comuna", "since", "people", "fictional"
    )  # fmt: skip
    for row in found.iterator(chunk_size=2000):
        yield list(row)


def _networks() -> Rows:
    found = Network.objects.live().order_by("slug").values_list(
        "slug", "name", "trade_es", "trade_en", "territory__slug", "members_declared"
    )  # fmt: skip
    for row in found:
        yield list(row)


def _commitments() -> Rows:
    today = _today()
    for row in Commitment.objects.announced().order_by("due_on", "slug").select_related("territory"):
        yield [
            row.slug, row.level, row.territory.slug if row.territory else row.region_id or "", row.text_es, row.text_en,
            row.owner_role_es, row.announced_on, row.due_on, row.standing_on(today).value, row.done_on,
            row.evidence_es, row.evidence_url,
        ]  # fmt: skip


def _figures() -> Rows:
    atlas = scopes.read()
    quarters = Period.quarter_of(_today()).quarters(QUARTERS)
    asked = figures.every()
    cube = figures.read(asked, quarters, COUNTRY)
    places = [COUNTRY, *(atlas.of_spot(spot) for spot in atlas.spots)]
    for place in places:
        for quarter in quarters:
            for figure in asked:
                value = cube.value(figure.slug, quarter, place)
                yield [place.slug, quarter.first, quarter.last, figure.slug, value, figure.unit or "count"]


DATASETS = {
    dataset.slug: dataset
    for dataset in (
        Dataset(
            "territories", _("Territorios y sus comunas de hoy"),
            ("slug", "name", "status", "region_label", "latitude", "longitude", "comuna_codes", "comunas"),
            _territories, _changed(Territory),
        ),
        Dataset(
            "products", _("Productos"),
            ("slug", "title_es", "title_en", "territory", "comuna_code", "category", "producer", "network",
             "months_made", "months_sold", "unit", "price_from_clp"),
            _products, _changed(Product),
        ),
        Dataset(
            "circuits", _("Rutas"), ("slug", "title_es", "title_en", "territory", "days", "kilometres", "months"),
            _circuits, _changed(Circuit),
        ),
        Dataset(
            "producers", _("Productores, sin sus datos de contacto"),
            ("slug", "name", "kind", "territory", "comuna_code", "since", "people", "fictional"),
            _producers, _changed(Producer),
        ),
        Dataset(
            "networks", _("Redes"), ("slug", "name", "trade_es", "trade_en", "territory", "members_declared"),
            _networks, _changed(Network),
        ),
        Dataset(
            "commitments", _("Compromisos públicos"),
            ("slug", "level", "place", "text_es", "text_en", "owner", "announced_on", "due_on", "standing", "done_on",
             "evidence", "evidence_url"),
            _commitments, _today,
        ),
        Dataset(
            "figures", _("Cifras por trimestre"), ("place", "first_day", "last_day", "figure", "value", "unit"),
            _figures, _today,
        ),
    )
}  # fmt: skip
