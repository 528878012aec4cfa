"""A CSV or XLSX file as rows of texts. Everything is bounded before it is parsed; what is refused says why."""

import csv
import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .columns import heading_of
from .texts import tidy

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 20 * 1024 * 1024
MOST_PARTS = 200
MOST_ROWS = 2000
MOST_COLUMNS = 80
MOST_IN_A_CELL = 4000
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
Cells = list[str]


class SheetRefused(Exception):
    """The file cannot be read as a sheet of products; the text says why and what to do."""


@dataclass
class Sheet:
    """`rows` are (row number as the spreadsheet counts, {column key: text}), empty cells left out."""

    digest: str
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def stored(self) -> dict[str, Any]:
        return {"rows": [[number, cells] for number, cells in self.rows], "notes": self.notes}


def read_sheet(content: bytes) -> Sheet:
    """Raises SheetRefused. The file's name is not believed."""
    if not content:
        raise SheetRefused(_("El archivo está vacío."))
    if len(content) > MOST_BYTES:
        raise SheetRefused(_("El archivo pesa más de 2 MB. Divídalo en dos."))
    sheet = Sheet(hashlib.sha256(content).hexdigest())
    if content[:4] == b"PK\x03\x04":
        _fill(sheet, xlsx_rows(content))
    elif content[:4] == OLD_EXCEL:
        raise SheetRefused(_("Es un Excel antiguo o con clave. Guárdelo como «Libro de Excel (.xlsx)» o CSV."))
    else:
        text, note = decoded(content)
        sheet.notes += [note] if note else []
        _fill(sheet, csv_rows(text))
    return sheet


def _fill(sheet: Sheet, rows: Iterable[tuple[int, Cells]]) -> None:
    keys: list[str] = []
    for number, cells in rows:
        if not any(cells):
            continue
        if not keys:
            keys = _headings(sheet, cells)
            continue
        if len(sheet.rows) >= MOST_ROWS:
            raise SheetRefused(_("La planilla tiene más de 2.000 filas. Divídala en dos."))
        sheet.rows.append((number, _by_column(number, keys, cells)))
    if not keys:
        raise SheetRefused(_("La planilla está vacía."))
    if not sheet.rows:
        raise SheetRefused(_("La planilla tiene títulos, pero ninguna fila."))


def _headings(sheet: Sheet, cells: Cells) -> list[str]:
    keys = [heading_of(cell) for cell in cells]
    unknown = [cell for cell, key in zip(cells, keys, strict=True) if cell and not key]
    if "title" not in keys and "code" not in keys:
        raise SheetRefused(_("En la primera fila falta el título «nombre». Baje la plantilla y péguela ahí."))
    known = [key for key in keys if key]
    repeated = sorted({cell for cell, key in zip(cells, keys, strict=True) if key and known.count(key) > 1})
    if repeated:
        raise SheetRefused(_("Hay dos columnas con el mismo título: %(titles)s.") % {"titles": ", ".join(repeated)})
    if unknown:
        text = _("No conocemos estas columnas y no se usarán: %(titles)s.")
        sheet.notes.append(text % {"titles": ", ".join(title[:40] for title in unknown[:10])})
    return keys


def _by_column(number: int, keys: list[str], cells: Cells) -> dict[str, str]:
    found = {}
    for key, text in zip(keys, cells, strict=False):
        if key and text:
            found[key] = text
    if any(cell for cell in cells[len(keys) :]):
        raise SheetRefused(_("La fila %(row)s tiene más celdas que títulos.") % {"row": number})
    return found


def checked(number: int, cells: Iterable[str]) -> Cells:
    """The cells of a row, trimmed and without the apostrophe that keeps a formula text. Raises SheetRefused."""
    found = []
    for place, cell in enumerate(cells, 1):
        text = tidy(cell, lines=True)
        where = {"row": number, "column": place}
        if len(text) > MOST_IN_A_CELL:
            raise SheetRefused(_("La celda de la fila %(row)s, columna %(column)s tiene más de 4.000 letras.") % where)
        if any(ord(sign) < 32 and sign not in "\n\t" for sign in text):
            text = _("La celda de la fila %(row)s, columna %(column)s tiene signos que no se pueden leer.") % where
            raise SheetRefused(text)
        found.append(text)
    if len(found) > MOST_COLUMNS and any(found[MOST_COLUMNS:]):
        raise SheetRefused(_("La planilla tiene más de 80 columnas."))
    return found[:MOST_COLUMNS]


def decoded(content: bytes) -> tuple[str, str]:
    """The text, and what to say about its encoding when that had to be guessed."""
    if content[:2] in UTF16:
        raise SheetRefused(_("Guarde el archivo como «CSV UTF-8»."))
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise SheetRefused(_("No pudimos leer las letras del archivo. Guárdelo como «CSV UTF-8» o Excel."))
    return text, _("El archivo venía en Windows-1252. Revise que las tildes y las ñ se vean bien.")


def csv_rows(text: str) -> Iterator[tuple[int, Cells]]:
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            yield number, checked(number, cells)
    except csv.Error:
        where = {"row": reader.line_num}
        raise SheetRefused(_("La línea %(row)s no se puede leer: revise las comillas y los signos.") % where)


def xlsx_rows(content: bytes) -> Iterator[tuple[int, Cells]]:
    """The first sheet's rows. Nothing is unpacked before the package's own list says that it may be."""
    try:
        _check_package(content)
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet: Any = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is not believed
        for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), 1):
            yield number, checked(number, (text_of(value) for value in cells))
    except (SheetRefused, GeneratorExit):
        raise
    except (InvalidFileException, zipfile.BadZipFile, DefusedXmlException, ParseError, KeyError, ValueError):
        raise SheetRefused(_("El Excel está dañado. Ábralo y guárdelo de nuevo, o guárdelo como CSV."))
    except Exception as error:  # openpyxl raises nearly anything over a hostile workbook
        raise SheetRefused(_("El Excel está dañado. Ábralo y guárdelo de nuevo, o guárdelo como CSV.")) from error


def _check_package(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise SheetRefused(_("El Excel es demasiado grande por dentro. Deje solo la hoja con los productos."))
        names = [part.filename.lower() for part in parts]
        if any(name.endswith(".bin") and "vba" in name for name in names):
            raise SheetRefused(_("El Excel trae macros. Guárdelo como «Libro de Excel (.xlsx)», sin macros."))
        if "xl/workbook.xml" not in names:
            raise SheetRefused(_("Ese archivo no es una planilla. Sirven Excel (.xlsx) y CSV."))
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                declared = package.read(part)
                if b"<!DOCTYPE" in declared or b"<!ENTITY" in declared or declared[:2] in UTF16:
                    raise SheetRefused(_("El Excel está dañado. Ábralo y guárdelo de nuevo, o guárdelo como CSV."))


def text_of(value: Any) -> str:
    """A cell as somebody would type it here: a decimal comma, «sí» and «no»."""
    match value:
        case None:
            return ""
        case bool():
            return _("sí") if value else _("no")
        case int():
            return str(value)
        case float():
            text = f"{Decimal(repr(value)):f}" if value == value and abs(value) < 1e15 else str(value)
            return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _other:
            return str(value)
