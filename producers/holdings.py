"""Seals as pages show them: only grants that are valid today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from foundation.drawings import seal_mark
from territories.cards import said

from .models import SealGrant

FIELDS = (
    "number",
    "granted_on",
    "expires_on",
    "seal__slug",
    "seal__name_es",
    "seal__name_en",
    "seal__issuer_es",
    "seal__issuer_en",
    "seal__motif",
)


@dataclass(frozen=True, slots=True)
class Holding:
    """One seal held by one producer, with all that a reader needs to check it."""

    name: str
    href: str
    number: str
    issuer: str
    granted_on: date
    expires_on: date
    mark: SafeString
    holder: str = ""


def holding(row: Mapping[str, Any], holder: str = "") -> Holding:
    """Out of a row of `SealGrant.values(*FIELDS)`; keys may carry no prefix."""
    seal = {"name_es": row["seal__name_es"], "name_en": row["seal__name_en"]}
    issuer = {"issuer_es": row["seal__issuer_es"], "issuer_en": row["seal__issuer_en"]}
    name, number = said(seal, "name"), row["number"]
    return Holding(
        name=name,
        href=f"{reverse('seal', args=[row['seal__slug']])}?numero={number}#comprobar",
        number=number,
        issuer=said(issuer, "issuer"),
        granted_on=row["granted_on"],
        expires_on=row["expires_on"],
        mark=seal_mark(name, number, row["seal__motif"], get_language() or "es"),
        holder=holder,
    )


def held_by(producer_id: int) -> list[Holding]:
    return listed(SealGrant.objects.valid().filter(producer=producer_id).order_by("granted_on").values(*FIELDS))


def listed(rows: Iterable[Mapping[str, Any]]) -> list[Holding]:
    return [holding(row) for row in rows]
