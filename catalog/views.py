from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from foundation.prepared import Prepared, Slot

from .models import Product
from .shop import product_page

BY_SLUG = Prepared(lambda: Product.objects.live().for_page().filter(slug=Slot("slug")))


@require_safe
def product(request: HttpRequest, slug: str) -> HttpResponse:
    found = BY_SLUG.first(slug=slug)
    if found is None:
        raise Http404
    return render(request, Product.page_template, product_page(found))
