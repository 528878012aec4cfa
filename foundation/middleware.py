"""The first door: what no view should have to think about."""

import re
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from .problems import CONTENT_TYPE, asked_language, for_status

API = "/api/"
UPLOADS = ("/admin/", "/panel/")
BROKEN = re.compile(r"%[89A-F][0-9A-F]")
FORM = "application/x-www-form-urlencoded"


class RequestGuard:
    """Refuses bodies that are too large, NULs and broken UTF-8 before anything reads them.

    Under /api/, whatever error reaches the door without a problem document (a wrong method, an unknown path, a crash)
    leaves with one; and HEAD is answered wherever GET is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if too_large(request):
            return refuse(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if not readable(request):
            return refuse(request, HTTPStatus.BAD_REQUEST)
        if not request.path.startswith(API):
            return self.get_response(request)
        head = request.method == "HEAD"
        if head:
            request.method = "GET"  # ninja knows no HEAD
        response = self.get_response(request)
        if response.status_code >= 400:
            with translation.override(asked_language(request)):
                response = as_problem(response)
        return without_body(request, response) if head else response


def without_body(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """What a GET would have answered, its length said and its content left out."""
    request.method = "HEAD"
    if isinstance(response, HttpResponse):
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""
    elif isinstance(response, StreamingHttpResponse):
        response.streaming_content = ()
    return response


def too_large(request: HttpRequest) -> bool:
    prefixes: tuple[str, ...] = getattr(settings, "TERRUNO_UPLOAD_PATHS", UPLOADS)
    upload = request.path_info.startswith(prefixes) or request.path_info.startswith(tuple(f"/en{p}" for p in prefixes))
    limit: int = settings.TERRUNO_UPLOAD_LIMIT if upload else settings.TERRUNO_BODY_LIMIT
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) > limit
    except ValueError:
        return False  # Django reads such a body as empty


def readable(request: HttpRequest) -> bool:
    """Whether path, query and a simple form are UTF-8 without NULs. Other bodies are their parser's to judge."""
    # Django has decoded the path, and written bytes that are not UTF-8 as %FF.
    if "\x00" in request.path_info or BROKEN.search(request.path_info):
        return False
    if not _clean(unquote_to_bytes(request.META.get("QUERY_STRING", ""))):
        return False
    if request.method == "POST" and request.content_type == FORM:
        size = int(request.META.get("CONTENT_LENGTH") or 0)
        if size <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return _clean(unquote_to_bytes(request.body))
    return True


def _clean(raw: bytes) -> bool:
    try:
        return "\x00" not in raw.decode("utf-8")
    except UnicodeDecodeError:
        return False


def refuse(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """A page, or under /api/ a problem document, in the language of the address."""
    with translation.override("en" if request.path_info.startswith("/en/") else asked_language(request)):
        if request.path_info.startswith(API):
            return for_status(status, reason(status)).response()
        context = {"status": int(status), "title": for_status(status).title, "reason": reason(status)}
        return HttpResponse(render_to_string("foundation/refused.html", context), status=status)


def reason(status: HTTPStatus) -> str:
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return _("Lo que envió pesa demasiado. Pruebe con fotos más livianas o con menos texto.")
    return _("La dirección o el formulario trae caracteres que no podemos leer.")


def as_problem(response: HttpResponseBase) -> HttpResponseBase:
    if response.headers.get("Content-Type", "").startswith(CONTENT_TYPE):
        return response
    answer = for_status(response.status_code).response()
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in response.headers:
            answer.headers[name] = response.headers[name]
    return answer
