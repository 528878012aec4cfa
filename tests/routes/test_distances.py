import pytest

from routes.distances import keep_kilometres, leg, length_km, straight_km
from routes.models import Circuit
from tests.builders import a_circuit, a_place

SANTIAGO, VALPARAISO = (-33.4372, -70.6506), (-33.0458, -71.6197)


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert straight_km((-33.0, -71.0), (-34.0, -71.0)) == pytest.approx(111.19, abs=0.02)


def test_santiago_to_valparaiso_is_about_a_hundred_kilometres_in_a_straight_line() -> None:
    assert straight_km(SANTIAGO, VALPARAISO) == pytest.approx(100, abs=1)


def test_the_road_is_longer_and_takes_its_time() -> None:
    way = leg(SANTIAGO, VALPARAISO)

    assert way.kilometres == 130
    assert way.minutes in range(155, 165, 5)


def test_stops_next_to_each_other_take_five_minutes_and_no_kilometre() -> None:
    way = leg((-33.0, -71.0), (-33.0, -71.001))

    assert (way.kilometres, way.minutes) == (0, 5)


def test_one_stop_has_no_length() -> None:
    assert length_km([SANTIAGO]) == 0
    assert length_km([]) == 0


@pytest.mark.django_db
def test_lists_read_the_length_that_was_kept() -> None:
    places = [a_place(lat=SANTIAGO[0], lon=SANTIAGO[1]), a_place(lat=VALPARAISO[0], lon=VALPARAISO[1])]
    circuit = a_circuit(stops=places)

    assert keep_kilometres(Circuit.objects.all()) == 1
    assert Circuit.objects.get(pk=circuit.pk).kilometres == 130
    assert keep_kilometres(Circuit.objects.all()) == 0
