"""The page a seal is checked on: what it assures, where it may be held, who holds it, how any number stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from foundation.drawings import seal_mark
from producers import sections
from producers.models import Seal, SealGrant
from territories.cards import Crumb
from territories.maps import territory_map

LONGEST_NUMBER = 40
MOST_HOLDERS = 200


class Standing(TextChoices):
    VALID = "valid", gettext_lazy("Vigente")
    EXPIRED = "expired", gettext_lazy("Vencido")
    REVOKED = "revoked", gettext_lazy("Revocado")
    FUTURE = "future", gettext_lazy("Todavía no rige")
    UNKNOWN = "unknown", gettext_lazy("No existe")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one number of one seal, on a day."""

    number: str
    standing: Standing
    grant: SealGrant | None = None

    @property
    def holder_href(self) -> str:
        if self.grant is None or not self.grant.producer.live:
            return ""
        return reverse("producer", args=[self.grant.producer.slug])


def seal_page(seal: Seal, number: str = "") -> dict[str, Any]:
    territory = seal.territory
    crumbs = [Crumb(_("Territorios"), reverse("territory-list"))]
    if territory is not None:
        crumbs.append(Crumb(territory.name, reverse("territory", args=[territory.slug])))
    comunas = list(seal.comunas.order_by("name").values_list("code", "name"))
    number = number.strip()[:LONGEST_NUMBER]
    return {
        "seal": seal,
        "territory": territory,
        "inks": territory.inks if territory else "",
        "crumbs": crumbs,
        "mark": seal_mark(seal.name, "", seal.motif, get_language() or "es"),
        "comunas": [name for _code, name in comunas],
        "map": territory_map([code for code, _name in comunas], label=_("Mapa del área del sello")) if comunas else "",
        "grants": SealGrant.objects.valid()
        .filter(seal=seal.pk)
        .select_related("producer")
        .order_by("number")[:MOST_HOLDERS],
        "number": number,
        "verdict": verdict(seal, number) if number else None,
        "sections": sections.seal_page.shown(seal),
    }


def verdict(seal: Seal, number: str, day: date | None = None) -> Verdict:
    """How a number stands on `day` (today when not given); numbers are compared without regard to case."""
    day = day or timezone.localdate()
    grant = SealGrant.objects.filter(seal=seal.pk, number__iexact=number).select_related("producer").first()
    if grant is None:
        return Verdict(number, Standing.UNKNOWN)
    return Verdict(grant.number, standing(grant, day), grant)


def standing(grant: SealGrant, day: date) -> Standing:
    if grant.revoked_on is not None:
        return Standing.REVOKED
    if grant.expires_on < day:
        return Standing.EXPIRED
    return Standing.FUTURE if grant.granted_on > day else Standing.VALID
