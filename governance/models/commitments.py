from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.translated import Translated
from governance.enums import NEXT, CommitmentStatus, Standing
from governance.querysets import CommitmentQuerySet

from .bodies import Body
from .placed import Placed, placed_as_it_says


class Commitment(Placed):
    """A promise with an owner and a date, told in public from `announced_on`; done only with evidence."""

    slug = models.SlugField(_("dirección"), max_length=140, unique=True)
    number = models.PositiveSmallIntegerField(_("número"), default=1)
    text_es = models.CharField(_("compromiso"), max_length=300)
    text_en = models.CharField(_("compromiso (inglés)"), max_length=300, blank=True)
    owner = models.ForeignKey(
        Body, verbose_name=_("instancia responsable"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner_role_es = models.CharField(_("responsable"), max_length=140)
    owner_role_en = models.CharField(_("responsable (inglés)"), max_length=140, blank=True)
    due_on = models.DateField(_("para el"))
    announced_on = models.DateField(_("anunciado el"), null=True, blank=True)
    proof_es = models.CharField(_("qué lo probará"), max_length=200)
    proof_en = models.CharField(_("qué lo probará (inglés)"), max_length=200, blank=True)
    status = models.CharField(
        _("estado"), max_length=12, choices=CommitmentStatus, default=CommitmentStatus.PENDING, editable=False
    )
    done_on = models.DateField(_("cumplido el"), null=True, blank=True, editable=False)
    evidence_es = models.CharField(_("evidencia"), max_length=300, blank=True, editable=False)
    evidence_en = models.CharField(_("evidencia (inglés)"), max_length=300, blank=True, editable=False)
    evidence_url = models.URLField(_("enlace a la evidencia"), max_length=300, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = CommitmentQuerySet.as_manager()
    text = Translated("text")
    owner_role = Translated("owner_role")
    proof = Translated("proof")
    evidence = Translated("evidence")

    class Meta:
        ordering = ["due_on", "number", "pk"]
        verbose_name = _("compromiso")
        verbose_name_plural = _("compromisos")
        indexes = [models.Index(fields=["status", "due_on"])]
        constraints = [
            placed_as_it_says("commitment_placed"),
            models.CheckConstraint(
                name="commitment_done_with_evidence",
                condition=Q(status=CommitmentStatus.DONE, done_on__isnull=False) & ~Q(evidence_es="")
                | ~Q(status=CommitmentStatus.DONE) & Q(done_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def can_become(self, status: str) -> bool:
        return CommitmentStatus(status) in NEXT[CommitmentStatus(self.status)]

    def standing_on(self, day: date) -> Standing:
        """Late once its date had passed without evidence; what was done later counts as under way before."""
        if self.done_on is not None and self.done_on <= day:
            return Standing.DONE
        if self.due_on < day:
            return Standing.LATE
        return Standing.PENDING if self.status == CommitmentStatus.PENDING else Standing.IN_PROGRESS

    @property
    def standing(self) -> Standing:
        """As of today."""
        return self.standing_on(timezone.localdate())
