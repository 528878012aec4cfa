"""Pages whose address is a secret: kept by nobody on the way, indexed by nobody, and never told to other sites."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser posts without its origin, and is refused
    "X-Robots-Tag": "noindex, nofollow",
}
View = Callable[..., HttpResponse]


def private(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = render(request, "404.html", status=404)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return answer
