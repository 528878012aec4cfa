from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from routes.models import Circuit
from routes.pages import circuit_page


@require_safe
def circuit(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Circuit.objects.live().select_related("territory"), slug=slug)
    return render(request, Circuit.page_template, circuit_page(found))
