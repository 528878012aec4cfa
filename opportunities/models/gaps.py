from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Supply
from foundation.translated import Translated
from inquiries.enums import GapKind
from opportunities.enums import GAP_NEXT, GapStatus, Origin
from opportunities.querysets import GapQuerySet

from .opportunities import Opportunity


class Gap(models.Model):
    """What stands between an opportunity and those who could take it: how far it is now, and how far it must come.

    `size_now` and `size_target` are in `unit`; a target below the start (rejected pieces) is as good as one above.
    Closed only with evidence, by `services.close_gap`.
    """

    opportunity = models.ForeignKey(
        Opportunity, verbose_name=_("oportunidad"), on_delete=models.CASCADE, related_name="gaps"
    )
    gap_kind = models.CharField(_("tipo de brecha"), max_length=16, choices=GapKind)
    title_es = models.CharField(_("qué falta"), max_length=200)
    title_en = models.CharField(_("qué falta (inglés)"), max_length=200, blank=True)
    opened_by = models.CharField(_("la mostró"), max_length=20, choices=Origin, default=Origin.DIAGNOSIS)
    size_start = models.DecimalField(_("al abrirla"), max_digits=12, decimal_places=3, default=0)
    size_now = models.DecimalField(_("hoy"), max_digits=12, decimal_places=3, default=0)
    size_target = models.DecimalField(_("meta"), max_digits=12, decimal_places=3)
    unit_es = models.CharField(_("en qué se mide"), max_length=80)
    unit_en = models.CharField(_("en qué se mide (inglés)"), max_length=80, blank=True)
    closes_with_es = models.CharField(_("se cierra con"), max_length=160, blank=True)
    closes_with_en = models.CharField(_("se cierra con (inglés)"), max_length=160, blank=True)
    status = models.CharField(_("estado"), max_length=8, choices=GapStatus, default=GapStatus.OPEN, editable=False)
    key = models.CharField(max_length=40, blank=True, editable=False)
    """Names a gap that unmet demand keeps up to date; empty for one somebody wrote."""
    opened_on = models.DateField(_("abierta el"), auto_now_add=True)
    closed_on = models.DateField(_("cerrada el"), null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = GapQuerySet.as_manager()
    title = Translated("title")
    unit = Translated("unit")
    closes_with = Translated("closes_with")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("brecha")
        verbose_name_plural = _("brechas")
        indexes = [models.Index(fields=["status", "gap_kind"])]
        constraints = [
            models.UniqueConstraint(fields=["opportunity", "key"], condition=~Q(key=""), name="gap_once_a_key"),
            models.CheckConstraint(
                condition=Q(status=GapStatus.CLOSED, closed_on__isnull=False)
                | (~Q(status=GapStatus.CLOSED) & Q(closed_on__isnull=True)),
                name="gap_closed_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def can_become(self, status: str) -> bool:
        return GapStatus(status) in GAP_NEXT[GapStatus(self.status)]

    @property
    def share(self) -> float:
        """How much of the way from the start to the target is done, 0 to 1."""
        whole = self.size_target - self.size_start
        if not whole:
            return 1.0
        return min(max(float((self.size_now - self.size_start) / whole), 0.0), 1.0)


class Evidence(models.Model):
    """Why a gap is held to be smaller, or closed: a document somebody checked."""

    gap = models.ForeignKey(Gap, verbose_name=_("brecha"), on_delete=models.CASCADE, related_name="evidence")
    number = models.CharField(_("número del documento"), max_length=80, blank=True)
    url = models.URLField(_("dirección del documento"), max_length=300, blank=True)
    text = models.CharField(_("qué muestra"), max_length=500, blank=True)
    size = models.DecimalField(_("medida que muestra"), max_digits=12, decimal_places=3, null=True, blank=True)
    """What `Gap.size_now` becomes, in the gap's unit."""
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    """Who looked at it; empty for what the product itself counted."""
    on = models.DateField(_("fecha"))
    closes = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("respaldo")
        verbose_name_plural = _("respaldos")
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gt="") | Q(url__gt="") | Q(text__gt=""), name="evidence_says_something"
            ),
            models.UniqueConstraint(fields=["gap"], condition=Q(closes=True), name="gap_closed_by_one_evidence"),
        ]

    def __str__(self) -> str:
        return self.number or self.text or self.url


class CapacityRaise(models.Model):
    """The monthly capacity a producer gained when a gap closed, as it was before and as it is since."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="raises")
    supply = models.ForeignKey(Supply, on_delete=models.PROTECT, related_name="raises")
    before = models.JSONField()
    after = models.JSONField()
    """Twelve whole numbers each, January first, in the product's unit of sale."""

    class Meta:
        verbose_name = _("capacidad ganada")
        verbose_name_plural = _("capacidades ganadas")
        constraints = [models.UniqueConstraint(fields=["evidence", "supply"], name="raise_once_a_supply")]

    def __str__(self) -> str:
        return f"{self.supply}: {sum(self.before)} → {sum(self.after)}"
