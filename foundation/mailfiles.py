"""Mail for development: each letter becomes a file under TERRUNO_VAR/mail, to be read at /correo/."""

import email
import email.policy
import os
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage as ParsedMessage
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

NAME = re.compile(r"[0-9]{8}T[0-9]{12}-[0-9a-f]{8}\.eml", re.ASCII)


class EmailBackend(BaseEmailBackend):
    """Writes one .eml a letter; a reader never sees half of one."""

    def __init__(self, fail_silently: bool = False, **kwargs: Any) -> None:
        super().__init__(fail_silently=fail_silently)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = mail_folder()
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{timezone.now():%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:8]}.eml"
            partial = folder / f".{name}"
            with partial.open("wb") as file:
                file.write(message.message().as_bytes())
                file.flush()
                os.fsync(file.fileno())
            partial.rename(folder / name)
        return len(email_messages)


@dataclass(frozen=True)
class Letter:
    name: str
    date: datetime | None
    to: str
    sender: str
    subject: str
    text: str


def mail_folder() -> Path:
    return Path(settings.TERRUNO_VAR) / "mail"


def names() -> list[str]:
    """The letters' file names, newest first."""
    folder = mail_folder()
    if not folder.is_dir():
        return []
    return sorted((entry.name for entry in folder.iterdir() if NAME.fullmatch(entry.name)), reverse=True)


def read(name: str) -> Letter:
    """One letter by its file name. Raises FileNotFoundError, also for any name we did not make."""
    if not NAME.fullmatch(name):
        raise FileNotFoundError(name)
    raw = (mail_folder() / name).read_bytes()
    parsed: ParsedMessage = email.message_from_bytes(raw, policy=email.policy.default)
    body = parsed.get_body(preferencelist=("plain",))
    header = parsed["Date"]
    return Letter(
        name=name,
        date=header.datetime if header else None,
        to=str(parsed["To"] or ""),
        sender=str(parsed["From"] or ""),
        subject=str(parsed["Subject"] or ""),
        text=body.get_content() if body else "",
    )
