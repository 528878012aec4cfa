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
    return _show(request, basket_cookie.read(request))


def _show(request: HttpRequest, pieces: dict[int, int], *, problem: str = "", status: int = 200) -> HttpResponse:
    """`problem` is what was wrong with what was posted: "pieces" or "format"."""
    bought = shopping.read(pieces)
    context = {
        "bought": bought,
        "removed": _removed(request),
        "gone": len(pieces) - len(bought.lines),
        "problem": problem,
        "most": basket_cookie.MOST_PIECES,
    }
    return render(request, "payments/basket.html", context, status=status)


def _removed(request: HttpRequest) -> dict[str, object] | None:
    pk, pieces = _number(request.GET.get("quitado")), _number(request.GET.get("piezas"))
    row = Format.objects.select_related("product").filter(pk=pk, product__live=True).first() if pk and pieces else None
    return {"format": row, "pieces": min(pieces, basket_cookie.MOST_PIECES)} if row and pieces else None


@require_POST
@private
def add(request: HttpRequest) -> HttpResponse:
    """`format`, `pieces` (1): so many more of it in the basket. What cannot be added changes nothing and is said."""
    pk, more = _number(request.POST.get("format")) or 0, _pieces(request.POST.get("pieces", "1"))
    pieces = basket_cookie.read(request)
    if not more:
        return _show(request, pieces, problem="pieces", status=422)
    wanted = pieces.get(pk, 0) + more
    if not shopping.read({pk: wanted}).lines:
        return _show(request, pieces, problem="format", status=422)
    response = redirect("basket")
    basket_cookie.write(response, pieces | {pk: wanted})
    return response


@require_POST
@private
def change(request: HttpRequest) -> HttpResponse:
    """`format`, and `pieces` for so many of it, or `remove` to take it out."""
    pk = _number(request.POST.get("format")) or 0
    pieces = basket_cookie.read(request)
    wanted = 0 if "remove" in request.POST else _pieces(request.POST.get("pieces"))
    if wanted is None:
        return _show(request, pieces, problem="pieces", status=422)
    before = pieces.get(pk, 0)
    address = reverse("basket")
    if before and not wanted:
        address += f"?quitado={pk}&piezas={before}"
    response = redirect(address)
    if before:
        basket_cookie.write(response, pieces | {pk: wanted})
    return response


def _pieces(text: str | None) -> int | None:
    """As typed; None for what is no number of pieces that fits in a basket."""
    found = _number(text)
    return found if found is not None and found <= basket_cookie.MOST_PIECES else None


def _number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else None
