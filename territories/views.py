from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .models import Territory
from .pages import list_page, territory_page


@require_safe
def territory_list(request: HttpRequest) -> HttpResponse:
    return render(request, "territories/territory_list.html", list_page())


@require_safe
def territory(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Territory.objects.live(), slug=slug)
    return render(request, Territory.page_template, territory_page(found))
