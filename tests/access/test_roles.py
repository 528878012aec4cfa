"""Every address, asked for by everybody: each gets what is declared, whoever owns the row it names."""

from typing import Any

import pytest
from django.test import Client

from tests.access.declared import DECLARED, OUTSIDERS, TRANSLATED, Access, Persona, Who
from tests.access.people import client_of

EVERYBODY = pytest.mark.parametrize("persona", list(Persona), ids=lambda persona: persona.value)
WRITES = ("put", "patch", "delete")


@EVERYBODY
def test_each_address_answers_as_declared(known: Any, persona: Persona) -> None:
    people, rows = known
    client = client_of(people[persona])
    wrong = {
        path: (answer, wanted)
        for path, access in DECLARED.items()
        if (answer := status(client, access, rows)) != (wanted := access.answer_to(persona))
    }
    assert wrong == {}


@EVERYBODY
def test_nobody_changes_by_other_methods_what_belongs_to_the_panel(known: Any, persona: Persona) -> None:
    people, rows = known
    client = client_of(people[persona])
    for path, access in panel_pages().items():
        for method in WRITES:
            answer = getattr(client, method)(access.example.format(**rows))
            assert answer.status_code in {302, 403, 404, 405}, f"{method} {path}: {answer.status_code}"


@pytest.mark.parametrize("persona", sorted(OUTSIDERS, key=lambda persona: persona.value))
def test_to_the_same_role_of_somebody_else_a_row_does_not_exist_to_post_to(known: Any, persona: Persona) -> None:
    people, rows = known
    client = client_of(people[persona])
    for path, access in panel_pages().items():
        if access.own and access.posts:
            answer = client.post(access.example.format(**rows), {})
            assert answer.status_code == 404, f"{path}: {answer.status_code}"


@pytest.mark.parametrize("persona", [Persona.ANONYMOUS, Persona.EDITOR, Persona.ADMINISTRATOR, Persona.EVALUATOR])
def test_who_has_no_part_in_a_page_posts_to_nothing(known: Any, persona: Persona) -> None:
    people, rows = known
    client = client_of(people[persona])
    for path, access in panel_pages().items():
        if access.posts and not access.lets_in(persona):
            answer = client.post(access.example.format(**rows), {})
            assert answer.status_code in {302, 403, 404}, f"{path}: {answer.status_code}"
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith("/entrar/"), path


def test_an_address_of_a_row_that_is_not_there_is_a_404(known: Any) -> None:
    people, rows = known
    client = client_of(people[Persona.TEAM])
    absent = {name: "999999" if value.isdecimal() else "no-existe" for name, value in rows.items()}
    for path, access in panel_pages().items():
        if access.own:
            send = client.post if access.only_posts else client.get
            assert send(access.example.format(**absent)).status_code == 404, path


def status(client: Client, access: Access, rows: dict[str, str]) -> int:
    return int(client.get(access.example.format(**rows)).status_code)


def panel_pages() -> dict[str, Access]:
    return {path: access for path, access in TRANSLATED.items() if access.who is Who.MANDATE}
