"""Where a product stands between its maker's draft and the public page."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

from catalog.models import Product


class Standing(models.TextChoices):
    DRAFT = "draft", _("Borrador")
    REVIEW = "review", _("En revisión")
    RETURNED = "returned", _("Devuelto: falta algo")
    LIVE = "live", _("Publicado")
    CHANGED = "changed", _("Publicado, con cambios sin enviar")
    WITHDRAWN = "withdrawn", _("Retirado del sitio")


def standings(products: Iterable[Product]) -> dict[int, Standing]:
    """By product key; one query for all of them."""
    products = list(products)
    kind = ContentType.objects.get_for_model(Product)
    rows = WorkflowState.objects.active().filter(
        base_content_type=kind, object_id__in=[str(product.pk) for product in products]
    )
    status = {int(pk): status for pk, status in rows.values_list("object_id", "status")}
    return {product.pk: _standing(product, status.get(product.pk, "")) for product in products}


def _standing(product: Product, status: str) -> Standing:
    if status == WorkflowState.STATUS_IN_PROGRESS:
        return Standing.REVIEW
    if status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Standing.RETURNED
    if product.live:
        return Standing.CHANGED if product.has_unpublished_changes else Standing.LIVE
    return Standing.WITHDRAWN if product.first_published_at else Standing.DRAFT


def in_review() -> "QuerySet[Any, int]":
    """Keys of the products whose draft waits for a decision, to be looked among."""
    return _keys(WorkflowState.STATUS_IN_PROGRESS)


def returned() -> "QuerySet[Any, int]":
    """Keys of those that were sent back and wait for their makers."""
    return _keys(WorkflowState.STATUS_NEEDS_CHANGES)


def _keys(status: str) -> "QuerySet[Any, int]":
    kind = ContentType.objects.get_for_model(Product)
    waiting = WorkflowState.objects.filter(base_content_type=kind, status=status)
    return waiting.order_by().annotate(key=Cast("object_id", models.BigIntegerField())).values_list("key", flat=True)


def last_note(product: Product) -> str:
    """What whoever sent the draft back wrote; "" unless it was sent back and waits for its maker."""
    state = product.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return ""
    return str(state.current_task_state.comment) if state.current_task_state else ""
