"""Rows for tests, made in a line each. Every builder fills in what the test does not care about.

cheese = a_product(supplies=[300, 300])              # two new producers, 300 a month each
cheese = a_product(supplies=[{"capacity": 300, "unit_price": 8000, "lead_time_days": 20}])
inquiry = an_inquiry(cheese, "500", needed_in=60)    # submitted and routed, as the form would
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.models import Category, Product, ProductSeal, Supply
from foundation import worker
from foundation.actors import SYSTEM
from foundation.models import User
from foundation.months import ALL_YEAR
from inquiries.models import Inquiry, Offer, Order, Quote
from inquiries.services import Buyer, LineRequest, Request, accept_offer, accept_quote, pay, submit_inquiry
from producers.enums import Role
from producers.models import Mandate, Network, NetworkMember, Producer, Seal, SealGrant
from routes.models import Circuit, CircuitOperator, Place, Plan, Stop
from routes.plans.cleaning import Raw, RawDay, clean
from routes.services import keep_plan, prepare_plan
from territories.models import Comuna, Region, Territory, TerritoryComuna

_numbers = count(1)
SupplySpec = int | dict[str, Any]


def _n() -> int:
    return next(_numbers)


def a_region(code: str = "04", name: str = "Región de Coquimbo", **fields: Any) -> Region:
    """The region with this code, made when it is not there."""
    defaults = {
        "name": name,
        "short_name": fields.pop("short_name", name.split()[-1]),
        "order": int(code) + 20,
    } | fields
    return Region.objects.get_or_create(code=code, defaults=defaults)[0]


def a_comuna(name: str = "Monte Patria", **fields: Any) -> Comuna:
    """The comuna of this name, made when it is not there."""
    found = Comuna.objects.filter(name=name).first()
    if found is not None:
        return found
    defaults = {"province": "Limarí", "region": fields.pop("region", None) or a_region(), "lat": -30.7, "lon": -70.95}
    return Comuna.objects.create(code=fields.pop("code", f"9{_n():04d}"), name=name, **(defaults | fields))


def a_territory(name: str = "Limarí", **fields: Any) -> Territory:
    """The territory with this slug, made when it is not there; `comunas=` are its members from the start."""
    slug = fields.pop("slug", "limari" if name == "Limarí" else f"territorio-{_n()}")
    found = Territory.objects.filter(slug=slug).first()
    if found is not None:
        return found
    comunas = fields.pop("comunas", [])
    defaults = {"region_label": "IV Región", "palette": slug, "latitude": -30.6, "longitude": -71.2}
    territory = Territory.objects.create(slug=slug, name=name, **(defaults | fields))
    for comuna in comunas:
        TerritoryComuna.objects.create(territory=territory, comuna=comuna)
    return territory


def a_user(email: str = "", **fields: Any) -> User:
    return User.objects.create_user(email or f"persona{_n()}@ejemplo.cl", fields.pop("password", None), **fields)


def a_producer(name: str = "", **fields: Any) -> Producer:
    n = _n()
    territory = fields.pop("territory", None) or a_territory()
    defaults = {
        "slug": f"productor-{n}", "territory": territory, "email": f"productor{n}@ejemplo.cl",
        "comuna": fields.pop("comuna", None) or a_comuna(),
    }  # fmt: skip
    return Producer.objects.create(name=name or f"Productora {n}", **(defaults | fields))


def a_category(slug: str = "quesos-de-cabra", name: str = "Quesos de cabra", **fields: Any) -> Category:
    """The category with this slug, made when it is not there."""
    return Category.objects.get_or_create(slug=slug, defaults={"name_es": name} | fields)[0]


def a_supply(product: Product, capacity: int | Sequence[int] = 300, **fields: Any) -> Supply:
    """`capacity` is for every month, or twelve numbers; without `producer` a new one of the product's territory."""
    months = [capacity] * 12 if isinstance(capacity, int) else list(capacity)
    producer = fields.pop("producer", None) or a_producer(territory=product.territory, comuna=product.comuna)
    defaults = {"unit_price": 9000, "minimum": 1, "multiple": 1, "lead_time_days": 3}
    return Supply.objects.create(product=product, producer=producer, monthly_capacity=months, **(defaults | fields))


def a_product(title: str = "Queso de cabra de guarda", supplies: Sequence[SupplySpec] = (), **fields: Any) -> Product:
    """A live product sold by the kilo, all year. Each of `supplies` is a capacity or a dict of `a_supply`'s fields."""
    territory = fields.pop("territory", None) or a_territory()
    comuna = fields.pop("comuna", None) or a_comuna()
    producer = fields.pop("producer", None) or a_producer(territory=territory, comuna=comuna)
    defaults = {
        "slug": f"producto-{_n()}", "category": fields.pop("category", None) or a_category(), "territory": territory,
        "comuna": comuna, "producer": producer, "months": ALL_YEAR, "sale_months": ALL_YEAR,
    }  # fmt: skip
    product = Product.objects.create(title_es=title, **(defaults | fields))
    for supply in supplies:
        a_supply(product, **({"capacity": supply} if isinstance(supply, int) else supply))
    return product


def a_network(name: str = "Red Queseras del Río Hurtado", members: Sequence[Producer] = (), **fields: Any) -> Network:
    territory = fields.pop("territory", None) or (members[0].territory if members else a_territory())
    defaults = {"slug": f"red-{_n()}", "territory": territory}
    network = Network.objects.create(name=name, **(defaults | fields))
    for producer in members:
        NetworkMember.objects.create(network=network, producer=producer)
    return network


def a_place(name: str = "Mirador del valle", **fields: Any) -> Place:
    defaults = {"slug": f"lugar-{_n()}", "comuna": fields.pop("comuna", None) or a_comuna(), "lat": -30.6, "lon": -71.0}
    return Place.objects.create(name_es=name, **(defaults | fields))


def a_circuit(
    title: str = "Ruta de los quesos", operators: Sequence[SupplySpec] = (), stops: Sequence[Place] = (), **fields: Any
) -> Circuit:
    """A live circuit. Each of `operators` is people a day, or a dict of CircuitOperator's fields."""
    territory = fields.pop("territory", None) or a_territory()
    defaults = {"slug": f"ruta-{_n()}", "territory": territory, "months": ALL_YEAR}
    circuit = Circuit.objects.create(title_es=title, **(defaults | fields))
    for order, place in enumerate(stops):
        Stop.objects.create(circuit=circuit, place=place, order=order)
    for spec in operators:
        given = {"capacity": spec} if isinstance(spec, int) else dict(spec)
        host = given.pop("producer", None) or a_producer(territory=territory)
        CircuitOperator.objects.create(circuit=circuit, producer=host, **({"unit_price": 25000} | given))
    return circuit


def a_seal(slug: str = "do-limari", name: str = "Queso de Limarí", **fields: Any) -> Seal:
    """The seal with this slug, made when it is not there."""
    return Seal.objects.get_or_create(slug=slug, defaults={"name_es": name, "issuer_es": "Consejo regulador"} | fields)[
        0
    ]


def a_grant(producer: Producer, product: Product | None = None, seal: Seal | None = None, **fields: Any) -> SealGrant:
    """A valid grant of `seal` to the producer, and when `product` is given, shown on it."""
    today = timezone.localdate()
    defaults = {
        "number": f"S-{_n()}", "granted_on": today - timedelta(days=30), "expires_on": today + timedelta(days=700),
    }  # fmt: skip
    grant = SealGrant.objects.create(seal=seal or a_seal(), producer=producer, **(defaults | fields))
    if product is not None:
        ProductSeal.objects.create(product=product, grant=grant)
    return grant


def a_mandate(user: User, of: Producer | Network | Territory | Comuna, **fields: Any) -> Mandate:
    """The right to act for a producer, network (its coordinator), territory (its team; `role=` says else) or comuna."""
    match of:
        case Producer():
            target: dict[str, Any] = {"role": Role.PRODUCER, "producer": of}
        case Network():
            target = {"role": Role.COORDINATOR, "network": of}
        case Territory():
            target = {"role": Role.TEAM, "territory": of}
        case Comuna():
            target = {"role": Role.OFFICER, "comuna": of}
    return Mandate.objects.create(user=user, **(target | fields))


def a_line(what: Product | Circuit | Category | Territory, quantity: str | int = "100", **fields: Any) -> LineRequest:
    """A line for `what`, in its own unit of sale (kilos for a category or a territory)."""
    match what:
        case Product():
            named: dict[str, Any] = {"product": what, "unit": what.unit}
        case Circuit():
            named = {"circuit": what, "unit": "person"}
        case Category():
            named = {"category": what, "unit": "kg"}
        case Territory():
            named = {"territory": what, "unit": "kg"}
    return LineRequest(quantity=Decimal(quantity), **(named | fields))


def a_request(*lines: LineRequest, needed_in: int | None = 30, **fields: Any) -> Request:
    """What a buyer sends; `needed_in` is in days from today, None for no date."""
    needed_by: date | None = None if needed_in is None else timezone.localdate() + timedelta(days=needed_in)
    defaults = {"name": "Marta Rojas", "email": "marta@lacaperuza.cl", "organisation": "Restaurante La Caperuza"}
    return Request(lines=list(lines), **(defaults | {"needed_by": needed_by} | fields))


def an_inquiry(
    what: Product | Circuit | Category | Territory | None = None, quantity: str | int = "100", **fields: Any
) -> Inquiry:
    """An inquiry of one line, submitted and routed; without `what`, for a cheese two producers make."""
    what = what or a_product(supplies=[300, 300])
    line_fields = {name: fields.pop(name) for name in ("unit", "seals", "max_unit_price") if name in fields}
    return submit_inquiry(a_request(a_line(what, quantity, **line_fields), **fields))


def a_quote(what: Product | Circuit | None = None, quantity: str | int = "500", **fields: Any) -> Quote:
    """A quote the buyer has just been sent: everybody who was asked took their part. 500 kg of two makers' cheese."""
    fields = {"destination_region": "Región Metropolitana"} | fields
    inquiry = an_inquiry(what, quantity, **fields)
    for offer in Offer.objects.open().filter(line__inquiry=inquiry):
        accept_offer(SYSTEM, offer)
    worker.run_until_idle()
    return Quote.objects.select_related("inquiry").get(inquiry=inquiry)


def an_order(quote: Quote | None = None, *, paid: bool = False, **fields: Any) -> Order:
    """An order by a quote; `fields` are those of `Buyer`."""
    order = accept_quote(SYSTEM, quote or a_quote(), Buyer(**({"name": "Marta Rojas"} | fields)))
    if paid:
        pay(SYSTEM, order)
    worker.run_until_idle()
    return Order.objects.get(pk=order.pk)


def a_plan(circuit: Circuit | None = None, **asked: Any) -> Plan:
    """A day a week from now on the circuit, or on one with a place; `asked` are fields of the wish."""
    circuit = circuit or a_circuit(stops=[a_place()])
    day = RawDay(timezone.localdate() + timedelta(days=7), "09:00", "19:00")
    return keep_plan(prepare_plan(clean(Raw(days=[day], circuit=circuit.slug, **asked)), locale="es"))
