"""The buyer asks for a quote."""

import json
import time
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from foundation import idempotency, limits
from foundation.problems import Problem
from inquiries import choosing, cleaning
from inquiries.enums import InquiryKind
from inquiries.forms import ABROAD, InquiryForm, Lines, new_key
from inquiries.models import Inquiry
from inquiries.services import LineRequest, Request, submit_inquiry

SCOPE = "form.inquiry"
PREFIX = "lines"
FIELDS = ("item", "asked", "what", "quantity", "unit")
STARTED = "inquiries.form"
HASTE_S = 3
NOT_PART_OF_IT = frozenset({"csrfmiddlewaretoken", "started", "once", "action"})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request, InquiryForm(initial=_fresh()), _prefilled(request.GET))
    action = request.POST.get("action", "")
    if action == "add" or action.startswith("remove-"):
        return _show(request, InquiryForm(initial=_typed(request.POST)), _lines_shown(_changed(request.POST, action)))
    form, lines = InquiryForm(request.POST), Lines(request.POST, prefix=PREFIX)
    lines.choose()
    wanted = _wanted(lines) if lines.is_valid() else []
    if not form.is_valid() or not wanted:
        return _show(request, form, lines, status=422)
    try:
        _take_turn(request, form.cleaned_data["email"], form.cleaned_data["started"])
        inquiry = _submit_once(request.POST, form.cleaned_data, wanted)
    except limits.Exceeded as error:
        form.add_error(None, _("Van muchas consultas seguidas desde aquí. Espere unos minutos y envíela de nuevo."))
        response = _show(request, form, lines, status=429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    except Problem as error:
        return _sent_already(request, error)
    return redirect(inquiry)


@require_safe
def options(request: HttpRequest) -> HttpResponse:
    """What the text typed so far may mean, for the browsers that ask while one types."""
    found = choosing.find(request.GET.get("q", "")[:120])
    body = {"options": [{"item": c.item, "label": c.label, "units": c.units} for c in found]}
    return JsonResponse(body, headers={"Cache-Control": "public, max-age=60"})


def _show(request: HttpRequest, form: InquiryForm, lines: Any, *, status: int = 200) -> HttpResponse:
    return render(request, "inquiries/asking.html", {"form": form, "lines": lines}, status=status)


def _fresh() -> dict[str, Any]:
    return {"once": new_key(), "started": signing.dumps(int(time.time()), salt=STARTED)}


def _lines_shown(initial: list[dict[str, Any]], known: dict[str, choosing.Choice] | None = None) -> Any:
    lines = Lines(initial=initial, prefix=PREFIX)
    lines.choose(known)
    return lines


def _prefilled(query: QueryDict) -> Any:
    """The first line as the address says: ?product=, ?circuit=, or ?category= and ?territory=; ?quantity=, ?q=."""
    territory = query.get("territory", "")
    item = f"territory:{territory}" if territory else ""
    if category := query.get("category"):
        item = f"category:{category}" + (f"@{territory}" if territory else "")
    for kind in ("circuit", "product"):
        if slug := query.get(kind):
            item = f"{kind}:{slug}"
    known = choosing.of_items([item]) if item else {}
    choice = known.get(item)
    typed = {"what": query.get("q", "")[:200], "quantity": query.get("quantity", "")[:20]}
    if choice is not None:
        unit = query.get("unit") or choice.units[0][0]
        typed |= {"item": choice.item, "asked": choice.label, "what": choice.label, "unit": unit}
    return _lines_shown([typed], known)


def _typed(data: QueryDict) -> dict[str, Any]:
    """What was typed, to be shown again without judging it."""
    return {name: data.get(name, "") for name in InquiryForm.base_fields}


def _changed(data: QueryDict, action: str) -> list[dict[str, Any]]:
    """The lines as typed, with one more, or without the one to be removed."""
    try:
        total = min(max(int(data.get(f"{PREFIX}-TOTAL_FORMS", 1)), 1), Lines.max_num)
        removed = int(action.removeprefix("remove-")) if action != "add" else None
    except ValueError:
        total, removed = 1, None
    lines = [{name: data.get(f"{PREFIX}-{n}-{name}", "") for name in FIELDS} for n in range(total) if n != removed]
    if (action == "add" and total < Lines.max_num) or not lines:
        lines.append({})
    return lines


def _wanted(lines: Any) -> list[LineRequest]:
    """The lines by the rules of the API, blank ones left out; [] when one breaks a rule, told at its field."""
    filled = [form for form in lines if form.has_changed()]
    raw = [form.raw() for form in filled]
    shelf = cleaning.fetch(raw)
    wanted = []
    for form, line in zip(filled, raw, strict=True):
        try:
            wanted.append(cleaning.line(line, shelf, PREFIX, typed=True))
        except cleaning.BadField as error:
            name = error.field.rpartition(".")[2]
            form.add_error(name if name in form.fields else "what", error.message)
    return wanted if len(wanted) == len(raw) else []


def _take_turn(request: HttpRequest, email: str, started: str) -> None:
    """Buckets by network and by e-mail. Forms filled in faster than people type have a small bucket of their own."""
    network = limits.address_prefix(request)
    limits.take("inquiry.form", network, rate=1 / 20, burst=min(60, settings.TERRUNO_INQUIRY_BURST))
    limits.take("inquiry.email", email.lower(), rate=1 / 300, burst=20)
    try:
        in_haste = time.time() - signing.loads(started, salt=STARTED, max_age=86_400) < HASTE_S
    except (signing.BadSignature, TypeError):
        in_haste = True
    if in_haste:
        limits.take("inquiry.haste", network, rate=1 / 120, burst=15)


def _submit_once(data: QueryDict, cleaned: dict[str, Any], wanted: list[LineRequest]) -> Inquiry:
    """The inquiry of this form, made now or when it was sent before. Raises Problem 409 when it said other things."""
    said = sorted((name, data.getlist(name)) for name in data if name not in NOT_PART_OF_IT)
    with transaction.atomic():
        claim = idempotency.once(cleaned["once"], json.dumps(said).encode(), SCOPE)
        if claim.replayed:
            return Inquiry.objects.get(token=claim.reference)
        inquiry = submit_inquiry(_request(cleaned, wanted))
        claim.settle(inquiry.token)
    return inquiry


def _request(cleaned: dict[str, Any], wanted: list[LineRequest]) -> Request:
    tourism = all(line.circuit for line in wanted)
    abroad = cleaned["region"] == ABROAD
    return Request(
        name=cleaned["name"],
        email=cleaned["email"],
        phone=cleaned["phone"],
        organisation=cleaned["organisation"],
        message=cleaned["message"],
        needed_by=cleaned["needed_by"],
        destination_region=_("Fuera de Chile") if abroad else cleaned["region"],
        kind=InquiryKind.TOURISM if tourism else InquiryKind.PRODUCT,
        locale="en" if get_language() == "en" else "es",
        lines=wanted,
    )


def _sent_already(request: HttpRequest, error: Problem) -> HttpResponse:
    """The form came back from the browser's history with other contents: it is asked again, under a new key."""
    data = request.POST.copy()
    data["once"] = new_key()
    form, lines = InquiryForm(data), Lines(data, prefix=PREFIX)
    lines.choose()
    form.add_error(None, _("Esta consulta ya se envió. Si quiere pedir otra cosa, revísela y envíela de nuevo."))
    return _show(request, form, lines, status=error.status)
