from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .models import Network, Producer, Seal
from .pages import network_page, producer_page, seal_page


@require_safe
def producer(request: HttpRequest, slug: str) -> HttpResponse:
    known = Producer.objects.live().select_related("territory", "comuna__region")
    return render(request, Producer.page_template, producer_page(get_object_or_404(known, slug=slug)))


@require_safe
def network(request: HttpRequest, slug: str) -> HttpResponse:
    known = Network.objects.live().select_related("territory")
    return render(request, Network.page_template, network_page(get_object_or_404(known, slug=slug)))


@require_safe
def seal(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Seal.objects.select_related("territory"), slug=slug)
    return render(request, "producers/seal.html", seal_page(found, request.GET.get("numero", "")))
