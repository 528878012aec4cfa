from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from catalog.enums import Channel, Storage
from catalog.querysets import ProductQuerySet, ProductSealQuerySet
from foundation import units
from foundation.months import MonthsField
from foundation.records import Record
from foundation.translated import Translated
from foundation.units import Unit
from producers.models import Network, Producer, SealGrant
from territories.models import Comuna, Territory
from territories.previews import PagePreview

from .categories import Category


def no_channels() -> list[str]:
    return []


class Product(PagePreview, Record, ClusterableModel):  # type: ignore[django-manager-missing]  # untyped ParentalKeys
    """A territorial product as buyers find it; `supplies` say who makes how much of it, month by month."""

    kind = "product"
    page_template = "catalog/product.html"
    kept_columns = (*Record.kept_columns, "price_from", "price_format_es", "price_format_en")

    title_es = models.CharField(_("nombre"), max_length=140)
    title_en = models.CharField(_("nombre (inglés)"), max_length=140, blank=True)
    description_es = models.TextField(_("descripción"), blank=True)
    description_en = models.TextField(_("descripción (inglés)"), blank=True)
    keywords_es = models.CharField(_("palabras para encontrarlo"), max_length=240, blank=True)
    keywords_en = models.CharField(_("palabras para encontrarlo (inglés)"), max_length=240, blank=True)
    category = models.ForeignKey(
        Category, verbose_name=_("categoría"), on_delete=models.PROTECT, related_name="products"
    )
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), on_delete=models.PROTECT, related_name="products"
    )
    comuna = models.ForeignKey(Comuna, verbose_name=_("comuna"), on_delete=models.PROTECT, related_name="products")
    producer = models.ForeignKey(
        Producer, verbose_name=_("responsable de la ficha"), on_delete=models.PROTECT, related_name="products"
    )
    network = models.ForeignKey(
        Network, verbose_name=_("red"), null=True, blank=True, on_delete=models.SET_NULL, related_name="products"
    )
    unit = models.CharField(_("unidad de venta mayor"), max_length=8, choices=Unit, default=Unit.KG)
    unit_name_es = models.CharField(
        _("esa unidad, en palabras"), max_length=60, blank=True, help_text=_("P. ej. «caja de 8,2 kg».")
    )
    unit_name_en = models.CharField(_("esa unidad, en palabras (inglés)"), max_length=60, blank=True)
    base_unit = models.CharField(_("medida"), max_length=8, choices=Unit, default=Unit.KG)
    unit_size = models.DecimalField(
        _("contenido de la unidad"),
        max_digits=10,
        decimal_places=3,
        default=1,
        validators=[MinValueValidator(Decimal("0.001"))],
        help_text=_("Cuántas medidas trae una unidad de venta mayor: 8,2 kg una caja."),
    )
    months = MonthsField(_("meses de cosecha o elaboración"))
    sale_months = MonthsField(_("meses a la venta"))
    lead_time_days = models.PositiveSmallIntegerField(_("días de preparación"), default=3)
    minimum = models.DecimalField(
        _("pedido mayor mínimo"), max_digits=12, decimal_places=3, default=1, validators=[MinValueValidator(0)]
    )
    shelf_life_days = models.PositiveIntegerField(_("dura (días)"), null=True, blank=True)
    storage = models.CharField(_("conservación"), max_length=8, choices=Storage, default=Storage.AMBIENT)
    storage_note_es = models.CharField(_("cómo se guarda"), max_length=160, blank=True)
    storage_note_en = models.CharField(_("cómo se guarda (inglés)"), max_length=160, blank=True)
    allergens_es = models.CharField(_("alérgenos"), max_length=160, blank=True)
    allergens_en = models.CharField(_("alérgenos (inglés)"), max_length=160, blank=True)
    alcohol = models.BooleanField(_("con alcohol"), default=False)
    made_to_order = models.BooleanField(_("a pedido"), default=False)
    channels = models.JSONField(_("canales"), default=no_channels, blank=True)
    """Values of `Channel`."""
    price_from = models.PositiveBigIntegerField(_("precio desde"), null=True, blank=True, editable=False)
    """Lowest price of one retail format in whole pesos, VAT included; kept by `set_price_from`."""
    price_format_es = models.CharField(max_length=80, blank=True, editable=False)
    price_format_en = models.CharField(max_length=80, blank=True, editable=False)
    fictional = models.BooleanField(_("ficticio"), default=False, help_text=_("Solo en la demostración."))

    objects = ProductQuerySet.as_manager()
    title = Translated("title")
    description = Translated("description")
    keywords = Translated("keywords")
    allergens = Translated("allergens")
    storage_note = Translated("storage_note")
    unit_name = Translated("unit_name")
    price_format = Translated("price_format")

    class Meta:
        verbose_name = _("producto")
        verbose_name_plural = _("productos")
        indexes = [models.Index(fields=["territory", "live"]), models.Index(fields=["category", "live"])]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("product", args=[self.slug])

    def in_units(self, quantity: Decimal, unit: str) -> Decimal | None:
        """A quantity asked in `unit` as units of sale: 82 kg of grapes are 10 boxes; else None."""
        if unit == self.unit:
            return quantity
        measure = units.convert(quantity, unit, self.base_unit)
        return None if measure is None else measure / self.unit_size

    def out_of_units(self, quantity: Decimal, unit: str) -> Decimal:
        """The other way round: 10 boxes as 82 kg. Raises ValueError where `in_units` gives None."""
        if unit == self.unit:
            return quantity
        measure = units.convert(quantity * self.unit_size, self.base_unit, unit)
        if measure is None:
            raise ValueError(f"{self.slug} is not measured in {unit}.")
        return measure

    def channel_labels(self) -> list[str]:
        return [str(Channel(value).label) for value in self.channels]

    def set_price_from(self) -> None:
        """Take the first format's single price into the columns lists show; the caller saves."""
        first = self.formats.order_by("order", "pk").first()
        tier = first.tiers.order_by("min_quantity").first() if first else None
        self.price_from = tier.unit_price if tier else None
        self.price_format_es = first.name_es if first else ""
        self.price_format_en = first.name_en if first else ""

    def page_context(self) -> dict[str, Any]:
        from catalog.shop import product_page

        return product_page(self)

    def poster(self) -> dict[str, Any]:
        return {
            "title": self.title_es,
            "subtitle": self.comuna.name,
            "territory": self.territory.slug,
            "drawing": "product",
            "category": f"{self.category.parent.slug}/{self.category.slug}"
            if self.category.parent
            else self.category.slug,
        }


class ProductSeal(models.Model):
    """A product sold under a grant its maker holds, shown while the product itself is made in the seal's area."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="product_seals")
    grant = models.ForeignKey(
        SealGrant, verbose_name=_("sello otorgado"), on_delete=models.CASCADE, related_name="product_seals"
    )

    objects = ProductSealQuerySet.as_manager()

    class Meta:
        verbose_name = _("sello del producto")
        verbose_name_plural = _("sellos del producto")
        constraints = [models.UniqueConstraint(fields=["product", "grant"], name="product_seal_once")]

    def __str__(self) -> str:
        return f"{self.product}: {self.grant}"
