"""Rows of this room by the workspace that may work on them: foreign and absent are the same 404."""

from typing import Any

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from catalog.models import Lot, Product, Supply
from producers.enums import Role
from producers.panel import Workspace

MAKERS = (Role.PRODUCER, Role.COORDINATOR, Role.TEAM)
"""Whose pages these are."""


def own_product(workspace: Workspace, pk: int) -> Product:
    """A listing the account may edit."""
    return get_object_or_404(_full(), pk=pk, producer__in=workspace.producers.values("pk"))


def known_product(workspace: Workspace, pk: int) -> Product:
    """A listing of the account's, or one it delivers for."""
    makers = workspace.producers.values("pk")
    supplied = Supply.objects.filter(producer__in=makers).values("product")
    return get_object_or_404(_full().filter(Q(producer__in=makers) | Q(pk__in=supplied)), pk=pk)


def own_supply(workspace: Workspace, pk: int) -> Supply:
    found = Supply.objects.select_related("product", "producer")
    return get_object_or_404(found, pk=pk, producer__in=workspace.producers.values("pk"))


def own_lot(workspace: Workspace, code: str) -> Lot:
    found = Lot.objects.select_related("product", "producer__territory", "producer__comuna")
    return get_object_or_404(found, code=code, producer__in=workspace.producers.values("pk"))


def _full() -> "QuerySet[Any]":
    return Product.objects.select_related("producer", "territory", "comuna", "category", "image")
