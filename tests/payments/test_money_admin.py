"""«Dinero» in the CMS: who sees what, and what they may do with it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from foundation import audit
from foundation.actors import SYSTEM
from inquiries.enums import OrderStatus, PartStatus
from inquiries.services.orders import move_part
from payments import books
from payments.enums import GatewayName, PayoutState
from payments.models import FeeRule, Payout, PayoutBatch, Refund
from payments.services import confirm_transfer, refund
from terruno.pages.roles import setup_roles
from tests.builders import a_mandate, a_producer, a_territory, a_user
from tests.payments.rows import a_bank_account, a_payment, an_order, paid

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture(autouse=True)
def _roles():
    setup_roles()


@pytest.fixture
def admin(client):
    client.force_login(a_user("admin@ejemplo.cl", is_superuser=True, is_staff=True))
    return client


@pytest.fixture
def team(client):
    user = a_user()
    a_mandate(user, a_territory())
    client.force_login(user)
    return client


@pytest.fixture
def away():
    return a_producer("Maestra de lejos", territory=a_territory("Nahuelbuta"))


def test_a_stranger_and_a_producer_find_nothing(client):
    user = a_user()
    a_mandate(user, a_producer())
    client.force_login(user)

    for name in ("index", "batches", "ledger"):
        assert client.get(reverse(f"money:{name}")).status_code in (302, 404)


def test_a_team_sees_what_waits_in_its_territory_alone(team, away):
    here, there = an_order(10_000), an_order(20_000, producers=[away])
    for order in (here, there):
        a_payment(order, GatewayName.TRANSFER)

    page = text(team.get(reverse("money:index")))

    assert here.number in page
    assert there.number not in page
    assert team.get(reverse("money:order", args=[there.pk])).status_code == 404


def test_batches_and_the_books_are_the_administrations(team):
    for name in ("batches", "ledger"):
        assert team.get(reverse(f"money:{name}")).status_code == 404
    assert team.post(reverse("money:batches")).status_code == 404
    assert not PayoutBatch.objects.exists()


def test_a_team_confirms_a_transfer_with_amount_and_date(team):
    order = an_order(10_000)
    payment = a_payment(order, GatewayName.TRANSFER)
    said = {"amount": 11_900, "received_on": timezone.localdate().isoformat(), "bank_reference": "55"}

    team.post(reverse("money:transfer", args=[payment.pk]), said)

    order.refresh_from_db()
    assert order.status == OrderStatus.PAID
    assert payment.receipts.get().confirmed_by is not None


@pytest.mark.parametrize(
    "wrong", [{"amount": "0"}, {"amount": "mil"}, {"bank_reference": ""}, {"received_on": "mañana"}]
)
def test_a_receipt_with_holes_is_refused(team, wrong):
    payment = a_payment(an_order(10_000), GatewayName.TRANSFER)
    said = {"amount": 11_900, "received_on": timezone.localdate().isoformat(), "bank_reference": "55"} | wrong

    assert team.post(reverse("money:transfer", args=[payment.pk]), said).status_code == 422


def test_a_date_to_come_is_refused(team):
    payment = a_payment(an_order(10_000), GatewayName.TRANSFER)
    day = (timezone.localdate() + timedelta(days=1)).isoformat()

    answer = team.post(
        reverse("money:transfer", args=[payment.pk]), {"amount": 11_900, "received_on": day, "bank_reference": "5"}
    )

    assert answer.status_code == 422


def test_one_operation_is_not_written_down_for_two_orders(team):
    said = {"amount": 11_900, "received_on": timezone.localdate(), "bank_reference": "55"}
    confirm_transfer(SYSTEM, a_payment(an_order(10_000), GatewayName.TRANSFER), **said)
    other = a_payment(an_order(10_000), GatewayName.TRANSFER)

    answer = team.post(reverse("money:transfer", args=[other.pk]), said)

    assert "ya se anotó en otro pedido" in text(answer)


def test_a_team_gives_back_out_of_its_own_producers_parts(team, away):
    order = an_order(10_000, 20_000, producers=[a_producer(), away])
    paid(order)
    here, there = order.parts.order_by("pk")
    address = reverse("money:order", args=[order.pk])

    team.post(address, {"do": "refund", "reason": "Llegó roto", f"part-{here.pk}": 1_000, f"part-{there.pk}": 5_000})

    made = Refund.objects.get()
    assert (made.amount, made.reason) == (1_000, "Llegó roto")
    assert made.reversals.get().share.part == here


@pytest.mark.parametrize("amount", ["", "0", "-5", "999999999"])
def test_a_refund_of_nothing_or_too_much_is_refused(admin, amount):
    order = an_order(10_000)
    paid(order)
    part = order.parts.get()

    answer = admin.post(
        reverse("money:order", args=[order.pk]), {"do": "refund", "reason": "x", f"part-{part.pk}": amount}
    )

    assert answer.status_code == 422
    assert not Refund.objects.exists()


def test_a_surplus_is_listed_and_given_back(admin):
    order = an_order(10_000)
    transfer = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, transfer, amount=12_900, received_on=timezone.localdate(), bank_reference="5")
    assert "$1.000" in text(admin.get(reverse("money:index")))

    admin.post(reverse("money:order", args=[order.pk]), {"do": "surplus"})
    order.refresh_from_db()

    assert books.surplus(order) == 0
    made = Refund.objects.get()
    admin.post(reverse("money:refund", args=[made.pk]), {"bank_reference": "D1"})
    assert books.refunded(order) == 1_000


def test_a_batch_is_made_downloaded_and_answered(admin):
    maker = a_producer()
    order = an_order(10_000, producers=[maker])
    paid(order)
    move_part(SYSTEM, move_part(SYSTEM, order.parts.get(), PartStatus.DISPATCHED), PartStatus.RECEIVED)
    a_bank_account(maker)

    address = admin.post(reverse("money:batches")).url
    batch, payout = PayoutBatch.objects.get(), Payout.objects.get()

    assert "••••5678" in text(admin.get(address))
    assert "12345678;11900" in admin.get(reverse("money:batch_file", args=[batch.pk])).content.decode()
    assert audit.entries(batch, "payout_batch.downloaded").count() == 1
    admin.post(reverse("money:payout", args=[payout.pk]), {"do": "paid", "bank_reference": ""})
    payout.refresh_from_db()
    assert payout.state == PayoutState.TO_SEND
    admin.post(reverse("money:payout", args=[payout.pk]), {"do": "paid", "bank_reference": "B7"})
    payout.refresh_from_db()
    assert payout.state == PayoutState.PAID


def test_nothing_owed_makes_no_batch(admin):
    admin.post(reverse("money:batches"))

    assert not PayoutBatch.objects.exists()


def test_the_books_and_the_fees_can_be_read(admin):
    order = an_order(10_000)
    paid(order)
    refund(SYSTEM, order, amount=100)

    assert "todo suma cero" in text(admin.get(reverse("money:ledger")))
    assert "Reparto deshecho" in text(admin.get(reverse("money:order", args=[order.pk])))
    FeeRule.objects.create(kind="platform", basis_points=450, starts_on=timezone.localdate())
    assert admin.get(reverse("fee-rule:index")).status_code == 200


def test_a_refund_form_sent_twice_gives_back_once_and_keeps_what_was_typed(admin):
    order = an_order(10_000)
    paid(order)
    address = reverse("money:order", args=[order.pk])
    said = {"do": "refund", "reason": "Llegó roto", f"part-{order.parts.get().pk}": 500, "seen": 0}
    assert 'name="seen" value="0"' in text(admin.get(address))

    assert admin.post(address, said).status_code == 302
    again = admin.post(address, said)

    assert again.status_code == 409
    assert 'value="Llegó roto"' in text(again)
    assert 'name="seen" value="1"' in text(again)
    assert Refund.objects.get().amount == 500


def test_an_operation_of_another_refund_is_said_at_the_field(admin):
    order = an_order(10_000)
    transfer = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, transfer, amount=11_900, received_on=timezone.localdate(), bank_reference="5")
    made = [refund(SYSTEM, order, amount=amount)[0] for amount in (100, 200)]
    addresses = [reverse("money:refund", args=[one.pk]) for one in made]
    admin.post(addresses[0], {"bank_reference": "D1"})

    answer = admin.post(addresses[1], {"bank_reference": "D1"})

    assert answer.status_code == 422
    assert "ya se anotó en otra devolución" in text(answer)


def test_a_second_transfer_for_a_paid_order_can_be_written_down(admin):
    order = an_order(10_000)
    transfer = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, transfer, amount=11_900, received_on=timezone.localdate(), bank_reference="5")
    address = reverse("money:transfer", args=[transfer.pk])
    assert address in text(admin.get(reverse("money:order", args=[order.pk])))

    admin.post(address, {"amount": 11_900, "received_on": timezone.localdate().isoformat(), "bank_reference": "6"})

    assert books.surplus(order) == 11_900


def test_a_team_finds_its_orders_with_what_went_back(team, away):
    here, there, unpaid = an_order(10_000), an_order(20_000, producers=[away]), an_order(30_000)
    for order in (here, there):
        paid(order)
    refund(SYSTEM, here, amount=1_900)

    for asked in ("", here.number, "berta", "  BERTA@ejemplo "):
        page = text(team.get(reverse("money:index"), {"q": asked}))
        assert reverse("money:order", args=[here.pk]) in page
        assert "$1.900" in page
        assert there.number not in page
        assert unpaid.number not in page
    assert here.number not in text(team.get(reverse("money:index"), {"q": "nadie\0"}))


def test_the_list_of_orders_costs_the_same_for_one_or_many(team, django_assert_max_num_queries):
    for _ in range(6):
        paid(an_order(10_000))

    with django_assert_max_num_queries(30):
        team.get(reverse("money:index"))
