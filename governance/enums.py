from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How wide a body, a plan, a commitment or a report reaches."""

    NATIONAL = "national", _("Nacional")
    REGIONAL = "regional", _("Regional")
    TERRITORIAL = "territorial", _("Territorial")


class BodyKind(models.TextChoices):
    MINISTERS = "ministers", _("Comité interministerial")
    COUNCIL = "council", _("Consejo")
    BOARD = "board", _("Directorio")
    EXECUTIVE = "executive", _("Comité ejecutivo")
    COORDINATION = "coordination", _("Coordinación")
    MANAGEMENT = "management", _("Gerencia")
    SECRETARIAT = "secretariat", _("Secretaría técnica")
    TABLE = "table", _("Mesa")
    COMMISSION = "commission", _("Comisión")
    TASK_GROUP = "task_group", _("Grupo de tarea")


class Sector(models.TextChoices):
    """Whom a seat speaks for: a territory is agreed between them."""

    PUBLIC = "public", _("Público")
    MUNICIPAL = "municipal", _("Municipal")
    PRIVATE = "private", _("Privado")
    CIVIL = "civil", _("Social")


class Axis(models.TextChoices):
    """The six lines of work of a territory's plan, as the programme draws them."""

    OPPORTUNITY = "opportunity", _("Captura y desarrollo de oportunidades")
    COMPETITIVENESS = "competitiveness", _("Competitividad empresarial y laboral")
    GROUND = "ground", _("Acondicionamiento del territorio")
    SOCIAL = "social", _("Capital social y movilización de la comunidad")
    IDENTITY = "identity", _("Identidad territorial")
    CONCERT = "concert", _("Concertación público-privada")


class IndicatorKind(models.TextChoices):
    COMPUTED = "computed", _("Calculado")
    TYPED = "typed", _("Anotado a mano")


class CommitmentStatus(models.TextChoices):
    """What is stored. That a commitment is late follows from its date: see `Commitment.standing`."""

    PENDING = "pending", _("Pendiente")
    IN_PROGRESS = "in_progress", _("En marcha")
    DONE = "done", _("Cumplido")


UNFINISHED = frozenset({CommitmentStatus.PENDING, CommitmentStatus.IN_PROGRESS})
NEXT: dict[CommitmentStatus, frozenset[CommitmentStatus]] = {
    CommitmentStatus.PENDING: frozenset({CommitmentStatus.IN_PROGRESS, CommitmentStatus.DONE}),
    CommitmentStatus.IN_PROGRESS: frozenset({CommitmentStatus.PENDING, CommitmentStatus.DONE}),
    CommitmentStatus.DONE: frozenset({CommitmentStatus.IN_PROGRESS}),
}
"""A commitment that was thought done is opened again when its evidence does not hold."""


class Standing(models.TextChoices):
    """How a commitment stands on a day, as the board shows it."""

    LATE = "late", _("Atrasado")
    IN_PROGRESS = "in_progress", _("En marcha")
    PENDING = "pending", _("Pendiente")
    DONE = "done", _("Cumplido")


class ReportKind(models.TextChoices):
    QUARTERLY = "quarterly", _("Informe trimestral")
    EVALUATION = "evaluation", _("Evaluación de compromisos y avances")
    REGIONAL_PLAN = "regional_plan", _("Propuesta de plan regional")
    PUBLIC_ACCOUNT = "public_account", _("Cuenta público-privada")


class ReportStatus(models.TextChoices):
    DRAFT = "draft", _("Borrador")
    SIGNED_OFF = "signed_off", _("Firmado")
