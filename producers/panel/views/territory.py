"""The team's territory: who makes things there, in which networks, for whom one may work from here."""

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from foundation.models import User
from producers.enums import Role
from producers.models import Mandate
from producers.panel.access import PanelRequest, panel_view

MOST = 200


@require_safe
@panel_view(Role.TEAM)
def territory(request: PanelRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:80]
    producers = request.workspace.producers.filter(territory__in=request.workspace.territories)
    if query:
        producers = producers.filter(
            Q(name__icontains=query) | Q(person__icontains=query) | Q(comuna__name__icontains=query)
        )
    shown = list(producers.select_related("comuna", "territory").order_by("name")[: MOST + 1])
    reached = _reached([producer.pk for producer in shown])
    context = {
        "territories": request.workspace.territories.annotate(
            makers=Count("producers", distinct=True), groups=Count("networks", distinct=True)
        ).order_by("-latitude"),
        "networks": request.workspace.networks.order_by("name"),
        "producers": [(producer, producer.pk in reached) for producer in shown[:MOST]],
        "more": len(shown) > MOST,
        "query": query,
    }
    return render(request, "producers/panel/territory.html", context)


def _reached(producers: list[int]) -> set[int]:
    """Those for whom somebody can sign in."""
    held = Mandate.objects.on().filter(
        role=Role.PRODUCER, producer__in=producers, user__in=User.objects.filter(is_active=True)
    )
    return {pk for pk in held.values_list("producer", flat=True) if pk}
