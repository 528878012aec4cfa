from django.db import models
from django.utils.translation import gettext_lazy as _

from producers.models import Producer


class Photograph(models.Model):
    """A photograph that was taken in for a producer: what its quota counts."""

    image = models.OneToOneField(
        "wagtailimages.Image", verbose_name=_("fotografía"), on_delete=models.CASCADE, related_name="photograph"
    )
    producer = models.ForeignKey(
        Producer, verbose_name=_("productor"), on_delete=models.CASCADE, related_name="photographs"
    )
    size = models.PositiveIntegerField(_("bytes"))
    taken_in_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("fotografía de un productor")
        verbose_name_plural = _("fotografías de productores")

    def __str__(self) -> str:
        return f"{self.producer}: {self.image}"
