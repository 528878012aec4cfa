from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.records import Record
from foundation.translated import Translated
from producers.querysets import NetworkMemberQuerySet, NetworkQuerySet
from territories.models import Territory
from territories.previews import PagePreview

from .producers import Producer


class Network(PagePreview, Record, ClusterableModel):
    """Producers that sell as one: pooled capacity, one coordinator, one answer to a buyer."""

    kind = "network"
    page_template = "producers/network.html"

    name = models.CharField(_("nombre"), max_length=140)
    trade_es = models.CharField(_("oficio"), max_length=120, blank=True)
    trade_en = models.CharField(_("oficio (inglés)"), max_length=120, blank=True)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), on_delete=models.PROTECT, related_name="networks"
    )
    story_es = models.TextField(_("relato"), blank=True)
    story_en = models.TextField(_("relato (inglés)"), blank=True)
    members_declared = models.PositiveIntegerField(_("socios declarados"), null=True, blank=True)
    lead_time_days = models.PositiveSmallIntegerField(_("días de preparación"), default=7)
    email = models.EmailField(_("correo"), blank=True)

    objects = NetworkQuerySet.as_manager()
    trade = Translated("trade")
    story = Translated("story")

    class Meta:
        verbose_name = _("red")
        verbose_name_plural = _("redes")

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("network", args=[self.slug])

    def page_context(self) -> dict[str, Any]:
        from producers.pages import network_page

        return network_page(self)

    def poster(self) -> dict[str, Any]:
        return {
            "title": self.name,
            "subtitle": self.trade_es,
            "territory": self.territory.slug,
            "drawing": "network",
            "products": list(self.products.order_by("pk").values_list("slug", flat=True)[:6]),
        }


class NetworkMember(models.Model):
    network = ParentalKey(Network, on_delete=models.CASCADE, related_name="members")
    producer = models.ForeignKey(
        Producer, verbose_name=_("productor"), on_delete=models.PROTECT, related_name="memberships"
    )
    joined_on = models.DateField(_("desde"), null=True, blank=True)
    left_on = models.DateField(_("hasta"), null=True, blank=True)

    objects = NetworkMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("socio de la red")
        verbose_name_plural = _("socios de la red")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "producer"], condition=Q(left_on__isnull=True), name="member_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.producer} – {self.network}"


class NetworkCapacity(models.Model):
    """What the members can do together, in hectares, tonnes, pieces, people (e.g. «3.000 ha»)."""

    network = ParentalKey(Network, on_delete=models.CASCADE, related_name="capacities")
    quantity = models.DecimalField(_("cantidad"), max_digits=12, decimal_places=2)
    unit_es = models.CharField(_("unidad"), max_length=60)
    unit_en = models.CharField(_("unidad (inglés)"), max_length=60, blank=True)
    what_es = models.CharField(_("qué"), max_length=160, blank=True)
    what_en = models.CharField(_("qué (inglés)"), max_length=160, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    unit = Translated("unit")
    what = Translated("what")

    class Meta:
        ordering = ["order"]
        verbose_name = _("capacidad conjunta")
        verbose_name_plural = _("capacidades conjuntas")
        constraints = [models.CheckConstraint(condition=Q(quantity__gte=0), name="network_capacity_not_negative")]

    def __str__(self) -> str:
        return f"{self.quantity} {self.unit}"


class NetworkResult(models.Model):
    """A counted result (500 permanent jobs), with where the figure comes from: typed figures say so."""

    network = ParentalKey(Network, on_delete=models.CASCADE, related_name="results")
    quantity = models.DecimalField(_("cantidad"), max_digits=12, decimal_places=2)
    at_least = models.BooleanField(_("al menos"), default=False)
    what_es = models.CharField(_("qué"), max_length=160)
    what_en = models.CharField(_("qué (inglés)"), max_length=160, blank=True)
    source_es = models.CharField(_("fuente"), max_length=160)
    source_en = models.CharField(_("fuente (inglés)"), max_length=160, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    what = Translated("what")
    source = Translated("source")

    class Meta:
        ordering = ["order"]
        verbose_name = _("resultado")
        verbose_name_plural = _("resultados")

    def __str__(self) -> str:
        return f"{self.quantity} {self.what}"
