"""From the API's body to a clean request: every wrong field is named, all at once."""

from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import gettext as _

from foundation.problems import FieldError, Problem
from inquiries import cleaning
from inquiries.cleaning import BadField, RawLine
from inquiries.schemas import InquiryIn, LineIn
from inquiries.services import LineRequest, Request

T = TypeVar("T")


class Errors:
    """Collects what is wrong, so that a client learns everything in one answer."""

    def __init__(self) -> None:
        self.found: list[FieldError] = []

    def keep(self, clean: Callable[[], T], otherwise: T) -> T:
        try:
            return clean()
        except BadField as error:
            self.found.append(FieldError(error.field, error.message))
            return otherwise

    def raise_any(self) -> None:
        if self.found:
            fields = ", ".join(error.field for error in self.found)
            raise Problem(422, _("Datos no válidos"), _("Revise: %(fields)s.") % {"fields": fields}, self.found)


def clean(payload: InquiryIn) -> Request:
    """Raises Problem 422."""
    errors = Errors()
    contact, to = payload.contact, payload.destination
    keep = errors.keep
    if not payload.consent:
        message = _("Sin su consentimiento no podemos guardar la consulta.")
        errors.found.append(FieldError("consent", message))
    request = Request(
        kind=payload.kind,
        locale=payload.locale,
        name=keep(lambda: cleaning.line_of_text(contact.name, "contact.name", 120, required=True), ""),
        email=keep(lambda: cleaning.email(contact.email, "contact.email"), ""),
        phone=keep(lambda: cleaning.phone(contact.phone or "", "contact.phone"), ""),
        organisation=keep(lambda: cleaning.line_of_text(contact.organisation or "", "contact.organisation", 120), ""),
        country=keep(lambda: cleaning.country(contact.country, "contact.country"), ""),
        message=keep(lambda: cleaning.paragraphs(payload.message or "", "message", 4000), ""),
        needed_by=keep(lambda: cleaning.needed_by(payload.needed_by, "needed_by"), None),
        destination_country=keep(lambda: cleaning.country(to.country, "destination.country"), "") if to else "CL",
        destination_region=keep(lambda: cleaning.line_of_text(to.region or "", "destination.region", 120), "")
        if to
        else "",
        destination_lat=keep(lambda: cleaning.coordinate(to.lat, "destination.lat", 90), None) if to else None,
        destination_lon=keep(lambda: cleaning.coordinate(to.lon, "destination.lon", 180), None) if to else None,
        lines=_lines(payload.lines, errors),
    )
    errors.raise_any()
    return request


def _lines(lines: list[LineIn], errors: Errors) -> list[LineRequest]:
    raw = [_raw(line) for line in lines]
    shelf = cleaning.fetch(raw)
    found = []
    for position, line in enumerate(raw):
        try:
            found.append(cleaning.line(line, shelf, f"lines[{position}]"))
        except BadField as error:
            errors.found.append(FieldError(error.field, error.message))
    return found


def _raw(line: LineIn) -> RawLine:
    return RawLine(
        quantity=line.quantity,
        unit=line.unit,
        product=line.product or "",
        category=line.category or "",
        circuit=line.circuit or "",
        territory=line.territory or "",
        seals=line.seals,
        max_unit_price=line.max_unit_price,
    )
