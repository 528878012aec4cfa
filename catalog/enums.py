from django.db import models
from django.utils.translation import gettext_lazy as _


class Storage(models.TextChoices):
    AMBIENT = "ambient", _("En lugar fresco y seco")
    CHILLED = "chilled", _("Refrigerado")
    FROZEN = "frozen", _("Congelado")


class Channel(models.TextChoices):
    """Ways a product is sold; an inquiry may name the one it comes from."""

    DIRECT = "direct", _("Venta directa")
    SHOP = "shop", _("Tiendas")
    RESTAURANT = "restaurant", _("Restaurantes")
    EXPORT = "export", _("Exportación")
    AIRPORT = "airport", _("Aeropuerto")
    INDUSTRY = "industry", _("Industria y construcción")


class PointKind(models.TextChoices):
    AIRPORT = "airport", _("Aeropuerto")
    SHOP = "shop", _("Tienda")
    RESTAURANT = "restaurant", _("Restaurante")
    FAIR = "fair", _("Feria")


class Availability(models.TextChoices):
    """What a maker says of a product with one tap."""

    IN_SEASON = "in_season", _("En temporada")
    SOLD_OUT = "sold_out", _("Agotado")
    """Nothing more this month; the next month's capacity stands."""
    PAUSED = "paused", _("En pausa")
    """Asked for nothing until the maker says otherwise."""


class ImportStatus(models.TextChoices):
    SHOWN = "shown", _("Por confirmar")
    DONE = "done", _("Hecha")
