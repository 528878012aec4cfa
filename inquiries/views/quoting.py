"""The buyer reads the quote on paper, accepts it or does not. Looking never changes anything."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from foundation.actors import Actor
from inquiries import naming, quote_pdf, quote_sheet
from inquiries.forms import BuyerForm
from inquiries.models import Quote
from inquiries.quote_sheet import QuoteShown
from inquiries.services import QuoteClosed, accept_quote, decline_quote

from .privacy import private

MOST_REASON = 300


@private
@require_http_methods(["GET", "HEAD", "POST"])
def quote(request: HttpRequest, token: str) -> HttpResponse:
    shown = quote_by_token(token)
    if not shown.is_open:
        return _show_closed(request, shown, status=409 if request.method == "POST" else 410)
    if request.method != "POST":
        return _show(request, shown, BuyerForm(quote=shown.quote))
    match request.POST.get("answer"):
        case "accept":
            return _accept(request, shown)
        case "decline":
            return _decline(request, shown)
    return _show(request, shown, BuyerForm(quote=shown.quote), status=422, unclear=True)


@private
@require_safe
def quote_document(request: HttpRequest, token: str) -> HttpResponse:
    shown = quote_by_token(token)
    body = quote_pdf.render(shown, "en" if get_language() == "en" else "es")
    name = f"{shown.quote.number}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(body, content_type="application/pdf", headers=headers)


def quote_by_token(token: str) -> QuoteShown:
    """404 for drafts, and for tokens nobody was given."""
    shown = quote_sheet.of_token(token)
    if shown is None:
        raise Http404
    return shown


def _accept(request: HttpRequest, shown: QuoteShown) -> HttpResponse:
    form = BuyerForm(request.POST, quote=shown.quote)
    if not form.is_valid():
        return _show(request, shown, form, status=422)
    try:
        order = accept_quote(_buyer_of(shown.quote), shown.quote, form.buyer())
    except QuoteClosed:
        return _show_closed(request, quote_by_token(shown.quote.token), status=409)
    return redirect(order)


def _decline(request: HttpRequest, shown: QuoteShown) -> HttpResponse:
    reason = " ".join(request.POST.get("reason", "").split())[:MOST_REASON]
    try:
        decline_quote(_buyer_of(shown.quote), shown.quote, reason=reason)
    except QuoteClosed:
        return _show_closed(request, quote_by_token(shown.quote.token), status=409)
    return redirect(shown.quote.inquiry)


def _buyer_of(quote: Quote) -> Actor:
    return Actor.link("buyer", quote.inquiry_id)


def _show(
    request: HttpRequest, shown: QuoteShown, form: BuyerForm, *, status: int = 200, unclear: bool = False
) -> HttpResponse:
    inquiry = shown.quote.inquiry
    place = naming.destination(inquiry)
    context = {"shown": shown, "inquiry": inquiry, "form": form, "destination": place, "unclear": unclear}
    return render(request, "inquiries/quote_accept.html", context, status=status)


def _show_closed(request: HttpRequest, shown: QuoteShown, *, status: int) -> HttpResponse:
    context = {"shown": shown, "inquiry": shown.quote.inquiry}
    return render(request, "inquiries/quote_closed.html", context, status=status)
