"""A report as a file: CSV with a line for every number, PDF printed from the same document."""

from typing import Any

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from foundation import pdf, tabular

from .models import Report
from .pages.telling import tongue

PDF = "application/pdf"


def as_csv(name: str, page: dict[str, Any]) -> HttpResponse:
    document, language = page["document"], tongue()
    header = [_("Parte"), _("Lugar"), _("Código"), _("Nombre"), _("Valor"), _("Antes"), _("Fecha"), _("Fuente")]
    rows: list[list[Any]] = [
        [_("Cifra"), page["told"]["place"], f["slug"], f[f"label_{language}"], f["value"], f["before"], "",
         f[f"counts_{language}"]]
        for f in document["figures"]
    ]  # fmt: skip
    labels = {f["slug"]: f[f"label_{language}"] for f in document["figures"]}
    rows += [
        [_("Territorio"), place["name"], slug, labels.get(slug, slug), value, "", "", ""]
        for place in document["places"]
        for slug, value in place["values"].items()
    ]
    rows += [
        [_("Compromiso"), c["place"], c["slug"], c[f"text_{language}"], c["standing"], "", c["due_on"],
         c[f"evidence_{language}"] or c[f"proof_{language}"]]
        for c in document["commitments"]
    ]  # fmt: skip
    rows += [
        [_("Indicador"), i["place"], i["figure"], i[f"name_{language}"], i["value"], i["baseline"], i["read_on"],
         i["kind"]]
        for i in document["indicators"]
    ]  # fmt: skip
    return tabular.csv_response(name, header, rows)


def as_pdf(name: str, page: dict[str, Any]) -> HttpResponse:
    body = pdf.render("governance/report", printed(page), lang=tongue())
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(body, content_type=PDF, headers=headers)


def printed(page: dict[str, Any]) -> dict[str, Any]:
    """What the typst template prints: words and numbers only."""
    told, report = page["told"], page["report"]
    return {
        "title": str(told["kind"].label) if report else _("Cifras del período"),
        "place": told["place"],
        "period": told["period"].label,
        "days": told["period"].days,
        "head": _head(report),
        "intro": report.intro if report else "",
        "digest": report.digest if report else "",
        "words": _words(),
        "groups": [
            {"name": name, "rows": [[f["label"], f["value"], f["before"], f["change"]] for f in rows]}
            for name, rows in told["groups"]
        ],
        "places": {"head": told["places"]["head"], "rows": [[p["name"], *cells] for p, cells in told["places"]["rows"]]}
        if told["places"]
        else None,
        "commitments": [
            [c["text"], c["owner"], date_format(c["due_on"], "SHORT_DATE_FORMAT"), str(c["standing"].label)]
            for c in told["commitments"]
        ],
        "indicators": [
            [row["name"], row["value"] or "–", row["target"], str(row["target_year"]), _origin(row)]
            for _place, rows in told["indicators"]
            for row in rows
        ],
        "initiatives": [
            [row["title"], row["objective"], row["years"]] for _p, rows in told["initiatives"] for row in rows
        ],
    }


def _origin(row: dict[str, Any]) -> str:
    if row["computed"]:
        return _("Calculado")
    day = date_format(row["read_on"], "SHORT_DATE_FORMAT")
    return _("%(who)s, %(day)s") % {"who": row["read_by"], "day": day} if row["read_by"] else _("Sin medir")


def _head(report: Report | None) -> list[list[str]]:
    if report is None:
        return []
    rows = [[_("Se entrega a"), report.addressee]] if report.addressee else []
    if report.signed_off and report.signed_at:
        rows.append([_("Lo firma"), report.signatory])
        rows.append([_("Firmado el"), date_format(report.signed_at.date(), "DATE_FORMAT")])
    return rows


def _words() -> dict[str, str]:
    return {
        "figure": _("Cifra"), "value": _("Valor"), "before": _("Período anterior"), "change": _("Cambio"),
        "places": _("Territorio por territorio"), "place": _("Territorio"), "commitments": _("Compromisos"),
        "commitment": _("Compromiso"), "owner": _("Responsable"), "due": _("Para el"), "standing": _("Estado"),
        "indicators": _("Indicadores del plan"), "indicator": _("Indicador"), "target": _("Meta"), "year": _("Año"),
        "origin": _("De dónde sale"), "initiatives": _("Lo que viene"), "initiative": _("Iniciativa"),
        "objective": _("Objetivo"), "years": _("Años"), "draft": _("Borrador: cifras de hoy, sin firmar."),
        "digest": _("Huella de las cifras firmadas (SHA-256)"),
    }  # fmt: skip
