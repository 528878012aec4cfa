"""An offer that waits is brought to mind at half its time, then to the network, then to the territory's team."""

from datetime import datetime

import pytest
import time_machine
from django.utils import timezone

from foundation import audit
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries.handlers import chase_offers, expire_offers
from inquiries.models import Offer
from inquiries.services import accept_offer
from inquiries.services.chasing import chase_due
from tests.builders import a_mandate, a_network, a_producer, a_product, a_territory, a_user, an_inquiry

pytestmark = pytest.mark.django_db
MONDAY = "2026-11-23 10:00"  # due on Wednesday at 18:00: half is Tuesday 14:00, 3/4 Wednesday 11:30, 9/10 15:24


def at(text):
    return timezone.make_aware(datetime.fromisoformat(text))


def told():
    """Who was written to since the offer was made, in order."""
    return list(OutgoingMail.objects.filter(key__contains="-chase-").order_by("pk").values_list("to", flat=True))


@pytest.fixture
def offer():
    with time_machine.travel(at(MONDAY), tick=False):
        rosa = a_producer("Rosa Araya", email="rosa@ejemplo.cl")
        network = a_network(members=[rosa])
        a_mandate(a_user("coordina@ejemplo.cl"), network)
        a_mandate(a_user("equipo@ejemplo.cl"), a_territory())
        an_inquiry(a_product(supplies=[{"capacity": 300, "producer": rosa}], network=network), 100)
    return Offer.objects.get()


def chase_at(text):
    with time_machine.travel(at(text), tick=False):
        chase_offers()
        expire_offers()


def test_at_first_nobody_is_bothered(offer):
    chase_at("2026-11-24 13:59")

    assert told() == []


def test_each_step_is_made_once_and_in_order(offer):
    for hour in ("2026-11-24 14:01", "2026-11-24 17:00", "2026-11-25 11:31", "2026-11-25 12:00", "2026-11-25 15:25",
                 "2026-11-25 17:59"):  # fmt: skip
        chase_at(hour)

    assert told() == ["rosa@ejemplo.cl", "coordina@ejemplo.cl", "equipo@ejemplo.cl"]
    assert [entry.facts["step"] for entry in audit.entries(offer, "offer.chased")] == [
        "producer",
        "coordinator",
        "team",
    ]
    assert Offer.objects.get().status == "offered"


def test_after_the_deadline_it_lapses_and_is_not_chased(offer):
    chase_at("2026-11-25 18:01")

    assert Offer.objects.get().status == "expired"
    assert told() == []


def test_outside_business_hours_no_step_falls_due(offer):
    found = []
    while offer.chase_at:
        found.append(timezone.localtime(offer.chase_at).strftime("%a %H:%M"))
        with time_machine.travel(offer.chase_at, tick=False):
            assert chase_due(timezone.now()) == 1
        offer.refresh_from_db()

    assert found == ["Tue 14:00", "Wed 11:30", "Wed 15:24"]


def test_the_reminder_answers_like_the_first_letter(offer, client):
    chase_at("2026-11-24 14:01")

    text = OutgoingMail.objects.get(key__contains="-chase-producer-").text
    link = next(line for line in text.splitlines() if "/encargos/" in line)
    with time_machine.travel(at("2026-11-24 15:00"), tick=False):
        assert client.get("/encargos/" + link.rpartition("/encargos/")[2]).status_code == 200


def test_who_has_answered_is_left_alone(offer):
    with time_machine.travel(at("2026-11-24 10:00"), tick=False):
        accept_offer(SYSTEM, offer)

    chase_at("2026-11-24 14:01")

    assert told() == []


def test_without_a_network_the_team_is_told_in_its_place(offer):
    Offer.objects.update(network=None)

    chase_at("2026-11-24 14:01")
    chase_at("2026-11-25 11:31")

    assert told() == ["rosa@ejemplo.cl", "equipo@ejemplo.cl"]


def test_steps_that_were_missed_are_made_up_for_one_by_one(offer):
    chase_at("2026-11-25 17:00")
    chase_at("2026-11-25 17:01")
    chase_at("2026-11-25 17:02")
    chase_at("2026-11-25 17:03")

    assert told() == ["rosa@ejemplo.cl", "coordina@ejemplo.cl", "equipo@ejemplo.cl"]


def test_the_one_who_coordinates_reads_whom_to_call(offer):
    Offer.objects.get().producer.__class__.objects.update(phone="+56 9 1111 2222")
    chase_at("2026-11-24 14:01")
    chase_at("2026-11-25 11:31")

    letter = OutgoingMail.objects.get(to="coordina@ejemplo.cl")
    assert "Rosa Araya no ha respondido" in letter.subject
    assert "+56 9 1111 2222" in letter.text
    assert "marta@" not in letter.text
