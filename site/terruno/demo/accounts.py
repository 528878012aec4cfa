"""The demo's accounts: one for each part, with the mandates that go with it.

Passwords are made on this machine, so that a demo somebody leaves in the open has none that is known to all.
"""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Model
from wagtail.signal_handlers import disable_reference_index_auto_update

from foundation.files import write_whole
from foundation.models import User
from producers.enums import Role
from producers.models import Mandate, Network, Producer
from territories.models import Comuna, Territory
from terruno.pages.roles import EDITORS

from .loader import Say

DOMAIN = "terruno.example"
WORDS = (
    "aguacero alerce arrayan boldo brasero canelo cantaro chupalla cochayuyo copihue cuchara duna espino espuela faro"
    " fogon gaviota greda huella laurel lingue maiten manzana membrillo merken miel molle noria nogal ojota olivo parra"
    " peumo poncho quebrada quillay quincha rauli roble sarmiento tabla telar tinaja trapiche trigo ulmo valle vendimia"
    " yunta zorzal"
).split()
LINE = re.compile(rf"^  (\S+@{re.escape(DOMAIN)}) +(\S+)", re.MULTILINE)
TARGETS: dict[Role, tuple[type[Model], str, str]] = {
    Role.PRODUCER: (Producer, "producer", "slug"),
    Role.COORDINATOR: (Network, "network", "slug"),
    Role.TEAM: (Territory, "territory", "slug"),
    Role.OFFICER: (Comuna, "comuna", "name"),
    Role.EVALUATOR: (Territory, "territory", "slug"),
}
"""What a role is for: its rows, the mandate's column, and how a Part names one."""


@dataclass(frozen=True)
class Part:
    """Who signs in as what; `of` is the slug of what the role is for, or the name of its comuna."""

    mailbox: str
    name: str
    what: str
    role: str = ""
    of: str = ""

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DOMAIN}"


ADMINISTRATION = Part("administracion", "Administración", "everything, settings too")
EDITION = Part("editor", "Edición", "pages, stories and every record")
SHOWN = (
    ADMINISTRATION,
    EDITION,
    Part("equipo.limari", "Equipo territorial de Limarí", "records and inquiries of Limarí", Role.TEAM, "limari"),
    Part(
        "coordinacion.queseras",
        "Coordinación de queseras",
        "one network and its members",
        Role.COORDINATOR,
        "red-queseras-limari",
    ),
    Part("productora", "Elba Pastén", "one dairy and its cheese", Role.PRODUCER, "queseria-majada-alta"),
)
"""The accounts with a password. Every other territory has a team too, so that its letters reach somebody."""
CODED = (
    Part(
        "productor",
        "Quesería Corral de Pirca",
        "another dairy of the network",
        Role.PRODUCER,
        "queseria-corral-de-pirca",
    ),
    Part("municipal", "Encargo municipal de Ovalle", "jobs and ventures of Ovalle", Role.OFFICER, "Ovalle"),
    Part("evaluacion", "Evaluación de Limarí", "proposals for the courses of Limarí", Role.EVALUATOR, "limari"),
)
"""Accounts that sign in by code alone, as any producer does; so may those with a password."""


def load_accounts(say: Say, reset: bool = False) -> None:
    """Add those that are missing and say what they sign in with; `reset` gives new passwords to all."""
    passwords = {}
    with transaction.atomic(), disable_reference_index_auto_update():
        for part in _parts():
            user = User.objects.filter(email=part.email).first()
            if user is None:
                user = User.objects.create_user(part.email, first_name=part.name)
                _give_rights(user, part)
            elif not reset:
                continue
            if part in SHOWN:
                passwords[part.email] = new_password()
                user.set_password(passwords[part.email])
                user.save(update_fields=["password"])
    if passwords:
        _tell(say, passwords)


def _parts() -> Iterator[Part]:
    yield from SHOWN
    yield from CODED
    known = {part.of for part in SHOWN}
    for slug, name in Territory.objects.filter(status="operating").values_list("slug", "name"):
        if slug not in known:
            yield Part(f"equipo.{slug}", f"Equipo territorial de {name}", "", Role.TEAM, slug)


def _give_rights(user: User, part: Part) -> None:
    if part is ADMINISTRATION:
        user.is_superuser = user.is_staff = True
        user.save(update_fields=["is_superuser", "is_staff"])
    elif part is EDITION:
        user.groups.add(Group.objects.get(name=EDITORS))
    if part.of:
        role = Role(part.role)
        model, column, name = TARGETS[role]
        target = model._default_manager.filter(**{name: part.of}).first()
        if target is not None:
            Mandate.objects.create(user=user, role=role, **{column: target})


def new_password() -> str:
    """Three words and a number: easy to type on a phone, some 2^23 of them behind the sign-in's limit."""
    return "-".join([*(secrets.choice(WORDS) for _word in range(3)), str(secrets.randbelow(90) + 10)])


def sign_ins() -> Path:
    """What script/server prints; readable by its owner only."""
    return Path(settings.TERRUNO_VAR) / "sign-ins.txt"


def _tell(say: Say, passwords: dict[str, str]) -> None:
    path = sign_ins()
    kept = dict(LINE.findall(path.read_text(encoding="utf-8"))) if path.is_file() else {}
    passwords = {part.email: kept[part.email] for part in SHOWN if part.email in kept} | passwords
    lines = [f"  {part.email:<40} {passwords[part.email]:<32} {part.what}" for part in SHOWN if part.email in passwords]
    coded = [f"    {part.email:<38} {part.what}" for part in (*SHOWN[2:], *CODED)]
    text = "\n".join(
        [
            f"accounts of the demo, for {settings.TERRUNO_BASE_URL}/admin/login/",
            *lines,
            f"for {settings.TERRUNO_BASE_URL}/panel/, by a code that {settings.TERRUNO_BASE_URL}/correo/ shows",
            *coded,
        ]
    )
    write_whole(path, f"{text}\n".encode())
    path.chmod(0o600)
    say(text)
