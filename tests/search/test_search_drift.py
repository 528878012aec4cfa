"""`reindex` and `reconcile`."""

import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from catalog.models import Product
from search import handlers
from search.query import SearchQuery
from search.sources import registry
from tests._engines import EVERY
from tests.builders import a_product

pytestmark = pytest.mark.django_db
ENGINES = EVERY
EVERYTHING = SearchQuery(kinds=("product",), page_size=100)


def titles(engine):
    return {hit.title for hit in engine.search(EVERYTHING, "es").hits}


def reconcile():
    out = StringIO()
    call_command("reconcile", stdout=out)
    return out.getvalue()


def test_reindex_holds_everything_published_and_nothing_else(site, reindex):
    a_product("Queso")
    a_product("Borrador", live=False)
    site.upsert([document_of_another_time()])
    reindex()

    assert titles(site) == {"Queso"}


def document_of_another_time():
    from tests.search.listings import listing

    return listing(987_654, "Lo que ya no está")


def test_reindex_names_an_engine_it_does_not_have(site):
    with pytest.raises(CommandError, match="embedded"):
        call_command("reindex", engine="solr")
    call_command("reindex", engine="embedded", verbosity=0)


def test_searches_never_see_a_partial_index_while_it_is_rebuilt(site, reindex):
    for number in range(30):
        a_product(f"Queso {number}")
    reindex()
    seen, done = set(), threading.Event()

    def look():
        while not done.is_set():
            seen.add(site.search(EVERYTHING, "es").total)

    reader = threading.Thread(target=look)
    reader.start()
    try:
        for _ in range(3):
            reindex()
    finally:
        done.set()
        reader.join()

    assert seen == {30}


def test_drift_of_every_sort_is_found_named_and_mended(site, reindex):
    for name in ("missing", "stale", "withdrawn", "ahead", "kept"):
        a_product(name, slug=name)
    reindex()
    pks = dict(Product.objects.values_list("slug", "pk"))
    site.delete([("product", pks["missing"])])
    Product.objects.filter(slug="stale").update(title_es="Renovado", version=7)
    Product.objects.filter(slug="withdrawn").update(live=False)
    Product.objects.filter(slug="ahead").update(title_es="De la copia", version=0)
    site.upsert([document_of_another_time()])

    said = reconcile()

    assert f"{site.name} product: 1 missing, 1 stale, 1 ahead, 2 extra" in said
    stand_in = 0 if site.name == "embedded" else 3  # it was not tampered with, and holds what the database said before
    assert f"{5 + stand_in} mended" in said
    assert titles(site) == {"missing", "Renovado", "De la copia", "kept"}
    assert reconcile() == "nothing to mend\n"


def test_the_worker_mends_drift_by_itself(site):
    a_product("Queso")
    assert titles(site) == set()

    handlers.mend_drift()

    assert titles(site) == {"Queso"}


def test_a_kind_that_is_no_longer_registered_is_forgotten(site, reindex, monkeypatch):
    from tests.search.listings import listing

    monkeypatch.delitem(registry._sources, "opportunity")
    reindex()
    site.upsert([listing(1, "Se busca", kind="opportunity")])

    assert "opportunity: 0 missing, 0 stale, 0 ahead, 1 extra" in reconcile()
    assert site.count() == 0
