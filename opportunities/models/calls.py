from datetime import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from foundation.translated import Translated

from .courses import PERCENT, Course


def new_receipt() -> str:
    """The number a bidder keeps, as in P-7KQ4MX2A; it tells nothing of the bid."""
    return f"P-{get_random_string(8, '23456789ABCDEFGHJKMNPQRSTUVWXYZ')}"


class Call(models.Model):
    """The tender of a course: proposals are taken from `opens_at` until just before `closes_at`, sealed until then."""

    course = models.ForeignKey(Course, verbose_name=_("curso"), on_delete=models.CASCADE, related_name="calls")
    opens_at = models.DateTimeField(_("abre"))
    closes_at = models.DateTimeField(_("cierra"))
    terms_es = models.TextField(_("bases"), blank=True)
    terms_en = models.TextField(_("bases (inglés)"), blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When the proposals were unsealed, after the close."""
    awarded_at = models.DateTimeField(null=True, blank=True, editable=False)
    void_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When it was declared without a winner."""
    version = models.PositiveIntegerField(default=1, editable=False)

    terms = Translated("terms")

    class Meta:
        ordering = ["-opens_at"]
        verbose_name = _("licitación")
        verbose_name_plural = _("licitaciones")
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="call_closes_after_opening"),
            models.CheckConstraint(
                condition=Q(opened_at__isnull=True) | Q(opened_at__gte=F("closes_at")), name="call_sealed_until_close"
            ),
            models.UniqueConstraint(
                fields=["course"],
                condition=Q(awarded_at__isnull=True, void_at__isnull=True),
                name="course_one_call_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["course"], condition=Q(awarded_at__isnull=False), name="course_awarded_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.course)

    def takes_proposals(self, at: datetime) -> bool:
        return self.opens_at <= at < self.closes_at and self.awarded_at is None and self.void_at is None


class Provider(models.Model):
    """A training organisation that won a call; the ledger's account for what it is owed hangs on this row."""

    name = models.CharField(_("nombre"), max_length=140, unique=True)
    email = models.EmailField(_("correo"), blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("organismo de capacitación")
        verbose_name_plural = _("organismos de capacitación")

    def __str__(self) -> str:
        return self.name


class Criterion(models.Model):
    """What proposals are scored by; the weights of a call's criteria add up to 100."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="criteria")
    name_es = models.CharField(_("criterio"), max_length=120)
    name_en = models.CharField(_("criterio (inglés)"), max_length=120, blank=True)
    weight = models.PositiveSmallIntegerField(_("peso, en %"), validators=PERCENT)
    order = models.PositiveSmallIntegerField(default=0)

    name = Translated("name")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("criterio")
        verbose_name_plural = _("criterios")
        constraints = [
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=100), name="criterion_weight_percent")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.weight} %)"


class Proposal(models.Model):
    """A bid. Until the call is opened, who bids, at what price and how is only in `sealed`, which nobody can read.

    `digest` is of the bid as it came in; the bidder has it on the receipt, so that none can be swapped under seal.
    """

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="proposals")
    receipt = models.CharField(_("recibo"), max_length=12, unique=True, default=new_receipt, editable=False)
    received_at = models.DateTimeField(_("recibida"))
    sealed = models.BinaryField(editable=False)
    digest = models.CharField(_("huella"), max_length=64, editable=False)
    provider = models.CharField(_("quién propone"), max_length=140, blank=True, editable=False)
    email = models.EmailField(_("correo"), blank=True, editable=False)
    price = models.PositiveBigIntegerField(_("precio, en pesos"), null=True, blank=True, editable=False)
    method = models.TextField(_("cómo lo haría"), blank=True, editable=False)
    awarded_to = models.ForeignKey(
        Provider, null=True, blank=True, on_delete=models.PROTECT, related_name="awards", editable=False
    )
    """Set on the one proposal of a call that won."""

    class Meta:
        ordering = ["received_at", "pk"]
        verbose_name = _("propuesta")
        verbose_name_plural = _("propuestas")
        constraints = [
            models.UniqueConstraint(fields=["call"], condition=Q(awarded_to__isnull=False), name="proposal_one_award"),
            models.UniqueConstraint(fields=["call", "digest"], name="proposal_once"),
        ]

    def __str__(self) -> str:
        return self.receipt


class Score(models.Model):
    """What one evaluator gives one proposal by one criterion, 0 to 100."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="scores")
    evaluator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField(_("puntos"), validators=[MinValueValidator(0), MaxValueValidator(100)])

    class Meta:
        verbose_name = _("puntaje")
        verbose_name_plural = _("puntajes")
        constraints = [
            models.UniqueConstraint(fields=["proposal", "criterion", "evaluator"], name="score_once"),
            models.CheckConstraint(condition=Q(points__lte=100), name="score_within_100"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.points}"
