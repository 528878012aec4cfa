"""Hearing of what listings show: rows of the rooms to the left are saved, joined and deleted.

Rows written in bulk send no signals; whoever writes them so runs `reindex` afterwards.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from catalog.models import Category, Product, ProductSeal, Supply
from producers.models import Network, NetworkMember, Producer, Seal, SealGrant
from routes.models import Circuit, CircuitOperator, Place, Stop
from territories.models import Territory, TerritoryComuna

from .related import spread, want, want_all

NAMED = ("name_es", "name_en")
WATCHED: dict[type[Model], tuple[str, tuple[str, ...]]] = {
    Territory: ("territory", ("name", "slug", "palette", "latitude", "longitude")),
    Producer: ("producer", ("name", "person", "live", "lat", "lon", "comuna_id")),
    Network: ("network", ("name", "live")),
    Product: ("product", ("title_es", "title_en", "category_id", "producer_id", "network_id", "live")),
    Category: ("category", ("slug", "parent_id", *NAMED)),
    Seal: ("seal", ("slug", *NAMED)),
    SealGrant: ("grant", ("seal_id", "granted_on", "expires_on", "revoked_on")),
    Place: ("place", ("comuna_id", "lat", "lon", *NAMED)),
}
"""What other listings show of each row."""
PARTS: dict[type[Model], tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    Supply: (("producer_id", "paused"), (("product", "product_id"),)),
    ProductSeal: (("grant_id",), (("product", "product_id"),)),
    Stop: (("place_id", "order", "note_es", "note_en"), (("circuit", "circuit_id"),)),
    CircuitOperator: (("producer_id", "paused"), (("circuit", "circuit_id"),)),
    NetworkMember: (
        ("producer_id", "joined_on", "left_on"),
        (("network", "network_id"), ("producer", "producer_id")),
    ),
    TerritoryComuna: (("comuna_id", "joined_on", "left_on"), (("territory", "territory_id"),)),
}
"""Rows that are part of a listing: the columns it shows, and the listings they are part of."""
MARK = "_shown_change"
Receiver = Callable[..., None]


def connect() -> None:
    for model, (via, columns) in WATCHED.items():
        connect_one(model, columns, spread_from(via))
        pre_delete.connect(before_delete(via), sender=model, weak=False, dispatch_uid=f"search.{via}.delete")
    for model, (columns, owners) in PARTS.items():
        tell = want_owners(owners)
        connect_one(model, columns, tell)
        post_delete.connect(on_delete(tell), sender=model, weak=False, dispatch_uid=f"search.{model.__name__}.delete")
    m2m_changed.connect(products_of_circuit, sender=Circuit.products.through, dispatch_uid="search.circuit.products")
    m2m_changed.connect(area_of_seal, sender=Seal.comunas.through, dispatch_uid="search.seal.area")


def connect_one(model: type[Model], columns: Sequence[str], tell: Callable[[Any], None]) -> None:
    """`tell` is called with each row that is new, or saved with another value in one of the columns."""

    def compare(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **_signal: Any) -> None:
        setattr(instance, MARK, not raw and differs(model, columns, instance, update_fields))

    def follow(sender: Any, instance: Any, **_signal: Any) -> None:
        if getattr(instance, MARK, False):
            setattr(instance, MARK, False)
            tell(instance)

    pre_save.connect(compare, sender=model, weak=False, dispatch_uid=f"search.{model.__name__}.compare")
    post_save.connect(follow, sender=model, weak=False, dispatch_uid=f"search.{model.__name__}.follow")


def differs(model: type[Model], columns: Sequence[str], instance: Any, update_fields: Any) -> bool:
    if update_fields is not None:
        named = set(update_fields)
        columns = [column for column in columns if column in named or column.removesuffix("_id") in named]
        if not columns:
            return False
    stored = model._base_manager.filter(pk=instance.pk).values_list(*columns).first() if instance.pk else None
    return stored != tuple(getattr(instance, column) for column in columns)


def spread_from(via: str) -> Callable[[Any], None]:
    def tell(row: Any) -> None:
        spread(via, row.pk)

    return tell


def before_delete(via: str) -> Receiver:
    def receive(sender: Any, instance: Any, **_signal: Any) -> None:
        want_all(via, instance.pk)

    return receive


def on_delete(tell: Callable[[Any], None]) -> Receiver:
    def receive(sender: Any, instance: Any, **_signal: Any) -> None:
        tell(instance)

    return receive


def want_owners(owners: Sequence[tuple[str, str]]) -> Callable[[Any], None]:
    def tell(row: Any) -> None:
        for kind, column in owners:
            want(kind, [getattr(row, column)])

    return tell


def products_of_circuit(sender: Any, instance: Any, action: str, reverse: bool, pk_set: Any, **_signal: Any) -> None:
    if action in ("post_add", "post_remove", "post_clear"):
        want("circuit", list(pk_set or ()) if reverse else [instance.pk])


def area_of_seal(sender: Any, instance: Any, action: str, reverse: bool, pk_set: Any, **_signal: Any) -> None:
    """A product shows a seal only inside its area."""
    if action in ("post_add", "post_remove") or (action == "post_clear" and not reverse):
        for seal in pk_set if reverse else (instance.pk,):
            spread("seal", seal)
