"""A search cluster that dies, hangs or refuses to write: people find and save as before, and it catches up later."""

import signal
from uuid import uuid4

import pytest
from django.utils import timezone

from foundation.models import OutboxMessage
from search.engines import get_engine, open_cluster
from search.engines.elasticsearch import cluster as clusters
from search.query import SearchQuery
from tests import _clusters
from tests._engines import CLUSTERS, absent
from tests.builders import a_product

pytestmark = pytest.mark.django_db
ENGINES = CLUSTERS


@pytest.fixture(scope="module")
def server(engine_name):
    """A cluster of this module's own, that its tests may harm."""
    try:
        with _clusters.running(engine_name) as started:
            yield started
    except _clusters.Absent as error:
        absent(error)


@pytest.fixture
def search_address(server, monkeypatch):
    monkeypatch.setattr(clusters, "REST_SECONDS", 0.3)
    return server.url(f"t{uuid4().hex[:12]}?timeout=1")


@pytest.fixture
def ask(client, site):
    def get(**parameters):
        response = client.get("/api/v1/search", {"kind": "product", **parameters})
        assert response.status_code == 200, response.content
        answer = response.json()
        return answer["engine"], answer["degraded"], {result["title"] for result in answer["results"]}

    return get


@pytest.fixture
def catch_up(work):
    """`catch_up()`: the worker's retries, without the wait between them."""

    def run():
        get_engine().cluster.resting_until = 0.0
        OutboxMessage.objects.waiting().update(available_at=timezone.now())
        work()
        return OutboxMessage.objects.waiting().filter(handler__startswith="search.").count()

    return run


def test_a_killed_cluster_is_answered_for_and_catches_up_when_it_is_back(ask, work, catch_up, server, engine_name):
    changed, deleted = a_product("Queso de cabra"), a_product("Queso retirado")
    work()
    assert ask(q="queso") == (engine_name, False, {"Queso de cabra", "Queso retirado"})

    server.stop(signal.SIGKILL)
    assert ask(q="queso") == ("embedded", True, {"Queso de cabra", "Queso retirado"})
    a_product("Queso nuevo")
    changed.title_es = "Queso cambiado"
    changed.save()
    deleted.delete()
    work()
    assert ask(q="queso") == ("embedded", True, {"Queso cambiado", "Queso nuevo"})
    assert ask(q="longanisa")[:2] == ("embedded", True)

    server.start()
    assert catch_up() == 0
    assert ask(q="queso") == (engine_name, False, {"Queso cambiado", "Queso nuevo"})


def test_a_cluster_that_hangs_is_given_a_rest_and_then_asked_again(ask, work, catch_up, server, engine_name):
    a_product("Queso")
    work()
    assert ask() == (engine_name, False, {"Queso"})

    server.pause()
    try:
        assert ask() == ("embedded", True, {"Queso"})
        a_product("Vino")
        work()
        assert ask() == ("embedded", True, {"Queso", "Vino"})
    finally:
        server.resume()

    assert catch_up() == 0
    assert ask() == (engine_name, False, {"Queso", "Vino"})


def test_while_it_rests_nobody_waits_for_it(ask, work, server, monkeypatch):
    a_product("Queso")
    work()
    server.pause()
    try:
        ask()
        engine = get_engine()
        engine.cluster.resting_until = clusters.time.monotonic() + 60
        asked = []
        monkeypatch.setattr(type(engine.cluster.client), "search", lambda *_given, **_more: asked.append(1))
        assert ask() == ("embedded", True, {"Queso"})
        assert asked == []
    finally:
        server.resume()


def test_a_cluster_that_is_read_only_still_answers_and_catches_up(ask, work, catch_up, engine_name):
    a_product("Queso")
    work()
    client, name = get_engine().cluster.patient, get_engine().indices.live().name

    client.indices.put_settings(index=name, settings={"index.blocks.read_only_allow_delete": True})
    a_product("Vino")
    work()
    assert ask() == (engine_name, False, {"Queso"})

    client.indices.put_settings(index=name, settings={"index.blocks.read_only_allow_delete": None})
    assert catch_up() == 0
    assert ask() == (engine_name, False, {"Queso", "Vino"})


def test_suggestions_come_from_the_stand_in_too(client, site, work, server):
    a_product("Queso")
    work()
    server.pause()
    try:
        found = client.get("/api/v1/suggest", {"q": "q"}).json()["suggestions"]
    finally:
        server.resume()

    assert [item["text"] for item in found] == ["Queso"]


def test_it_is_asked_again_by_itself_when_it_is_back(ask, work, server, engine_name):
    a_product("Queso")
    work()
    server.pause()
    try:
        assert ask() == ("embedded", True, {"Queso"})
    finally:
        server.resume()

    assert sooner_or_later(lambda: ask() == (engine_name, False, {"Queso"}))


def test_a_process_that_starts_while_it_is_gone_finds_it_by_itself(ask, work, server, engine_name):
    a_product("Queso")
    work()
    open_cluster.cache_clear()
    server.pause()
    try:
        assert ask() == ("embedded", True, {"Queso"})
    finally:
        server.resume()

    assert sooner_or_later(lambda: ask() == (engine_name, False, {"Queso"}))


def test_a_cluster_that_lost_its_index_is_answered_for_until_it_is_built_again(ask, client, reindex, work, engine_name):
    a_product("Queso")
    work()
    cluster = get_engine().cluster
    for name in cluster.patient.indices.get(index=f"{get_engine().indices.alias}-*").body:
        cluster.patient.indices.delete(index=name)

    assert ask(q="queso") == ("embedded", True, {"Queso"})
    assert [item["text"] for item in client.get("/api/v1/suggest", {"q": "q"}).json()["suggestions"]] == ["Queso"]

    reindex()
    assert ask(q="queso") == (engine_name, False, {"Queso"})
    assert ask(q="cochayuyo") == (engine_name, False, set())


def test_an_answer_that_there_is_no_index_ends_the_rest(site, monkeypatch):
    """Else whoever asks next would be told that the cluster is resting, though it answers."""
    monkeypatch.setattr(clusters, "REST_SECONDS", 60.0)
    engine = get_engine()
    engine.cluster.resting_until = clusters.time.monotonic() - 1

    assert engine.search(SearchQuery(q="queso"), "es").total == 0
    assert engine.search(SearchQuery(q="queso"), "es").total == 0


def sooner_or_later(what, seconds=30):
    deadline = clusters.time.monotonic() + seconds
    while not (found := what()) and clusters.time.monotonic() < deadline:
        clusters.time.sleep(0.1)
    return found
