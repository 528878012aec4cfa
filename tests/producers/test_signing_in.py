"""A code by e-mail: who gets one, how long it works, how often one may guess, where one lands."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from foundation.mailfiles import names
from foundation.models import OutgoingMail, User
from foundation.worker import run_until_idle
from tests.builders import a_mandate, a_producer, a_user

pytestmark = pytest.mark.django_db
ASK, CODE = "/entrar/", "/entrar/codigo/"


@pytest.fixture
def rosa() -> User:
    user = a_user("rosa@ejemplo.cl")
    a_mandate(user, a_producer())
    return user


def code_for(email: str) -> str:
    letter = OutgoingMail.objects.filter(to=email).order_by("-pk")[0]
    return re.findall(r"\d{4}-\d{4}", letter.text)[0]


def ask(client: Client, email: str, after: str = "") -> Any:
    return client.post(f"{ASK}?next={after}" if after else ASK, {"email": email})


def test_the_code_of_the_letter_lets_one_in(client: Client, rosa: User) -> None:
    ask(client, rosa.email)
    answer = client.post(CODE, {"code": code_for(rosa.email)})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/panel/")
    assert client.get("/panel/").status_code == 200


@pytest.mark.parametrize("typed", ["{0} {1}", "{0}{1}", " {0}-{1} "])
def test_a_code_may_be_typed_as_one_reads_it(client: Client, rosa: User, typed: str) -> None:
    ask(client, rosa.email)
    client.post(CODE, {"code": typed.format(*code_for(rosa.email).split("-"))})
    assert client.get("/panel/").status_code == 200


def test_the_address_may_be_written_in_capitals(client: Client, rosa: User) -> None:
    ask(client, "ROSA@Ejemplo.cl")
    assert re.search(r"\d{4}-\d{4}", OutgoingMail.objects.latest("pk").text)


def test_whether_an_address_has_an_account_does_not_show(client: Client, rosa: User) -> None:
    known, unknown = ask(client, rosa.email), ask(Client(), "nadie@ejemplo.cl")
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    pages = [
        (asked := Client(), ask(asked, email), asked.get(CODE))[2].content.decode().replace(email, "")
        for email in (rosa.email, "nadie@ejemplo.cl")
    ]
    assert without_secrets(pages[0]) == without_secrets(pages[1])
    assert OutgoingMail.objects.filter(to="nadie@ejemplo.cl").count() == 2
    assert not re.search(r"\d{4}-\d{4}", OutgoingMail.objects.filter(to="nadie@ejemplo.cl")[0].text)


def without_secrets(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_a_closed_account_gets_no_code(client: Client, rosa: User) -> None:
    User.objects.filter(pk=rosa.pk).update(is_active=False)
    ask(client, rosa.email)
    assert not re.search(r"\d{4}-\d{4}", OutgoingMail.objects.latest("pk").text)


def test_a_wrong_code_is_told_and_five_of_them_end_it(client: Client, rosa: User) -> None:
    ask(client, rosa.email)
    right = code_for(rosa.email)
    wrong = "0000-0000" if right != "0000-0000" else "1111-1111"
    assert [client.post(CODE, {"code": wrong}).status_code for _ in range(5)] == [422, 422, 422, 422, 302]
    assert client.post(CODE, {"code": right}).headers["Location"] == "/entrar/"
    assert client.get("/panel/").status_code == 302


def test_guessing_is_counted_over_all_sessions(rosa: User) -> None:
    """Twelve guesses, then the address must wait, whatever code was asked for from wherever."""
    seen = []
    for _session in range(4):
        client = Client(REMOTE_ADDR="192.0.2.9")
        ask(client, rosa.email)
        seen += [client.post(CODE, {"code": "0000-0000"}).status_code for _guess in range(4)]
    assert 429 in seen
    assert seen.index(429) == 12


def test_a_code_expires(client: Client, rosa: User) -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        ask(client, rosa.email)
        clock.shift(timedelta(minutes=16))
        answer = client.post(CODE, {"code": code_for(rosa.email)})
    assert answer.headers["Location"] == "/entrar/"
    assert client.get("/panel/").status_code == 302


def test_a_code_works_in_the_browser_that_asked_for_it_only(client: Client, rosa: User) -> None:
    ask(client, rosa.email)
    other = Client()
    assert other.post(CODE, {"code": code_for(rosa.email)}).headers["Location"] == "/entrar/"


def test_a_code_works_once(client: Client, rosa: User) -> None:
    ask(client, rosa.email)
    code = code_for(rosa.email)
    client.post(CODE, {"code": code})
    client.post("/salir/")
    assert client.post(CODE, {"code": code}).headers["Location"] == "/entrar/"


def test_another_code_makes_the_first_useless(client: Client, rosa: User) -> None:
    ask(client, rosa.email)
    first = code_for(rosa.email)
    client.post(CODE, {"action": "resend"})
    assert code_for(rosa.email) != first
    assert client.post(CODE, {"code": first}).status_code == 422
    assert client.post(CODE, {"code": code_for(rosa.email)}).status_code == 302


def test_asking_for_codes_is_limited_by_address(rosa: User) -> None:
    answers = [ask(Client(), rosa.email) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0


@pytest.mark.parametrize("after", ["/panel/cuenta/", "/en/panel/"])
def test_one_lands_where_one_wanted_to_go(client: Client, rosa: User, after: str) -> None:
    ask(client, rosa.email)
    answer = client.post(f"{CODE}?next={after}", {"code": code_for(rosa.email)})
    assert answer.headers["Location"] == after


@pytest.mark.parametrize(
    "after",
    ["https://otro.example/", "//otro.example/", "javascript:alert(1)", "/\\otro.example", "http:///otro.example"],
)
def test_nobody_is_led_off_the_site(client: Client, rosa: User, after: str) -> None:
    ask(client, rosa.email, after)
    answer = client.post(CODE, {"code": code_for(rosa.email), "next": after})
    assert answer.headers["Location"] == "/panel/"


def test_a_dead_mail_server_loses_no_code(client: Client, rosa: User, settings: Any, tmp_path: Any) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        9,
    )
    assert ask(client, rosa.email).status_code == 302
    run_until_idle()
    settings.EMAIL_BACKEND, settings.TERRUNO_VAR = "foundation.mailfiles.EmailBackend", tmp_path
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        run_until_idle()
    assert len(names()) == 1


def test_nonsense_is_no_address(client: Client) -> None:
    answer = ask(client, "rosa arroba")
    assert answer.status_code == 422
    assert "Escriba un correo completo" in answer.content.decode()


def test_leaving_needs_a_button(client: Client, rosa: User) -> None:
    client.force_login(rosa)
    assert client.get("/salir/").status_code == 200
    assert client.get("/panel/").status_code == 200
    client.post("/salir/")
    assert client.get("/panel/").status_code == 302


def test_a_password_still_opens_the_cms(client: Client) -> None:
    a_user("admin@ejemplo.cl", password="quillay-molle-77", is_superuser=True, is_staff=True)
    assert client.get("/admin/").headers["Location"] == "/entrar/?next=/admin/"
    client.post("/admin/login/", {"username": "admin@ejemplo.cl", "password": "quillay-molle-77"})
    assert client.get("/admin/").status_code == 200


def test_a_public_page_asks_nothing_about_the_account(
    client: Client, rosa: User, django_assert_num_queries: Any
) -> None:
    client.force_login(rosa)
    with django_assert_num_queries(0):
        client.get("/entrar/cuenta/")


def test_a_password_is_tried_ten_times_and_no_more(client: Client) -> None:
    boss = a_user("admin@ejemplo.cl", password="quillay-molle-77", is_superuser=True, is_staff=True)
    answers = [client.post("/admin/login/", {"username": boss.email, "password": f"no-{n}"}) for n in range(11)]
    assert [answer.status_code for answer in answers] == [200] * 10 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_who_spends_anothers_turns_does_not_keep_them_out(rosa: User) -> None:
    """Twelve guesses and five letters from one network; Rosa's own telephone is in another."""
    for _session in range(5):
        thief = Client(REMOTE_ADDR="192.0.2.9")
        ask(thief, rosa.email)
        for _guess in range(3):
            thief.post(CODE, {"code": "0000-0000"})
    assert ask(Client(REMOTE_ADDR="192.0.2.9"), rosa.email).status_code == 429
    phone = Client(REMOTE_ADDR="198.51.100.7")
    ask(phone, rosa.email)
    assert phone.post(CODE, {"code": code_for(rosa.email)}).status_code == 302
