"""What the page showed is what is done, to the letter, or nothing is."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from catalog.imports.planning import CHANGED, CREATED, REFUSED, SAME, plan
from catalog.imports.reading import read_sheet
from catalog.models import Category, Format, PriceTier, Product, ProductImport, Supply
from catalog.services import importing
from catalog.services.importing import CatalogueChanged, commit_import, keep_sheet, plan_of
from catalog.services.reviewing import submit_product
from foundation.months import mask
from producers.models import Producer
from tests.builders import a_comuna, a_producer, a_product, a_supply
from tests.catalog.conftest import Person
from tests.catalog.sheets import HEADER, ROW, as_csv, as_xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelf")]


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    """Whatever language the last request of another test left behind."""
    with translation.override("es"):
        yield


def sheet_of(maker: Person, producer: Producer, content: bytes) -> ProductImport:
    return keep_sheet(maker.user, producer, read_sheet(content), name="productos.csv")


def kinds(kept: ProductImport) -> list[str]:
    return [row.kind for row in plan_of(kept).rows]


def told(producer: Producer, *rows: Any, header: Any = HEADER) -> list[tuple[str, str]]:
    """(column, what to do) of every refused cell."""
    planned = plan(producer, read_sheet(as_csv(*rows, header=header)).rows)
    return [(problem.title, problem.text) for row in planned.rows for problem in row.problems]


def test_a_new_row_becomes_a_draft_with_all_it_says(maker: Person, producer: Producer) -> None:
    kept = sheet_of(maker, producer, as_csv(ROW))
    commit_import(maker.user, kept, shown=plan_of(kept).digest)

    product = Product.objects.get()
    assert (product.live, product.title_es, product.sale_months) == (
        False,
        "Queso fresco",
        mask([9, 10, 11, 12, 1, 2, 3]),
    )
    assert list(PriceTier.objects.values_list("min_quantity", "unit_price")) == [(1, 7500), (6, 6800)]
    supply = Supply.objects.get()
    assert (supply.producer, supply.unit_price, supply.monthly_capacity) == (producer, 9800, [40, *[0] * 11])
    assert (product.producer, product.territory, product.comuna) == (producer, producer.territory, producer.comuna)


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_the_same_file_again_changes_nothing(maker: Person, producer: Producer, make: Callable[..., bytes]) -> None:
    content = make(ROW)
    first = sheet_of(maker, producer, content)
    commit_import(maker.user, first, shown=plan_of(first).digest)
    again = sheet_of(maker, producer, content)

    assert kinds(again) == [SAME]
    before = list(Product.objects.values("pk", "version"))
    commit_import(maker.user, again, shown=plan_of(again).digest)
    assert list(Product.objects.values("pk", "version")) == before


def test_confirming_twice_does_it_once(maker: Person, producer: Producer) -> None:
    kept = sheet_of(maker, producer, as_csv(ROW))
    shown = plan_of(kept).digest
    commit_import(maker.user, kept, shown=shown)
    commit_import(maker.user, kept, shown=shown)

    assert Product.objects.count() == 1


def test_a_live_product_gets_a_draft_and_stays_as_it_is(maker: Person, producer: Producer) -> None:
    live = a_product("Queso fresco", producer=producer, territory=producer.territory, comuna=producer.comuna,
                     category=Category.objects.get(slug="quesos-de-cabra"), summary_es="Antes")  # fmt: skip
    a_supply(live, 10, producer=producer)
    kept = sheet_of(maker, producer, as_csv(("Queso fresco", "Después", "77"), header=("nombre", "resumen", "ene")))
    row = plan_of(kept).rows[0]
    assert (row.kind, [(c.key, c.before, c.after) for c in row.changes]) == (
        CHANGED, [("summary", "Antes", "Después"), ("capacity_1", "10", "77")],
    )  # fmt: skip
    commit_import(maker.user, kept, shown=plan_of(kept).digest)

    live.refresh_from_db()
    assert (live.summary_es, live.has_unpublished_changes) == ("Antes", True)
    assert live.get_latest_revision_as_object().summary_es == "Después"
    assert Supply.objects.get().monthly_capacity == [77, *[10] * 11]


def test_an_empty_cell_changes_nothing(maker: Person, producer: Producer) -> None:
    live = a_product("Queso fresco", producer=producer, territory=producer.territory, summary_es="Antes")
    kept = sheet_of(maker, producer, as_csv((live.slug, "", ""), header=("código", "nombre", "resumen")))
    assert kinds(kept) == [SAME]


def test_when_the_catalogue_changed_in_between_nothing_is_done(maker: Person, producer: Producer) -> None:
    product = a_product("Queso fresco", producer=producer, territory=producer.territory, summary_es="Antes")
    header = ("nombre", "resumen", "categoría")
    kept = sheet_of(
        maker, producer, as_csv(("Queso fresco", "Después", ""), ("Otro", "Nuevo", "quesos-de-cabra"), header=header)
    )
    shown = plan_of(kept).digest
    Product.objects.update(summary_es="Entretanto")

    with pytest.raises(CatalogueChanged):
        commit_import(maker.user, kept, shown=shown)
    assert Product.objects.get() == product
    assert not Product.objects.get().has_unpublished_changes


def test_a_failure_half_way_leaves_nothing(maker: Person, producer: Producer, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = sheet_of(maker, producer, as_csv(ROW, ("Queso maduro", *ROW[1:])))
    shown, calls = plan_of(kept).digest, []

    def second_fails(*args: Any) -> None:
        calls.append(args)
        if len(calls) == 2:
            raise OSError("No space left on device")
        terms(*args)

    terms = importing._set_terms
    monkeypatch.setattr(importing, "_set_terms", second_fails)
    with pytest.raises(OSError, match="No space"):
        commit_import(maker.user, kept, shown=shown)
    assert not Product.objects.exists()
    monkeypatch.setattr(importing, "_set_terms", terms)
    commit_import(maker.user, kept, shown=shown)
    assert Product.objects.count() == 2


def test_each_wrong_cell_is_named_with_its_cure(producer: Producer) -> None:
    header = (
        "nombre",
        "categoría",
        "meses a la venta",
        "precio neto por unidad",
        "ene",
        "unidad de venta mayor",
        "comuna",
    )
    found = told(producer, ("Queso", "zapatos", "brumario", "caro", "-3", "arroba", "Ancud"), header=header)

    assert [title for title, _text in found] == list(header[1:])
    texts = [text for _title, text in found]
    assert "«zapatos»" in texts[0]
    assert "«brumario» no es un mes" in texts[1]
    assert "sin decimales" in texts[2]
    assert "número entero" in texts[3]
    assert "kilo" in texts[4]
    assert "territorio" in texts[5]


@pytest.mark.parametrize(
    ("row", "title"),
    [
        (("", "quesos-de-cabra", *ROW[2:]), "nombre"),
        (("Queso", "", *ROW[2:]), "categoría"),
        (("Queso", "quesos-de-cabra", "x" * 241, *ROW[3:]), "resumen"),
        (("Queso", "quesos-de-cabra", "", "", "", "40", "", "", ""), "precio neto por unidad"),
        ((*ROW[:6], "Rueda", "", "7500"), "contenido 1"),
        ((*ROW[:8], "6800; 6: 7500; 3: 1"), "precio 1"),
        ((*ROW[:8], "0"), "precio 1"),
    ],
)
def test_a_row_that_cannot_be_done_says_which_cell(producer: Producer, row: Any, title: str) -> None:
    assert title in [found for found, _text in told(producer, row)]


def test_a_bad_row_is_left_out_and_the_others_are_done(maker: Person, producer: Producer) -> None:
    kept = sheet_of(maker, producer, as_csv(("Queso", "zapatos", *ROW[2:]), ROW))
    assert kinds(kept) == [REFUSED, CREATED]
    commit_import(maker.user, kept, shown=plan_of(kept).digest)
    assert Product.objects.get().title_es == "Queso fresco"


def test_one_product_in_two_rows_is_refused_the_second_time(producer: Producer) -> None:
    found = told(producer, ROW, ("QUESO  fresco", *ROW[1:]))
    assert found == [("nombre", "Es el mismo producto de la fila 2: deje una de las dos.")]


def test_a_code_of_somebody_elses_is_as_unknown_as_an_invented_one(producer: Producer) -> None:
    foreign = a_product("Ajeno")
    header = ("código", "nombre", "resumen")
    answers = {told(producer, (code, "Ajeno", "Mío ahora"), header=header)[0] for code in (foreign.slug, "inventado")}

    assert len(answers) == 1
    foreign.refresh_from_db()
    assert foreign.summary_es == ""


def test_a_product_under_review_is_refused(maker: Person, producer: Producer, reviewed: None) -> None:
    product = a_product("Queso fresco", producer=producer, territory=producer.territory, summary_es="Antes", live=False)
    a_supply(product, 5, producer=producer)
    submit_product(maker.user, product)

    assert "en revisión" in told(producer, ROW)[0][1]


def test_another_producers_supply_of_the_product_is_left_alone(maker: Person, producer: Producer) -> None:
    product = a_product("Queso fresco", producer=producer, territory=producer.territory)
    theirs = a_supply(product, 99, producer=a_producer())
    kept = sheet_of(maker, producer, as_csv(ROW))
    commit_import(maker.user, kept, shown=plan_of(kept).digest)

    theirs.refresh_from_db()
    assert (theirs.monthly_capacity, theirs.unit_price) == ([99] * 12, 9000)
    assert Supply.objects.get(producer=producer).unit_price == 9800


def test_a_format_that_was_there_stays_the_same_row(maker: Person, producer: Producer) -> None:
    product = a_product("Queso fresco", producer=producer, territory=producer.territory, live=False)
    wheel = Format.objects.create(product=product, name_es="Rueda", size="0.5")
    PriceTier.objects.create(format=wheel, unit_price=5000)
    kept = sheet_of(maker, producer, as_csv(ROW))
    commit_import(maker.user, kept, shown=plan_of(kept).digest)

    assert Format.objects.get() == wheel
    assert list(wheel.tiers.values_list("unit_price", flat=True)) == [7500, 6800]


def send(maker: Person, content: bytes, name: str = "productos.csv") -> Any:
    producer = Producer.objects.get(mandates__user=maker.user).slug
    return maker.client.post("/panel/importar/", {"producer": producer, "sheet": SimpleUploadedFile(name, content)})


def test_on_the_panel_it_is_shown_first_and_done_when_confirmed(maker: Person, producer: Producer) -> None:
    shown = maker.get(send(maker, as_csv(ROW))["Location"])
    page = shown.content.decode()
    assert "Fila 2" in page
    assert "7500; 6: 6800" in page
    assert not Product.objects.exists()

    kept = ProductImport.objects.get()
    maker.post(f"/panel/importar/{kept.pk}/", plan=shown.context["plan"].digest)
    assert Product.objects.count() == 1
    assert "1 productos creados" in maker.get(f"/panel/importar/{kept.pk}/").content.decode()


def test_a_plan_that_is_out_of_date_is_shown_anew(maker: Person, producer: Producer) -> None:
    where = send(maker, as_csv(ROW))["Location"]
    old = maker.get(where).context["plan"].digest
    a_product("Queso fresco", producer=producer, territory=producer.territory)
    answer = maker.post(where, plan=old)

    assert answer.status_code == 409
    assert "no se guardó nada" in answer.content.decode()
    assert answer.context["plan"].rows[0].kind == CHANGED
    assert maker.post(where, plan="").status_code == 409


def test_a_file_that_is_no_sheet_says_why(maker: Person, producer: Producer) -> None:
    answer = send(maker, b"\xd0\xcf\x11\xe0" + b"\0" * 600, "productos.xlsx")
    assert answer.status_code == 422
    assert "Excel antiguo" in answer.content.decode()
    assert not ProductImport.objects.exists()


def test_what_was_typed_in_a_sheet_is_inert_on_the_page(maker: Person, producer: Producer) -> None:
    row = ("<script>alert(1)</script>", "quesos-de-cabra", *ROW[2:])
    page = maker.get(send(maker, as_csv(row))["Location"]).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_foreign_sheet_is_not_found(maker: Person, producer: Producer, person: Callable[..., Person]) -> None:
    where = send(maker, as_csv(ROW))["Location"]
    stranger = person(a_producer())
    assert stranger.get(where).status_code == 404
    assert stranger.post(where, plan="x").status_code == 404


def test_one_cannot_import_for_somebody_else(maker: Person, producer: Producer) -> None:
    other = a_producer()
    sheet = SimpleUploadedFile("a.csv", as_csv(ROW))
    assert maker.client.post("/panel/importar/", {"producer": other.slug, "sheet": sheet}).status_code == 422
    assert not ProductImport.objects.exists()


def test_a_comuna_of_the_territory_is_known_by_name_and_code(maker: Person, producer: Producer) -> None:
    place = a_comuna("Río Hurtado")
    header = ("nombre", "categoría", "comuna")
    for n, text in enumerate(("rio hurtado", place.code)):
        kept = sheet_of(maker, producer, as_csv((f"Queso {n}", "quesos-de-cabra", text), header=header))
        commit_import(maker.user, kept, shown=plan_of(kept).digest)
    assert set(Product.objects.values_list("comuna", flat=True)) == {place.pk}
