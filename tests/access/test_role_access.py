"""Every address, asked for by everybody: each gets what is declared, whoever owns the row it names."""

from django.test import Client

from tests.access.declared import DECLARED, OUTSIDERS, TRANSLATED, Access, Persona, Who
from tests.access.people import Known, client_of

WRITES = ("put", "patch", "delete")
NO_PART = (Persona.ANONYMOUS, Persona.EDITOR, Persona.ADMINISTRATOR, Persona.EVALUATOR)


def test_each_address_answers_everybody_as_declared(known: Known) -> None:
    people, rows = known
    wrong = {
        f"{persona.value}: {path}": (answer, wanted)
        for persona, user in people.items()
        for path, answer in answers(client_of(user), rows).items()
        if answer != (wanted := DECLARED[path].answer_to(persona))
    }
    assert wrong == {}


def test_nobody_changes_by_other_methods_what_belongs_to_the_panel(known: Known) -> None:
    people, rows = known
    for persona, user in people.items():
        client = client_of(user)
        for path, access in panel_pages().items():
            for method in WRITES:
                answer = getattr(client, method)(access.example.format(**rows))
                assert answer.status_code in {302, 403, 404, 405}, f"{persona.value}: {method} {path}"


def test_to_the_same_role_of_somebody_else_a_row_does_not_exist_to_post_to(known: Known) -> None:
    people, rows = known
    for persona in OUTSIDERS:
        client = client_of(people[persona])
        for path, access in panel_pages().items():
            if access.own and access.posts:
                answer = client.post(access.example.format(**rows), {})
                assert answer.status_code == 404, f"{persona.value}: {path}: {answer.status_code}"


def test_who_has_no_part_in_a_page_posts_to_nothing(known: Known) -> None:
    people, rows = known
    for persona in NO_PART:
        client = client_of(people[persona])
        for path, access in panel_pages().items():
            if access.posts and not access.lets_in(persona):
                answer = client.post(access.example.format(**rows), {})
                sent = answer.status_code == 302 and answer.headers["Location"].startswith("/entrar/")
                assert sent or answer.status_code in {403, 404}, f"{persona.value}: {path}: {answer.status_code}"


def test_an_address_of_a_row_that_is_not_there_is_a_404(known: Known) -> None:
    people, rows = known
    client = client_of(people[Persona.TEAM])
    absent = {name: "999999" if value.isdecimal() else "no-existe" for name, value in rows.items()}
    for path, access in panel_pages().items():
        if access.own:
            send = client.post if access.only_posts else client.get
            assert send(access.example.format(**absent)).status_code == 404, path


def answers(client: Client, rows: dict[str, str]) -> dict[str, int]:
    return {path: client.get(access.example.format(**rows)).status_code for path, access in DECLARED.items()}


def panel_pages() -> dict[str, Access]:
    return {path: access for path, access in TRANSLATED.items() if access.who is Who.MANDATE}
