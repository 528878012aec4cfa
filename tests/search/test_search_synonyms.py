"""Synonyms that editors write: they count once published, for every engine, without a restart."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from search import thesaurus
from search.models import SynonymGroup
from search.synonyms import Thesaurus, plain, read_group
from tests._engines import EVERY
from tests.builders import a_product, a_user

pytestmark = pytest.mark.django_db
ENGINES = EVERY


@pytest.fixture
def found(client, work):
    """`found(q)`: what a search for it shows now."""

    def titles(q):
        work()
        results = client.get("/api/v1/search", {"q": q, "kind": "product"}).json()["results"]
        return [result["title"] for result in results]

    return titles


def test_words_an_editor_joins_find_each_other_at_a_discount_until_they_are_withdrawn(found):
    a_product("Chupilca dulce"), a_product("Ñachi")
    assert found("pihuelo") == []

    group = SynonymGroup.objects.create(es="pihuelo, chupilcas")
    assert found("pihuelo") == ["Chupilca dulce"]

    group.live = False
    group.save()
    assert found("pihuelo") == []


def test_words_an_editor_parts_no_longer_find_each_other(found):
    a_product("Jibia ahumada")
    assert found("calamar") == ["Jibia ahumada"]

    group = SynonymGroup.objects.create(es="calamares, jibia", apart=True)
    assert found("calamar") == []

    group.delete()
    assert found("calamar") == ["Jibia ahumada"]


def test_another_process_hears_of_it_within_seconds(found, monkeypatch):
    a_product("Chupilca dulce")
    assert found("pihuelo") == []
    SynonymGroup.objects.bulk_create([SynonymGroup(es="pihuelo, chupilca")])  # sends no signal, as another process does

    assert found("pihuelo") == []
    monkeypatch.setattr(thesaurus, "FRESH_SECONDS", 0.0)
    assert found("pihuelo") == ["Chupilca dulce"]


def test_phrases_and_languages_mix():
    made = Thesaurus([read_group("trago dulce", "sweet drink, pihuelo")])

    assert ("en", "pihuelo") in made.synonyms("es", ("trag", "dulc"))
    assert made.longest == 2


def test_parting_one_pair_leaves_the_rest_of_a_group_together():
    made = Thesaurus([read_group("jibia, calamar, pota", "")], apart=[read_group("jibia, calamar", "")])

    assert made.synonyms("es", ("jibi",)) == (("es", "pota"),)
    assert set(made.synonyms("es", ("pota",))) == {("es", "jibia"), ("es", "calamar")}
    assert plain().stamp != made.stamp


@pytest.mark.parametrize(
    ("es", "en"), [("", ""), ("queso", ""), ("queso, quesos", ""), ("queso, de la", ""), ("queso, " + "largo " * 7, "")]
)
def test_a_group_that_says_nothing_is_refused(es, en):
    with pytest.raises(ValidationError):
        SynonymGroup(es=es, en=en).full_clean()


def test_an_editor_publishes_a_group_in_the_cms_and_a_producer_does_not_see_it(site, client):
    from django.contrib.auth.models import Group

    from terruno.pages.roles import EDITORS, setup_roles

    setup_roles()
    editor = a_user()
    editor.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(editor)
    viewset = SynonymGroup.snippet_viewset
    form = {"es": "pihuelo, chupilca", "en": "", "action-publish": "1"}

    answer = client.post(reverse(viewset.get_url_name("add")), form)

    assert answer.status_code == 302, answer.content[-2000:]
    group = SynonymGroup.objects.get()
    assert group.live
    edit = reverse(viewset.get_url_name("edit"), args=[group.pk])
    page = client.get(edit).content.decode()
    assert "cochayuyo, alga, luche" in page
    stranger = Client()
    stranger.force_login(a_user())
    assert stranger.get(edit).status_code in (302, 404)
