"""Every kind of page, letter and API error speaks one language: none of the product's words stays in the other one."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from foundation import months
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries import letters
from inquiries.enums import DeclineReason
from inquiries.models import Offer
from inquiries.services import accept_offer, decline_offer
from routes import hours
from search import names
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
    a_territory,
    an_inquiry,
)
from tests.cms.pages import a_site, row

pytestmark = pytest.mark.django_db
CATALOGUE = Path(__file__).parents[2] / "site" / "terruno" / "locale" / "en" / "LC_MESSAGES" / "django.po"
SHORTEST = 12
"""Letters of a message worth looking for: shorter ones stand inside names and other words."""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w+\}")
SHOWN = re.compile(r'(?:aria-label|alt|content|placeholder|title)="([^"]*)"')
BUYER = "marta@lacaperuza.cl"


@cache
def foreign(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The messages that a text in `language` may not hold: the product's words in the other one."""
    return tuple((text, pattern(text)) for text in sorted(set(other_words(language))))


def other_words(language: str) -> Iterator[str]:
    for entry in polib.pofile(str(CATALOGUE)):
        spanish = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
        english = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        ours, theirs = (english, spanish) if language == "en" else (spanish, english)
        yield from (text for text in theirs if text not in ours and len(PLACEHOLDER.sub("", text).strip()) >= SHORTEST)


def pattern(message: str) -> re.Pattern[str]:
    """Finds the message as whole words, with anything where it has a placeholder."""
    pieces = [re.escape(piece.replace("%%", "%")) for piece in PLACEHOLDER.split(message)]
    return re.compile(rf"(?<!\w){'.{1,60}?'.join(pieces)}(?!\w)")


def words_of(html: str) -> str:
    """What a page shows or says: text, labels, descriptions; a line for each."""
    labels = SHOWN.findall(html)
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape("\n".join([*re.sub(r"<[^>]+>", "\n", text).split("\n"), *labels]))


def strays(text: str, language: str) -> list[str]:
    return [message for message, found in foreign(language) if found.search(text)]


@pytest.fixture
def market(settings, tmp_path) -> dict[str, str]:
    """One of everything, named in both languages; answers the address of each kind of page, without the language."""
    settings.TERRUNO_VAR = tmp_path
    names.memory.forget()
    with translation.override("es"):
        return stocked()


def stocked() -> dict[str, str]:
    goat = a_category("quesos-de-cabra", "Quesos", name_en="Cheese")
    territory = a_territory(comunas=[a_comuna()], live=True)
    maker = a_producer("Rosa Araya", people=3, since=2005, quote_es="Sin apuro", quote_en="No hurry", fictional=True)
    cheese = a_product(
        "Queso", title_en="Cheese", category=goat, producer=maker, fictional=True, alcohol=True, made_to_order=True,
        supplies=[{"capacity": 300, "producer": maker}, 300],
    )  # fmt: skip
    network = a_network(members=[maker], territory=territory, members_declared=24)
    seal = a_seal(name_en="Cheese of Limarí")
    grant = a_grant(maker, cheese, seal)
    circuit = a_circuit(
        "Ruta", title_en="Route", stops=[a_place(name_en="Lookout"), a_place("Museo", name_en="Museum")],
        operators=[{"capacity": 12, "producer": maker, "lead_time_days": 2}], days=2, kilometres=45,
    )  # fmt: skip
    a_site(row())
    call_command("reindex", verbosity=0)
    inquiry = an_inquiry(cheese, 900, locale="en")
    first, second = Offer.objects.filter(line__inquiry=inquiry).order_by("pk")
    decline_offer(SYSTEM, second, reason=DeclineReason.NO_STOCK)
    return {
        "home": "/", "territories": "/territorios/", "territory": territory.get_absolute_url(),
        "products": "/productos/", "filtered": "/productos/?territory=limari&month=10", "circuits": "/rutas/",
        "search": "/buscar/?q=rosa", "map": "/buscar/?q=rosa&vista=mapa", "nothing found": "/buscar/?q=zzzzqqq",
        "not understood": "/buscar/?price_min=mucho&page=0&month=13", "product": cheese.get_absolute_url(),
        "circuit": circuit.get_absolute_url(), "producer": maker.get_absolute_url(),
        "network": network.get_absolute_url(), "seal": seal.get_absolute_url(),
        "checked seal": f"{seal.get_absolute_url()}?numero={grant.number}",
        "unknown seal": f"{seal.get_absolute_url()}?numero=X",
        "inquiry": f"/consultas/nueva/?product={cheese.slug}", "tracking": f"/consultas/{inquiry.token}/",
        "offer": address_of(first), "lost": "/no-existe/",
    }  # fmt: skip


def address_of(offer: Offer) -> str:
    """Where it is answered, without host and language."""
    return letters.offer_url(offer, offer.producer.email).removeprefix("http://127.0.0.1:8000")


def page(client: Client, path: str, language: str) -> str:
    answer = client.get(f"/en{path}" if language == "en" else path, follow=True)
    assert answer.status_code in {200, 400, 404}
    html = answer.content.decode()
    assert f'<html lang="{language}">' in html
    return words_of(html)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_kind_of_page_speaks_one_language(client, market, language):
    found = {name: strays(page(client, path, language), language) for name, path in market.items()}

    assert {name: words for name, words in found.items() if words} == {}


def test_the_stories_speak_one_language(client, market):
    assert strays(page(client, "/historias/", "es") + page(client, "/historias/el-ajo/", "es"), "es") == []
    english = client.get("/en/stories/el-ajo-en/").content.decode() + client.get("/en/stories/").content.decode()
    assert strays(words_of(english), "en") == []


def test_what_a_page_says_is_looked_through(client, market):
    """The control: each page, read as if it were of the other language, is full of strays."""
    for name, path in market.items():
        assert len(strays(page(client, path, "es"), "en")) > 3, name
        assert len(strays(page(client, path, "en"), "es")) > 3, name


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_form_tells_what_is_wrong_in_the_readers_language(client, market, language):
    wrong = {
        "action": "send", "lines-TOTAL_FORMS": "2", "lines-INITIAL_FORMS": "0", "lines-0-what": "xyzzy",
        "lines-0-quantity": "x", "lines-1-what": "Queso", "email": "nadie", "phone": "1", "needed_by": "2020-01-01",
    }  # fmt: skip
    prefix = "/en" if language == "en" else ""
    form = client.post(f"{prefix}/consultas/nueva/", wrong)
    offer = client.post(f"{prefix}{market['offer']}", {"answer": "part", "quantity": "muchos"})

    assert (form.status_code, offer.status_code) == (422, 422)
    assert strays(words_of(form.content.decode()) + words_of(offer.content.decode()), language) == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_buyers_letters_are_in_the_buyers_language(market, language):
    inquiry = an_inquiry(a_product("Miel", title_en="Honey", supplies=[300]), 500, locale=language)
    offer = Offer.objects.get(line__inquiry=inquiry)
    accept_offer(SYSTEM, offer)
    letters.to_buyer_answered(inquiry)

    written = OutgoingMail.objects.filter(to=BUYER, key__startswith=f"inquiry-{inquiry.pk}")
    texts = [f"{letter.subject}\n{letter.text}" for letter in written]
    assert len(texts) == 2
    assert strays("\n".join(texts), language) == []
    assert all(strays(text, "es" if language == "en" else "en") for text in texts)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_api_refuses_and_explains_in_the_language_asked_for(client, market, language):
    explained = [asked(client, body, language) for body in ("{", "{}", json.dumps(wrong_inquiry()))]
    answers = [
        *explained,
        client.get(f"/api/v1/search?lang={language}&month=13&near=x&price_min=-1"),
        client.get(f"/api/v1/nothing?lang={language}"),
        client.get(f"/api/v1/inquiries/nothing?lang={language}"),
        client.delete(f"/api/v1/search?lang={language}"),
    ]

    for answer in answers:
        document = answer.json()
        assert document["status"] >= 400
        assert strays(json.dumps(document, ensure_ascii=False), language) == []
    other = "es" if language == "en" else "en"
    assert all(strays(json.dumps(answer.json(), ensure_ascii=False), other) for answer in explained)


def asked(client: Client, body: str, language: str):
    return client.post(f"/api/v1/inquiries?lang={language}", body, content_type="application/json")


def wrong_inquiry() -> dict[str, object]:
    return {
        "kind": "product", "contact": {"name": "Ana", "email": "nadie", "phone": "x"}, "consent": False,
        "needed_by": "2020-01-01", "lines": [{"product": "nothing", "quantity": "-3", "unit": "kg"}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "month", "weekday"), [("es", "de enero a marzo", "lunes"), ("en", "January to March", "Monday")]
)
def test_months_and_days_are_written_as_the_language_writes_them(language, month, weekday):
    with translation.override(language):
        assert months.in_words(months.mask([1, 2, 3])) == month
        assert hours.in_words({"mon": [["10:00", "18:00"]]})[0].startswith(weekday)
