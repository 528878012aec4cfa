"""Letters: rendered and stored with the change that causes them, sent by the worker.

Delivery is at least once; a mail program that sees one twice can tell by its Message-ID, fixed when it is enqueued.
"""

import re
import smtplib
import uuid
from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.validators import validate_email
from django.db import transaction
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import timezone, translation

from . import crash, outbox
from .models.mail import OutgoingMail

QUEUED = "mail.queued"
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
SUBJECT_LENGTH = 200


class BadAddress(ValueError):
    """The address cannot be written to; nothing was enqueued."""


def enqueue(*, key: str, to: str, subject: str, template: str, context: dict[str, Any], locale: str = "es") -> None:
    """Write a letter in the caller's transaction: `<template>.txt`, and `<template>.html` if there is one, in `locale`.

    `key` names the effect ("offer-12-asked"): the same key again is ignored. Raises BadAddress.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("mail.enqueue() outside of a transaction.")
    if OutgoingMail.objects.filter(key=key).exists():
        return
    with translation.override(locale):
        letter = OutgoingMail(
            key=key,
            message_id=_message_id(),
            to=checked_address(to),
            subject=one_line(str(subject)),
            text=_rendered(f"{template}.txt", context),
            html=_html(template, context),
            locale=locale,
            created_at=timezone.now(),
        )
    OutgoingMail.objects.bulk_create([letter], ignore_conflicts=True)
    stored = OutgoingMail.objects.get(key=key)
    if stored.message_id == letter.message_id:
        outbox.publish(QUEUED, stored, key=key)


def checked_address(text: str) -> str:
    """One plain address, nothing else. Raises BadAddress for names, lists, line breaks and the like."""
    address = text.strip()
    if _BREAKS.search(address) or len(address) > 254:
        raise BadAddress("The address has characters no address has.")
    try:
        validate_email(address)
    except ValidationError as error:
        raise BadAddress("Not an e-mail address.") from error
    return address


def one_line(text: str) -> str:
    """A header's text: every kind of line break and control character becomes a space."""
    return " ".join(_BREAKS.sub(" ", text).split())[:SUBJECT_LENGTH]


def deliver(letter: OutgoingMail) -> None:
    """Hand the letter to the mail server. Raises Permanent when the server will never take it."""
    if letter.sent_at is not None:
        return
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        to=[letter.to],
        headers={
            "Message-ID": letter.message_id,
            "Date": format_datetime(letter.created_at),
            "Auto-Submitted": "auto-generated",
            "Content-Language": letter.locale,
        },
        connection=get_connection(fail_silently=False),
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    crash.point("mail.before_send")
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        if code := permanent_code(error):
            raise outbox.Permanent(f"SMTP {code}") from error
        raise
    crash.point("mail.accepted")
    OutgoingMail.objects.filter(pk=letter.pk).update(sent_at=timezone.now())


def permanent_code(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> int:
    """The server's 5xx code when this letter is refused for good, else 0. Being refused entry is ours to mend: 0."""
    if isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError | smtplib.SMTPHeloError):
        return 0
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return min(codes) if codes and min(codes) >= 500 else 0
    return error.smtp_code if error.smtp_code >= 500 else 0


def _html(template: str, context: dict[str, Any]) -> str:
    try:
        return _rendered(f"{template}.html", context)
    except TemplateDoesNotExist as error:
        if error.args and error.args[0] != f"{template}.html":
            raise  # the letter exists, but something it includes does not
        return ""


def _rendered(template: str, context: dict[str, Any]) -> str:
    return render_to_string(template, context).replace("\x00", "")  # PostgreSQL's text cannot hold a NUL


def _message_id() -> str:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{uuid.uuid4()}@{domain}>"
