"""The index follows the database, in whatever order it hears of things."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from foundation import outbox
from foundation.models import OutboxMessage
from search import handlers
from search.indexing import refresh
from search.query import SearchQuery
from search.sources import registered, source_of
from tests._engines import EVERY
from tests.builders import (
    a_category,
    a_circuit,
    a_comuna,
    a_grant,
    a_network,
    a_place,
    a_producer,
    a_product,
    a_seal,
    a_supply,
    a_territory,
)  # fmt: skip
from tests.opportunities.making import an_opportunity

pytestmark = pytest.mark.django_db
ENGINES = EVERY


@pytest.fixture
def held(site, work):
    """`held(q, kind)`: the titles the index holds once the worker has done its part."""

    def titles(q="", kind="product", **filters):
        work()
        found = site.search(SearchQuery(q=q, kinds=(kind,), page_size=100, **filters), "es").hits
        return {hit.title for hit in found}

    return titles


def test_a_saved_listing_is_found(held):
    a_product("Queso de cabra")

    assert held("queso") == {"Queso de cabra"}


def test_a_change_is_found_and_what_it_was_is_not(held):
    product = a_product("Charqui")
    held()
    product.title_es = "Mantequilla"
    product.save()

    assert held("mantequilla") == {"Mantequilla"}
    assert held("charqui") == set()


def test_an_unpublished_or_deleted_listing_is_gone(held):
    withdrawn, deleted = a_product("Queso uno"), a_product("Queso dos")
    assert len(held("queso")) == 2

    withdrawn.live = False
    withdrawn.save()
    assert held("queso") == {"Queso dos"}
    deleted.delete()
    assert held("queso") == set()


def test_a_listing_published_again_comes_back(held):
    product = a_product("Queso")
    for live in (False, True):
        product.live = live
        product.save()

    assert held("queso") == {"Queso"}


def test_events_out_of_order_end_as_the_database_says(held, site):
    product = a_product("Queso")
    product.save()
    changed = {"kind": "product", "id": product.pk, "version": 2}
    deleted = {"kind": "product", "id": product.pk, "version": product.version}
    pk = product.pk
    product.delete()
    assert held("queso") == set()

    for payload in (deleted, changed, {**changed, "version": 1}):
        refresh(payload["kind"], [pk], at={pk: payload["version"]})

    assert held("queso") == set()


def test_a_late_word_of_withdrawal_leaves_the_newer_listing_in(held, site):
    product = a_product("Queso")
    product.save()
    held()

    site.delete([("product", product.pk)], versions={("product", product.pk): 1})

    assert held("queso") == {"Queso"}


def test_what_is_held_in_its_version_is_not_written_again(site, work, monkeypatch):
    product = a_product("Queso")
    work()
    written = []
    monkeypatch.setattr(type(site), "upsert", lambda self, documents: written.extend(documents))

    refresh("product", [product.pk])
    assert written == []
    product.touch()
    refresh("product", [product.pk])
    assert len(written) == 1


def test_a_kind_that_nobody_registered_is_left_alone(site, work):
    with transaction.atomic():
        outbox.publish("record.changed", payload={"kind": "unheard-of", "id": 1, "version": 1})
    work()

    assert not OutboxMessage.objects.waiting().exists()


def test_a_renamed_territory_is_found_with_all_its_listings(held):
    territory = a_territory("Limarí")
    product = a_product("Queso", territory=territory)
    a_network("Red del valle", members=[product.producer], territory=territory)
    a_circuit("Ruta", territory=territory)
    held()
    territory.name = "Encanto"
    territory.save()

    assert held("encanto") == {"Queso"}
    assert held("encanto", "network") == {"Red del valle"}
    assert held("encanto", "circuit") == {"Ruta"}


def test_related_listings_are_taken_in_batches(held, monkeypatch):
    monkeypatch.setattr(handlers, "BATCH", 2)
    territory = a_territory()
    for number in range(5):
        a_product(f"Queso {number}", territory=territory)
    held()
    territory.name = "Encanto"
    territory.save()

    assert len(held("encanto")) == 5


def test_a_change_that_no_listing_shows_spreads_nowhere(held):
    territory = a_territory()
    a_product("Queso", territory=territory)
    held()
    territory.story_es = "Otro relato."
    territory.save()

    assert not OutboxMessage.objects.waiting().filter(kind="index.related").exists()


def test_a_renamed_maker_category_network_and_place(held):
    producer = a_producer("Rosa Araya")
    category = a_category("quesos", "Quesos")
    network = a_network("Red vieja", members=[producer])
    place = a_place("Mirador viejo")
    a_product("Uno", producer=producer, category=category, network=network)
    a_circuit("Ruta", stops=[place])
    held()

    producer.name = "Carmen Yáñez"
    producer.save()
    category.name_es = "Lechería"
    category.save()
    network.name = "Red nueva"
    network.save()
    place.name_es = "Molino"
    place.save()

    assert held("carmen yañez") == held("lechería") == held("red nueva") == {"Uno"}
    assert held("molino", "circuit") == {"Ruta"}


def test_a_listing_is_found_by_who_supplies_it(held):
    product = a_product("Queso")
    held()
    supply = a_supply(product, producer=a_producer("Hortensia Pizarro"))
    assert held("hortensia") == {"Queso"}

    supply.delete()
    assert held("hortensia") == set()


def test_a_renamed_product_is_found_with_who_makes_it(held):
    product = a_product("Queso", producer=a_producer("Rosa Araya"))
    held()
    product.title_es = "Chanco mantecoso"
    product.save()

    assert held("chanco", "producer") == {"Rosa Araya"}


def test_a_circuit_is_found_by_its_products(held):
    circuit, product = a_circuit("Ruta"), a_product("Charqui")
    held()
    product.circuits.add(circuit)
    assert held("charqui", "circuit") == {"Ruta"}

    circuit.products.remove(product)
    circuit.save()
    assert held("charqui", "circuit") == set()


def test_a_revoked_seal_disappears(held):
    product = a_product("Queso")
    grant = a_grant(product.producer, product, a_seal("do-limari"))
    assert held(seals=("do-limari",)) == {"Queso"}

    grant.revoked_on = timezone.localdate()
    grant.save()
    assert held(seals=("do-limari",)) == set()


def test_a_seal_whose_area_leaves_the_product_out_disappears(held):
    product, seal = a_product("Queso"), a_seal("do-limari")
    a_grant(product.producer, product, seal)
    assert held(seals=("do-limari",)) == {"Queso"}

    seal.comunas.add(a_comuna("Coquimbo"))
    assert held(seals=("do-limari",)) == set()

    seal.comunas.add(product.comuna)
    assert held(seals=("do-limari",)) == {"Queso"}


def test_a_seal_disappears_by_itself_after_its_last_day_and_the_turn_is_taken_once(held, time_machine):
    product = a_product("Queso")
    grant = a_grant(product.producer, product, a_seal("do-limari"), expires_on=timezone.localdate() + timedelta(days=3))
    assert held(seals=("do-limari",)) == {"Queso"}

    time_machine.move_to(timezone.now() + timedelta(days=3))
    handlers.let_seals_turn()
    assert held(seals=("do-limari",)) == {"Queso"}  # its last day

    time_machine.move_to(timezone.now() + timedelta(days=1))
    handlers.let_seals_turn()
    assert held(seals=("do-limari",)) == set()
    version = type(product).objects.get().version
    handlers.let_seals_turn()
    held()
    assert type(product).objects.get().version == version
    assert grant.expires_on < timezone.localdate()


def test_a_deleted_network_leaves_its_products_without_its_name(held):
    producer = a_producer()
    network = a_network("Red del valle", members=[producer])
    a_product("Queso", producer=producer, network=network)
    assert held("red valle") == {"Queso"}

    network.delete()
    assert held("red valle") == set()


def test_an_opportunity_is_found_by_what_it_asks_for_and_by_whom_it_could_serve(held):
    cheese = a_product("Queso de cabra")
    opportunity = an_opportunity("Hoteles de la costa", products=[cheese], networks=[a_network("Red Queseras")])
    draft = an_opportunity("Hoteles del valle", live=False)
    assert held("hoteles", "opportunity") == held("queso cabra", "opportunity") == {"Hoteles de la costa"}
    assert held("queseras", "opportunity") == {"Hoteles de la costa"}

    cheese.title_es = "Charqui"
    cheese.save()
    assert held("charqui", "opportunity") == {"Hoteles de la costa"}
    opportunity.live, draft.live = False, True
    opportunity.save(), draft.save()
    assert held("hoteles", "opportunity") == {"Hoteles del valle"}


@pytest.mark.parametrize("kind", ["product", "producer", "network", "circuit", "territory", "opportunity"])
def test_reading_many_listings_takes_as_many_queries_as_reading_one(site, kind, django_assert_num_queries):
    product = a_product(supplies=[100])
    a_grant(product.producer, product)
    a_network(members=[product.producer])
    a_circuit(stops=[a_place()])
    an_opportunity(products=[product], networks=[a_network()])
    source = source_of(kind)
    queries = {"product": 3, "producer": 4, "network": 3, "circuit": 4, "territory": 2, "opportunity": 3}[kind]
    ids = list(source.rows().values_list("pk", flat=True))
    with django_assert_num_queries(queries):
        assert list(source.documents(ids[:1]))

    for number in range(4):
        other = a_product(f"Otro {number}", supplies=[100, 200], territory=a_territory(f"Valle {number}"))
        a_network(members=[other.producer])
        a_circuit(stops=[a_place(), a_place()])
        an_opportunity(products=[other, product])
    ids = list(source.rows().values_list("pk", flat=True))
    with django_assert_num_queries(queries):
        assert len(list(source.documents(ids))) == len(ids) > 1


def test_every_document_holds_no_way_to_reach_a_person(site):
    producer = a_producer("Rosa", email="rosa@secreto.cl", phone="+56 9 1234 5678")
    a_product(producer=producer, network=a_network(members=[producer], email="red@secreto.cl"))

    texts = [repr(document) for source in registered() for document in source.all_documents()]

    assert len(texts) >= 4
    assert not any("secreto.cl" in text or "1234" in text for text in texts)
