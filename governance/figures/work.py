"""What was done about what is missing: opportunities, gaps, training paid by result, jobs by comuna."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.periods import Period
from opportunities.models import Course, Gap, Opportunity, Posting, ResultPayment
from territories.models import TerritoryComuna

from .core import Figure, Source, different, happened_at, happened_on, made_by, register, total

GROUP = "work"
GAPS = Source("gaps", lambda: Gap.objects.all(), "opportunity__territory")


def postings() -> QuerySet[Any]:
    """Each with the territory that its comuna is of today."""
    homes = TerritoryComuna.objects.on(timezone.localdate()).filter(comuna=OuterRef("comuna"))
    return Posting.objects.annotate(home=Subquery(homes.values("territory")[:1]))


def on_show(period: Period) -> Q:
    """On the board on some day of the period."""
    return Q(starts_on__lte=period.last, expires_on__gte=period.first)


POSTINGS = Source("postings", postings, "home", "comuna__region")

register(
    Figure(
        "opportunities", GROUP, _("Oportunidades"), _("Oportunidades publicadas al final del período."),
        Source("opportunities", lambda: Opportunity.objects.all()), made_by(), Q(live=True), standing=True,
    )
)  # fmt: skip
register(
    Figure("gaps_opened", GROUP, _("Brechas abiertas"), _("Brechas que se abrieron."), GAPS, happened_on("opened_on"))
)
register(
    Figure(
        "gaps_closed", GROUP, _("Brechas cerradas"), _("Brechas que se cerraron, con su evidencia."), GAPS,
        happened_on("closed_on"),
    )
)  # fmt: skip
register(
    Figure(
        "courses", GROUP, _("Cursos pedidos"), _("Cursos a la medida que se prepararon para una brecha."),
        Source("courses", lambda: Course.objects.all()), happened_at("created_at"),
    )
)  # fmt: skip
register(
    Figure(
        "paid_by_result", GROUP, _("Pagado por resultado"), _("Lo que se pagó por resultados de cursos."),
        Source("result_payments", lambda: ResultPayment.objects.all(), "indicator__course__territory"),
        happened_at("released_at"), Q(), total("amount"), unit="clp",
    )
)  # fmt: skip
register(
    Figure(
        "postings", GROUP, _("Avisos de empleo"), _("Avisos de empleo y emprendimiento que se publicaron."), POSTINGS,
        happened_on("starts_on"),
    )
)  # fmt: skip
register(
    Figure(
        "municipalities", GROUP, _("Municipios con avisos"), _("Comunas con algún aviso a la vista en el período."),
        POSTINGS, on_show, Q(), different("comuna"),
    )
)  # fmt: skip
