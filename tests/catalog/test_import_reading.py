"""Sheets are bounded before they are parsed; what is refused says why."""

from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest

from catalog.imports.reading import MOST_BYTES, MOST_ROWS, SheetRefused, read_sheet
from tests.catalog.sheets import HEADER, ROW, as_csv, as_xlsx, part, repacked

SHEET = "xl/worksheets/sheet1.xml"


def refused(content: bytes) -> str:
    with pytest.raises(SheetRefused) as caught:
        read_sheet(content)
    return str(caught.value)


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_whatever_parts_its_cells(sign: str) -> None:
    sheet = read_sheet(as_csv(ROW, sign=sign))
    assert sheet.rows == [(2, {
        "title": "Queso fresco", "category": "quesos-de-cabra", "summary": "Suave, del día", "months": "sep a mar",
        "net_price": "9800", "capacity_1": "40", "format_name_1": "Rueda", "format_size_1": "0,5",
        "format_price_1": "7500; 6: 6800",
    })]  # fmt: skip
    assert sheet.notes == []


def test_english_and_spanish_titles_say_the_same_whatever_their_capitals() -> None:
    english = as_csv(("Queso", "1200"), header=("Name", "NET UNIT PRICE"))
    spanish = as_csv(("Queso", "1200"), header=("NOMBRE*", "precio neto  por unidad"))
    assert read_sheet(english).rows == read_sheet(spanish).rows


def test_a_mark_at_the_beginning_is_no_letter() -> None:
    assert read_sheet(b"\xef\xbb\xbf" + as_csv(ROW)).rows[0][1]["title"] == "Queso fresco"


def test_windows_1252_is_understood_and_said() -> None:
    sheet = read_sheet(as_csv(("Ají de Ñuble", "ajíes"), header=("nombre", "categoría")).decode().encode("cp1252"))
    assert sheet.rows[0][1]["title"] == "Ají de Ñuble"
    assert "Windows-1252" in sheet.notes[0]


def test_utf_16_and_bytes_that_are_no_letters_are_refused() -> None:
    assert "CSV UTF-8" in refused(as_csv(ROW).decode().encode("utf-16"))
    assert "CSV UTF-8" in refused(b"nombre;\x81\x8d\x8f\n\xff;1")


def test_a_spreadsheet_is_read_with_its_numbers_as_people_write_them() -> None:
    sheet = read_sheet(as_xlsx(("Queso", "quesos", None, None, 9800.0, 40, "Rueda", 0.5, True)))
    cells = sheet.rows[0][1]
    assert (cells["net_price"], cells["capacity_1"], cells["format_size_1"]) == ("9800", "40", "0,5")
    assert "summary" not in cells


def test_empty_rows_are_passed_over_and_numbers_are_those_of_the_spreadsheet() -> None:
    assert [number for number, _cells in read_sheet(as_csv(("", "", ""), ROW, ("", "", ""), ROW)).rows] == [3, 5]


def test_unknown_columns_are_named_and_left_out() -> None:
    sheet = read_sheet(as_csv(("Queso", "rojo"), header=("nombre", "color")))
    assert "color" in sheet.notes[0]
    assert sheet.rows == [(2, {"title": "Queso"})]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vacío"),
        (b"x" * (MOST_BYTES + 1), "2 MB"),
        (as_csv(header=HEADER), "ninguna fila"),
        (b"\n\n\n", "vacía"),
        (as_csv(("1",), header=("precio",)), "nombre"),
        (as_csv(("a", "b"), header=("nombre", "name")), "mismo título"),
        (as_csv(*[ROW] * (MOST_ROWS + 1)), "2.000 filas"),
        (as_csv(("Queso", "extra"), header=("nombre",)), "más celdas que títulos"),
        (as_csv(("x" * 4001,), header=("nombre",)), "fila 2, columna 1"),
        (as_csv(("a\x00b",), header=("nombre",)), "fila 2, columna 1"),
        (b'nombre\n"sin cerrar', "línea"),
        (b"nombre\n" + b'"' + b"x" * 200_000 + b'"', "línea"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 900, "Excel antiguo"),
        (as_xlsx(*[ROW] * (MOST_ROWS + 1)), "2.000 filas"),
        (b"PK\x03\x04" + b"\0" * 500, "dañado"),
        (as_xlsx(ROW)[:-300], "dañado"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(content: bytes, said: str) -> None:
    assert said in refused(content)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "demasiado grande por dentro" in refused(repacked(as_xlsx(ROW), xl__media__a___xml=b" " * 25_000_000))


def test_a_package_of_many_parts_is_refused() -> None:
    parts = {f"xl__media__{n}___png": b"x" for n in range(250)}
    assert "demasiado grande por dentro" in refused(repacked(as_xlsx(ROW), **parts))


def test_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><sst>&c;</sst>'
    assert "dañado" in refused(repacked(as_xlsx(ROW), xl__sharedStrings___xml=bomb))


def test_macros_are_refused() -> None:
    assert "macros" in refused(repacked(as_xlsx(ROW), xl__vbaProject___bin=b"\0" * 50))


def test_a_package_that_is_no_workbook_is_refused() -> None:
    book = as_xlsx(ROW)
    assert refused(repacked(book, xl__workbook___xml=b"<nothing/>"))


def test_what_a_sheet_says_of_its_own_size_is_not_believed() -> None:
    book = as_xlsx(ROW)
    lying = part(book, SHEET).replace(b"A1:I2", b"A1:XFD1048576")
    assert b"XFD1048576" in lying
    assert len(read_sheet(repacked(book, xl__worksheets__sheet1___xml=lying)).rows) == 1


def test_a_cell_far_away_does_not_fill_the_memory() -> None:
    book = as_xlsx(ROW)
    far = part(book, SHEET).replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'
    )
    assert len(read_sheet(repacked(book, xl__worksheets__sheet1___xml=far)).rows) == 1


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_of_six_hundred_spoilt_sheets_none_does_more_than_be_refused(make: Callable[..., bytes]) -> None:
    chance, original = Random(7), make(ROW, ROW)
    for _n in range(600):
        spoilt = bytearray(original)
        for _m in range(chance.randrange(1, 30)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        cut = bytes(spoilt[: chance.randrange(4, len(spoilt) + 1)])
        with suppress(SheetRefused):
            assert read_sheet(cut).rows
