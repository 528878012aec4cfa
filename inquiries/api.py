"""The inquiries API: one door to ask, one to follow."""

from typing import Literal

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Router

from foundation import crash, idempotency, limits
from foundation.problems import Problem, for_status
from inquiries import document
from inquiries.intake import clean
from inquiries.models import Inquiry
from inquiries.schemas import InquiryIn, InquiryOut, ProblemOut, TrackedOut
from inquiries.services import submit_inquiry

SCOPE = "api.inquiries"
A_SECOND = 1.0
"""Inquiries that come back to a network's bucket."""
Language = Literal["es", "en"]
router = Router(tags=["inquiries"])


@router.post(
    "/inquiries",
    response={201: InquiryOut, 200: InquiryOut, 400: ProblemOut, 409: ProblemOut, 422: ProblemOut, 429: ProblemOut},
    summary="Ask for a quote",
    description="With an `Idempotency-Key` header, the same key and body answer the same inquiry (200).",
)
def ask(request: HttpRequest, payload: InquiryIn, lang: Language = "es") -> HttpResponse:
    with translation.override(lang):
        limits.take("inquiry.api", limits.address_prefix(request), rate=A_SECOND, burst=settings.TERRUNO_INQUIRY_BURST)
        inquiry, made = _once(request, payload)
        return _answer(document.of(inquiry), 201 if made else 200)


@router.get(
    "/inquiries/{token}",
    response={200: TrackedOut, 404: ProblemOut},
    summary="Follow an inquiry",
    description="As it now stands, with its events, oldest first, and its quotes.",
)
def follow(request: HttpRequest, token: str, lang: Language = "es") -> HttpResponse:
    with translation.override(lang):
        inquiry = Inquiry.objects.filter(token=token).first()
        if inquiry is None:
            raise for_status(404, _("No hay una consulta con esa dirección."))
        return _answer(document.of(inquiry, whole=True), 200)


def _once(request: HttpRequest, payload: InquiryIn) -> tuple[Inquiry, bool]:
    """The inquiry, and whether it was made now. A repeat is answered even when it could not be made any more."""
    try:
        cleaned, problem = clean(payload), None
    except Problem as error:
        cleaned, problem = None, error
    with transaction.atomic():
        claim = idempotency.once(request.headers.get("Idempotency-Key", ""), request.body, SCOPE)
        if claim.replayed:
            return Inquiry.objects.get(token=claim.reference), False
        if cleaned is None:
            raise problem or for_status(422)
        inquiry = submit_inquiry(cleaned)
        claim.settle(inquiry.token)
    crash.point("inquiry.committed")
    return inquiry, True


def _answer(body: dict[str, object], status: int) -> HttpResponse:
    """Plain JSON; the shapes in `response` describe it, they are not run over it again."""
    headers = {"Cache-Control": "private, no-store"}
    if status == 201:
        headers["Location"] = f"/api/v1/inquiries/{body['token']}"
    return JsonResponse(body, status=status, headers=headers, json_dumps_params={"ensure_ascii": False})
