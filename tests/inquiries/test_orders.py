"""An order: paid, prepared part by part, received; or called off before anything has left; or left unpaid."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.models import Lot
from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries.enums import OrderSource
from inquiries.handlers import lapse_unpaid_orders
from inquiries.models import Offer, Order, OrderPart
from inquiries.services import OrderClosed, cancel_order, move_part, pay, place_order, receive_all
from inquiries.services.orders import LineDraft, OrderDraft, PartDraft
from tests.builders import a_producer, a_product, a_quote, an_order

pytestmark = pytest.mark.django_db


def parts(order):
    return sorted(OrderPart.objects.filter(order=order).values_list("status", flat=True))


def status(order):
    return Order.objects.get(pk=order.pk).status


def letters(start):
    return OutgoingMail.objects.filter(key__startswith=start)


def test_payment_sets_the_producers_to_work():
    order = an_order(paid=True)

    assert status(order) == "paid"
    assert parts(order) == ["to_prepare", "to_prepare"]
    prepare = letters("order-part-").filter(key__contains="-prepare-")
    assert prepare.count() == 2
    assert "Marta Rojas" in prepare.first().text
    assert letters(f"order-{order.pk}-paid").count() == 1


def test_paying_twice_is_paying_once():
    order = an_order(paid=True)

    pay(SYSTEM, order)

    assert audit.entries(order, "order.paid").count() == 1
    for part in order.parts.all():
        move_part(SYSTEM, part, "dispatched")
    receive_all(SYSTEM, order)
    assert pay(SYSTEM, order).status == "received"


def test_a_part_goes_from_preparing_to_received_and_the_order_with_the_last():
    order = an_order(paid=True)
    first, second = order.parts.all()

    move_part(SYSTEM, first, "prepared")
    move_part(SYSTEM, first, "dispatched", tracking="Bus 114")
    move_part(SYSTEM, first, "received")
    assert status(order) == "paid"
    move_part(SYSTEM, second, "dispatched")
    move_part(SYSTEM, second, "received")
    worker.run_until_idle()

    assert status(order) == "received"
    assert "Bus 114" in letters(f"order-part-{first.pk}-dispatched").get().text
    assert letters("order-part-").filter(key__contains="-arrived-").count() == 2
    assert letters(f"order-{order.pk}-received").count() == 1


@pytest.mark.parametrize(("done", "wanted"), [([], "prepared"), ([], "received"), (["dispatched"], "prepared")])
def test_a_part_skips_no_step_and_goes_not_back(done, wanted):
    part = an_order(paid=bool(done)).parts.first()
    for step in done:
        move_part(SYSTEM, part, step)

    with pytest.raises(OrderClosed):
        move_part(SYSTEM, part, wanted)


def test_the_same_step_twice_changes_nothing():
    part = an_order(paid=True).parts.first()
    move_part(SYSTEM, part, "prepared")

    move_part(SYSTEM, part, "prepared")

    assert audit.entries(part, "order_part.prepared").count() == 1


def test_receiving_all_takes_what_is_on_its_way():
    order = an_order(paid=True)
    first, second = order.parts.all()
    with pytest.raises(OrderClosed):
        receive_all(SYSTEM, order)
    move_part(SYSTEM, first, "dispatched")

    assert receive_all(SYSTEM, order) == 1
    assert (parts(order), status(order)) == (["received", "to_prepare"], "paid")
    move_part(SYSTEM, second, "prepared")
    receive_all(SYSTEM, order)
    assert status(order) == "received"


@pytest.mark.parametrize("paid", [False, True])
def test_an_order_is_called_off_before_anything_has_left(paid):
    order = an_order(paid=paid)

    cancel_order(SYSTEM, order, reason="Cambié de idea")
    worker.run_until_idle()

    assert (status(order), parts(order)) == ("cancelled", ["cancelled", "cancelled"])
    assert set(Offer.objects.values_list("status", flat=True)) == {"released"}
    told = letters("order-part-").filter(key__contains="-stop-").count()
    assert told == (2 if paid else 0)
    assert ("devolveremos" in letters(f"order-{order.pk}-cancelled").get().text) is paid


def test_what_has_left_cannot_be_called_off():
    order = an_order(paid=True)
    move_part(SYSTEM, order.parts.first(), "dispatched")

    with pytest.raises(OrderClosed):
        cancel_order(SYSTEM, order)

    assert status(order) == "paid"
    assert set(Offer.objects.values_list("status", flat=True)) == {"accepted"}


def test_a_part_that_is_cancelled_frees_its_own_and_the_last_one_cancels_the_order():
    order = an_order(paid=True)
    first, second = order.parts.all()

    move_part(SYSTEM, first, "cancelled")
    assert status(order) == "paid"
    assert Offer.objects.get(order_line__part=first).status == "released"
    move_part(SYSTEM, second, "cancelled")

    assert status(order) == "cancelled"


def test_an_unpaid_order_lapses_and_frees_what_it_held():
    order = an_order()
    Order.objects.update(pay_by=timezone.now() - timedelta(minutes=1))

    lapse_unpaid_orders()
    lapse_unpaid_orders()
    worker.run_until_idle()

    assert status(order) == "cancelled"
    assert audit.entries(order, "order.cancelled").get().facts["reason"] == "unpaid"
    assert "no se pagó a tiempo" in letters(f"order-{order.pk}-cancelled").get().text
    assert set(Offer.objects.values_list("status", flat=True)) == {"released"}


@pytest.mark.parametrize("paid", [True, False])
def test_an_order_in_time_or_paid_does_not_lapse(paid):
    order = an_order(paid=paid)
    if paid:
        Order.objects.update(pay_by=timezone.now() - timedelta(minutes=1))

    lapse_unpaid_orders()

    assert status(order) == ("paid" if paid else "placed")


def test_only_lots_of_the_producer_and_the_product_are_kept():
    order = an_order(a_quote(a_product(supplies=[600])), paid=True)
    part = order.parts.get()
    line = part.lines.get()
    mine = Lot.objects.create(product=line.product, producer=part.producer, made_on=date(2026, 11, 1), quantity=500)
    foreign = Lot.objects.create(product=line.product, producer=a_producer(), made_on=date(2026, 11, 1), quantity=5)

    move_part(SYSTEM, part, "prepared", lots={line.pk: foreign})
    line.refresh_from_db()
    assert line.lot is None
    move_part(SYSTEM, part, "dispatched", lots={line.pk: mine})
    line.refresh_from_db()
    assert line.lot == mine


def test_a_basket_makes_an_order_by_the_same_door():
    maker = a_producer()
    draft = OrderDraft(OrderSource.BASKET, "Ana", "ana@ejemplo.cl", [
        PartDraft(maker, [LineDraft("Rueda de 500 g", 2, "unit", 5950, 10_000, 1_900)], freight=3_000, freight_vat=570),
    ])  # fmt: skip

    order = place_order(SYSTEM, draft)

    assert order.number.startswith("TP-")
    assert (order.net, order.freight, order.vat, order.total) == (10_000, 3_000, 2_470, 15_470)
    assert order.parts.get().total == 15_470


def test_the_database_holds_one_standing_order_a_quote():
    order = an_order()

    def another():
        return Order.objects.create(
            number="TP-2", source="quote", quote=order.quote, name="x", email="x@x.cl", net=1, vat=0, total=1
        )

    with pytest.raises(IntegrityError), transaction.atomic():
        another()
    cancel_order(SYSTEM, order)
    assert another().pk


def test_sums_that_do_not_add_up_are_refused():
    order = an_order()

    for row in (order, order.parts.first()):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(total=1)
