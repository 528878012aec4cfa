"""A sheet that was exported and not touched changes nothing, whatever the products say."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from catalog.enums import Channel, Storage
from catalog.imports.columns import COLUMNS
from catalog.imports.exporting import exported, header, template
from catalog.imports.neutral import inward, outward
from catalog.imports.planning import CREATED, SAME, plan
from catalog.imports.reading import read_sheet
from catalog.imports.texts import Lookups, months_text, read_months
from catalog.models import Format, PriceTier, Product
from foundation import tabular
from foundation.months import ALL_YEAR
from foundation.units import Unit
from producers.models import Producer
from tests.builders import a_category, a_comuna, a_producer, a_product, a_supply
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db
NOWHERE = Lookups({}, {})
words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), include_characters="=+-@'\""), max_size=60
)
lines = st.lists(words, max_size=4).map("\n".join)
formats = st.lists(
    st.tuples(
        words.filter(str.strip), st.decimals("0.001", "999", places=3),
        st.lists(st.integers(1, 9_999_999), min_size=1, max_size=4),
    ),
    max_size=6,
)  # fmt: skip


@st.composite
def goods(draw: Any) -> dict[str, Any]:
    return {
        "title_es": draw(words.filter(lambda text: bool(text.strip(" \u00a0")))).strip(" \u00a0") or "x",
        "title_en": draw(words), "summary_es": draw(words), "summary_en": draw(words),
        "description_es": draw(lines), "description_en": draw(lines), "allergens_es": draw(words),
        "sale_months": draw(st.integers(0, ALL_YEAR)), "months": draw(st.integers(0, ALL_YEAR)),
        "unit": draw(st.sampled_from(Unit.values)), "base_unit": draw(st.sampled_from(Unit.values)),
        "unit_size": draw(st.decimals("0.001", "9999", places=3)), "minimum": draw(st.integers(0, 9999)),
        "shelf_life_days": draw(st.none() | st.integers(0, 36_500)), "storage": draw(st.sampled_from(Storage.values)),
        "channels": draw(st.lists(st.sampled_from(Channel.values), unique=True)),
        "made_to_order": draw(st.booleans()), "alcohol": draw(st.booleans()),
    }  # fmt: skip


def keep(producer: Producer, facts: dict[str, Any], packs: Any, capacity: list[int], live: bool) -> Product:
    product = a_product(
        facts.pop("title_es"), producer=producer, territory=producer.territory, comuna=producer.comuna,
        category=a_category(), live=live, **facts,
    )  # fmt: skip
    for order, (name, size, prices) in enumerate(packs):
        entry = Format.objects.create(product=product, name_es=name, size=size, order=order)
        for step, price in enumerate(prices):
            PriceTier.objects.create(format=entry, min_quantity=1 + step * 5, unit_price=price)
    a_supply(product, capacity, producer=producer)
    return product


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(goods(), formats, st.lists(st.integers(0, 10**6), min_size=12, max_size=12), st.booleans())
def test_exported_and_read_back_nothing_changes(facts: Any, packs: Any, capacity: list[int], live: bool) -> None:
    Product.objects.all().delete()
    producer = a_producer(comuna=a_comuna())
    keep(producer, facts, packs, capacity, live)
    columns, rows = exported([producer])

    for content in (tabular.csv_text(header(columns), rows).encode(), tabular.xlsx_bytes(header(columns), rows)):
        planned = plan(producer, read_sheet(content).rows)
        assert [(row.kind, row.changes, row.problems) for row in planned.rows] == [(SAME, [], [])]


@given(st.text(max_size=30))
def test_a_marked_text_is_read_back_exactly(text: str) -> None:
    assert inward(tabular.harmless(outward(text))) == text


@given(st.integers(0, ALL_YEAR))
def test_months_are_read_back(mask: int) -> None:
    text = months_text(mask)
    assert read_months(text, NOWHERE) == text


@pytest.mark.parametrize("formula", ["=1+1", "+56 9", "-5", "@SUM(A1)", "'=1+1", "''=x"])
def test_no_cell_that_leaves_is_a_formula_and_it_comes_back_as_it_was(
    maker: Person, producer: Producer, formula: str
) -> None:
    a_product(formula, producer=producer, territory=producer.territory, summary_es=formula)
    content = maker.get("/panel/productos/exportar.csv").content
    cells = next(csv.DictReader(StringIO(content.decode("utf-8-sig"))))
    assert cells["nombre"].startswith("'")
    book: Any = load_workbook(BytesIO(maker.get("/panel/productos/exportar.xlsx").content))
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)

    assert [row.kind for row in plan(producer, read_sheet(content).rows).rows] == [SAME]


def test_only_own_products_leave_the_house(maker: Person, producer: Producer) -> None:
    a_product("Queso mío", producer=producer, territory=producer.territory)
    a_product("Queso ajeno")
    for kind in ("csv", "xlsx"):
        answer = maker.get(f"/panel/productos/exportar.{kind}")
        rows = read_sheet(answer.content).rows
        assert [cells["title"] for _number, cells in rows] == ["Queso mío"]
    assert maker.get("/panel/productos/exportar.exe").status_code == 404


def test_the_template_is_a_sheet_that_works(maker: Person, producer: Producer, shelf: Any) -> None:
    for kind in ("csv", "xlsx"):
        sheet = read_sheet(maker.get(f"/panel/importar/plantilla.{kind}").content)
        assert sheet.notes == []
        assert [row.kind for row in plan(producer, sheet.rows).rows] == [CREATED]
    assert template()[0][0].key == "code"


def test_in_english_the_titles_are_english_and_mean_the_same(maker: Person, producer: Producer) -> None:
    a_product("Queso", producer=producer, territory=producer.territory)
    sheet = read_sheet(maker.get("/en/panel/productos/exportar.csv").content)
    assert sheet.notes == []
    assert [row.kind for row in plan(producer, sheet.rows).rows] == [SAME]


def test_every_column_has_a_title_of_its_own_in_both_languages() -> None:
    for titles in ([column.es for column in COLUMNS], [column.en for column in COLUMNS]):
        assert len(set(titles)) == len(titles)
