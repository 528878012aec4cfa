"""The producer's products as a sheet that can be read back."""

from collections.abc import Iterable

from catalog.models import Product, Supply
from catalog.services.drafts import draft_of
from producers.models import Producer

from .columns import COLUMNS, MOST_FORMATS, Column
from .neutral import outward
from .planning import title_of

FORMATS_SHOWN = 3
EXAMPLE = {
    "title": "Queso de cabra fresco", "category": "quesos-de-cabra", "summary": "Suave, del día, en hoja de maíz.",
    "months": "sep a mar", "measure": "kilo", "unit": "kilo", "unit_size": "1", "minimum": "5", "net_price": "9800",
    "lead_time": "3", "storage": "Refrigerado", "format_name_1": "Rueda de 500 g", "format_size_1": "0,5",
    "format_price_1": "7500; 6: 6800", **{f"capacity_{month}": "40" for month in (1, 2, 3, 9, 10, 11, 12)},
}  # fmt: skip


def columns_for(formats: int) -> list[Column]:
    """All columns, with as many formats as are needed."""
    count = min(max(formats, FORMATS_SHOWN), MOST_FORMATS)
    left_out = {f"format_{part}_{n}" for part in ("name", "size", "price") for n in range(count + 1, MOST_FORMATS + 1)}
    return [column for column in COLUMNS if column.key not in left_out]


def header(columns: Iterable[Column]) -> list[str]:
    """Titles in the reader's language; both are understood."""
    return [title_of(column) for column in columns]


def exported(producers: Iterable[Producer]) -> tuple[list[Column], list[list[str]]]:
    """Every product of the producers as its draft stands."""
    stored = list(
        Product.objects.filter(producer__in=producers)
        .select_related("category", "comuna", "latest_revision")
        .prefetch_related("formats__tiers")
        .order_by("pk")
    )
    supplies = {(row.product_id, row.producer_id): row for row in Supply.objects.filter(product__in=stored)}
    drafts = [draft_of(product) for product in stored]
    columns = columns_for(max((len(draft.formats.all()) for draft in drafts), default=0))
    rows = [
        [outward(column.say(draft, supplies.get((draft.pk, draft.producer_id)))) for column in columns]
        for draft in drafts
    ]
    return columns, rows


def template() -> tuple[list[Column], list[list[str]]]:
    """An empty sheet with one row as an example."""
    columns = columns_for(FORMATS_SHOWN)
    return columns, [[EXAMPLE.get(column.key, "") for column in columns]]
