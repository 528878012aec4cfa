"""An editor at work, through the CMS's own pages."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from foundation.models import User
from terruno.pages.models import StoryIndexPage, StoryPage
from tests.builders import a_product
from tests.cms.forms import address, fields_of
from tests.cms.pages import a_site, a_story

pytestmark = pytest.mark.django_db


def rich(text: str, **link: str) -> str:
    """What the rich text editor posts: one paragraph, all of it a link when `url` is given."""
    ranges = [{"offset": 0, "length": len(text), "key": 0}] if link else []
    entities = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": link}} if link else {}
    block = {
        "key": "a1", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": ranges,
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": entities})


def story_form(title: str, *paragraphs: str, **more: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "title": title, "slug": "una-historia", "standfirst": "Fuimos a ver", "date": "2026-11-22", "drawing": "garlic",
        "body-count": len(paragraphs), "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
    }  # fmt: skip
    for number, text in enumerate(paragraphs):
        data |= {
            f"body-{number}-deleted": "", f"body-{number}-order": number, f"body-{number}-type": "paragraph",
            f"body-{number}-id": "", f"body-{number}-value": text,
        }  # fmt: skip
    return data | more


def write(client: Client, data: dict[str, Any]) -> Any:
    index = StoryIndexPage.objects.get(locale__language_code="es")
    return client.post(reverse("wagtailadmin_pages:add", args=["terruno_pages", "storypage", index.pk]), data)


@pytest.fixture
def desk(editor: User, signed_in: Callable[[User], Client]) -> Client:
    a_site()
    return signed_in(editor)


def test_an_editor_writes_a_story_publishes_it_and_takes_it_back(desk: Client, client: Client) -> None:
    write(desk, story_form("La trilla", rich("Llegamos temprano.")))
    story = StoryPage.objects.get(slug="una-historia")
    assert not story.live
    assert client.get("/historias/una-historia/").status_code == 404
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    desk.post(edit, story_form("La trilla a yegua", rich("Llegamos tarde."), **{"action-publish": "1"}))
    page = client.get("/historias/una-historia/").content.decode()
    assert "La trilla a yegua" in page
    assert "Llegamos tarde." in page
    desk.post(reverse("wagtailadmin_pages:unpublish", args=[story.pk]))
    assert client.get("/historias/una-historia/").status_code == 404


def test_rich_text_keeps_only_what_is_allowed(desk: Client, client: Client) -> None:
    attack = rich("Pinche aquí", url="javascript:alert(1)")
    tag = rich("<script>alert(2)</script><img src=x onerror=alert(3)>")
    write(desk, story_form("Ataque", attack, tag, **{"action-publish": "1"}))
    page = client.get("/historias/una-historia/").content.decode()
    assert "Pinche aquí" in page
    assert "javascript:" not in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_the_english_of_a_story_is_edited_beside_its_spanish(desk: Client) -> None:
    story = a_story()
    english = story.get_translations().get()
    page = desk.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    assert "Un ajo que no esperaba" in page
    assert "A garlic that would not wait" in page


@pytest.mark.parametrize("role", ["producer", "team"])
def test_pages_are_the_editors_alone(
    role: str, holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    a_site()
    product = a_product()
    client = signed_in(holder_of(product.producer if role == "producer" else product.territory))
    write(client, story_form("Intrusa", rich("Hola"), **{"action-publish": "1"}))
    assert not StoryPage.objects.exists()
    home = Page.objects.get(slug="inicio")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[home.pk])).status_code in {302, 403}


def test_a_draft_is_previewed_as_its_public_page(editor: User, signed_in: Callable[[User], Client]) -> None:
    product = a_product("Queso fresco", summary_es="Antes")
    client = signed_in(editor)
    form = client.get(address(product, "edit")).context["form"]
    where = address(product, "preview_on_edit")
    posted = client.post(where, fields_of(form) | {"title_es": "Queso de prueba"})
    assert posted.json()["is_valid"] is True
    shown = client.get(where).content.decode()
    assert "Queso de prueba" in shown
    product.refresh_from_db()
    assert product.title_es == "Queso fresco"


def test_every_record_and_list_opens_for_an_editor(editor: User, signed_in: Callable[[User], Client]) -> None:
    from wagtail.snippets.models import get_snippet_models

    client = signed_in(editor)
    for model in get_snippet_models():
        viewset = model.snippet_viewset
        if client.get(reverse(viewset.get_url_name("list"))).status_code == 200 and editor.has_perm(
            f"{model._meta.app_label}.add_{model._meta.model_name}"
        ):
            assert client.get(reverse(viewset.get_url_name("add"))).status_code == 200, model


def test_the_first_page_of_the_cms_is_ours_and_counts_the_users_records(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    product = a_product()
    a_product()
    page = signed_in(holder_of(product.producer)).get(reverse("wagtailadmin_home")).content.decode()
    assert "Terruño" in page
    assert "Sus fichas" in page
    assert '<td class="number">1</td>' in page
    assert '<td class="number">2</td>' not in page
    assert '<html lang="es"' in page
