"""Signing a report off: its figures are computed once more, kept with their hash, and frozen."""

from django.db import transaction
from django.utils import timezone

from foundation import audit, locking, outbox
from foundation.actors import Actor
from foundation.models import User
from governance import documents
from governance.enums import ReportStatus
from governance.models import Report, digest_of


class AlreadySigned(Exception):
    """The report is frozen already."""


class PeriodRuns(Exception):
    """Its period has not ended: what it says would still change."""


def sign_off(actor: Actor | User, report: Report) -> Report:
    """Keep the report's whole document and its hash. Raises AlreadySigned, PeriodRuns."""
    with transaction.atomic():
        report = locking.lock(Report, report.pk)
        if report.signed_off:
            raise AlreadySigned(str(report))
        if report.period.running:
            raise PeriodRuns(str(report))
        report.figures = documents.of_report(report)
        report.digest = digest_of(report.figures)
        report.signed_at = timezone.now()
        report.status = ReportStatus.SIGNED_OFF
        report.save()
        audit.record(actor, "report.signed_off", report, digest=report.digest)
        outbox.publish("report.signed_off", report, key=str(report.pk))
    return report
