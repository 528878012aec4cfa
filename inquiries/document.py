"""An inquiry as JSON: the document of `POST /api/v1/inquiries` and `GET /api/v1/inquiries/<token>`."""

from typing import Any

from foundation import units
from inquiries import quote_sheet, sheet, timeline
from inquiries.models import Inquiry, InquiryLine
from inquiries.quote_sheet import moment
from inquiries.sheet import Part, Row, Sheet


def of(inquiry: Inquiry, *, whole: bool = False) -> dict[str, Any]:
    """As it now stands, in the active language; `whole` adds the events, oldest first, and the quotes."""
    shown = sheet.read(inquiry)
    document = {
        "id": str(inquiry.pk),
        "token": inquiry.token,
        "number": inquiry.number,
        "kind": inquiry.kind,
        "status": inquiry.status,
        "status_text": inquiry.get_status_display(),
        "tracking_url": inquiry.get_absolute_url(),
        "created_at": moment(inquiry.created_at),
        "needed_by": inquiry.needed_by.isoformat() if inquiry.needed_by else None,
        "respond_by": moment(inquiry.respond_by),
        "lines": [_line(row) for row in shown.rows],
    }
    if not whole:
        return document
    quotes = [quote_sheet.document(quote) for quote in quote_sheet.of_inquiry(inquiry)]
    return document | {"events": _events(shown), "quotes": quotes}


def _line(row: Row) -> dict[str, Any]:
    return {
        "line": row.line.number,
        **_subject(row.line),
        "requested": units.plain(row.line.quantity),
        "allocated": units.plain(row.allocated),
        "unit": row.line.unit,
        "allocations": [_allocation(part) for part in row.parts],
        "unmet": {
            "quantity": units.plain(row.unmet),
            "gaps": [{"kind": kind, "text": text} for kind, text in row.gaps],
        },
    }


def _subject(line: InquiryLine) -> dict[str, str | None]:
    return {
        "product": line.product.slug if line.product else None,
        "category": line.category.slug if line.category else None,
        "circuit": line.circuit.slug if line.circuit else None,
        "territory": line.territory.slug if line.territory else None,
    }


def _allocation(part: Part) -> dict[str, Any]:
    offer = part.offer
    return {
        "network": offer.network.slug if offer.network else None,
        "producer": offer.producer.slug,
        "product": offer.supply.product.slug if offer.supply else None,
        "quantity": units.plain(part.quantity),
        "status": offer.status,
        "respond_by": moment(offer.respond_by),
        "reasons": [{"rule": rule, "text": text} for rule, text in part.reasons],
    }


def _events(shown: Sheet) -> list[dict[str, str]]:
    return [
        {"event": step.event.value, "at": moment(step.at), "title": step.title, "text": step.detail}
        for step in timeline.steps(shown)
    ]
