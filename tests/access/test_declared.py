"""Every address of the product is declared, and answers a stranger as declared."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.declared import CMS, DECLARED, TRANSLATED, Access, Who

WRITES = ("post", "put", "patch", "delete")
REFUSED = {403, 404, 405}
SECRETS = {"tracking", "offer", "quote", "order", "plan", "invitation", "test_session"}
"""Names of rows whose key in an address is a secret."""
SLOT = re.compile(r"{(\w+)}")


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


def test_a_stranger_gets_the_declared_answer(client: Client, rows: dict[str, str]) -> None:
    assert wrong_answers(client, rows, DECLARED) == {}


def test_the_english_address_answers_the_same(client: Client, rows: dict[str, str]) -> None:
    assert wrong_answers(client, rows, TRANSLATED, "/en") == {}


def wrong_answers(client: Client, rows: dict[str, str], asked: dict[str, Access], prefix: str = "") -> dict[str, int]:
    """What was answered instead, by address."""
    answers = {path: client.get(f"{prefix}{access.example}".format(**rows)) for path, access in asked.items()}
    return {path: a.status_code for path, a in answers.items() if a.status_code != asked[path].answer}


def test_what_only_shows_takes_no_change(client: Client, rows: dict[str, str]) -> None:
    for path, access in DECLARED.items():
        for method in WRITES:
            if not (access.deaf or (method == "post" and access.posts)):
                answer = getattr(client, method)(access.example.format(**rows))
                assert answer.status_code in REFUSED or to_the_sign_in(answer), f"{method} {path}"


def to_the_sign_in(answer: Any) -> bool:
    return answer.status_code == 302 and answer.headers["Location"].startswith("/entrar/?next=")


def test_without_the_secret_an_address_does_not_exist(client: Client, rows: dict[str, str]) -> None:
    for access in DECLARED.values():
        for name in SECRETS:
            if access.who is Who.HOLDER and f"{{{name}}}" in access.example:
                secret = rows[name]
                for wrong in (f"{secret[:-1]}{'A' if secret[-1] != 'A' else 'B'}", f"{secret}x", "1"):
                    answer = client.get(access.example.format(**rows | {name: wrong}))
                    assert answer.status_code == 404, access.example


def test_every_secret_address_is_tried_without_its_secret() -> None:
    named = {name for access in DECLARED.values() if access.who is Who.HOLDER for name in SLOT.findall(access.example)}
    assert named <= SECRETS


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
    return to_the_sign_in(answer) or answer.status_code in REFUSED


def test_the_sign_in_stands_where_the_settings_say() -> None:
    assert settings.LOGIN_URL == settings.WAGTAILADMIN_LOGIN_URL == "account_login"
