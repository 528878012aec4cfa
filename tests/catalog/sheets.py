"""Sheets of products, as people and as attackers make them."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

HEADER = (
    "nombre",
    "categoría",
    "resumen",
    "meses a la venta",
    "precio neto por unidad",
    "ene",
    "formato 1",
    "contenido 1",
    "precio 1",
)
ROW = ("Queso fresco", "quesos-de-cabra", "Suave, del día", "sep a mar", "9800", "40", "Rueda", "0,5", "7500; 6: 6800")


def as_csv(*rows: Sequence[str], header: Sequence[str] = HEADER, sign: str = ";") -> bytes:
    def cell(text: str) -> str:
        quoted = text.replace('"', '""')
        return f'"{quoted}"'

    return "\r\n".join(sign.join(map(cell, row)) for row in (header, *rows)).encode()


def as_xlsx(*rows: Sequence[object], header: Sequence[str] = HEADER) -> bytes:
    book = Workbook()
    for row in (header, *rows):
        book.active.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The workbook with parts replaced or added: `xl__workbook__xml` is xl/workbook.xml."""
    out = BytesIO()
    named = {name.replace("___", ".").replace("__", "/"): data for name, data in parts.items()}
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            if item not in named:
                new.writestr(item, old.read(item))
        for name, data in named.items():
            new.writestr(name, data)
    return out.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(name)
