"""A sheet of products: kept as it was read, then done exactly as it was shown, or not at all."""

from django.db import transaction
from django.utils import timezone

from catalog.enums import ImportStatus
from catalog.grounds import comunas_for
from catalog.imports.columns import BY_KEY, SUPPLY_KEYS
from catalog.imports.planning import CHANGED, CREATED, Plan, PlannedRow, plan
from catalog.imports.reading import Sheet
from catalog.models import Category, Product, ProductImport, Supply
from foundation import audit, locking
from foundation.models import User
from producers.models import Producer

from .drafts import edit_draft, start_product
from .supplies import Terms, set_terms


class CatalogueChanged(Exception):
    """What the sheet would do now is not what was shown; nothing was done."""


def keep_sheet(actor: User, producer: Producer, sheet: Sheet, *, name: str) -> ProductImport:
    """Store what was read, to be shown and confirmed."""
    with transaction.atomic():
        kept = ProductImport.objects.create(
            user=actor, producer=producer, name=name[:160], digest=sheet.digest, sheet=sheet.stored(),
            plan_digest=plan(producer, sheet.rows).digest,
        )  # fmt: skip
        audit.record(actor, "import.read", kept, producer=producer.pk, rows=len(sheet.rows))
    return kept


def plan_of(kept: ProductImport) -> Plan:
    """What the sheet would do as the catalogue stands now."""
    return plan(kept.producer, [(number, cells) for number, cells in kept.sheet["rows"]])


def commit_import(actor: User, kept: ProductImport, *, shown: str) -> ProductImport:
    """Do what the plan with the digest `shown` says. A sheet that was done is answered as it is.

    Raises CatalogueChanged, and then nothing was written.
    """
    with transaction.atomic():
        kept = locking.lock(ProductImport, kept.pk)
        if kept.status == ImportStatus.DONE:
            return kept
        _hold(kept.producer)
        wanted = plan_of(kept)
        if wanted.digest != shown:
            raise CatalogueChanged(kept.name)
        for row in wanted.rows:
            if row.kind == CREATED:
                _create(actor, kept.producer, row)
            elif row.kind == CHANGED:
                _change(actor, kept.producer, row)
        kept.status, kept.done_at = ImportStatus.DONE, timezone.now()
        kept.created, kept.changed = wanted.count(CREATED), wanted.count(CHANGED)
        kept.plan_digest = shown
        kept.save()
        audit.record(actor, "import.done", kept, producer=kept.producer_id, created=kept.created, changed=kept.changed)
    return kept


def _hold(producer: Producer) -> None:
    """Nobody else changes the producer's products until this is done."""
    locking.lock(Producer, producer.pk)
    keys = list(Product.objects.filter(producer=producer).order_by("pk").values_list("pk", flat=True))
    if keys:
        locking.lock(Product, *keys)


def _create(actor: User, producer: Producer, row: PlannedRow) -> None:
    texts = {change.key: change.after for change in row.changes}
    comuna = comunas_for([producer]).get(name=texts["comuna"]) if "comuna" in texts else producer.comuna

    def write(product: Product) -> None:
        _write(product, texts)
        product.months = product.months or product.sale_months

    product = start_product(
        actor, producer, title=texts["title"], category=Category.objects.get(slug=texts["category"]), comuna=comuna,
        summary=texts.get("summary", ""), change=write,
    )  # fmt: skip
    _set_terms(actor, product, producer, texts)


def _change(actor: User, producer: Producer, row: PlannedRow) -> None:
    product: Product = producer.products.get(pk=row.product or 0)
    texts = {change.key: change.after for change in row.changes}
    if texts.keys() - SUPPLY_KEYS:
        edit_draft(actor, product, lambda draft: _write_all(draft, producer, texts), step="import")
    _set_terms(actor, product, producer, texts)


def _write_all(draft: Product, producer: Producer, texts: dict[str, str]) -> None:
    if "category" in texts:
        draft.category = Category.objects.get(slug=texts["category"])
    if "comuna" in texts:
        draft.comuna = comunas_for([producer]).get(name=texts["comuna"])
    _write(draft, texts)


def _write(product: Product, texts: dict[str, str]) -> None:
    for key, text in texts.items():
        write = BY_KEY[key].write
        if write is not None:
            write(product, text)


def _set_terms(actor: User, product: Product, producer: Producer, texts: dict[str, str]) -> None:
    if not texts.keys() & SUPPLY_KEYS:
        return
    supply = Supply.objects.filter(product=product, producer=producer).first()
    before = supply.monthly_capacity if supply else [0] * 12
    capacity = [int(texts.get(f"capacity_{month}", before[month - 1])) for month in range(1, 13)]
    terms = Terms(
        unit_price=int(texts.get("net_price") or (supply.unit_price if supply else 0)),
        minimum=supply.minimum if supply else max(1, int(product.minimum)),
        lead_time_days=int(texts.get("lead_time") or (supply.lead_time_days if supply else product.lead_time_days)),
        capacity=capacity,
        multiple=supply.multiple if supply else 1,
    )
    set_terms(actor, product, producer, terms)
