"""The producer answers and delivers; the coordinator sees how inquiries are shared out and gives parts to others."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.models import Lot
from foundation.actors import Actor
from inquiries import answers, cleaning, naming, order_sheet, wording
from inquiries.enums import OPEN, TO_DELIVER, OfferStatus, PartStatus, QuoteStatus
from inquiries.models import Inquiry, Offer, OrderPart
from inquiries.services import CannotTake, OfferClosed, OrderClosed, move_part, pass_on
from producers.panel import PanelRequest, panel_view

from . import EYES, HANDS, reads

LATELY = 20
MOST = 40
BY_HAND = frozenset({PartStatus.PREPARED, PartStatus.DISPATCHED})
"""What a producer marks; the rest follows from the buyer and the payment."""


@require_safe
@panel_view(*HANDS)
def offers(request: PanelRequest) -> HttpResponse:
    mine = reads.offers(request.workspace)
    waiting = [answers.facts(offer) for offer in mine.filter(status__in=OPEN).order_by("respond_by", "pk")[:MOST]]
    answered = mine.exclude(status__in=OPEN).order_by("-answered_at", "-pk")[:LATELY]
    lately = [
        (offer, naming.amount(offer, offer.quantity), naming.subject(offer), naming.buyer(offer.line.inquiry))
        for offer in answered
    ]
    several = len({row["offer"].producer_id for row in waiting}) > 1
    return render(request, "inquiries/panel/offers.html", {"waiting": waiting, "lately": lately, "several": several})


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*HANDS)
def offer(request: PanelRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(_any_of_mine(request), pk=pk)
    if found.status not in OPEN:
        return _answered(request, found, status=409 if request.method == "POST" else 200)
    if request.method != "POST":
        return _asked(request, found, answers.fresh(found).context())
    outcome = answers.take(Actor.of(request.user), found, request.POST)
    if outcome.done or outcome.closed:
        fresh = _any_of_mine(request).get(pk=found.pk)
        return _answered(request, fresh, status=200 if outcome.done else 409, now=outcome.done)
    return _asked(request, found, outcome.forms, status=422)


def _any_of_mine(request: PanelRequest) -> Any:
    """Also of a producer other than the chosen one: a link in the panel's home leads there."""
    return Offer.objects.for_user(request.user).select_related(*answers.RELATED)


def _asked(request: HttpRequest, found: Offer, forms: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, "inquiries/panel/offer.html", answers.facts(found) | forms, status=status)


def _answered(request: HttpRequest, found: Offer, *, status: int, now: bool = False) -> HttpResponse:
    return render(request, "inquiries/panel/offer_closed.html", answers.facts(found) | {"now": now}, status=status)


@require_safe
@panel_view(*HANDS)
def orders(request: PanelRequest) -> HttpResponse:
    mine = reads.parts(request.workspace).prefetch_related("lines__product", "lines__circuit")
    groups = [
        (_("Por preparar y despachar"), mine.filter(status__in=TO_DELIVER).order_by("pk")[:MOST]),
        (_("Esperan el pago"), mine.filter(status=PartStatus.WAITING).order_by("-pk")[:LATELY]),
        (_("En camino"), mine.filter(status=PartStatus.DISPATCHED).order_by("-dispatched_at")[:LATELY]),
        (_("Entregados"), mine.filter(status=PartStatus.RECEIVED).order_by("-received_at")[:LATELY]),
        (_("Anulados"), mine.filter(status=PartStatus.CANCELLED).order_by("-pk")[:LATELY]),
    ]
    shown = [(title, [order_sheet.PartShown(part, list(part.lines.all())) for part in rows]) for title, rows in groups]
    return render(request, "inquiries/panel/orders.html", {"groups": [group for group in shown if group[1]]})


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*HANDS)
def order(request: PanelRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    if request.method != "POST":
        return _show_part(request, part)
    status = request.POST.get("do", "")
    if status not in BY_HAND:
        return _show_part(request, part, status=422, error=_("No entendimos qué quiere hacer."), unclear=True)
    try:
        tracking = cleaning.line_of_text(request.POST.get("tracking", ""), "tracking", 160)
    except cleaning.BadField as error:
        return _show_part(request, part, status=422, error=error.message)
    try:
        move_part(Actor.of(request.user), part, status, tracking=tracking, lots=_lots(request, part))
    except OrderClosed:
        return _show_part(request, _part(request, pk), status=409, late=True)
    return redirect("panel-order", pk=part.pk)


def _part(request: PanelRequest, pk: int) -> OrderPart:
    mine = OrderPart.objects.for_user(request.user).select_related("order", "producer__territory")
    return get_object_or_404(mine.prefetch_related("lines__product", "lines__circuit", "lines__lot"), pk=pk)


def _lots(request: PanelRequest, part: OrderPart) -> dict[int, Any]:
    """By line, the lot that was chosen among the producer's own."""
    chosen: dict[int, Lot] = {}
    for line, lots in reads.lots_for(part).items():
        wanted = request.POST.get(f"lot-{line}", "")
        chosen.update((line, lot) for lot in lots if str(lot.pk) == wanted)
    return chosen


def _show_part(
    request: HttpRequest,
    part: OrderPart,
    *,
    status: int = 200,
    late: bool = False,
    unclear: bool = False,
    error: str = "",
) -> HttpResponse:
    lots = reads.lots_for(part)
    shown = order_sheet.PartShown(part, list(part.lines.all()))
    context = {
        "shown": shown,
        "lines": [(amount, line, lots[line.pk]) for amount, line in shown.named],
        "to_prepare": part.can_become(PartStatus.PREPARED),
        "to_dispatch": part.can_become(PartStatus.DISPATCHED),
        "paid": part.status not in {PartStatus.WAITING, PartStatus.CANCELLED},
        "tracking": request.POST.get("tracking", part.tracking),
        "late": late,
        "unclear": unclear,
        "error": error,
    }
    return render(request, "inquiries/panel/order.html", context, status=status)


@require_safe
@panel_view(*EYES)
def splits(request: PanelRequest) -> HttpResponse:
    subjects = (f"lines__{name}" for name in ("product", "circuit", "category", "territory"))
    found = list(reads.inquiries(request.workspace).prefetch_related(*subjects)[:MOST])
    seen = reads.seen_offers(request.workspace).filter(line__inquiry__in=found).distinct()
    counts: dict[Any, dict[str, int]] = {inquiry.pk: {"asked": 0, "waiting": 0, "taken": 0} for inquiry in found}
    for pk, status in seen.values_list("line__inquiry", "status"):
        counts[pk]["asked"] += 1
        counts[pk]["waiting"] += status in OPEN
        counts[pk]["taken"] += status in {OfferStatus.ACCEPTED, OfferStatus.COUNTERED}
    rows = [
        (inquiry, wording.join([naming.asked(line) for line in inquiry.lines.all()]), counts[inquiry.pk])
        for inquiry in found
    ]
    loads = reads.loads(request.workspace)
    return render(request, "inquiries/panel/splits.html", {"rows": rows, "loads": loads})


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*EYES)
def split(request: PanelRequest, number: str) -> HttpResponse:
    inquiry = get_object_or_404(reads.inquiries(request.workspace), number=number)
    if request.method != "POST":
        return _show_split(request, inquiry)
    chosen = _chosen(request, inquiry)
    if chosen is None:
        return _show_split(request, inquiry, status=422, error=_("Elija a quién pasar la parte."))
    try:
        pass_on(Actor.of(request.user), *chosen)
    except OfferClosed:
        return _show_split(request, inquiry, status=409, error=_("Esa parte ya no se puede pasar a otra persona."))
    except CannotTake as error:
        said = _("%(producer)s no puede con esta parte. Lo que lo impide: %(rule)s.")
        names = {"producer": chosen[1].producer.name, "rule": error.rule.label}
        return _show_split(request, inquiry, status=422, error=said % names)
    return redirect("panel-split", number=inquiry.number)


def _chosen(request: PanelRequest, inquiry: Inquiry) -> tuple[Offer, Any] | None:
    """The offer and whom it goes to, both among what the page shows."""
    for asked in reads.asked_of(inquiry, request.workspace, movable=True):
        if str(asked.offer.pk) == request.POST.get("offer", ""):
            for taker in asked.takers:
                if str(taker.pk) == request.POST.get("to", ""):
                    return asked.offer, taker
    return None


def _show_split(request: PanelRequest, inquiry: Inquiry, *, status: int = 200, error: str = "") -> HttpResponse:
    quote = inquiry.quotes.standing().first()
    movable = quote is None or quote.status != QuoteStatus.ACCEPTED
    asked = reads.asked_of(inquiry, request.workspace, movable=movable)
    rows = [(one, naming.amount(one.offer, one.offer.quantity), naming.subject(one.offer)) for one in asked]
    lines = list(inquiry.lines.select_related("product", "circuit", "category", "territory", "unmet"))
    context = {
        "inquiry": inquiry,
        "title": wording.join([naming.asked(line) for line in lines]),
        "unmet": [line for line in lines if getattr(line, "unmet", None) and line.unmet.quantity],
        "rows": rows,
        "quote": quote,
        "buyer": naming.buyer(inquiry),
        "until": wording.moment_in_words(inquiry.respond_by),
        "error": error,
    }
    return render(request, "inquiries/panel/split.html", context, status=status)
