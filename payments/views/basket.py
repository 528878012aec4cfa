"""The basket: what is in it, and changing it; every step is a form that works without script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from catalog.models import Format
from inquiries.views.privacy import private
from payments import basket as basket_cookie
from payments import shopping


@private
@require_safe
def basket(request: HttpRequest) -> HttpResponse:
    """`?quitado=<format>&piezas=<n>` offers to put back what was just taken out."""
    pieces = basket_cookie.read(request)
    bought = shopping.read(pieces)
    context = {"bought": bought, "removed": _removed(request), "gone": len(pieces) - len(bought.lines)}
    return render(request, "payments/basket.html", context)


def _removed(request: HttpRequest) -> dict[str, object] | None:
    pk, pieces = _number(request.GET.get("quitado")), _number(request.GET.get("piezas"))
    row = Format.objects.select_related("product").filter(pk=pk, product__live=True).first() if pk and pieces else None
    return {"format": row, "pieces": min(pieces, basket_cookie.MOST_PIECES)} if row else None


@require_POST
@private
def add(request: HttpRequest) -> HttpResponse:
    """`format`, `pieces` (1): so many more of it in the basket. What is not sold by the piece changes nothing."""
    pk, more = _number(request.POST.get("format")), _number(request.POST.get("pieces", "1"))
    pieces = basket_cookie.read(request)
    response = redirect("basket")
    if more and shopping.read({pk: more + pieces.get(pk, 0)}).lines:
        basket_cookie.write(response, pieces | {pk: pieces.get(pk, 0) + more})
    return response


@require_POST
@private
def change(request: HttpRequest) -> HttpResponse:
    """`format`, and `pieces` for so many of it, or `remove` to take it out."""
    pk = _number(request.POST.get("format"))
    pieces = basket_cookie.read(request)
    wanted = 0 if "remove" in request.POST else _number(request.POST.get("pieces"), otherwise=pieces.get(pk, 0))
    before = pieces.get(pk, 0)
    address = reverse("basket")
    if before and not wanted:
        address += f"?quitado={pk}&piezas={before}"
    response = redirect(address)
    if before:
        basket_cookie.write(response, pieces | {pk: wanted})
    return response


def _number(text: str | None, otherwise: int = 0) -> int:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else otherwise
