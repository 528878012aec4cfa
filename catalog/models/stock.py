from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.querysets import StockQuerySet

from .formats import Format


class Stock(models.Model):
    """Pieces of one retail format ready to be sold now: `on_hand` on the shelf, `held` of them in open checkouts.

    A format without a row is not sold by the piece. Changed only by conditional UPDATEs (`StockQuerySet`), so that two
    buyers of the last piece never both get it.
    """

    format = models.OneToOneField(Format, verbose_name=_("formato"), on_delete=models.CASCADE, related_name="stock")
    on_hand = models.PositiveIntegerField(_("existencias"), default=0)
    held = models.PositiveIntegerField(_("apartadas"), default=0, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = StockQuerySet.as_manager()

    class Meta:
        verbose_name = _("existencias")
        verbose_name_plural = _("existencias")
        constraints = [models.CheckConstraint(condition=Q(held__lte=F("on_hand")), name="stock_held_within_on_hand")]

    def __str__(self) -> str:
        return f"{self.format}: {self.available}"

    @property
    def available(self) -> int:
        return self.on_hand - self.held
