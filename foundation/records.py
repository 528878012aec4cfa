"""What every record shares: one row with drafts, workflow, preview, history, a picture, and a version for the index."""

from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from foundation import outbox
from foundation.translated import Translated


class RecordQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        return self.filter(live=True)


class Record(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, models.Model):
    """A listing-like row: translated columns (Spanish needed, English falls back), one URL, a monotone `version`.

    Every save tells the outbox `record.changed`, a delete `record.deleted`, in the same transaction, so that the index
    and the pictures follow. Rows written in bulk (`synth`) do not pass here and are followed by a `reindex`.
    """

    slug = models.SlugField(_("dirección"), max_length=120, unique=True)
    summary_es = models.CharField(_("resumen"), max_length=240, blank=True)
    summary_en = models.CharField(_("resumen (inglés)"), max_length=240, blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("fotografía"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture = models.JSONField(default=dict, blank=True, editable=False)
    """`{"alt_es", "alt_en", "width", "height", "files": {"400": url, "800": url, "1200": url}}`, kept by the worker."""
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    kept_columns: ClassVar[tuple[str, ...]] = ("picture", "version", "created_at")
    """Columns that the product keeps by itself: publishing an old draft must not bring their old values back."""

    kind: ClassVar[str]
    """The word search and the API use for it: product, circuit, producer, network, territory."""
    summary = Translated("summary")

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            if self.pk and not kwargs.get("force_insert"):
                stored = type(self)._base_manager.filter(pk=self.pk).values_list("version", flat=True).first()
                self.version = max(self.version, stored or 0) + 1
                if kwargs.get("update_fields") is not None:
                    kwargs["update_fields"] = {*kwargs["update_fields"], "version", "updated_at"}
            super().save(*args, **kwargs)
            self.tell("record.changed")

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            self.tell("record.deleted")
            return super().delete(*args, **kwargs)

    def with_content_json(self, content: Any) -> Any:
        draft = super().with_content_json(content)
        for column in self.kept_columns:
            setattr(draft, column, getattr(self, column))
        return draft

    def tell(self, event: str) -> None:
        payload = {"kind": self.kind, "id": self.pk, "version": self.version}
        outbox.publish(event, self, key=f"{self.kind}:{self.pk}:{self.version}:{event}", payload=payload)

    def touch(self) -> None:
        """Say that something shown with this record changed (a price, a seal, a supplier)."""
        self.save(update_fields=["version"])

    def poster(self) -> dict[str, Any]:
        """Facts for the drawn picture of a record without a photograph: `foundation.pictures.wish_for` says which."""
        raise NotImplementedError
