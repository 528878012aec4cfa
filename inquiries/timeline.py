"""What has happened to an inquiry, in words: for the tracking page, the admin and the JSON document."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from foundation import money, units
from inquiries import naming, wording
from inquiries.enums import DeclineReason, EventKind
from inquiries.models import InquiryEvent
from inquiries.sheet import Sheet


@dataclass(frozen=True)
class Step:
    event: EventKind
    title: str
    detail: str
    at: datetime

    @property
    def when(self) -> str:
        return wording.moment_in_words(self.at)


def steps(sheet: Sheet) -> list[Step]:
    """Oldest first."""
    return [
        Step(EventKind(event.event), _title(event, sheet), _detail(event, sheet), event.at) for event in sheet.events
    ]


def _title(event: InquiryEvent, sheet: Sheet) -> str:
    """A line that found nobody at all is not said to have left a part."""
    if event.event == EventKind.UNMET:
        whole = next((row.line.quantity for row in sheet.rows if row.line.number == event.data["line"]), None)
        if whole is not None and Decimal(event.data["quantity"]) >= whole:
            return _("Quedó sin productor")
    return str(EventKind(event.event).label)


def _detail(event: InquiryEvent, sheet: Sheet) -> str:
    data = event.data
    match event.event:
        case EventKind.RECEIVED:
            return wording.join([naming.asked(row.line) for row in sheet.rows])
        case EventKind.ROUTED:
            return wording.join(_names(data["producers"], sheet))
        case EventKind.UNMET:
            return _of_line(data, sheet)
        case EventKind.ACCEPTED:
            who = _names([data["producer"]], sheet)
            return _("%(producer)s: %(amount)s") % {"producer": "".join(who), "amount": _amount(data)}
        case EventKind.DECLINED:
            reason = data.get("reason", "")
            said = str(DeclineReason(reason).label) if reason in DeclineReason.values else ""
            return ": ".join(filter(None, [*_names([data["producer"]], sheet), said]))
        case EventKind.COUNTERED:
            who = _names([data["producer"]], sheet)
            return _("%(producer)s: %(amount)s") % {"producer": "".join(who), "amount": _amount(data)}
        case EventKind.PASSED_ON:
            pair = _names([data["from"], data["to"]], sheet)
            return (
                _("De %(first)s a %(second)s") % dict(zip(("first", "second"), pair, strict=True))
                if len(pair) == 2
                else ""
            )
        case EventKind.QUOTED | EventKind.WITHDRAWN | EventKind.ORDERED | EventKind.REFUSED | EventKind.LAPSED:
            return _("%(number)s, por %(total)s") % {"number": data["quote"], "total": money.clp(data["total"])}
        case EventKind.EXPIRED:
            return "".join(_names([data["producer"]], sheet))
    return ""


def _names(ids: list[int], sheet: Sheet) -> list[str]:
    return [sheet.producers[pk].name for pk in ids if pk in sheet.producers]


def _amount(data: dict[str, Any]) -> str:
    return units.show(Decimal(data["quantity"]), data["unit"])


def _of_line(data: dict[str, Any], sheet: Sheet) -> str:
    subject = next((row.line.subject for row in sheet.rows if row.line.number == data["line"]), "")
    return _("%(quantity)s de %(subject)s") % {"quantity": _amount(data), "subject": subject}
