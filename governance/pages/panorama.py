"""The country, or a region, on one page: figures, how they moved, territories side by side."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from foundation import charts
from governance import figures, scopes
from governance.figures import Cube
from governance.models import Commitment
from governance.periods import Period
from governance.querysets import within
from governance.scopes import COUNTRY, REGIONS_OF_2005, Atlas, Scope, Spot
from territories.cards import Crumb
from territories.ground import register

from .board import standings_of, summary
from .telling import tongue

QUARTERS = 8
TILES = ("products", "producers", "people", "networks", "seals", "circuits")
TIMES = ("inquiries", "sales", "accepted_value", "unmet", "accepted", "fulfilled")
"""Figures drawn over the quarters, those that were ever anything else than zero."""
ACROSS = ("products", "producers", "inquiries", "accepted", "accepted_value", "sales", "unmet", "fulfilled")
"""Columns of the table of territories."""


def panorama_page(atlas: Atlas, scope: Scope, period: Period) -> dict[str, Any]:
    """One query a source of figures, one for the commitments."""
    quarters = period.quarters(QUARTERS)
    asked = [figures.get(slug) for slug in dict.fromkeys([*TILES, *TIMES, *ACROSS])]
    cube = figures.read(asked, list(dict.fromkeys([period, *quarters])), scope)
    spots = atlas.inside(scope)
    ids = None if scope.territories is None else list(scope.territories)
    promised = Commitment.objects.announced().filter(within(ids, scope.region))
    national = scope is COUNTRY
    return {
        "section": "territories",
        "scope": scope,
        "national": national,
        "crumbs": [] if national else [Crumb(_("Panorama"), reverse("panorama"))],
        "period": period,
        "quarters": [(p.slug, p.label) for p in reversed(Period.quarter_of(period.last).quarters(12))],
        "tiles": [_tile(slug, cube, period, scope) for slug in TILES],
        "charts": _charts(cube, scope, quarters),
        "bars": _bars(atlas, spots, cube, period),
        "table": _table(atlas, spots, cube, period, scope),
        "standings": summary(standings_of(promised)),
        "spots": spots,
        "regions": _regions(atlas) if national else [],
        "download": reverse("panorama-file") if national else reverse("panorama-region-file", args=[_slug(scope)]),
        "live": reverse("report-live", args=[scope.slug, period.slug]),
    }


def _slug(scope: Scope) -> str:
    return scope.slug.removeprefix(scopes.REGION)


def _tile(slug: str, cube: Cube, period: Period, scope: Scope) -> dict[str, Any]:
    figure = figures.get(slug)
    return {"label": figure.label, "counts": figure.counts, "value": figure.show(cube.value(slug, period, scope))}


def _charts(cube: Cube, scope: Scope, quarters: list[Period]) -> list[charts.Chart]:
    found = []
    for slug in TIMES:
        figure = figures.get(slug)
        points = [charts.Bar(p.short, cube.value(slug, p, scope), unfinished=p.running) for p in quarters]
        if any(point.value for point in points):
            found.append(charts.columns(points, title=str(figure.label), unit=figure.unit, lang=tongue()))
    return found


def _bars(atlas: Atlas, spots: list[Spot], cube: Cube, period: Period) -> list[charts.Chart]:
    """Territories side by side, north to south as everywhere: what there is, and what was asked of them."""
    found = []
    for slug in ("products", "inquiries"):
        figure = figures.get(slug)
        rows = [
            charts.Bar(
                spot.name,
                cube.value(slug, period, atlas.of_spot(spot)),
                spot.inks,
                reverse("territory-plan", args=[spot.slug]),
            )
            for spot in spots
        ]
        if any(row.value for row in rows):
            head = _("Territorio")
            found.append(charts.bars(rows, title=str(figure.label), unit=figure.unit, lang=tongue(), head=head))
    return found


def _table(atlas: Atlas, spots: list[Spot], cube: Cube, period: Period, scope: Scope) -> dict[str, Any]:
    columns = [figures.get(slug) for slug in ACROSS]
    return {
        "head": [figure.label for figure in columns],
        "rows": [
            {
                "spot": spot,
                "href": reverse("report-live", args=[spot.slug, period.slug]),
                "cells": [f.show(cube.value(f.slug, period, atlas.of_spot(spot))) for f in columns],
            }
            for spot in spots
        ],
        "total": [figure.show(cube.value(figure.slug, period, scope)) for figure in columns],
    }


def _regions(atlas: Atlas) -> list[dict[str, Any]]:
    codes = sorted(
        {*REGIONS_OF_2005, *(spot.region for spot in atlas.spots if spot.region)},
        key=lambda code: register.region(code).order,
    )
    return [
        {
            "name": register.region(code).full_name,
            "href": reverse("panorama-region", args=[scopes.region_slug(code)]),
            "spots": [spot for spot in atlas.spots if spot.region == code],
        }
        for code in codes
    ]


def panorama_rows(atlas: Atlas, scope: Scope, period: Period) -> tuple[list[str], list[list[Any]]]:
    """The download: a row for each territory, figure and quarter of the two years that end with the period."""
    quarters = period.quarters(QUARTERS)
    cube = figures.read(figures.every(), quarters, scope)
    header = [_("Territorio"), _("Código"), _("Período"), _("Cifra"), _("Nombre de la cifra"), _("Valor")]
    places = [(spot.name, spot.slug, atlas.of_spot(spot)) for spot in atlas.inside(scope)]
    places.append((scope.label, scope.slug, scope))
    rows = [
        [name, slug, quarter.slug, figure.slug, str(figure.label), cube.value(figure.slug, quarter, place)]
        for name, slug, place in places
        for quarter in quarters
        for figure in figures.every()
    ]
    return header, rows
