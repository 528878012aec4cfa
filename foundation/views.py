"""Probes for operators, and the developer's mailbox."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import mailfiles
from .models import OutboxMessage

LETTERS_A_PAGE = 30
SPANISH_ONLY = {"en": "/en/"}
"""The mailbox has no English address: whoever wants English is led to the English home."""


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; says nothing about what it stands on."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when requests can be served, else 503. A late or stuck outbox is shown, but takes no traffic away."""
    try:
        pending = pending_migrations()
        report: dict[str, Any] = {"database": "ok", "migrations_pending": pending}
        if not pending:
            report |= outbox_report()
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "database": "down"}, status=503, headers={"Retry-After": "5"})
    status = 503 if pending else 200
    return JsonResponse({"status": "ok" if status == 200 else "unavailable"} | report, status=status)


def pending_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def outbox_report() -> dict[str, Any]:
    """How long the message due longest has been waiting, in seconds (0: none is), and how many are set aside."""
    now = timezone.now()
    due = OutboxMessage.objects.waiting().filter(available_at__lte=now)
    oldest = due.aggregate(at=Min("available_at"))["at"]
    return {
        "outbox_due": due.count(),
        "outbox_age_s": round((now - oldest).total_seconds(), 1) if oldest else 0,
        "dead_letters": OutboxMessage.objects.dead().count(),
    }


@never_cache
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The letters written to files, newest first; 404 unless TERRUNO_MAILBOX is on."""
    _only_with_mailbox()
    request.alternates = SPANISH_ONLY  # type: ignore[attr-defined]  # where the frame looks
    page = Paginator(mailfiles.names(), LETTERS_A_PAGE).get_page(request.GET.get("page"))
    letters = [mailfiles.read(name) for name in page]
    return render(request, "foundation/mailbox.html", {"letters": letters, "page": page})


@never_cache
@require_safe
def mail_message(request: HttpRequest, name: str) -> HttpResponse:
    _only_with_mailbox()
    request.alternates = SPANISH_ONLY  # type: ignore[attr-defined]  # where the frame looks
    try:
        letter = mailfiles.read(name)
    except FileNotFoundError as error:
        raise Http404 from error
    return render(request, "foundation/mail_message.html", {"letter": letter})


def _only_with_mailbox() -> None:
    if not settings.TERRUNO_MAILBOX:
        raise Http404
