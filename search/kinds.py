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


ONE = {
    "product": _("Producto"),
    "circuit": _("Ruta"),
    "producer": _("Quien produce"),
    "network": _("Red"),
    "territory": _("Territorio"),
    "opportunity": _("Oportunidad"),
    "story": _("Historia"),
}
"""What one listing of each kind is."""

KINDS: tuple[str, ...] = tuple(Kind.values)
