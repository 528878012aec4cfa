"""A network as its coordinator sees it: who, how much, how full, how fair."""

from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from foundation.drawings import Share, share_key, shares_bar
from producers.enums import Role
from producers.models import JoinRequest, Network, NetworkMember, Producer, SealGrant
from producers.panel.access import PanelRequest, panel_view
from producers.panel.forms import DayForm
from producers.panel.loads import loads_of, next_months
from producers.panel.wording import month_in_words
from producers.services import NotAMember, add_member, answer_join, ask_to_join, end_membership

MONTHS = 4
EXPIRING_DAYS = 60
MOST = 200


@require_safe
@panel_view(Role.COORDINATOR, Role.TEAM)
def networks(request: PanelRequest) -> HttpResponse:
    """The account's networks; the only one at once."""
    known = list(request.workspace.networks.select_related("territory").order_by("name"))
    if len(known) == 1:
        return redirect("panel-network", known[0].slug)
    return render(request, "producers/panel/networks.html", {"networks": known})


@require_safe
@panel_view(Role.COORDINATOR, Role.TEAM)
def network(request: PanelRequest, slug: str) -> HttpResponse:
    return _show(request, _network(request, slug))


@require_POST
@panel_view(Role.COORDINATOR, Role.TEAM)
def member(request: PanelRequest, slug: str) -> HttpResponse:
    """Add, propose or end a membership."""
    network = _network(request, slug)
    action = request.POST.get("action")
    if action == "end":
        return _end(request, network)
    candidates = Producer.objects.filter(territory=network.territory_id)
    producer = get_object_or_404(candidates, slug=request.POST.get("producer", ""))
    form = DayForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors.get("day", []))))
    elif request.workspace.territories.filter(pk=network.territory_id).exists():
        add_member(request.user, network, producer, joined_on=form.cleaned_data["day"])
        messages.success(request, _("%(producer)s ya es de la red.") % {"producer": producer})
    else:
        _propose(request, network, producer)
    return redirect("panel-network", network.slug)


def _propose(request: PanelRequest, network: Network, producer: Producer) -> None:
    try:
        ask_to_join(request.user, network, producer)
    except NotAMember:
        messages.error(request, _("%(producer)s ya es de la red.") % {"producer": producer})
    else:
        messages.success(
            request, _("Le preguntamos a %(producer)s. Cuando diga que sí, aparecerá aquí.") % {"producer": producer}
        )


def _end(request: PanelRequest, network: Network) -> HttpResponse:
    producer = get_object_or_404(Producer, slug=request.POST.get("producer", ""), memberships__network=network)
    form = DayForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors.get("day", []))))
        return redirect("panel-network", network.slug)
    try:
        end_membership(request.user, network, producer, left_on=form.cleaned_data["day"])
    except NotAMember:
        messages.error(request, _("%(producer)s no es de la red.") % {"producer": producer})
    else:
        messages.success(request, _("Anotado: %(producer)s deja la red ese día.") % {"producer": producer})
    return redirect("panel-network", network.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.PRODUCER)
def join(request: PanelRequest, pk: int) -> HttpResponse:
    """A producer answers a network that proposes itself."""
    known = JoinRequest.objects.waiting().select_related("network__territory", "producer")
    asked = get_object_or_404(known, pk=pk, producer__in=request.workspace.own_producers)
    if request.method != "POST":
        return render(request, "producers/panel/join.html", {"asked": asked, "members": _members(asked.network)})
    answer = request.POST.get("answer")
    if answer not in {"yes", "no"}:
        raise Http404
    try:
        answer_join(request.user, asked, accept=answer == "yes")
    except NotAMember:
        messages.error(request, _("Esta propuesta ya se respondió."))
    else:
        messages.success(request, _("Ya es de la red.") if answer == "yes" else _("Quedó dicho que no."))
    return redirect("panel")


def _network(request: PanelRequest, slug: str) -> Network:
    return get_object_or_404(request.workspace.networks.select_related("territory"), slug=slug)


def _members(network: Network) -> list[Producer]:
    today = NetworkMember.objects.on().filter(network=network.pk).values("producer")
    return list(Producer.objects.filter(pk__in=today).select_related("comuna").order_by("name")[:MOST])


def _show(request: PanelRequest, network: Network) -> HttpResponse:
    today = timezone.localdate()
    months = next_months(today, MONTHS)
    members = _members(network)
    loads = loads_of(members, months)
    known = {member.pk for member in members}
    context = {
        "network": network,
        "months": [month_in_words(month) for month in months],
        "loads": loads,
        "bar": shares_bar(
            [Share(load.producer.name, Decimal(load.share)) for load in loads if load.share], _("Reparto reciente")
        ),
        "shares": [(share_key(place), load) for place, load in enumerate(load for load in loads if load.share)],
        "leaving": _leaving(network, today),
        "asked": network.join_requests.waiting().select_related("producer"),
        "candidates": Producer.objects.live()
        .filter(territory=network.territory_id)
        .exclude(pk__in=known)
        .order_by("name")[:MOST],
        "adds": request.workspace.territories.filter(pk=network.territory_id).exists(),
        "expiring": SealGrant.objects.expiring(EXPIRING_DAYS)
        .filter(producer__in=known)
        .select_related("seal", "producer"),
        "today": today.isoformat(),
    }
    return render(request, "producers/panel/network.html", context)


def _leaving(network: Network, today: date) -> list[NetworkMember]:
    """Members of today whose last day is known."""
    known = NetworkMember.objects.on().filter(network=network, left_on__gt=today)
    return list(known.select_related("producer").order_by("left_on"))
