"""The board of commitments: what was promised in public, by whom, for when, and how it stands."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.drawings import Share, share_key, shares_bar
from governance.enums import Standing
from governance.models import Commitment
from territories.models import Territory

A_PAGE = 30
ORDER = (Standing.DONE, Standing.IN_PROGRESS, Standing.PENDING, Standing.LATE)
"""What is late comes last in the bar, hatched: it is missing."""


def commitments_page(asked: QueryDict) -> dict[str, Any]:
    """Filtered by `territorio` (a slug), `estado` (a Standing) and `responsable`; an unknown value finds nothing."""
    today = timezone.localdate()
    announced = Commitment.objects.announced(today)
    places = list(Territory.objects.live().filter(pk__in=announced.values("territory")).north_to_south())
    chosen = {name: asked.get(name, "") for name in ("territorio", "estado", "responsable")}
    wide = _narrowed(announced, chosen["territorio"], chosen["responsable"])
    counts = standings_of(wide)
    found = wide.standing(chosen["estado"], today) if chosen["estado"] in Standing.values else wide
    if chosen["estado"] and chosen["estado"] not in Standing.values:
        found = wide.none()
    rows = found.urgent_first().select_related("territory", "region")
    page = Paginator(rows, A_PAGE).get_page(asked.get("pagina"))
    return {
        "section": "territories",
        "page": page,
        "rows": list(page),
        "total": page.paginator.count,
        "places": places,
        "owners": _owners(announced),
        "standings": Standing,
        "chosen": chosen,
        "filtered": any(chosen.values()),
        "summary": summary(counts),
        "inks": next((place.inks for place in places if place.slug == chosen["territorio"]), ""),
    }


def _owners(announced: "QuerySet[Commitment]") -> list[tuple[str, str]]:
    """Who answers for something: what the filter is asked with, which is the Spanish, and how it is read."""
    roles = announced.order_by("owner_role_es", "owner_role_en").only("owner_role_es", "owner_role_en")
    known = {one.owner_role_es: one.owner_role for one in roles}
    return sorted(known.items(), key=lambda owner: owner[1])


def _narrowed(announced: Any, territory: str, owner: str) -> Any:
    if territory:
        announced = announced.filter(territory__slug=territory)
    return announced.filter(owner_role_es=owner) if owner else announced


def standings_of(commitments: "QuerySet[Commitment]") -> "Counter[Standing]":
    """How many stand how today; one query."""
    return standings_in(commitments.order_by().only("status", "due_on", "done_on"))


def standings_in(commitments: Iterable[Commitment]) -> "Counter[Standing]":
    today = timezone.localdate()
    return Counter(commitment.standing_on(today) for commitment in commitments)


def summary(counts: "Counter[Standing]") -> dict[str, Any] | None:
    """The bar of how commitments stand, with the rows of its table; None where there are none."""
    total = sum(counts.values())
    if not total:
        return None
    known = [(standing, counts[standing]) for standing in ORDER if counts[standing]]
    return {"bar": _bar(known, total), "rows": _rows(known), "total": total}


def _bar(known: Sequence[tuple[Standing, int]], total: int) -> Any:
    shares = [Share(str(s.label), Decimal(n * 100) / total, missing=s == Standing.LATE) for s, n in known]
    return shares_bar(shares, _("Cómo van los compromisos"))


def _rows(known: Sequence[tuple[Standing, int]]) -> list[tuple[Any, str, str, int]]:
    return [
        (share_key(at, missing=standing == Standing.LATE), standing.value, str(standing.label), count)
        for at, (standing, count) in enumerate(known)
    ]
