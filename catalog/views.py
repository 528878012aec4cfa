from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from foundation.prepared import Prepared, Slot

from .lots import passport_page
from .models import Lot, Product
from .shop import product_page

BY_SLUG = Prepared(lambda: Product.objects.live().for_page().filter(slug=Slot("slug")))


@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    found = BY_SLUG.first(slug=slug)
    if found is None:
        raise Http404
    return render(request, Product.page_template, product_page(found))


@require_safe
def lot(request: HttpRequest, code: str) -> HttpResponse:
    """A lot's passport: it stays as long as somebody may hold a piece of it, even when the product is off the site."""
    known = Lot.objects.select_related("product", "producer__territory", "producer__comuna__region")
    return render(request, "catalog/lot.html", passport_page(get_object_or_404(known, code=code.upper())))
