from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .pages import CIRCUITS, EVERYTHING, PRODUCTS, Listing, list_page
from .services import SearchDown

RETRY_AFTER = "5"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    return answer(request, EVERYTHING)


@require_safe
def product_list(request: HttpRequest) -> HttpResponse:
    return answer(request, PRODUCTS)


@require_safe
def circuit_list(request: HttpRequest) -> HttpResponse:
    return answer(request, CIRCUITS)


def answer(request: HttpRequest, listing: Listing) -> HttpResponse:
    try:
        page = list_page(request, listing)
    except SearchDown:
        response = render(request, "search/down.html", {"section": listing.section, "listing": listing}, status=503)
        response.headers["Retry-After"] = RETRY_AFTER
        return response
    return render(request, "search/list.html", page, status=400 if page["errors"] else 200)
