"""A producer's own words: a draft until somebody of the team has looked at them; how to be reached: at once."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from foundation.models import OutgoingMail, User
from foundation.worker import run_until_idle
from producers.models import Producer
from producers.services.profile import under_review
from terruno.pages.roles import setup_roles
from tests.builders import a_mandate, a_producer, a_territory, a_user

pytestmark = pytest.mark.django_db
PAGE = "/panel/perfil/"


def jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (640, 480), "#a83a12").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def maker(settings: Any, tmp_path: Any) -> Producer:
    settings.MEDIA_ROOT = tmp_path
    setup_roles()
    return a_producer("Quesería Majada Alta", summary_es="Queso de cabra.", phone="+56 9 1111 1111")


@pytest.fixture
def elba(client: Client, maker: Producer) -> User:
    user = a_user("elba@ejemplo.cl")
    a_mandate(user, maker)
    client.force_login(user)
    return user


@pytest.fixture
def team(maker: Producer) -> Client:
    user, client = a_user("equipo@ejemplo.cl"), Client()
    a_mandate(user, maker.territory)
    client.force_login(user)
    return client


def words(maker: Producer, **more: str) -> dict[str, str]:
    return {"what": "words", "summary_es": "Queso de cabra, de noviembre a marzo.", "people": "3"} | more


def test_words_show_once_the_team_has_looked_at_them(client: Client, maker: Producer, elba: User, team: Client) -> None:
    assert client.post(PAGE, words(maker)).status_code == 302
    page = f"/productores/{maker.slug}/"
    assert "de noviembre a marzo" not in client.get(page).content.decode()
    assert "está en revisión" in client.get(PAGE).content.decode()
    run_until_idle()
    assert f"/panel/revisar/{maker.slug}/" in OutgoingMail.objects.get(to="equipo@ejemplo.cl").text
    review = f"/panel/revisar/{maker.slug}/"
    assert "de noviembre a marzo" in team.get(review).content.decode()
    assert team.post(review, {"answer": "approve"}).status_code == 302
    maker.refresh_from_db()
    assert (maker.summary_es, maker.people) == ("Queso de cabra, de noviembre a marzo.", 3)
    assert team.get(review).status_code == 404


def test_sent_back_with_a_note_they_can_be_mended(client: Client, maker: Producer, elba: User, team: Client) -> None:
    client.post(PAGE, words(maker))
    review = f"/panel/revisar/{maker.slug}/"
    assert team.post(review, {"answer": "return"}).status_code == 422
    team.post(review, {"answer": "return", "note": "Diga también qué leche usa."})
    assert "Diga también qué leche usa." in client.get(PAGE).content.decode()
    run_until_idle()
    assert "Diga también qué leche usa." in OutgoingMail.objects.get(to=elba.email).text
    client.post(PAGE, words(maker, story_es="Leche propia."))
    assert "Leche propia." in team.get(review).content.decode()


def test_what_was_saved_last_is_what_is_reviewed(client: Client, maker: Producer, elba: User, team: Client) -> None:
    client.post(PAGE, words(maker, quote_es="Primera"))
    client.post(PAGE, words(maker, quote_es="Segunda"))
    team.post(f"/panel/revisar/{maker.slug}/", {"answer": "approve"})
    maker.refresh_from_db()
    assert maker.quote_es == "Segunda"


def test_who_makes_it_does_not_review_it(client: Client, maker: Producer, elba: User) -> None:
    client.post(PAGE, words(maker))
    a_mandate(elba, maker.territory)
    assert client.get(f"/panel/revisar/{maker.slug}/").status_code == 404


def test_how_to_be_reached_holds_at_once_and_no_draft_takes_it_back(
    client: Client, maker: Producer, elba: User, team: Client
) -> None:
    client.post(PAGE, words(maker))
    form = {"what": "contact", "person": "Elba", "phone": "+56 9 2222 2222", "email": "elba@ejemplo.cl"}
    assert client.post(PAGE, form).status_code == 302
    maker.refresh_from_db()
    assert (maker.phone, maker.person) == ("+56 9 2222 2222", "Elba")
    team.post(f"/panel/revisar/{maker.slug}/", {"answer": "approve"})
    maker.refresh_from_db()
    assert (maker.phone, maker.summary_es) == ("+56 9 2222 2222", "Queso de cabra, de noviembre a marzo.")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"what": "words", "summary_es": "x" * 300, "people": "1"}, "240"),
        ({"what": "contact", "email": "elba arroba"}, "Escriba un correo completo"),
        ({"what": "contact", "lat": "-30.7", "lon": ""}, "latitud y longitud"),
        ({"what": "contact", "lat": "-53.1", "lon": "-70.9"}, "Ese punto no está en"),
        ({"what": "portrait", "alt": "Elba"}, "Elija una foto"),
        ({"what": "nada"}, ""),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    client: Client, maker: Producer, elba: User, form: dict[str, str], said: str
) -> None:
    answer = client.post(PAGE, form)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_columns_that_are_not_on_the_page_cannot_be_written(client: Client, maker: Producer, elba: User) -> None:
    before = (maker.name, maker.territory_id, maker.live, maker.slug)
    client.post(PAGE, words(maker, name="Otra", territory="99", live="", slug="otra"))
    client.post(PAGE, {"what": "contact", "name": "Otra", "live": "", "territory": "99"})
    maker.refresh_from_db()
    assert (maker.name, maker.territory_id, maker.live, maker.slug) == before
    assert maker.get_latest_revision_as_object().name == before[0]


def test_a_portrait_is_developed_and_waits_for_review(
    client: Client, maker: Producer, elba: User, team: Client
) -> None:
    photo = SimpleUploadedFile("IMG_1.jpg", jpeg(), content_type="image/jpeg")
    assert client.post(PAGE, {"what": "portrait", "photograph": photo, "alt": "Elba con sus cabras"}).status_code == 302
    maker.refresh_from_db()
    assert maker.image is None
    team.post(f"/panel/revisar/{maker.slug}/", {"answer": "approve"})
    maker.refresh_from_db()
    assert maker.image is not None
    assert maker.image.description == "Elba con sus cabras"
    client.post(PAGE, {"what": "drawn"})
    team.post(f"/panel/revisar/{maker.slug}/", {"answer": "approve"})
    maker.refresh_from_db()
    assert maker.image is None


def test_a_file_that_is_no_photograph_is_refused(client: Client, maker: Producer, elba: User) -> None:
    photo = SimpleUploadedFile("foto.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", content_type="image/jpeg")
    answer = client.post(PAGE, {"what": "portrait", "photograph": photo, "alt": "x"})
    assert answer.status_code == 422
    assert "no es una foto" in answer.content.decode()


def test_decided_in_the_cms_the_producer_is_told_all_the_same(
    client: Client, maker: Producer, elba: User, team: Client
) -> None:
    client.post(PAGE, words(maker))
    waiting = under_review(maker)
    assert waiting is not None
    assert waiting.current_task_state is not None
    waiting.current_task_state.reject(user=a_user("administracion@ejemplo.cl"), comment="")
    run_until_idle()
    assert OutgoingMail.objects.get(to=elba.email).subject == "Su ficha vuelve con una nota"


def test_a_profile_handed_in_is_no_letter_to_teams_of_other_territories(
    client: Client, maker: Producer, elba: User, team: Client, mailoutbox: list[Any]
) -> None:
    a_mandate(a_user("equipo.ajeno@ejemplo.cl"), a_territory("Chiloé"))
    client.post(PAGE, words(maker))
    run_until_idle()
    assert [letter.to for letter in mailoutbox] == [["equipo@ejemplo.cl"]]
