from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from catalog.enums import Channel
from catalog.models import Category, Product
from foundation.records import Record
from foundation.translated import Translated
from foundation.units import Unit
from opportunities.enums import (
    OPPORTUNITY_NEXT,
    STANDING,
    OpportunityKind,
    OpportunityStatus,
    Origin,
    Period,
    RequirementKind,
)
from opportunities.querysets import OpportunityQuerySet
from producers.models import Network, Seal
from territories.models import Territory
from territories.previews import PagePreview


def no_channels() -> list[str]:
    return []


class Opportunity(PagePreview, Record, ClusterableModel):
    """Business or work that a territory's producers could take, with what is asked of whoever takes it.

    Drafts (`live` false) are the team's alone. What unmet demand and fruitless searches propose begins as such a draft,
    perhaps without a territory, until a team takes it up; `demand_key` then names what adds to it.
    """

    kind = "opportunity"
    page_template = "opportunities/opportunity.html"
    kept_columns = (*Record.kept_columns, "status", "origin", "demand_key", "demand_total", "demand_count")

    title_es = models.CharField(_("nombre"), max_length=140)
    title_en = models.CharField(_("nombre (inglés)"), max_length=140, blank=True)
    description_es = models.TextField(_("descripción"), blank=True)
    description_en = models.TextField(_("descripción (inglés)"), blank=True)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), null=True, on_delete=models.PROTECT, related_name="opportunities"
    )
    opportunity_kind = models.CharField(
        _("tipo"), max_length=12, choices=OpportunityKind, default=OpportunityKind.BUSINESS
    )
    status = models.CharField(
        _("estado"), max_length=12, choices=OpportunityStatus, default=OpportunityStatus.PROPOSED, editable=False
    )
    origin = models.CharField(_("origen"), max_length=20, choices=Origin, default=Origin.DIAGNOSIS, editable=False)
    channels = models.JSONField(_("canales"), default=no_channels, blank=True)
    """Values of `Channel`."""
    market_es = models.CharField(_("mercado"), max_length=160, blank=True, help_text=_("Quién compra, en palabras."))
    market_en = models.CharField(_("mercado (inglés)"), max_length=160, blank=True)
    demand_quantity = models.DecimalField(_("cuánto se pide"), max_digits=12, decimal_places=3, null=True, blank=True)
    demand_unit = models.CharField(_("unidad"), max_length=8, choices=Unit, blank=True)
    demand_period = models.CharField(_("cada cuánto"), max_length=8, choices=Period, default=Period.MONTH)
    demand_what_es = models.CharField(_("qué se pide"), max_length=120, blank=True)
    demand_what_en = models.CharField(_("qué se pide (inglés)"), max_length=120, blank=True)
    expected_jobs = models.PositiveIntegerField(_("empleos que daría"), null=True, blank=True)
    expected_sales = models.PositiveBigIntegerField(_("ventas al año que daría, en pesos"), null=True, blank=True)
    category = models.ForeignKey(
        Category, verbose_name=_("rubro"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    networks: Any = ParentalManyToManyField(Network, verbose_name=_("redes"), related_name="opportunities", blank=True)
    products: Any = ParentalManyToManyField(
        Product, verbose_name=_("productos"), related_name="opportunities", blank=True
    )
    demand_key = models.CharField(max_length=120, blank=True, editable=False)
    demand_total = models.DecimalField(max_digits=14, decimal_places=3, default=0, editable=False)
    """What inquiries asked for and found nobody (in `demand_unit`), or how often it was sought in vain."""
    demand_count = models.PositiveIntegerField(default=0, editable=False)
    """Over how many lines of inquiries, or days of searching."""
    fictional = models.BooleanField(_("ficticia"), default=False, help_text=_("Solo en la demostración."))

    _product_ids: frozenset[int] | None = None

    objects = OpportunityQuerySet.as_manager()
    title = Translated("title")
    description = Translated("description")
    market = Translated("market")
    demand_what = Translated("demand_what")

    class Meta:
        verbose_name = _("oportunidad")
        verbose_name_plural = _("oportunidades")
        indexes = [models.Index(fields=["territory", "live"]), models.Index(fields=["status", "live"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(territory__isnull=False) | Q(live=False), name="opportunity_shown_has_territory"
            ),
            models.UniqueConstraint(
                fields=["demand_key"],
                condition=Q(status__in=sorted(STANDING)) & ~Q(demand_key=""),
                name="opportunity_one_standing_a_demand",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("opportunity", args=[self.slug])

    def can_become(self, status: str) -> bool:
        return OpportunityStatus(status) in OPPORTUNITY_NEXT[OpportunityStatus(self.status)]

    def product_ids(self) -> frozenset[int]:
        """Keys of its products; read once for each object, or told by who has read them already."""
        if self._product_ids is None:
            self._product_ids = frozenset(self.products.values_list("pk", flat=True))
        return self._product_ids

    def know_products(self, keys: Iterable[int]) -> None:
        self._product_ids = frozenset(keys)

    def channel_labels(self) -> list[str]:
        return [str(Channel(value).label) for value in self.channels]

    def page_context(self) -> dict[str, Any]:
        from opportunities.pages import opportunity_page

        return opportunity_page(self)

    def poster(self) -> dict[str, Any]:
        return {
            "title": self.title_es,
            "subtitle": self.territory.name if self.territory else "",
            "territory": self.territory.slug if self.territory else "",
            "drawing": "network",
            "products": list(self.products.order_by("pk").values_list("slug", flat=True)[:3]),
        }


NEEDS = {
    RequirementKind.TERRITORY: ("territory",),
    RequirementKind.CATEGORY: ("category",),
    RequirementKind.CHANNEL: ("channel",),
    RequirementKind.SEAL: ("seal",),
    RequirementKind.LEAD_TIME: ("quantity",),
    RequirementKind.TRAINING: ("course",),
    RequirementKind.CAPACITY: ("quantity", "unit"),
    RequirementKind.PEOPLE: ("quantity",),
}
"""Which columns each kind cannot do without."""


class Requirement(models.Model):
    """One thing asked of whoever takes the opportunity; the columns that its kind needs say how much of what."""

    opportunity = ParentalKey(Opportunity, on_delete=models.CASCADE, related_name="requirements")
    requirement_kind = models.CharField(_("qué se pide"), max_length=12, choices=RequirementKind)
    seal = models.ForeignKey(Seal, verbose_name=_("sello"), null=True, blank=True, on_delete=models.PROTECT)
    category = models.ForeignKey(Category, verbose_name=_("rubro"), null=True, blank=True, on_delete=models.PROTECT)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    course = models.ForeignKey(
        "terruno_opportunities.Course",
        verbose_name=_("curso"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="asked_by",
    )
    channel = models.CharField(_("canal"), max_length=12, choices=Channel, blank=True)
    quantity = models.DecimalField(
        _("cuánto"), max_digits=12, decimal_places=3, null=True, blank=True, help_text=_("Al mes, días o personas.")
    )
    unit = models.CharField(_("unidad"), max_length=8, choices=Unit, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("requisito")
        verbose_name_plural = _("requisitos")
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gt=0), name="requirement_quantity_positive"
            ),
            *(
                models.CheckConstraint(
                    condition=~Q(requirement_kind=kind)
                    | Q(**{f"{name}__gt": ""} if name in ("channel", "unit") else {f"{name}__isnull": False}),
                    name=f"requirement_{kind.value}_has_{name}",
                )
                for kind, names in NEEDS.items()
                for name in names
            ),
        ]

    def __str__(self) -> str:
        return self.get_requirement_kind_display()

    def clean(self) -> None:
        if self.requirement_kind in RequirementKind.values:
            needed = NEEDS[RequirementKind(self.requirement_kind)]
            missing = [name for name in needed if not (getattr(self, f"{name}_id", None) or getattr(self, name, None))]
            if missing:
                raise ValidationError(dict.fromkeys(missing, _("Este requisito necesita este dato.")))
