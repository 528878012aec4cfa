from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import Product
from foundation.prepared import Prepared, Slot
from producers.models import SealGrant
from tests.builders import a_grant, a_product, a_territory

pytestmark = pytest.mark.django_db


def test_rows_are_those_an_ordinary_query_reads() -> None:
    prepared = Prepared(
        lambda: (
            Product.objects.live()
            .filter(territory=Slot("territory"))
            .order_by("pk")
            .values("pk", "slug", "minimum", "channels", "picture", "territory__name", "created_at", "network__name")[
                :5
            ]
        )
    )
    cheese = a_product(channels=["direct", "shop"], minimum="20.5", picture={"files": {"400": "/a"}})
    a_product(territory=a_territory("Chiloé", latitude=-42.5))

    ordinary = Product.objects.filter(territory=cheese.territory).order_by("pk")
    fields = ("pk", "slug", "minimum", "channels", "picture", "territory__name", "created_at", "network__name")
    assert prepared.rows(territory=cheese.territory_id) == list(ordinary.values(*fields))


def test_the_same_plan_answers_for_other_values() -> None:
    prepared = Prepared(lambda: Product.objects.filter(slug=Slot("slug")).values("title_es"))
    a_product("Queso", slug="queso")
    a_product("Vino", slug="vino")

    assert [prepared.column(slug=slug) for slug in ("queso", "vino", "nada", "que%s'--")] == [
        ["Queso"],
        ["Vino"],
        [],
        [],
    ]


def test_days_compare_as_they_do_in_an_ordinary_query() -> None:
    prepared = Prepared(lambda: SealGrant.objects.valid(Slot("today")).values("number"))
    today = timezone.localdate()
    a_grant(a_product().producer, number="L-1", expires_on=today)

    assert prepared.column(today=today) == ["L-1"]
    assert prepared.column(today=today + timedelta(days=1)) == []


def test_objects_come_with_those_beside_them(django_assert_num_queries: Any) -> None:
    prepared = Prepared(lambda: Product.objects.for_page().filter(slug=Slot("slug")))
    made = a_product("Queso", slug="queso", minimum="20.5")
    region = made.comuna.region.name

    with django_assert_num_queries(1):
        found = prepared.first(slug="queso")
        assert found == made
        assert found.territory.name == made.territory.name
        assert found.comuna.region.name == region
        assert found.network is None
        assert str(found.minimum) == "20.500"
    assert prepared.first(slug="nada") is None


def test_a_plan_is_made_once() -> None:
    built: list[int] = []

    def build() -> Any:
        built.append(1)
        return Product.objects.filter(slug=Slot("slug")).values("pk")

    prepared = Prepared(build)
    prepared.rows(slug="a")
    prepared.rows(slug="b")

    assert built == [1]
