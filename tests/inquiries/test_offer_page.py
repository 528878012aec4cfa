"""The page a producer answers on, by the link in the letter."""

import re

import pytest
from django.utils import timezone

from foundation import audit, links, worker
from foundation.models import OutgoingMail
from inquiries.letters import OFFER_LINK
from inquiries.models import Offer
from tests.builders import a_circuit, a_mandate, a_producer, a_product, a_user, an_inquiry

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    maker = a_producer("Rosa Araya", email="rosa@ejemplo.cl")
    inquiry = an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]), 180, message="Sin sal, por favor.")
    return Offer.objects.get(line__inquiry=inquiry)


def link_in(letter_to):
    text = OutgoingMail.objects.get(to=letter_to).text
    return re.search(r"http\S+?(/encargos/\S+)", text)[1]


def test_the_letters_link_opens_the_request_and_looking_changes_nothing(client, offer):
    page = client.get(link_in("rosa@ejemplo.cl"))

    assert page.status_code == 200
    for words in (
        "180 kg",
        "Queso de cabra de guarda",
        "Restaurante La Caperuza",
        "100 % de 180 kg",
        "Sin sal, por favor.",
    ):
        assert words in page.content.decode()
    for secret in ("marta@", "Marta Rojas"):
        assert secret not in page.content.decode()
    client.head(link_in("rosa@ejemplo.cl"))
    assert Offer.objects.get().status == "offered"


def test_accepting_is_one_press_and_shows_the_contact(client, offer):
    page = client.post(link_in("rosa@ejemplo.cl"), {"answer": "accept"})

    assert page.status_code == 200
    assert "marta@lacaperuza.cl" in page.content.decode()
    assert Offer.objects.get().status == "accepted"
    entry = audit.entries(offer, "offer.accepted").get()
    assert (entry.actor_kind, entry.actor_id) == ("link:producer", str(offer.producer_id))


def test_less_is_taken_as_typed_in_chile(client, offer):
    client.post(link_in("rosa@ejemplo.cl"), {"answer": "part", "quantity": " 1.50 ", "note": ""})
    assert Offer.objects.get().status == "offered"

    client.post(link_in("rosa@ejemplo.cl"), {"answer": "part", "quantity": "150", "note": "Hasta ahí llego"})

    answered = Offer.objects.get()
    assert (answered.status, int(answered.quantity), answered.note) == ("accepted", 150, "Hasta ahí llego")


@pytest.mark.parametrize("quantity", ["", "0", "-3", "181", "1,5", "mucho", "9" * 40])
def test_a_wrong_quantity_is_told_and_kept_as_typed(client, offer, quantity):
    page = client.post(link_in("rosa@ejemplo.cl"), {"answer": "part", "quantity": quantity})

    assert page.status_code == 422
    assert f'value="{quantity}"' in page.content.decode()
    assert Offer.objects.get().status == "offered"


def test_declining_asks_why(client, offer):
    page = client.post(link_in("rosa@ejemplo.cl"), {"answer": "decline", "reason": "freight", "note": "No hay camión"})

    assert page.status_code == 200
    assert "marta@" not in page.content.decode()
    declined = Offer.objects.get()
    assert (declined.status, declined.decline_reason, declined.note) == ("declined", "freight", "No hay camión")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"answer": "x"},
        {"answer": "decline", "reason": "x"},
        {"answer": "decline", "reason": "price", "note": "x" * 501},
    ],
)
def test_an_answer_we_do_not_know_changes_nothing(client, offer, data):
    assert client.post(link_in("rosa@ejemplo.cl"), data).status_code == 422
    assert Offer.objects.get().status == "offered"


def test_a_link_answers_once(client, offer):
    link = link_in("rosa@ejemplo.cl")
    client.post(link, {"answer": "decline", "reason": "price"})

    again, looked_at = client.post(link, {"answer": "accept"}), client.get(link)

    assert (again.status_code, looked_at.status_code) == (409, 410)
    assert "ya tiene respuesta" in looked_at.content.decode()
    assert Offer.objects.get().status == "declined"


def test_whoever_accepted_finds_the_contact_again(client, offer):
    link = link_in("rosa@ejemplo.cl")
    client.post(link, {"answer": "accept"})

    assert "marta@lacaperuza.cl" in client.get(link).content.decode()


def test_after_its_time_the_page_says_so(client, offer):
    link = link_in("rosa@ejemplo.cl")
    Offer.objects.update(status="expired", version=2)

    page = client.get(link)

    assert page.status_code == 410
    assert "plazo" in page.content.decode()
    assert "marta@" not in page.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_forged_expired_and_foreign_links_are_not_there(client, offer, method):
    good = link_in("rosa@ejemplo.cl")
    other_purpose = links.make("quote", offer, recipient="rosa@ejemplo.cl", version=1)
    other_person = links.make(OFFER_LINK, offer, recipient="juana@ejemplo.cl", version=1)
    expired = links.make(OFFER_LINK, offer, recipient="rosa@ejemplo.cl", version=1, days=-1)
    nothing = links.make(OFFER_LINK, str(offer.pk + 99), recipient="rosa@ejemplo.cl", version=1)
    no_number = links.make(OFFER_LINK, "x", recipient="rosa@ejemplo.cl", version=1)
    paths = [f"/encargos/{token}/" for token in ("nada", other_purpose, other_person, expired, nothing, no_number)]

    for path in [*paths, good[:-3] + "x/"]:
        assert getattr(client, method)(path, {"answer": "accept"} if method == "post" else {}).status_code == 404
    assert Offer.objects.get().status == "offered"


def test_a_mandate_that_ends_makes_its_links_dead(client):
    maker = a_producer(email="")
    mandate = a_mandate(a_user("rosa@ejemplo.cl"), maker)
    an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]))
    link = link_in("rosa@ejemplo.cl")
    assert client.get(link).status_code == 200

    mandate.ends_on = timezone.localdate()
    mandate.save()

    assert client.get(link).status_code == 404


def test_a_host_cannot_take_part_of_a_party(client):
    host = a_producer(email="posada@ejemplo.cl")
    an_inquiry(a_circuit(operators=[{"capacity": 10, "producer": host}]), 6)
    link = link_in("posada@ejemplo.cl")

    assert "Puedo con menos" not in client.get(link).content.decode()
    assert client.post(link, {"answer": "part", "quantity": "3"}).status_code == 422
    assert Offer.objects.get().status == "offered"


def test_the_address_is_told_to_nobody(client, offer):
    for page in (client.get(link_in("rosa@ejemplo.cl")), client.get("/encargos/nada/")):
        assert page.headers["Cache-Control"] == "private, no-store"
        assert page.headers["Referrer-Policy"] == "same-origin"
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_a_post_from_another_site_is_refused(offer):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(link_in("rosa@ejemplo.cl"), {"answer": "accept"}).status_code == 403


def test_what_the_buyer_wrote_is_shown_not_run(client):
    maker = a_producer(email="rosa@ejemplo.cl")
    evil = "<script>alert(1)</script>"
    an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]), message=evil, organisation=evil)

    assert evil not in client.get(link_in("rosa@ejemplo.cl")).content.decode()


def test_the_buyer_sees_the_answer_after_the_worker(client, offer):
    client.post(link_in("rosa@ejemplo.cl"), {"answer": "accept"})
    worker.run_until_idle()

    assert "Su cotización está lista" in client.get(offer.line.inquiry.get_absolute_url()).content.decode()
