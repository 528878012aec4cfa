"""What people look for in vain is told to the rooms to the left: the words, the place and the day, and no more."""

import pytest
from django.utils import timezone

from foundation import outbox
from foundation.models import OutboxMessage
from search import fruitless
from tests.builders import a_product, a_territory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(client, site, monkeypatch):
    """`told(**parameters)`: the events that a search with these leaves behind."""
    monkeypatch.setitem(
        outbox._by_kind, fruitless.FRUITLESS, {"a": outbox.Handler("a", lambda event: None, True, None)}
    )
    monkeypatch.setattr(fruitless, "allowance", fruitless.Allowance(100))

    def ask(path="/api/v1/search", **parameters):
        assert client.get(path, parameters).status_code == 200
        messages = OutboxMessage.objects.filter(kind=fruitless.FRUITLESS).order_by("pk")
        return [message.payload for message in messages]

    return ask


def test_a_search_that_finds_nothing_is_told_once_a_day(told):
    today = timezone.localdate().isoformat()
    assert told(q="Ajo NEGRO orgánico") == [{"q": "ajo negro organico", "territory": "", "day": today}]
    assert len(told(q="ajo negro  organico")) == 1
    assert len(told("/buscar/", q="ajo negro orgánico")) == 1


def test_the_place_that_lacks_it_is_named(told):
    a_territory()
    assert [event["territory"] for event in told(q="zzyzx", territory="limari")] == ["limari"]
    assert len(told(q="zzyzx")) == 2


def test_it_is_told_once_whatever_forgets(told):
    told(q="ajo negro")
    from django.core.cache import cache

    cache.clear()
    assert len(told(q="ajo negro")) == 1


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "queso"},  # found
        {"q": ""},
        {"q": "zzyzx", "price_max": "1"},  # the price may be why
        {"q": "zzyzx", "month": "3"},
        {"q": "zzyzx", "territory": ["limari", "chiloe"]},
        {"q": "zzyzx", "near": "-30,-71", "within_km": "5"},
        {"q": "ana@example.cl"},
        {"q": "56912345678"},
        {"q": "zzyzx aab ccd eef ggh"},
        {"q": "?!"},
    ],
)
def test_what_says_nothing_of_demand_or_too_much_of_a_person_is_not_told(told, work, parameters):
    a_product("Queso")
    work()
    assert told(**parameters) == []


def test_a_stand_in_that_finds_nothing_proves_nothing(told, settings):
    settings.SEARCH_URL = "http://127.0.0.1:1/nobody"

    assert told(q="zzyzx") == []


def test_there_is_an_end_to_it(told, monkeypatch):
    monkeypatch.setattr(fruitless, "allowance", fruitless.Allowance(2))
    for word in ("zzyzx", "qwwqq", "xyyxy", "kwkwk"):
        told(q=word)

    assert len(told(q="zzyzx")) == 2
