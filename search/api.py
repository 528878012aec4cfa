"""`GET /api/v1/search` and `/suggest`. Parameters are read and answers written by hand: this is the busiest door."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Router

from foundation.problems import FieldError, Problem

from .answers import as_answer, as_suggestion
from .documents import LANGUAGES
from .query import LONGEST_QUERY, BadQuery, parse_query
from .schemas import LANG, PARAMETERS, Q, SearchAnswer, Suggestions
from .services import SearchDown, find, suggest
from .sources.circuits import line_of

router = Router(tags=["search"])
RETRY_AFTER = {"Retry-After": "5"}


@router.get("/search", response=SearchAnswer, openapi_extra={"parameters": PARAMETERS}, summary="Search listings")
def search(request: HttpRequest) -> HttpResponse:
    """Listings of every kind by words, place, season, seal and price, with counts to narrow by."""
    lang = language(request)
    with translation.override(lang):
        try:
            query = parse_query(request.GET, line_of=line_of)
            return as_json(as_answer(find(query, lang), lang))
        except BadQuery as error:
            raise bad_parameters(error.errors) from error
        except SearchDown as error:
            raise down() from error


@router.get("/suggest", response=Suggestions, openapi_extra={"parameters": [Q, LANG]}, summary="Complete what is typed")
def suggestions(request: HttpRequest) -> HttpResponse:
    """At most eight listings whose names begin so, from the first letter on; accents and case do not matter."""
    lang = language(request)
    with translation.override(lang):
        q = request.GET.get("q", "")
        if len(q) > LONGEST_QUERY:
            raise bad_parameters([("q", _("Es demasiado largo: hasta %(most)d letras.") % {"most": LONGEST_QUERY})])
        try:
            found = suggest(q, lang)
        except SearchDown as error:
            raise down() from error
        return as_json({"suggestions": [as_suggestion(item, lang) for item in found]})


def language(request: HttpRequest) -> str:
    lang = request.GET.get("lang") or LANGUAGES[0]
    if lang not in LANGUAGES:
        raise bad_parameters([("lang", _("Debe ser uno de: %(values)s.") % {"values": ", ".join(LANGUAGES)})])
    return lang


def bad_parameters(errors: Any) -> Problem:
    names = ", ".join(name for name, _message in errors)
    fields = [FieldError(name, message) for name, message in errors]
    return Problem(400, _("Solicitud no válida"), _("Revise: %(fields)s.") % {"fields": names}, fields)


def down() -> Problem:
    return Problem(503, _("Servicio no disponible por el momento"), headers=RETRY_AFTER)


def as_json(document: dict[str, Any]) -> HttpResponse:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text.encode(), content_type="application/json; charset=utf-8")
