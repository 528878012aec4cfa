from django.db import models
from django.utils.translation import gettext_lazy as _


class OpportunityKind(models.TextChoices):
    BUSINESS = "business", _("Negocio")
    JOB = "job", _("Empleo")
    BOTH = "both", _("Negocio y empleo")


class OpportunityStatus(models.TextChoices):
    PROPOSED = "proposed", _("Propuesta")
    OPEN = "open", _("Abierta")
    TAKEN = "taken", _("Tomada")
    CLOSED = "closed", _("Cerrada")


STANDING = frozenset({OpportunityStatus.PROPOSED, OpportunityStatus.OPEN, OpportunityStatus.TAKEN})
"""What new unmet demand still adds to."""
OPPORTUNITY_NEXT = {
    OpportunityStatus.PROPOSED: frozenset({OpportunityStatus.OPEN, OpportunityStatus.CLOSED}),
    OpportunityStatus.OPEN: frozenset({OpportunityStatus.TAKEN, OpportunityStatus.CLOSED}),
    OpportunityStatus.TAKEN: frozenset({OpportunityStatus.OPEN, OpportunityStatus.CLOSED}),
    OpportunityStatus.CLOSED: frozenset({OpportunityStatus.OPEN}),
}


class Origin(models.TextChoices):
    """What brought an opportunity, or a gap, to light."""

    DIAGNOSIS = "diagnosis", _("Diagnóstico del territorio")
    UNMET_DEMAND = "unmet_demand", _("Pedidos sin atender")
    FRUITLESS_SEARCH = "fruitless_search", _("Búsquedas sin resultado")


class Period(models.TextChoices):
    """What a demanded quantity is counted by."""

    ONCE = "once", _("en total")
    ORDER = "order", _("por pedido")
    WEEK = "week", _("por semana")
    MONTH = "month", _("al mes")
    SEASON = "season", _("por temporada")
    YEAR = "year", _("al año")


class RequirementKind(models.TextChoices):
    TERRITORY = "territory", _("Ser del territorio")
    CATEGORY = "category", _("Trabajar en el rubro")
    CHANNEL = "channel", _("Vender por el canal")
    SEAL = "seal", _("Tener el sello")
    LEAD_TIME = "lead_time", _("Preparar en el plazo")
    TRAINING = "training", _("Haber aprobado el curso")
    CAPACITY = "capacity", _("Producir al mes")
    PEOPLE = "people", _("Personas trabajando")


POOLED = frozenset({RequirementKind.CAPACITY, RequirementKind.PEOPLE})
"""What the members of a network add up to; the rest each member meets alone."""


class GapStatus(models.TextChoices):
    OPEN = "open", _("Abierta")
    CLOSING = "closing", _("En cierre")
    CLOSED = "closed", _("Cerrada")


GAP_NEXT = {
    GapStatus.OPEN: frozenset({GapStatus.CLOSING, GapStatus.CLOSED}),
    GapStatus.CLOSING: frozenset({GapStatus.OPEN, GapStatus.CLOSED}),
    GapStatus.CLOSED: frozenset({GapStatus.OPEN}),
}


class Direction(models.TextChoices):
    AT_LEAST = "at_least", _("como mínimo")
    AT_MOST = "at_most", _("como máximo")


class Source(models.TextChoices):
    """Where the actual value of an indicator comes from."""

    TYPED = "typed", _("Anotado con respaldo")
    ATTENDANCE = "attendance", _("Calculado de la asistencia")


class CourseStatus(models.TextChoices):
    DRAFT = "draft", _("En preparación")
    CALLED = "called", _("En licitación")
    AWARDED = "awarded", _("Adjudicado")
    RUNNING = "running", _("En ejecución")
    FINISHED = "finished", _("Terminado")
    VOID = "void", _("Desierto")


COURSE_NEXT = {
    CourseStatus.DRAFT: frozenset({CourseStatus.CALLED}),
    CourseStatus.CALLED: frozenset({CourseStatus.AWARDED, CourseStatus.VOID}),
    CourseStatus.AWARDED: frozenset({CourseStatus.RUNNING}),
    CourseStatus.RUNNING: frozenset({CourseStatus.FINISHED}),
    CourseStatus.FINISHED: frozenset[CourseStatus](),
    CourseStatus.VOID: frozenset({CourseStatus.CALLED}),
}


class PostingKind(models.TextChoices):
    JOB = "job", _("Empleo")
    VENTURE = "venture", _("Emprendimiento")


class GraduateRole(models.TextChoices):
    """Whom the programme's diploma was made for."""

    PROFESSIONAL = "professional", _("Profesionales")
    LEADER = "leader", _("Dirigentes gremiales MYPE")
