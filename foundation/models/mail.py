from django.db import models
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """A letter as it was written, with the Message-ID it keeps however often it has to be sent."""

    key = models.CharField(max_length=200, unique=True)
    message_id = models.CharField(max_length=200, unique=True)
    to = models.EmailField(max_length=254)
    subject = models.CharField(max_length=250)
    text = models.TextField()
    html = models.TextField(blank=True)
    locale = models.CharField(max_length=8, default="es")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("correo por enviar")
        verbose_name_plural = _("correos por enviar")
        ordering = ("id",)

    def __str__(self) -> str:
        return self.key
