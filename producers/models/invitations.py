from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from producers.enums import RequestStatus, Role
from producers.querysets import InvitationQuerySet, JoinRequestQuerySet
from territories.models import Comuna, Territory

from .mandates import bound
from .networks import Network
from .producers import Producer


class Invitation(models.Model):
    """A mandate offered to whoever has a mailbox; the letter's link, used once, makes it."""

    email = models.EmailField(_("correo"))
    name = models.CharField(_("nombre"), max_length=120, blank=True)
    role = models.CharField(_("rol"), max_length=12, choices=Role)
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations")
    territory = models.ForeignKey(
        Territory, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    comuna = models.ForeignKey(Comuna, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations")
    ends_on = models.DateField(_("hasta"), null=True, blank=True)
    """Of the mandate, which starts on the day it is accepted."""
    locale = models.CharField(_("idioma"), max_length=2, default="es")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("invitación")
        verbose_name_plural = _("invitaciones")
        constraints = [
            models.CheckConstraint(
                name="invitation_has_the_target_of_its_role",
                condition=(
                    bound(Role.PRODUCER, "producer")
                    | bound(Role.COORDINATOR, "network")
                    | bound(Role.TEAM, "territory")
                    | bound(Role.OFFICER, "territory")
                    | bound(Role.OFFICER, "comuna")
                    | bound(Role.EVALUATOR, "territory")
                ),
            ),
            models.CheckConstraint(
                name="invitation_lapses_after_it_was_made", condition=Q(expires_at__gt=F("created_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.email}"

    @property
    def target(self) -> Producer | Network | Territory | Comuna:
        found = self.producer or self.network or self.territory or self.comuna
        assert found is not None
        return found

    def is_open(self, at: datetime | None = None) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and self.expires_at > (at or timezone.now())


class JoinRequest(models.Model):
    """A network asks a producer to be its member: its coordinator acts for members, so the producer has to say yes."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="join_requests")
    producer = models.ForeignKey(Producer, on_delete=models.CASCADE, related_name="join_requests")
    status = models.CharField(_("estado"), max_length=10, choices=RequestStatus, default=RequestStatus.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("propuesta de sumarse a una red")
        verbose_name_plural = _("propuestas de sumarse a una red")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "producer"], condition=Q(status=RequestStatus.ASKED), name="join_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.network}: {self.producer}"
