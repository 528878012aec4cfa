"""Tables leave as CSV and XLSX that open anywhere and run nothing."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from foundation.tabular import FORMULA, csv_response, csv_text, harmless, xlsx_bytes, xlsx_response


@pytest.mark.parametrize("typed", ["=1+1", "+56 9", "-2", "@SUM(A1)", "\tx", "\rx"])
def test_text_a_spreadsheet_would_run_is_marked_as_text(typed: str) -> None:
    assert harmless(typed) == f"'{typed}"


@pytest.mark.parametrize("value", [-5, 3.5, "queso", datetime(2026, 11, 22, tzinfo=UTC)])
def test_numbers_dates_and_plain_words_stay_as_they_are(value: object) -> None:
    assert harmless(value) == value


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_csv_reads_back_as_written_with_no_formula_in_any_cell(rows: list[list[str]]) -> None:
    rows = [[cell.replace("\x00", "").replace("\r", "") for cell in row] for row in rows]
    text = csv_text(["a", "b"], rows).removeprefix("\ufeff")

    read = list(csv.reader(StringIO(text, newline="")))

    assert read[0] == ["a", "b"]
    assert read[1:] == [[str(harmless(cell)) for cell in row] for row in rows]
    assert not any(cell.startswith(FORMULA) for row in read for cell in row)


def test_a_csv_download_says_its_name_and_its_encoding() -> None:
    answer = csv_response("compromisos", ["Qué"], [["Ñuble"]])

    assert answer["Content-Disposition"] == 'attachment; filename="compromisos.csv"'
    assert answer.content.decode("utf-8-sig") == "Qué\r\nÑuble\r\n"


def test_a_workbook_keeps_numbers_as_numbers_and_formulas_as_text() -> None:
    sheet = load_workbook(BytesIO(xlsx_bytes(["Qué", "Cuánto"], [["=HYPERLINK(1)", 500], ["caña\x07", None]]))).active

    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["'=HYPERLINK(1)", 500],
        ["caña", None],
    ]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_times_are_those_on_the_wall_in_chile() -> None:
    at = datetime(2026, 7, 1, 16, 30, tzinfo=UTC)

    sheet = load_workbook(BytesIO(xlsx_response("x", ["Cuándo"], [[at]], title="Horas").content)).active

    assert sheet is not None
    assert sheet["A2"].value == datetime(2026, 7, 1, 12, 30)  # noqa: DTZ001  # spreadsheets know no zones
