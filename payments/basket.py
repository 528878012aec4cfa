"""The basket travels with the buyer, in a signed cookie: formats and pieces, nothing else. No row until one orders."""

from collections.abc import Mapping

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "canasta"
SALT = "payments.basket"
KEPT_S = 30 * 24 * 3600
MOST_LINES = 40
MOST_PIECES = 999


def read(request: HttpRequest) -> dict[int, int]:
    """Pieces by the format's key; a cookie that was altered or is too old is an empty basket."""
    try:
        found = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT_S)
        return tidy({int(pk): int(pieces) for pk, pieces in found})
    except (signing.BadSignature, TypeError, ValueError):
        return {}


def tidy(pieces: Mapping[int, int]) -> dict[int, int]:
    kept = {pk: min(count, MOST_PIECES) for pk, count in pieces.items() if count > 0}
    return dict(list(kept.items())[:MOST_LINES])


def write(response: HttpResponse, pieces: Mapping[int, int]) -> None:
    kept = tidy(pieces)
    if not kept:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(
        COOKIE,
        signing.dumps(list(kept.items()), salt=SALT, compress=True),
        max_age=KEPT_S,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
