import re

import pytest

from foundation.charts import WIDTH, Bar, Chart, Series, bars, columns, lines, short


def texts(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def test_a_bar_is_as_long_as_its_part_of_the_longest() -> None:
    chart = bars([Bar("Limarí", 40, inks="limari"), Bar("Chiloé", 10)], title="Consultas")
    long = [float(value) for value in re.findall(r'class="fa" d="M2 \d+h([\d.]+)v10', chart.svg)]
    assert long == [WIDTH - 4, (WIDTH - 4) / 4]
    assert 'data-territory="limari"' in chart.svg


def test_the_table_says_every_number_the_drawing_shows() -> None:
    chart = bars([Bar("Limarí", 1_234_567), Bar("Chiloé", 0)], title="Ventas", unit="clp", head="Territorio")
    assert chart.header == ("Territorio", "Ventas")
    assert chart.rows == (("Limarí", "$1.234.567"), ("Chiloé", "$0"))


@pytest.mark.parametrize(
    "chart",
    [
        bars([Bar("A", 1)], title="Uno"),
        columns([Bar("T1", 1), Bar("T2", 2, unfinished=True)], title="Dos"),
        lines([Series("Pedido", (1, 2)), Series("Servido", (1, 1))], ["T1", "T2"], title="Tres"),
    ],
    ids=["bars", "columns", "lines"],
)
def test_every_drawing_has_a_title_and_a_description(chart: Chart) -> None:
    title, desc = re.search(r'aria-labelledby="(\w+) (\w+)"', chart.svg).groups()  # type: ignore[union-attr]
    assert f'<title id="{title}">{chart.title}</title>' in chart.svg
    assert re.search(rf'<desc id="{desc}">[^<]*1', chart.svg)
    assert 'role="img"' in chart.svg
    assert "style=" not in chart.svg


def test_what_still_runs_is_hatched_and_said() -> None:
    chart = columns([Bar("T1", 4), Bar("T2", 4, unfinished=True)], title="Consultas")
    assert chart.svg.count('class="ft sa"') == 1
    assert chart.rows[1] == ("T2 (en curso)", "4")


@pytest.mark.parametrize("make", [bars, columns])
def test_nothing_at_all_is_drawn_flat(make: object) -> None:
    chart = make([Bar("A", 0), Bar("B", 0)], title="Nada")  # type: ignore[operator]
    assert "nan" not in chart.svg
    assert "inf" not in chart.svg
    assert make([], title="Vacío").rows == ()  # type: ignore[operator]


def test_words_from_outside_cannot_become_markup() -> None:
    chart = bars([Bar("<script>", 1, href='"><b>')], title="<i>")
    assert "<script>" not in chart.svg
    assert "<i>" not in chart.svg
    assert "<b>" not in chart.svg


def test_links_inside_leave_the_drawing_a_group() -> None:
    assert 'role="group"' in bars([Bar("A", 1, href="/a/")], title="T").svg


def test_lines_say_each_series_in_a_column() -> None:
    chart = lines([Series("Pedido", (10, 20)), Series("Servido", (5, 20))], ["T1", "T2"], title="Marcha", unit="kg")
    assert chart.header == ("Cuándo", "Pedido", "Servido")
    assert chart.rows == (("T1", "10 kg", "5 kg"), ("T2", "20 kg", "20 kg"))


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(999, "", "999"), (9_999, "clp", "$9.999"), (12_340, "", "12 mil"), (1_250_000, "clp", "1,2 M")],
)
def test_marks_are_short(value: int, unit: str, said: str) -> None:
    assert short(value, unit) == said


def test_english_readers_get_english_numbers() -> None:
    chart = bars([Bar("A", 12_345)], title="T", lang="en")
    assert chart.rows == (("A", "12,345"),)
    assert "12,345" in texts(chart)
