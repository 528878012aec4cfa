"""Photographs as people send them: looked at before anything decodes them, and kept only as what was developed."""

import json
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import darkroom

MOST_BYTES = 10 * 1024 * 1024
SECONDS = 15
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis"})
AVIF_BRANDS = frozenset({b"avif"})
SEQUENCES = frozenset({b"avis", b"hevc", b"hevx", b"msf1"})
REASONS: dict[str, Promise] = {
    "empty": _("El archivo está vacío. Elija la foto otra vez."),
    "too_heavy": _("La foto pesa más de 10 MB. Envíela en tamaño mediano, o una captura de pantalla de ella."),
    "not_a_photo": _("Ese archivo no es una foto. Sirven JPEG, PNG, WebP, AVIF y HEIC, las del teléfono."),
    "animated": _("La imagen se mueve. Envíe una foto quieta."),
    "too_many_pixels": _("La foto es demasiado grande (más de 40 megapíxeles). Envíela en un tamaño menor."),
    "too_small": _("La foto es muy chica: necesita al menos 200 píxeles por lado."),
    "broken": _("La foto está dañada o incompleta. Tómela o envíela de nuevo."),
}
"""Why a photograph is not taken, and what to do, by code."""


class PhotographRefused(Exception):
    """`code` is a key of REASONS; the text says it to the person who sent it."""

    def __init__(self, code: str) -> None:
        super().__init__(str(REASONS[code]))
        self.code = code


class DevelopedFile(ContentFile):
    """The only file that is stored as a photograph."""

    content_type = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Developed:
    """A plain JPEG without anything its camera wrote, under a name that says nothing."""

    content: bytes
    width: int
    height: int

    @property
    def size(self) -> int:
        return len(self.content)

    def as_file(self) -> DevelopedFile:
        return DevelopedFile(self.content, name=f"{uuid.uuid4().hex}.jpg")


def develop(upload: File) -> Developed:
    """Check and re-encode a photograph; its name and declared type are not believed. Raises PhotographRefused."""
    if (upload.size or 0) > MOST_BYTES:
        raise PhotographRefused("too_heavy")
    upload.seek(0)
    content = upload.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise PhotographRefused("too_heavy")
    if not content:
        raise PhotographRefused("empty")
    return _through_darkroom(content, kind_of(content))


def kind_of(content: bytes) -> str:
    """jpeg, png, webp, avif or heic by its first bytes. Raises PhotographRefused."""
    if content[:3] == b"\xff\xd8\xff":
        return "jpeg"
    if content[:8] == b"\x89PNG\r\n\x1a\n":
        return "png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:8] == b"ftyp":
        length = min(int.from_bytes(content[:4], "big"), 512)
        brands = {content[8:12], *(content[at : at + 4] for at in range(16, length - 3, 4))}
        if content[8:12] in SEQUENCES:
            raise PhotographRefused("animated")
        if brands & AVIF_BRANDS:
            return "avif"
        if brands & HEIC_BRANDS:
            return "heic"
    raise PhotographRefused("not_a_photo")


def _through_darkroom(content: bytes, kind: str) -> Developed:
    """A crash, too much memory or too much time in there is one more way of being broken."""
    program = [sys.executable, "-I", str(Path(darkroom.__file__)), kind]
    try:
        done = subprocess.run(program, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise PhotographRefused("broken")
    head, _line, developed = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise PhotographRefused("broken")
    answer = json.loads(head)
    if "refused" in answer:
        raise PhotographRefused(answer["refused"])
    return Developed(developed, answer["width"], answer["height"])
