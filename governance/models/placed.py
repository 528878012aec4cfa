from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from governance.enums import Level
from territories.models import Region, Territory


def placed_as_it_says(name: str) -> models.CheckConstraint:
    """The row names a territory, a region or neither, as its level says."""
    return models.CheckConstraint(
        name=name,
        condition=Q(level=Level.NATIONAL, region__isnull=True, territory__isnull=True)
        | Q(level=Level.REGIONAL, region__isnull=False, territory__isnull=True)
        | Q(level=Level.TERRITORIAL, region__isnull=True, territory__isnull=False),
    )


class Placed(models.Model):
    """What belongs to a territory, a region or the whole country."""

    level = models.CharField(_("nivel"), max_length=12, choices=Level, default=Level.TERRITORIAL)
    region = models.ForeignKey(
        Region, verbose_name=_("región"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        wanted = {Level.NATIONAL: (False, False), Level.REGIONAL: (True, False), Level.TERRITORIAL: (False, True)}
        if (self.region_id is not None, self.territory_id is not None) != wanted.get(Level(self.level)):
            raise ValidationError({"level": _t("El nivel dice qué elegir: un territorio, una región o ninguno.")})

    @property
    def place(self) -> str:
        """Where it belongs, in words."""
        if self.territory is not None:
            return self.territory.name
        return self.region.full_name if self.region is not None else _t("Chile")

    @property
    def inks(self) -> str:
        return self.territory.inks if self.territory is not None else ""

    @property
    def placed(self) -> dict[str, Any]:
        """The columns that say where, to look up others of the same place."""
        return {"level": self.level, "region": self.region_id, "territory": self.territory_id}
