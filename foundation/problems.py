"""Errors of the API as problem documents (RFC 9457)."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

from .limits import Exceeded

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True)
class FieldError:
    field: str
    """Path into the body, or a parameter's name: "lines[0].quantity", "page_size"."""
    message: str


class Problem(Exception):
    """Raised anywhere below the API; answered as a problem document."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str = "",
        errors: Sequence[FieldError] = (),
        type: str = "about:blank",
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = list(errors)
        self.type = type
        self.headers = headers or {}

    def response(self) -> HttpResponse:
        document = {
            "type": self.type,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "errors": [asdict(error) for error in self.errors],
        }
        text = json.dumps(document, ensure_ascii=False)
        return HttpResponse(text.encode(), status=self.status, content_type=CONTENT_TYPE, headers=self.headers)


def asked_language(request: HttpRequest) -> str:
    """The language of `?lang=`, which every endpoint has: for what is refused before a view reads it."""
    return "en" if "lang=en" in request.META.get("QUERY_STRING", "").split("&") else "es"


def for_status(status: int, detail: str = "") -> Problem:
    """The problem document of a bare status."""
    return Problem(status, _titles().get(status) or HTTPStatus(status).phrase, detail)


def _titles() -> dict[int, str]:
    return {
        400: _("Solicitud no válida"),
        401: _("Falta identificarse"),
        403: _("Sin permiso"),
        404: _("No encontrado"),
        405: _("Método no admitido"),
        409: _("En conflicto con el estado actual"),
        413: _("Contenido demasiado grande"),
        415: _("Formato no admitido"),
        422: _("Datos no válidos"),
        429: _("Demasiadas solicitudes"),
        500: _("Error interno"),
        503: _("Servicio no disponible por el momento"),
    }


class StrictParser(Parser):
    """JSON as the standard has it: UTF-8, no NaN, and no text that a database cannot hold."""

    def parse_body(self, request: HttpRequest) -> Any:
        with translation.override(asked_language(request)):
            return self._parse(request)

    def _parse(self, request: HttpRequest) -> Any:
        if "json" not in (request.content_type or "json"):
            raise Problem(415, _titles()[415], _("Envíe el contenido como application/json."))
        try:
            return _checked(json.loads(request.body.decode("utf-8"), parse_constant=_refuse_constant))
        except RequestDataTooBig:
            raise for_status(413) from None
        except UnicodeDecodeError:
            raise for_status(400, _("El contenido no está en UTF-8.")) from None
        except (ValueError, RecursionError):
            raise for_status(400, _("El contenido no es JSON válido.")) from None


def _refuse_constant(text: str) -> None:
    raise ValueError(text)


def _checked(value: Any) -> Any:
    """Raises ValueError for NUL characters and halves of surrogate pairs, anywhere in the document."""
    match value:
        case str():
            if "\x00" in value:
                raise ValueError("NUL")
            value.encode()  # UnicodeEncodeError, a ValueError, for a lone surrogate
        case dict():
            for key, item in value.items():
                _checked(key)
                _checked(item)
        case list():
            for item in value:
                _checked(item)
    return value


def install_handlers(api: NinjaAPI) -> None:
    """Have the API answer every error as a problem document. Wrong methods are seen to by RequestGuard."""
    problem_of: dict[type[Exception], Callable[[Any], Problem]] = {
        Problem: lambda problem: problem,
        ValidationError: from_validation,
        HttpError: from_http_error,
        Exceeded: from_exceeded,
        Http404: lambda _error: for_status(404),
        PermissionDenied: lambda _error: for_status(403),
        RequestDataTooBig: lambda _error: for_status(413),
    }
    for kind, problem in problem_of.items():
        api.add_exception_handler(kind, _answering(problem))


def _answering(problem: Callable[[Any], Problem]) -> Callable[[HttpRequest, Any], HttpResponse]:
    def answer(request: HttpRequest, error: Any) -> HttpResponse:
        with translation.override(asked_language(request)):
            return problem(error).response()

    return answer


def from_http_error(error: HttpError) -> Problem:
    """ninja hides what its parser raised behind a 400 of its own: bring it out again."""
    if isinstance(error.__cause__, Problem):
        return error.__cause__
    return for_status(error.status_code, str(error))


def from_exceeded(error: Exceeded) -> Problem:
    detail = _("Espere %(seconds)s segundos y pruebe de nuevo.") % {"seconds": error.retry_after}
    return Problem(429, _titles()[429], detail, headers={"Retry-After": str(error.retry_after)})


def from_validation(error: ValidationError) -> Problem:
    """400 when a parameter is wrong, 422 when the body is; each wrong field is named once."""
    found: dict[str, str] = {}
    in_body = False
    for item in error.errors:
        place, *path = item["loc"]
        in_body = in_body or place in ("body", "form", "file")
        found.setdefault(field_path(place, path), message(item))
    errors = [FieldError(field, text) for field, text in found.items()]
    names = ", ".join(found)
    status = 422 if in_body else 400
    return Problem(status, _titles()[status], _("Revise: %(fields)s.") % {"fields": names}, errors)


def field_path(place: str, path: Sequence[str | int]) -> str:
    """Where the field is, as the client sees it: without the name of our own parameter that holds the body or query."""
    named = len(path) > 1 and place in ("query", "form", "path", "header")
    inner = path[1:] if named or place == "body" else path
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in inner)
    return "".join(steps).removeprefix(".") or place


def message(item: dict[str, Any]) -> str:
    """pydantic's error in plain words of the active language."""
    context = item.get("ctx") or {}
    match item["type"]:
        case "missing":
            return _("Falta este dato.")
        case "string_too_short" | "too_short":
            return _("Es demasiado corto.")
        case "string_too_long":
            return _("Admite hasta %(count)s caracteres.") % {"count": context.get("max_length")}
        case "too_long":
            return _("Admite hasta %(count)s elementos.") % {"count": context.get("max_length")}
        case "literal_error" | "enum":
            # pydantic tells them in English: «'es', 'en' or 'fr'»
            return _("Valores posibles: %(values)s.") % {"values": str(context.get("expected")).replace(" or ", ", ")}
        case "greater_than_equal":
            return _("Debe ser %(limit)s o más.") % {"limit": context.get("ge")}
        case "greater_than":
            return _("Debe ser más que %(limit)s.") % {"limit": context.get("gt")}
        case "less_than_equal":
            return _("Debe ser %(limit)s o menos.") % {"limit": context.get("le")}
        case "value_error" if "error" in context:
            return str(context["error"])
        case "model_type" | "model_attributes_type" | "dict_type":
            return _("Debe ser un objeto.")
        case "list_type":
            return _("Debe ser una lista.")
        case "extra_forbidden":
            return _("Este dato no se conoce.")
        case kind if kind.startswith(("int_", "float_", "decimal_")):
            return _("Debe ser un número.")
        case kind if kind.startswith(("date_", "datetime_")):
            return _("Debe ser una fecha, por ejemplo 2027-03-01.")
        case kind if kind.startswith("bool_"):
            return _("Debe ser true o false.")
        case kind if kind.startswith("string_"):
            return _("Debe ser un texto válido.")
        case _other:
            return _("El valor no es válido.")
