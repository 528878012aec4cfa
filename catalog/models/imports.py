from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.enums import ImportStatus
from producers.models import Producer


class ProductImport(models.Model):
    """A sheet of products that was read, and what it was shown to do; `plan_digest` is of that plan.

    The sheet stays as it was read, so that the commit can work it out again and compare before it writes anything.
    """

    Status = ImportStatus

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("cuenta"), on_delete=models.CASCADE, related_name="+"
    )
    producer = models.ForeignKey(
        Producer, verbose_name=_("productor"), on_delete=models.CASCADE, related_name="imports"
    )
    name = models.CharField(_("archivo"), max_length=160)
    digest = models.CharField(max_length=64)
    """SHA-256 of the file's bytes."""
    sheet = models.JSONField()
    """`{"notes": [...], "rows": [[row number, {column: text}], …]}`"""
    plan_digest = models.CharField(max_length=64)
    status = models.CharField(_("estado"), max_length=8, choices=ImportStatus, default=ImportStatus.SHOWN)
    created = models.PositiveIntegerField(_("creados"), default=0)
    changed = models.PositiveIntegerField(_("cambiados"), default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    LASTS_DAYS: ClassVar[int] = 30
    """A sheet that was not confirmed by then is forgotten."""

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("importación de productos")
        verbose_name_plural = _("importaciones de productos")

    def __str__(self) -> str:
        return f"{self.name}: {self.get_status_display()}"
