"""What can be found: one kind per sort of listing. The order is part of the index format: only ever append."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    PRODUCT = "product", _("Productos")
    CIRCUIT = "circuit", _("Rutas")
    PRODUCER = "producer", _("Productores")
    NETWORK = "network", _("Redes")
    TERRITORY = "territory", _("Territorios")
    OPPORTUNITY = "opportunity", _("Oportunidades")
    STORY = "story", _("Historias")


KINDS: tuple[str, ...] = tuple(Kind.values)
