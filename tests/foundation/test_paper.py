"""Documents on paper and the codes printed on them."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from foundation import pdf, qr

TEMPLATE = """
#import "/foundation/pdf/house.typ"
#let data = house.data()
#show: house.document.with(title: data.title, number: data.number)
#house.facts((("Total", house.money(data.total)),))
#house.rows(columns: (1fr, auto), head: ("Qué", "Cuánto"), body: data.rows, numbers: 1)
"""
HOSTILE = '#panic("run") $x$ \\ <b>&amp; *_` = Ñandú'


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A room with one template beside the house's own look."""
    look = tmp_path / "foundation" / "pdf"
    look.mkdir(parents=True)
    (look / "house.typ").write_text((pdf.ROOT / "foundation" / "pdf" / "house.typ").read_text())
    (tmp_path / "shop" / "pdf").mkdir(parents=True)
    (tmp_path / "shop" / "pdf" / "bill.typ").write_text(TEMPLATE)
    monkeypatch.setattr(pdf, "ROOT", tmp_path)
    return "shop/bill"


def test_a_template_becomes_a_pdf_with_the_typefaces_of_the_house(template: str) -> None:
    data = {"title": "Cotización", "number": "TC-1", "total": 1234567, "rows": [["Queso", "5 kg"]]}

    page = PdfReader(BytesIO(pdf.render(template, data))).pages[0]

    fonts = " ".join(str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values())
    assert "SourceSerifPro" in fonts
    assert "Manrope" in fonts
    assert "$1.234.567" in page.extract_text()


def test_what_people_typed_is_never_run_as_markup(template: str) -> None:
    data = {"title": "x", "number": HOSTILE, "total": -5, "rows": [["x", "x"]]}

    page = PdfReader(BytesIO(pdf.render(template, data))).pages[0]

    assert HOSTILE in page.extract_text()


def test_a_template_nobody_wrote_is_said() -> None:
    with pytest.raises(pdf.NoTemplate):
        pdf.render("foundation/absent", {})


def test_a_code_is_an_svg_that_names_itself() -> None:
    code = qr.svg("https://terruno.example/lotes/7KQ4MXAB/", title="Lote <7>")

    assert code.startswith("<svg")
    assert "<title>Lote &lt;7&gt;</title>" in code
    assert "http://www.w3.org" in code


@pytest.mark.parametrize("text", ["", "x" * 3000])
def test_a_code_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        qr.svg(text)
