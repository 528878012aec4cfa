"""A product's draft: what the public page will say once somebody has looked at it.

A live product's row stays as it is while its draft changes. Of a product that was never live the row follows the
draft, so that its maker's list and stock show what was typed. What a maker says of their own supply
(`services.supplies`) is no draft: it holds at once, and is written into whatever draft may be published later.
"""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Revision, WorkflowState

from catalog.models import Category, Product, Supply
from foundation import audit, locking
from foundation.idempotency import once
from foundation.models import User
from producers.models import Network, NetworkMember, Producer
from territories.models import Comuna

RESERVED = frozenset({"nuevo", "importar", "exportar", "plantilla"})
"""Addresses of the panel that stand where a product's would."""


class BeingReviewed(Exception):
    """Somebody is looking at the draft: until they have decided, or it is taken back, it stays as it is."""


def start_product(
    actor: User,
    producer: Producer,
    *,
    title: str,
    category: Category,
    comuna: Comuna,
    summary: str = "",
    key: str = "",
    change: Callable[[Product], None] | None = None,
) -> Product:
    """A draft that nobody but those who work on it sees. The same `key` again answers the same product.

    `change` writes more into it before it is kept. Raises ValidationError.
    """
    with transaction.atomic():
        known = once(key, str(producer.pk).encode(), f"product.start:{actor.pk}")
        if known.replayed:
            return Product.objects.get(pk=known.reference)
        product = Product(
            slug=free_slug(title), title_es=title, summary_es=summary, category=category, comuna=comuna,
            producer=producer, territory=producer.territory, network=network_of(producer), live=False,
            channels=["direct"],
        )  # fmt: skip
        if change is not None:
            change(product)
        product.full_clean()
        product.save()
        product.save_revision(user=actor, log_action="wagtail.create", clean=False)
        audit.record(actor, "product.drafted", product, producer=producer.pk)
        known.settle(str(product.pk))
    return product


def edit_draft(actor: User, product: Product, change: Callable[[Product], None], *, step: str) -> Product:
    """Let `change` write into the draft and keep it; answers the draft. Raises BeingReviewed, ValidationError."""
    with transaction.atomic():
        stored = locking.lock(Product, product.pk)
        if under_review(stored) is not None:
            raise BeingReviewed(str(stored))
        draft: Product = stored.get_latest_revision_as_object()
        change(draft)
        draft.full_clean()
        if not stored.live and stored.first_published_at is None:
            draft.live = False
            draft.save()
        draft.save_revision(user=actor, log_action=True, clean=False)
        audit.record(actor, "product.edited", stored, step=step)
    return draft


def draft_of(product: Product) -> Product:
    """The product as its maker last left it, published or not."""
    draft: Product = product.get_latest_revision_as_object()
    return draft


def under_review(product: Product) -> WorkflowState | None:
    return product.workflow_states.filter(status=WorkflowState.STATUS_IN_PROGRESS).first()


def carry_into_drafts(product: Product, supply: Supply | None = None, **columns: Any) -> None:
    """Write what holds at once into every draft that may yet be published, so that none brings the old state back.

    `columns` are of the product. Other supplies in the draft stay as they are there.
    """
    waiting = Q(pk=product.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    drafts = Revision.objects.for_instance(product).filter(waiting | Q(task_states__status="in_progress")).distinct()
    for draft in drafts:
        content = draft.content | columns
        if supply is not None:
            content["supplies"] = _with(content.get("supplies", []), supply)
        Revision.objects.filter(pk=draft.pk).update(content=content)


def _with(rows: list[dict[str, Any]], supply: Supply) -> list[dict[str, Any]]:
    content = get_serializable_data_for_fields(supply)
    if not any(row["producer"] == supply.producer_id for row in rows):
        return [*rows, content]
    return [row | content if row["producer"] == supply.producer_id else row for row in rows]


def free_slug(title: str) -> str:
    """An address no product has yet."""
    stem = slugify(title)[:100] or "producto"
    taken = set(Product.objects.filter(slug__startswith=stem).values_list("slug", flat=True)) | RESERVED
    if stem not in taken:
        return stem
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{stem}-{n}") not in taken)


def network_of(producer: Producer) -> Network | None:
    """The network the producer sells with; None when it is in none, or in several."""
    joined = list(
        NetworkMember.objects.on().filter(producer=producer, network__live=True).select_related("network")[:2]
    )
    return joined[0].network if len(joined) == 1 else None
