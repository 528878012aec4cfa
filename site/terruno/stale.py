"""A form whose token works no more: the page lay open too long, or the browser keeps no cookies."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render

MOST_FIELDS, LONGEST = 200, 20_000
"""Of what is offered to be sent again; more than any form of ours has."""
NOT_SENT_AGAIN = frozenset({"csrfmiddlewaretoken", "password"})


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, with what was written ready to be sent again where it certainly came from a page of ours."""
    get_token(request)
    kept = written(request) if from_here(request) else []
    return render(request, "terruno/stale_form.html", {"kept": kept, "address": request.get_full_path()}, status=403)


def from_here(request: HttpRequest) -> bool:
    """Whether the browser itself says that our own page sent it; another site could not make it say so."""
    origin = urlsplit(request.headers.get("Origin", ""))
    return bool(origin.netloc) and (origin.scheme, origin.netloc) == (request.scheme, request.get_host())


def written(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields as sent, in order; none where files came with them, which a page cannot send again."""
    if request.method != "POST" or request.FILES:
        return []
    pairs = [(name, value) for name, values in request.POST.lists() for value in values if name not in NOT_SENT_AGAIN]
    short = len(pairs) <= MOST_FIELDS and sum(len(value) for _name, value in pairs) <= LONGEST
    return pairs if short else []
