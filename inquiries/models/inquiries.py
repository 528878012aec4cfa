import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from catalog.enums import Channel
from catalog.models import Category, Product
from foundation.units import Unit
from inquiries.enums import EventKind, InquiryKind, InquiryStatus
from inquiries.querysets import InquiryQuerySet
from routes.models import Circuit
from territories.models import Territory

CONSENT_VERSION = "2026-11"
"""The text the buyer agreed to; a new wording needs a new version."""


def new_token() -> str:
    """Names the inquiry in its tracking address: 128 bits, so that it cannot be guessed."""
    return get_random_string(22)


class Inquiry(models.Model):
    """What a buyer asks for. The contact is shown only to those who accept a part and to the territory's team."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    number = models.CharField(_("número"), max_length=20, unique=True, editable=False)
    kind = models.CharField(_("tipo"), max_length=12, choices=InquiryKind, default=InquiryKind.PRODUCT)
    status = models.CharField(_("estado"), max_length=12, choices=InquiryStatus, default=InquiryStatus.ROUTED)
    channel = models.CharField(_("canal"), max_length=12, choices=Channel, blank=True)
    name = models.CharField(_("nombre"), max_length=120)
    email = models.EmailField(_("correo"))
    phone = models.CharField(_("teléfono"), max_length=30, blank=True)
    organisation = models.CharField(_("organización"), max_length=120, blank=True)
    country = models.CharField(_("país"), max_length=2, default="CL")
    message = models.TextField(_("mensaje"), max_length=4000, blank=True)
    consent_version = models.CharField(max_length=12)
    consent_at = models.DateTimeField()
    locale = models.CharField(_("idioma"), max_length=2, default="es")
    needed_by = models.DateField(_("para el"), null=True, blank=True)
    destination_country = models.CharField(_("país de destino"), max_length=2, default="CL")
    destination_region = models.CharField(_("destino"), max_length=120, blank=True)
    destination_lat = models.FloatField(null=True, blank=True)
    destination_lon = models.FloatField(null=True, blank=True)
    territory = models.ForeignKey(Territory, null=True, blank=True, on_delete=models.PROTECT, related_name="inquiries")
    """The territory whose team answers for it: of the first line that names or implies one."""
    respond_by = models.DateTimeField(_("respuesta antes de"))
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("consulta")
        verbose_name_plural = _("consultas")
        indexes = [models.Index(fields=["status", "-created_at"])]

    def __str__(self) -> str:
        return f"{self.number} · {self.organisation or self.name}"

    def get_absolute_url(self) -> str:
        return reverse("inquiry", args=[self.token])


class InquiryLine(models.Model):
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField()
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    circuit = models.ForeignKey(Circuit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    territory = models.ForeignKey(Territory, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    unit = models.CharField(max_length=8, choices=Unit)
    seals = models.JSONField(default=list, blank=True)
    """Slugs of the seals the goods must carry."""
    max_unit_price = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        verbose_name = _("línea")
        verbose_name_plural = _("líneas")
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "number"], name="inquiry_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="inquiry_line_quantity_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.subject}"

    @property
    def subject(self) -> str:
        """What is asked for, in the active language."""
        if self.product:
            return self.product.title
        if self.circuit:
            return self.circuit.title
        parts = [part.name for part in (self.category, self.territory) if part]
        return " · ".join(parts)


class InquiryEvent(models.Model):
    """A step the buyer sees on the tracking page; `data` holds what the sentence needs, no contact data."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="events")
    event = models.CharField(max_length=12, choices=EventKind)
    data = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.get_event_display()
