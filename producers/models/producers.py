from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from foundation.records import Record
from foundation.translated import Translated
from producers.enums import ProducerKind
from producers.querysets import ProducerQuerySet
from territories.models import Comuna, Territory
from territories.previews import PagePreview


class Producer(PagePreview, Record, ClusterableModel):
    """Who makes it: a person, family, workshop or cooperative of one territory."""

    kind = "producer"
    page_template = "producers/producer.html"

    name = models.CharField(_("nombre"), max_length=120)
    person = models.CharField(_("persona de contacto"), max_length=80, blank=True)
    producer_kind = models.CharField(_("tipo"), max_length=12, choices=ProducerKind, default=ProducerKind.PERSON)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), on_delete=models.PROTECT, related_name="producers"
    )
    comuna = models.ForeignKey(Comuna, verbose_name=_("comuna"), on_delete=models.PROTECT, related_name="producers")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    story_es = models.TextField(_("relato"), blank=True)
    story_en = models.TextField(_("relato (inglés)"), blank=True)
    quote_es = models.CharField(_("en sus palabras"), max_length=240, blank=True)
    quote_en = models.CharField(_("en sus palabras (inglés)"), max_length=240, blank=True)
    since = models.PositiveSmallIntegerField(
        _("trabaja desde"), null=True, blank=True, validators=[MinValueValidator(1850), MaxValueValidator(2100)]
    )
    people = models.PositiveSmallIntegerField(_("personas que trabajan"), default=1)
    email = models.EmailField(_("correo"), blank=True)
    phone = models.CharField(_("teléfono"), max_length=30, blank=True)
    portrait = models.CharField(_("retrato dibujado"), max_length=40, blank=True)
    fictional = models.BooleanField(_("ficticio"), default=False, help_text=_("Solo en la demostración."))

    objects = ProducerQuerySet.as_manager()
    story = Translated("story")
    quote = Translated("quote")

    class Meta:
        verbose_name = _("productor")
        verbose_name_plural = _("productores")
        indexes = [models.Index(fields=["territory", "live"])]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("producer", args=[self.slug])

    def page_context(self) -> dict[str, Any]:
        from producers.pages import producer_page

        return producer_page(self)

    def poster(self) -> dict[str, Any]:
        return {
            "title": self.name,
            "subtitle": self.comuna.name,
            "territory": self.territory.slug,
            "drawing": "producer",
            "products": list(self.products.order_by("pk").values_list("slug", flat=True)[:1]),
            "hat": self.portrait,
        }
