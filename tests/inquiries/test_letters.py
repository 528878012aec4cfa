"""Who is written to, what they read, and that nobody's words become a header."""

import re
from decimal import Decimal

import pytest
from django.core import mail as outbox_of_django

from foundation import mail, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries.models import Offer
from inquiries.services import accept_offer, decline_offer
from tests.builders import (
    a_mandate,
    a_network,
    a_producer,
    a_product,
    a_territory,
    a_user,
    an_inquiry,
)

pytestmark = pytest.mark.django_db


def letter(to=None, key=""):
    found = OutgoingMail.objects.filter(key__contains=key)
    return (found.filter(to=to) if to else found).get()


def letters_to(to):
    return OutgoingMail.objects.filter(to=to).count()


def test_the_buyer_reads_what_was_asked_whom_we_asked_and_where_to_follow_it():
    maker = a_producer("Rosa Araya")
    inquiry = an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]), 180)

    received = letter("marta@lacaperuza.cl")

    assert received.subject == f"Recibimos su consulta {inquiry.number}"
    for words in ("180 kg de Queso de cabra de guarda", "Rosa Araya", inquiry.get_absolute_url(), "18:00"):
        assert words in received.text


def test_an_english_buyer_is_written_to_at_english_addresses():
    inquiry = an_inquiry(locale="en")

    received = letter("marta@lacaperuza.cl")

    assert received.locale == "en"
    assert f"/en/consultas/{inquiry.token}/" in received.text


def test_a_producer_reads_all_that_an_answer_needs_and_no_contact():
    maker = a_producer("Quesería El Palqui", person="Rosa", email="rosa@ejemplo.cl")
    cheese = a_product(supplies=[{"capacity": 300, "producer": maker, "unit_price": 9800}])
    an_inquiry(cheese, 180, phone="+56 9 8765 4321", destination_region="Región Metropolitana")

    asked = letter("rosa@ejemplo.cl")

    assert asked.subject == "Le piden 180 kg de Queso de cabra de guarda"
    for words in (
        "Hola, Rosa:",
        "Restaurante La Caperuza",
        "Región Metropolitana",
        "$9.800 netos por kg",
        "/encargos/",
    ):
        assert words in asked.text
    for secret in ("marta", "Marta", "8765"):
        assert secret not in asked.text


def test_the_contact_goes_to_whoever_accepts_and_to_nobody_else():
    first, second = a_producer(email="una@ejemplo.cl"), a_producer(email="otra@ejemplo.cl")
    cheese = a_product(supplies=[{"capacity": 100, "producer": first}, {"capacity": 100, "producer": second}])
    inquiry = an_inquiry(cheese, 200, phone="+56 9 8765 4321")
    offers = Offer.objects.filter(line__inquiry=inquiry)
    accept_offer(SYSTEM, offers.get(producer=first), quantity=Decimal(60))
    decline_offer(SYSTEM, offers.get(producer=second))
    worker.run_until_idle()

    accepted = letter("una@ejemplo.cl", key="accepted")
    assert "marta@lacaperuza.cl" in accepted.text
    assert "+56 9 8765 4321" in accepted.text
    assert "60 kg" in accepted.text
    assert not OutgoingMail.objects.filter(to="otra@ejemplo.cl", text__contains="marta@").exists()


def test_goods_sold_in_boxes_are_asked_for_in_boxes():
    grapes = a_product(
        "Uva de mesa", unit="box", unit_size=Decimal("8.2"), unit_name_es="caja de 8,2 kg", supplies=[500]
    )
    an_inquiry(grapes, 82, unit="kg")

    asked = letter(key="asked")

    assert asked.subject == "Le piden 10 × caja de 8,2 kg de Uva de mesa"
    assert "netos por caja de 8,2 kg" in asked.text


def test_without_an_address_of_its_own_whoever_answers_for_the_producer_is_written_to():
    maker = a_producer(email="")
    a_mandate(a_user("rosa@ejemplo.cl"), maker)
    an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]))

    assert letters_to("rosa@ejemplo.cl") == 1


def test_then_the_coordinator_and_the_network():
    maker = a_producer(email="")
    network = a_network(members=[maker], email="red@ejemplo.cl")
    a_mandate(a_user("coordina@ejemplo.cl"), network)
    an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]))

    assert (letters_to("coordina@ejemplo.cl"), letters_to("red@ejemplo.cl")) == (1, 1)


def test_and_at_last_the_team_so_that_no_request_is_lost():
    maker = a_producer(email="")
    a_mandate(a_user("equipo@ejemplo.cl"), a_territory())
    an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]))

    assert letters_to("equipo@ejemplo.cl") == 1


def test_a_producers_broken_address_does_not_fail_the_buyer():
    maker = a_producer(email="rosa@@ejemplo")
    a_mandate(a_user("rosa@ejemplo.cl"), maker)

    inquiry = an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]))

    assert inquiry.status == "routed"
    assert letters_to("rosa@ejemplo.cl") == 1


def test_a_mandate_that_has_ended_gets_no_letters(django_user_model):
    maker = a_producer(email="")
    a_mandate(a_user("antes@ejemplo.cl"), maker, ends_on="2020-01-01")
    a_user("jefa@ejemplo.cl", is_superuser=True)
    an_inquiry(a_product(supplies=[{"capacity": 300, "producer": maker}]))

    assert (letters_to("antes@ejemplo.cl"), letters_to("jefa@ejemplo.cl")) == (0, 1)


def test_the_team_hears_of_what_found_nobody_and_why():
    a_mandate(a_user("equipo@ejemplo.cl"), a_territory())
    a_mandate(a_user("de-otro@ejemplo.cl"), a_territory("Huasco", slug="huasco"))
    inquiry = an_inquiry(a_product(supplies=[420]), 500)

    unmet = letter("equipo@ejemplo.cl")

    assert unmet.subject == f"Falta productor: consulta {inquiry.number}"
    assert "80 kg, Queso de cabra de guarda" in unmet.text
    assert "Falta escala" in unmet.text
    assert f"/admin/consultas/{inquiry.pk}/" in unmet.text
    assert letters_to("de-otro@ejemplo.cl") == 0


def test_without_a_team_the_superusers_hear_of_it():
    a_user("jefa@ejemplo.cl", is_superuser=True)
    an_inquiry(a_product(), 500)

    assert letters_to("jefa@ejemplo.cl") == 1


def test_nobody_is_troubled_when_all_found_somebody():
    a_mandate(a_user("equipo@ejemplo.cl"), a_territory())
    an_inquiry(a_product(supplies=[500]), 500)

    assert letters_to("equipo@ejemplo.cl") == 0


def test_when_more_is_left_over_later_the_team_hears_again():
    a_mandate(a_user("equipo@ejemplo.cl"), a_territory())
    inquiry = an_inquiry(a_product(supplies=[420]), 500)
    decline_offer(SYSTEM, Offer.objects.get(line__inquiry=inquiry))
    worker.run_until_idle()

    assert letters_to("equipo@ejemplo.cl") == 2


def test_the_last_letter_names_who_makes_what_and_what_is_left():
    maker = a_producer("Rosa Araya")
    inquiry = an_inquiry(a_product(supplies=[{"capacity": 420, "producer": maker}]), 500)
    accept_offer(SYSTEM, Offer.objects.get(line__inquiry=inquiry), quantity=Decimal(400))
    worker.run_until_idle()

    answered = letter("marta@lacaperuza.cl", key="sent")

    assert "Rosa Araya\n- 400 kg, Queso de cabra de guarda" in answered.text
    assert "100 kg, Queso de cabra de guarda" in answered.text
    assert "tomó solo una parte" in answered.text


def test_letters_hold_the_words_as_they_were_written_not_as_html():
    an_inquiry(a_product("Dulce & «casero» <b>", supplies=[300]), organisation="O'Higgins & Cía")

    asked = letter(key="asked")

    assert "O'Higgins & Cía" in asked.text
    assert "Dulce & «casero» <b>" in asked.text


@pytest.mark.parametrize(
    "breaking", ["\r\nBcc: todos@ejemplo.cl", "\nX-Bad: 1", "\u2028Bcc: a@ejemplo.cl", "\x85Bcc: a@ejemplo.cl"]
)
def test_a_name_with_line_breaks_adds_no_header(breaking):
    maker = a_producer(f"Rosa{breaking}", email="rosa@ejemplo.cl")
    an_inquiry(
        a_product(f"Queso{breaking}", supplies=[{"capacity": 300, "producer": maker}]),
        organisation=f"La Caperuza{breaking}",
    )

    for row in OutgoingMail.objects.all():
        mail.deliver(row)

    assert outbox_of_django.outbox
    for message in outbox_of_django.outbox:
        raw = message.message().as_bytes().split(b"\n\n")[0]
        assert not re.search(rb"^(Bcc|X-Bad):", raw, re.MULTILINE)
        assert (
            message.recipients() in ([row] for row in (["rosa@ejemplo.cl"], ["marta@lacaperuza.cl"]))
            or len(message.recipients()) == 1
        )
