"""Tables that leave the house as CSV or XLSX, with cells that no spreadsheet takes for a formula."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

FORMULA = ("=", "+", "-", "@", "\t", "\r")
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOM = "\ufeff"
"""Without it a Spanish Excel reads UTF-8 as Latin-1."""


def harmless(value: Any) -> Any:
    """Text that a spreadsheet would run is marked as text by an apostrophe; numbers and dates stay what they are."""
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{value}" if value.startswith(FORMULA) else value


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(_plain(cell)) for cell in row] for row in rows)
    return BOM + out.getvalue()


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A download of `name`.csv; `name` is ours (a slug), never what somebody typed."""
    return _download(csv_text(header, rows).encode(), CSV, f"{name}.csv")


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str = "Terruño") -> bytes:
    """One sheet: a bold head that stays when scrolling, columns about as wide as what they hold."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title[:31]
    widths = [len(str(cell)) for cell in header]
    sheet.append([harmless(cell) for cell in header])
    for row in rows:
        cells = [_cell(value) for value in row]
        sheet.append(cells)
        widths = [max(width, len(str(cell))) for width, cell in zip(widths, cells, strict=True)]
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in zip(sheet.columns, widths, strict=True):
        sheet.column_dimensions[str(column[0].column_letter)].width = min(max(width + 2, 8), 60)
    sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx_response(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str) -> HttpResponse:
    return _download(xlsx_bytes(header, rows, title=title), XLSX, f"{name}.xlsx")


def _cell(value: Any) -> Any:
    value = harmless(_plain(value))
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    """Times as they are on the wall in Chile: spreadsheets know no zones."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value).replace(tzinfo=None)
    return value


def _download(body: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(body, content_type=content_type, headers=headers)
