"""What else a listing shows, and so has to be indexed anew when that changes.

A listing's version grows with each such change, in the transaction of the change: by it the index knows what is newer,
and the reconciler what it missed.
"""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from foundation.outbox import publish

from .sources import source_of

WANTED = "index.wanted"
"""Listings to index anew, by id; their versions have grown already."""
RELATED = "index.related"
"""Something changed that any number of listings show; they are found in batches."""

SHOWN_BY: dict[str, dict[str, tuple[str, ...]]] = {
    "territory": dict.fromkeys(("product", "circuit", "producer", "network", "opportunity"), ("territory",)),
    "producer": {
        "product": ("producer", "supplies__producer"),
        "circuit": ("operators__producer",),
        "network": ("members__producer",),
    },
    "network": {"product": ("network",), "producer": ("memberships__network",), "opportunity": ("networks",)},
    "product": dict.fromkeys(("producer", "network", "circuit", "opportunity"), ("products",)),
    "category": {
        **dict.fromkeys(("product", "opportunity"), ("category", "category__parent")),
        **dict.fromkeys(("producer", "network", "circuit"), ("products__category", "products__category__parent")),
    },
    "seal": {"product": ("product_seals__grant__seal",), "producer": ("grants__seal",)},
    "grant": {"product": ("product_seals__grant",), "producer": ("grants",)},
    "place": {"circuit": ("stops__place",)},
}
"""By what changed: the kinds of listing that show it, and how each leads to it."""


def rows_of(kind: str) -> QuerySet[Any]:
    """All rows of a registered kind, drafts included."""
    source = source_of(kind)
    if source is None:
        raise LookupError(f"Nothing is registered for {kind!r}.")
    return source.rows().model._base_manager.all()


def wide(kind: str, via: str, related_id: int) -> QuerySet[Any]:
    """The listings of a kind that show something."""
    paths = Q()
    for path in SHOWN_BY[via][kind]:
        paths |= Q(**{path: related_id})
    return rows_of(kind).filter(paths).distinct()


def want(kind: str, ids: Collection[int]) -> None:
    """Have these indexed anew."""
    if not ids:
        return
    with transaction.atomic():
        rows_of(kind).filter(pk__in=ids).update(version=F("version") + 1)
        publish(WANTED, payload={"kind": kind, "ids": sorted(ids)})


def spread(via: str, related_id: int) -> None:
    """Have everything that shows this indexed anew, by the worker."""
    with transaction.atomic():
        for kind in SHOWN_BY[via]:
            publish(RELATED, payload={"via": via, "id": related_id, "kind": kind, "after": 0})


def want_all(via: str, related_id: int) -> None:
    """The same for something about to be deleted, which afterwards leads nowhere."""
    for kind in SHOWN_BY[via]:
        want(kind, list(wide(kind, via, related_id).values_list("pk", flat=True)))
