"""Everything the programme's slides name is in the demo, and the public search finds it."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.utils import timezone

from catalog.models import PointOfSale, Product
from inquiries.enums import GapKind
from producers.models import Network, NetworkCapacity, NetworkMember, NetworkResult, Producer
from routes.models import Circuit
from territories.models import Comuna, Territory, TerritoryComuna

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
Found = Callable[..., list[str]]

TERRITORIES = {
    "huasco": "Huasco",
    "limari": "Limarí",
    "san-antonio": "San Antonio",
    "rm-poniente": "R.M. Poniente",
    "rm-sur": "R.M. Sur",
    "secano-libertador": "Secano Libertador",
    "maule-sur": "Maule Sur",
    "nahuelbuta": "Nahuelbuta",
    "araucania-andina": "Araucanía Andina",
    "chiloe": "Chiloé",
}
PRODUCTS = [
    ("queso de cabra", "limari", "queso-cabra-maduro-limari"),
    ("uva de mesa", "limari", "uva-mesa-limari"),
    ("vino", "limari", "vino-limari-chardonnay"),
    ("aceitunas Rapel", "secano-libertador", "aceitunas-rapel"),
    ("cordero", "secano-libertador", "cordero-secano-libertador"),
    ("pasta de ajo", "chiloe", "pasta-ajo-chiloe"),
    ("mousse de ajo", "chiloe", "mousse-ajo-chiloe"),
    ("uva de mesa", "huasco", "uva-mesa-huasco"),
    ("vino", "maule-sur", "vino-pais-maule-sur"),
    ("mermelada de cochayuyo", "san-antonio", "mermelada-cochayuyo"),
    ("longaniza de jibia", "san-antonio", "longaniza-jibia"),
]
CIRCUITS = [
    ("Litoral de los Poetas", "san-antonio", "litoral-de-los-poetas"),
    ("Ruta Gastronómica Nerudiana", "san-antonio", "ruta-gastronomica-nerudiana"),
    ("Araucanía Andina", "araucania-andina", "araucania-andina"),
    ("turismo rural", "huasco", "turismo-rural-huasco"),
    ("turismo rural", "limari", "turismo-rural-limari"),
    ("turismo rural", "chiloe", "turismo-rural-chiloe"),
    ("turismo rural", "maule-sur", "turismo-rural-maule-sur"),
]


@pytest.mark.parametrize(("slug", "name"), TERRITORIES.items())
def test_each_of_the_ten_territories_is_found_by_its_name(slug: str, name: str, found: Found) -> None:
    assert slug in found(name, kind="territory")


def test_the_ten_territories_have_sixty_three_comunas_of_the_country() -> None:
    operating = Territory.objects.filter(status="operating", live=True)
    assert set(operating.values_list("slug", flat=True)) == set(TERRITORIES)
    assert TerritoryComuna.objects.filter(territory__in=operating, left_on=None).count() == 63
    assert Comuna.objects.count() == 346
    assert all(territory.current_comunas().count() >= 4 for territory in operating)


def test_they_stand_from_north_to_south() -> None:
    order = list(Territory.objects.filter(status="operating").north_to_south().values_list("slug", flat=True))
    assert (order[0], order[1], order[-1]) == ("huasco", "limari", "chiloe")
    assert order.index("maule-sur") < order.index("nahuelbuta") < order.index("araucania-andina")


@pytest.mark.parametrize(("name", "slug"), [("Precordillera", "araucania-andina"), ("Cluster Forestal", "nahuelbuta")])
def test_a_territory_is_found_by_its_other_name_too(name: str, slug: str, found: Found) -> None:
    assert slug in found(name, kind="territory")


@pytest.mark.parametrize(("words", "territory", "slug"), PRODUCTS)
def test_each_product_of_the_slides_is_found_in_its_territory(
    words: str, territory: str, slug: str, found: Found
) -> None:
    assert slug in found(words, kind="product", territory=territory)


@pytest.mark.parametrize(("words", "territory", "slug"), PRODUCTS)
def test_each_product_of_the_slides_can_be_made_and_bought(words: str, territory: str, slug: str) -> None:
    product = Product.objects.get(slug=slug, live=True)
    assert product.supplies.filter(paused=False, producer__live=True).exists()
    assert product.price_from == product.formats.first().tiers.first().unit_price
    assert product.months
    assert product.sale_months


def test_three_makers_pool_the_goat_cheese_none_could_deliver_alone() -> None:
    supplies = Product.objects.get(slug="queso-cabra-maduro-limari").supplies.all()
    most = [max(supply.monthly_capacity) for supply in supplies]
    assert len(most) >= 3
    assert sum(most) > 2 * max(most)


def test_fine_furniture_is_made_to_order_and_found(found: Found) -> None:
    assert "mesa-comedor-autor" in found("mesa de comedor", kind="product")
    table = Product.objects.get(slug="mesa-comedor-autor")
    assert table.made_to_order
    assert table.lead_time_days >= 20


def test_fine_crafts_are_sold_at_the_international_airport() -> None:
    crafts = Product.objects.filter(points_of_sale__point_kind="airport", territory__slug="rm-poniente").distinct()
    assert crafts.count() >= 3
    assert PointOfSale.objects.filter(point_kind="airport").exists()
    assert all("airport" in craft.channels for craft in crafts)


def test_the_forest_cluster_counts_its_hectares_and_jobs(found: Found) -> None:
    assert "cluster-forestal-nahuelbuta" in found("cluster forestal", kind="network")
    cluster = Network.objects.get(slug="cluster-forestal-nahuelbuta")
    assert NetworkCapacity.objects.filter(network=cluster, quantity=Decimal(3000), unit_es="ha").exists()
    assert NetworkResult.objects.filter(network=cluster, quantity=Decimal(500)).exists()


@pytest.mark.parametrize(("words", "territory", "slug"), CIRCUITS)
def test_each_circuit_of_the_slides_is_found_with_its_stops(
    words: str, territory: str, slug: str, found: Found
) -> None:
    assert slug in found(words, kind="circuit", territory=territory)
    assert Circuit.objects.get(slug=slug).stops.count() >= 6


@pytest.mark.parametrize("channel", ["direct", "shop", "restaurant", "export"])
def test_every_channel_of_the_slides_has_products(channel: str) -> None:
    assert sum(channel in product.channels for product in Product.objects.filter(live=True)) >= 5


def test_there_is_enough_of_everything() -> None:
    assert Product.objects.filter(live=True).count() >= 60
    assert Producer.objects.filter(live=True).count() >= 40
    assert Network.objects.filter(live=True).count() >= 10
    circuits = Circuit.objects.filter(live=True)
    assert circuits.count() >= 9
    assert all(circuit.stops.count() >= 6 and circuit.kilometres for circuit in circuits)
    assert all(producer.email for producer in Producer.objects.all())


def test_the_kinds_of_gap_are_the_programmes_six() -> None:
    assert len(GapKind.choices) == 6


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("goat cheese", "queso-cabra-maduro-limari"),
        ("cuttlefish sausage", "longaniza-jibia"),
        ("garlic mousse", "mousse-ajo-chiloe"),
        ("longanisa de gibia", "longaniza-jibia"),
        ("mermelada de algas", "mermelada-cochayuyo"),
    ],
)
def test_they_are_found_in_english_and_as_people_type(words: str, slug: str, found: Found) -> None:
    lang = "en" if words.isascii() and words.split()[0] in {"goat", "cuttlefish", "garlic"} else "es"
    assert slug in found(words, lang=lang)[:5]


def test_nobody_was_a_member_before_there_was_a_network() -> None:
    members = NetworkMember.objects.select_related("network", "producer")
    assert members
    for member in members:
        first = timezone.localdate(max(member.network.created_at, member.producer.created_at))
        assert member.joined_on == first, member
