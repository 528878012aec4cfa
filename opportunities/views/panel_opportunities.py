"""Opportunities in the panel: a team opens, closes and follows them; a producer or network sees what it lacks."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.models import Supply
from inquiries.enums import GapKind
from opportunities import cards, fit
from opportunities.enums import GapStatus, OpportunityStatus
from opportunities.forms import EvidenceForm
from opportunities.models import Gap, Opportunity
from opportunities.pages.opportunity import demand_of, gaps_of, unmet_of
from opportunities.services import NotPossible
from opportunities.services.gaps import add_evidence, close_gap
from opportunities.services.interests import say_interest, withdraw_interest
from opportunities.services.opportunities import close_opportunity, open_opportunity, take_opportunity
from producers.enums import Role
from producers.panel import PanelRequest, Workspace, panel_view
from territories.models import Territory

from . import interests

ROLES = (Role.TEAM, Role.PRODUCER, Role.COORDINATOR)
MOST = 60
INTEREST = ("interest", "uninterest")


@require_safe
@panel_view(*ROLES)
def index(request: PanelRequest) -> HttpResponse:
    """The team's own, proposals first; of the others' only what is published and still sought."""
    workspace = request.workspace
    mine = _of_team(workspace).exclude(status=OpportunityStatus.CLOSED) if workspace.has(Role.TEAM) else None
    sought = Opportunity.objects.live().filter(status=OpportunityStatus.OPEN)
    found = cards.in_order(mine if mine is not None else sought.filter(territory__in=_places(workspace)))
    rows = found.select_related("territory").annotate(**cards.GAPS, **cards.INTERESTED)[:MOST]
    return render(request, "opportunities/panel/index.html", {"opportunities": rows, "team": mine is not None})


def _of_team(workspace: Workspace) -> QuerySet[Opportunity]:
    found: QuerySet[Opportunity] = Opportunity.objects.for_user(workspace.user)
    return found


def _places(workspace: Workspace) -> list[int]:
    producers = workspace.shown.values_list("territory", flat=True)
    return [*producers, *workspace.networks.values_list("territory", flat=True)]


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*ROLES)
def detail(request: PanelRequest, slug: str) -> HttpResponse:
    workspace = request.workspace
    visible = Opportunity.objects.live()
    if workspace.has(Role.TEAM):
        visible = visible | _of_team(workspace)
    opportunity = get_object_or_404(visible.select_related("territory").distinct(), slug=slug)
    mine = workspace.has(Role.TEAM) and _of_team(workspace).filter(pk=opportunity.pk).exists()
    parties = interests.parties_of(workspace)
    if request.method == "POST" and request.POST.get("do") in INTEREST:
        return _interest(request, opportunity, parties, mine=mine)
    if request.method == "POST":
        return _change(request, get_object_or_404(_of_team(workspace), slug=slug) if mine else None, slug)
    return _show(request, opportunity, parties, mine=mine)


def _show(
    request: PanelRequest,
    opportunity: Opportunity,
    parties: interests.Parties,
    *,
    mine: bool,
    form: interests.InterestForm | None = None,
) -> HttpResponse:
    workspace = request.workspace
    context = interests.context_of(opportunity, parties, form) | {
        "interested": opportunity.interests.standing().select_related("producer", "network", "said_by") if mine else [],
        "opportunity": opportunity,
        "mine": mine,
        "demand": demand_of(opportunity),
        "unmet": unmet_of(opportunity),
        "gaps": gaps_of(opportunity),
        "fits": [
            *fit.of_networks(opportunity, list(workspace.networks.filter(live=True).order_by("name")[:3])),
            *fit.of_producers(opportunity, list(workspace.shown.filter(live=True).order_by("name")[:12])),
        ],
        "may_open": opportunity.can_become(OpportunityStatus.OPEN),
        "may_take": opportunity.can_become(OpportunityStatus.TAKEN),
        "may_close": opportunity.can_become(OpportunityStatus.CLOSED),
        "courses": opportunity.courses.order_by("-pk"),
        "territories": workspace.territories if opportunity.territory_id is None else [],
    }
    return render(request, "opportunities/panel/detail.html", context, status=422 if form else 200)


def _interest(
    request: PanelRequest, opportunity: Opportunity, parties: interests.Parties, *, mine: bool
) -> HttpResponse:
    """«Me interesa» and «Ya no», of a party the account answers for."""
    form = interests.InterestForm(request.POST, parties=parties)
    if not form.is_valid():
        return _show(request, opportunity, parties, mine=mine, form=form)
    party = form.cleaned_data["party"]
    if request.POST["do"] == "uninterest":
        withdraw_interest(request.user, opportunity, party)
        messages.success(request, _("Listo: ya no figura como interesado."))
        return redirect("panel-opportunity", opportunity.slug)
    try:
        say_interest(request.user, opportunity, party, note=form.cleaned_data["note"])
        messages.success(request, interests.thanks(opportunity))
    except NotPossible as error:
        messages.error(request, str(error))
    return redirect("panel-opportunity", opportunity.slug)


def _change(request: PanelRequest, opportunity: Opportunity | None, slug: str) -> HttpResponse:
    """What the team decides; from anybody else the row takes nothing."""
    if opportunity is None:
        return HttpResponse(status=404)
    verbs: dict[str, Callable[[], Opportunity]] = {
        "open": lambda: open_opportunity(request.user, opportunity, territory=_territory(request)),
        "take": lambda: take_opportunity(request.user, opportunity),
        "close": lambda: close_opportunity(request.user, opportunity),
    }
    verb = verbs.get(request.POST.get("do", ""))
    if verb is None:
        return HttpResponse(status=400)
    try:
        verb()
        messages.success(request, _("Listo."))
    except NotPossible as error:
        messages.error(request, str(error))
    return redirect("panel-opportunity", slug)


def _territory(request: PanelRequest) -> Territory | None:
    return request.workspace.territories.filter(slug=request.POST.get("territory", "")).first()


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.TEAM)
def gap(request: PanelRequest, pk: int) -> HttpResponse:
    """Evidence for a gap: progress, or what closes it, with the capacity that came of it."""
    known = Gap.objects.filter(opportunity__in=_of_team(request.workspace)).select_related("opportunity__territory")
    found = get_object_or_404(known, pk=pk)
    form = EvidenceForm(request.POST or None, gap=found, supplies=_supplies(found))
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("do") == "close":
                close_gap(request.user, found, form.shown(), capacity=form.capacity())
                messages.success(request, _("La brecha quedó cerrada."))
            else:
                add_evidence(request.user, found, form.shown())
                messages.success(request, _("Quedó anotado el avance."))
            return redirect("panel-opportunity", found.opportunity.slug)
        except NotPossible as error:
            form.add_error(None, str(error))
    context = {"gap": found, "form": form, "closed": found.status == GapStatus.CLOSED}
    return render(request, "opportunities/panel/gap.html", context, status=422 if form.errors else 200)


def _supplies(found: Gap) -> list[Supply]:
    if found.gap_kind != GapKind.SCALE:
        return []
    makers = Supply.objects.filter(product__in=found.opportunity.products.values("pk"), paused=False)
    return list(makers.select_related("product", "producer").order_by("product", "producer__name"))
