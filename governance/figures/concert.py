"""What was agreed and done in common in a period."""

from django.utils.translation import gettext_lazy as _

from governance.models import Agreement, Commitment, MeetingSession

from .core import Figure, Source, happened_on, register

GROUP = "concert"
COMMITMENTS = Source("commitments", lambda: Commitment.objects.all(), "territory", "region")

register(
    Figure(
        "sessions", GROUP, _("Sesiones"), _("Sesiones de consejos, directorios, mesas y comisiones."),
        Source("sessions", lambda: MeetingSession.objects.all(), "body__territory", "body__region"),
        happened_on("held_on"),
    )
)  # fmt: skip
register(
    Figure(
        "agreements", GROUP, _("Acuerdos"), _("Acuerdos tomados en esas sesiones."),
        Source("agreements", lambda: Agreement.objects.all(), "session__body__territory", "session__body__region"),
        happened_on("session__held_on"),
    )
)  # fmt: skip
register(
    Figure(
        "announced", GROUP, _("Compromisos anunciados"), _("Compromisos anunciados en público."), COMMITMENTS,
        happened_on("announced_on"),
    )
)  # fmt: skip
register(
    Figure(
        "fulfilled", GROUP, _("Compromisos cumplidos"), _("Compromisos cumplidos, con su evidencia."), COMMITMENTS,
        happened_on("done_on"),
    )
)  # fmt: skip
