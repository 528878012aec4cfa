import pytest
from django.http import QueryDict

from search.query import BadQuery, SearchQuery, as_parameters, parse_query

LINE = ((-33.4, -71.7), (-33.6, -71.6))


def parse(text, **more):
    return parse_query(QueryDict(text), line_of={"litoral": LINE}.get, **more)


def test_nothing_asked_is_everything():
    assert parse("") == SearchQuery()


def test_every_parameter_is_read():
    query = parse(
        "q= queso  de\tcabra &kind=product&kind=circuit&territory=limari&category=lacteos&seal=sipam&month=3"
        "&near=-33.44,-71.68&within_km=20.5&price_min=0&price_max=5000&sort=-price&page=2&page_size=100&utm=x"
    )
    assert query == SearchQuery(
        q="queso de cabra",
        kinds=("product", "circuit"),
        territories=("limari",),
        categories=("lacteos",),
        seals=("sipam",),
        month=3,
        near=(-33.44, -71.68),
        within_km=20.5,
        price_min=0,
        price_max=5000,
        sort="-price",
        page=2,
        page_size=100,
    )


def test_empty_fields_of_a_form_are_absent():
    assert parse("q=&kind=&month=&near=&within_km=&price_min=&sort=&page=") == SearchQuery()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("kind=cheese", ["kind"]),
        ("month=13", ["month"]),
        ("month=0", ["month"]),
        ("month=marzo", ["month"]),
        ("page=0", ["page"]),
        ("page=-1", ["page"]),
        ("page=1000000000", ["page"]),
        ("page=101&page_size=100", ["page"]),
        ("page_size=101", ["page_size"]),
        ("page_size=٣", ["page_size"]),
        ("sort=random", ["sort"]),
        ("sort=distance", ["sort"]),
        ("near=91,0&within_km=5", ["near"]),
        ("near=nan,nan", ["near"]),
        ("near=-33.4", ["near"]),
        ("near=1,2&within_km=inf", ["within_km"]),
        ("near=1,2&within_km=0", ["within_km"]),
        ("within_km=5", ["within_km"]),
        ("along=nowhere", ["along"]),
        ("along=litoral&near=1,2", ["along"]),
        ("price_min=-5", ["price_min"]),
        ("price_min=10&price_max=5", ["price_max"]),
        ("territory=a b", ["territory"]),
        ("q=" + "a" * 301, ["q"]),
        ("seal=" + "&seal=".join(str(number) for number in range(60)), ["seal"]),
        ("month=13&page=x&kind=z", ["kind", "month", "page"]),
    ],
)
def test_a_bad_parameter_is_named(text, names):
    with pytest.raises(BadQuery) as caught:
        parse(text)
    assert sorted(name for name, _ in caught.value.errors) == names
    assert all(message for _, message in caught.value.errors)


def test_the_last_page_that_may_be_asked_for():
    assert parse("page=100&page_size=100").offset == 9900


def test_along_a_circuit_has_a_width_even_unsaid():
    query = parse("along=litoral&sort=distance")
    assert (query.line, query.within_km, query.measured_from) == (LINE, 25.0, LINE)


def test_a_list_page_fixes_the_kind():
    assert parse("kind=circuit", kinds=("product",)).kinds == ("product",)


def test_control_characters_are_spaces():
    assert parse("q=que%00so%0A%E2%80%8Bx").q == "que so x"


def test_parameters_give_the_query_again():
    text = "q=queso&kind=product&month=3&near=-33.44,-71.68&within_km=20&price_max=5000&sort=price&page_size=50"
    query = parse(text)
    again = QueryDict(mutable=True)
    for name, values in as_parameters(query).items():
        again.setlist(name, values)
    assert parse_query(again) == query
