"""When the cluster is gone, readers are told only what concerns them: that something recent may be missing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from foundation.models import OutboxMessage
from producers.models import Producer
from tests.builders import a_product

pytestmark = pytest.mark.django_db
NOTICE = "contesta el de reserva"


@pytest.fixture
def gone(settings: Any, site: Any, work: Callable[[], None]) -> None:
    """An index that holds what there is, and then a cluster's address where nobody listens."""
    a_product("Queso de cabra")
    work()
    settings.SEARCH_URL = "http://127.0.0.1:9/nadie?timeout=1"


def page(client: Client, path: str = "/buscar/?q=queso") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_stand_in_that_holds_everything_answers_without_a_word(client: Client, gone: None) -> None:
    assert client.get("/api/v1/search?q=queso").json()["degraded"]
    html = page(client)
    assert "Queso de cabra" in html
    assert NOTICE not in html


def test_a_change_nobody_took_up_yet_is_told_and_no_longer_once_it_is_taken_up(
    client: Client, gone: None, work: Callable[[], None]
) -> None:
    a_product("Queso nuevo")
    html = page(client)
    assert "Queso nuevo" not in html
    assert NOTICE in html
    assert NOTICE in page(client, "/productos/")
    work()
    html = page(client)
    assert "Queso nuevo" in html
    assert NOTICE not in html
    assert OutboxMessage.objects.waiting().filter(handler__startswith="search.").exists()  # the cluster's turn


def test_an_index_that_lacks_listings_is_told_in_english_too(client: Client, gone: None) -> None:
    cheese = a_product("Queso perdido", producer=Producer.objects.get())
    OutboxMessage.objects.all().delete()  # as after a restored backup
    assert 'class="notice"' in page(client, "/en/buscar/?q=queso")
    type(cheese).objects.filter(pk=cheese.pk).update(live=False)
    assert NOTICE not in page(client)


def test_without_a_cluster_nothing_is_ever_told(client: Client, site: Any) -> None:
    a_product("Queso de cabra")
    assert NOTICE not in page(client)
