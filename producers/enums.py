from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a mandate lets its holder do; each is bound to one producer, network, territory or comuna."""

    PRODUCER = "producer", _("Productor o productora")
    COORDINATOR = "coordinator", _("Coordinación de red")
    TEAM = "team", _("Equipo territorial")
    OFFICER = "officer", _("Encargo municipal")
    EVALUATOR = "evaluator", _("Evaluación")


class ProducerKind(models.TextChoices):
    PERSON = "person", _("Persona")
    FAMILY = "family", _("Familia")
    WORKSHOP = "workshop", _("Taller")
    COOPERATIVE = "cooperative", _("Cooperativa o grupo")


class RequestStatus(models.TextChoices):
    """Of something asked for that somebody else decides."""

    ASKED = "asked", _("Pedida")
    GRANTED = "granted", _("Otorgada")
    DECLINED = "declined", _("No otorgada")
    WITHDRAWN = "withdrawn", _("Retirada")
