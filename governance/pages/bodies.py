"""Who decides: bodies as a tree, each with the seats whose mandate covers today."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from foundation.drawings import Share, share_key, shares_bar
from governance import drawings, scopes
from governance.enums import Level, Sector
from governance.models import Body, MeetingSession, Seat
from territories.cards import Crumb
from territories.ground import register
from territories.models import Territory

SESSIONS = 6


@dataclass
class Branch:
    """A body with its seats and the bodies under it."""

    body: Body
    seats: list[Seat] = field(default_factory=list)
    parts: "list[Branch]" = field(default_factory=list)

    def node(self) -> drawings.Node:
        return drawings.Node(self.body.get_kind_display(), self.body.name, [part.node() for part in self.parts])


def organisation_page(territory: Territory) -> dict[str, Any]:
    """Three queries: bodies, seats, sessions with their agreements."""
    branches = tree(Body.objects.on().filter(territory=territory.pk))
    return {
        "section": "territories",
        "territory": territory,
        "inks": territory.inks,
        "crumbs": [
            Crumb(_("Territorios"), reverse("territory-list")),
            Crumb(territory.name, reverse("territory", args=[territory.slug])),
        ],
        "branches": branches,
        "drawing": drawn(branches, territory.name),
        "sectors": sectors_of(branches),
        "sessions": sessions_of(territory),
    }


def tree(bodies: Iterable[Body]) -> list[Branch]:
    """The bodies under those they depend on; one whose parent is not among them stands at the top."""
    known = {body.pk: Branch(body) for body in bodies}
    for seat in Seat.objects.on().filter(body__in=known):
        known[seat.body_id].seats.append(seat)
    roots: list[Branch] = []
    for branch in known.values():
        above = known.get(branch.body.parent_id or 0)
        (above.parts if above else roots).append(branch)
    return roots


def flat(branches: Sequence[Branch]) -> Iterable[Branch]:
    for branch in branches:
        yield branch
        yield from flat(branch.parts)


def drawn(branches: Sequence[Branch], place: str) -> Any:
    if not branches:
        return ""
    names = ", ".join(branch.body.name for branch in flat(branches))
    title = _("Organigrama de %(place)s") % {"place": place}
    return drawings.organisation([branch.node() for branch in branches], title, names)


def sectors_of(branches: Sequence[Branch]) -> dict[str, Any] | None:
    """How the places of the widest body are shared between sectors: a bar and its table."""
    widest = max(branches, key=lambda branch: sum(seat.places for seat in branch.seats), default=None)
    counts: Counter[str] = Counter()
    for seat in widest.seats if widest else []:
        counts[seat.sector] += seat.places
    if widest is None or not counts:
        return None
    total = sum(counts.values())
    known = [(Sector(value), counts[value]) for value in Sector.values if counts[value]]
    shares = [Share(str(sector.label), Decimal(places * 100) / total) for sector, places in known]
    return {
        "body": widest.body,
        "bar": shares_bar(shares, _("Quiénes se sientan")),
        "rows": [(share_key(at), sector.label, places) for at, (sector, places) in enumerate(known)],
        "total": total,
    }


def sessions_of(territory: Territory) -> list[MeetingSession]:
    held = MeetingSession.objects.filter(body__territory=territory.pk, held_on__lte=timezone.localdate())
    return list(held.select_related("body").prefetch_related("agreements__commitment")[:SESSIONS])


def nation_page() -> dict[str, Any]:
    """The national bodies, the thirteen regions of the programme's years, and the territories of each."""
    atlas = scopes.read()
    bodies = list(Body.objects.on().exclude(level=Level.TERRITORIAL).select_related("region"))
    national = tree([body for body in bodies if body.level == Level.NATIONAL])
    coordinating = {body.region_id: body for body in bodies if body.level == Level.REGIONAL}
    regions = [_region(code, atlas, coordinating.get(code)) for code in scopes.REGIONS_OF_2005]
    return {
        "section": "territories",
        "branches": national,
        "drawing": _nation_drawn(national, len(coordinating), len(atlas.spots)),
        "regions": regions,
    }


def _region(code: str, atlas: scopes.Atlas, body: Body | None) -> dict[str, Any]:
    return {
        "region": register.region(code),
        "body": body,
        "href": reverse("panorama-region", args=[scopes.region_slug(code)]),
        "spots": [spot for spot in atlas.spots if spot.region == code],
    }


def _nation_drawn(national: Sequence[Branch], regions: int, territories: int) -> Any:
    """The country's bodies in a line down to the territories, whose number is counted."""
    if not national:
        return ""
    below = drawings.Node(
        _("Territorios"),
        ngettext("%(n)s consejo territorial", "%(n)s consejos territoriales", territories) % {"n": territories},
    )
    middle = drawings.Node(
        _("Regiones"),
        ngettext("%(n)s coordinación regional", "%(n)s coordinaciones regionales", regions) % {"n": regions},
        [below],
    )
    roots = [_hung(branch.node(), middle) if at == 0 else branch.node() for at, branch in enumerate(national)]
    names = ", ".join([branch.body.name for branch in flat(national)] + [middle.name, below.name])
    return drawings.organisation(roots, _("Organización nacional"), names)


def _hung(node: drawings.Node, below: drawings.Node) -> drawings.Node:
    """`below` under the last of the line."""
    if not node.children:
        return drawings.Node(node.label, node.name, [below])
    *others, last = node.children
    return drawings.Node(node.label, node.name, [*others, _hung(last, below)])
