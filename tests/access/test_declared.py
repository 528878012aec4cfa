"""Every address of the product is declared, and answers a stranger as declared."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from inquiries import letters
from inquiries.models import Offer
from inquiries.recipients import of_offers
from tests.access.declared import CMS, DECLARED, TRANSLATED, Access, Who
from tests.builders import a_circuit, a_network, a_producer, a_product, a_seal, a_territory, an_inquiry

WRITES = ("post", "put", "patch", "delete")
REFUSED = {403, 404, 405}
LETTER = "20261122T202337476497-513f7707.eml"

each = pytest.mark.parametrize("access", DECLARED.values(), ids=DECLARED.keys())


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        path = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, path)
        else:
            yield path, one


def mounted() -> dict[str, URLPattern]:
    return dict(patterns(get_resolver()))


def test_every_address_is_declared_and_nothing_else() -> None:
    public = {path for path in mounted() if not path.startswith(CMS)}
    assert public - DECLARED.keys() == set(), "say in tests/access/declared.py who may see these"
    assert DECLARED.keys() - public == set(), "declared, but not there"


@pytest.fixture
def rows(db: None, settings: Any, tmp_path: Path) -> dict[str, str]:
    """What the examples name: live rows, an inquiry with an offer, a letter in the mailbox."""
    settings.TERRUNO_VAR, settings.TERRUNO_MAILBOX = tmp_path, True
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / LETTER).write_text("To: a@ejemplo.cl\nSubject: Hola\n\nHola\n")
    product = a_product(supplies=[300])
    inquiry = an_inquiry(product, "100")
    offer = Offer.objects.select_related("producer", "line__inquiry").get(line__inquiry=inquiry)
    address = of_offers([offer])[offer.pk][0]
    return {
        "territory": a_territory().slug,
        "producer": a_producer().slug,
        "network": a_network().slug,
        "seal": a_seal().slug,
        "product": product.slug,
        "circuit": a_circuit().slug,
        "tracking": inquiry.token,
        "offer": letters.offer_url(offer, address).rstrip("/").rpartition("/")[2],
        "letter": LETTER,
    }


@each
def test_a_stranger_gets_the_declared_answer(client: Client, rows: dict[str, str], access: Access) -> None:
    assert client.get(access.example.format(**rows)).status_code == access.answer


@pytest.mark.parametrize("access", TRANSLATED.values(), ids=TRANSLATED.keys())
def test_the_english_address_answers_the_same(client: Client, rows: dict[str, str], access: Access) -> None:
    assert client.get(f"/en{access.example}".format(**rows)).status_code == access.answer


@each
def test_what_only_shows_takes_no_change(client: Client, rows: dict[str, str], access: Access) -> None:
    for method in WRITES:
        if not (access.deaf or (method == "post" and access.posts)):
            assert getattr(client, method)(access.example.format(**rows)).status_code in REFUSED, method


@pytest.mark.parametrize(
    "access",
    [access for access in DECLARED.values() if access.who is Who.HOLDER],
    ids=[path for path, access in DECLARED.items() if access.who is Who.HOLDER],
)
def test_without_the_secret_an_address_does_not_exist(client: Client, rows: dict[str, str], access: Access) -> None:
    for name in ("tracking", "offer"):
        secret = rows[name]
        for wrong in (f"{secret[:-1]}{'A' if secret[-1] != 'A' else 'B'}", f"{secret}x", "1"):
            answer = client.get(access.example.format(**rows | {name: wrong}))
            assert answer.status_code == (404 if f"{{{name}}}" in access.example else access.answer)


@pytest.mark.parametrize("path", ["correo/", "correo/<str:name>/"])
def test_the_mailbox_exists_for_developers_only(client: Client, rows: dict[str, str], settings: Any, path: str) -> None:
    settings.TERRUNO_MAILBOX = False
    assert client.get(DECLARED[path].example.format(**rows)).status_code == 404


OPEN_CMS = {
    "admin/login/", "admin/logout/", "admin/password_reset/", "admin/password_reset/done/",
    "admin/password_reset/complete/", "admin/jsi18n/", "admin/sprite/",
}  # fmt: skip


@pytest.mark.django_db
def test_the_cms_sends_a_stranger_to_its_sign_in(client: Client) -> None:
    """Every address of it that needs no row; those that do stand behind the same door."""
    asked = [path for path in mounted() if path.startswith(CMS) and path not in OPEN_CMS and plain(path)]
    assert len(asked) > 100
    let_in = [path for path in asked if not sent_away(client.get(f"/{path}"))]
    assert let_in == []


def plain(path: str) -> bool:
    return not any(sign in path for sign in "<(^$\\")


def sent_away(answer: Any) -> bool:
    if answer.status_code == 302:
        return answer.headers["Location"].startswith(f"/{CMS}login/")
    return answer.status_code in REFUSED


def test_the_sign_in_stands_where_the_settings_say() -> None:
    assert settings.LOGIN_URL == "wagtailadmin_login"
