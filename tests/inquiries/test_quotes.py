"""What producers take becomes one quote; the buyer takes it, or not, or too late."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage, OutgoingMail
from inquiries.enums import EventKind, FreightStatus
from inquiries.handlers import close_quotes
from inquiries.models import Inquiry, Offer, Order, Quote
from inquiries.services import (
    Buyer,
    QuoteClosed,
    accept_offer,
    accept_quote,
    decline_offer,
    decline_quote,
    submit_inquiry,
    withdraw_quote,
)  # fmt: skip
from tests.builders import a_circuit, a_line, a_producer, a_product, a_quote, a_request, an_inquiry

pytestmark = pytest.mark.django_db


def fresh(quote):
    return Quote.objects.get(pk=quote.pk)


def letter(key):
    return OutgoingMail.objects.get(key__startswith=key)


def statuses():
    return sorted(Offer.objects.values_list("status", flat=True))


def test_when_all_answers_are_there_one_quote_is_sent():
    rosa = a_producer("Rosa Araya")
    cheese = a_product(supplies=[{"capacity": 300, "producer": rosa, "unit_price": 8000}, 200])
    honey = a_product("Miel de quillay", supplies=[{"capacity": 50, "producer": rosa, "unit_price": 5000}])
    inquiry = submit_inquiry(
        a_request(a_line(cheese, 500), a_line(honey, 20), destination_region="Región Metropolitana")
    )
    for offer in Offer.objects.open():
        assert not Quote.objects.exists()
        accept_offer(SYSTEM, offer)
        worker.run_until_idle()

    quote = Quote.objects.get()
    assert quote.number.startswith("TC-")
    assert (quote.status, quote.inquiry_id, quote.net) == ("sent", inquiry.pk, 300 * 8000 + 200 * 9000 + 20 * 5000)
    assert quote.freight > 0
    assert quote.freight_status == FreightStatus.FIXED
    assert quote.vat == (quote.net + quote.freight) * 19 // 100
    of_rosa = quote.parts.get(producer=rosa)
    assert [line.title for line in of_rosa.lines.all()] == ["Queso de cabra de guarda", "Miel de quillay"]
    assert of_rosa.weight_kg == 320
    assert audit.entries(quote, "quote.sent").count() == 1
    assert inquiry.events.filter(event=EventKind.QUOTED).count() == 1


def test_the_letter_says_the_price_and_leads_to_page_and_paper():
    quote = a_quote(a_product(supplies=[300]), 500)

    text = letter(f"quote-{quote.pk}-sent").text
    for words in ("300 kg, Queso de cabra de guarda: $2.700.000", "IVA, 19 %", quote.number, "Vale hasta el",
                  quote.inquiry.get_absolute_url(), f"/cotizaciones/{quote.token}.pdf", "200 kg"):  # fmt: skip
        assert words in text


def test_the_letter_is_in_the_buyers_language():
    quote = a_quote(locale="en")

    assert f"/en/cotizaciones/{quote.token}.pdf" in letter(f"quote-{quote.pk}-sent").text


def test_without_a_place_the_freight_is_to_be_agreed():
    quote = a_quote(destination_region="")

    assert (quote.freight, quote.freight_status) == (0, FreightStatus.TO_AGREE)
    assert "Despacho: por acordar" in letter(f"quote-{quote.pk}-sent").text


def test_visitors_come_by_themselves():
    quote = a_quote(a_circuit(operators=[10]), 8)

    assert (quote.net, quote.freight, quote.freight_status) == (8 * 25_000, 0, FreightStatus.NONE)


def test_nobody_takes_it_and_there_is_no_quote():
    inquiry = an_inquiry(a_product(supplies=[300]), 100)
    decline_offer(SYSTEM, Offer.objects.get())
    worker.run_until_idle()

    assert not Quote.objects.exists()
    assert "esta vez nadie pudo tomarla" in letter(f"inquiry-{inquiry.pk}-answered").text


def test_accepting_makes_the_order_with_the_same_sums():
    quote = a_quote()

    order = accept_quote(SYSTEM, quote, Buyer("Marta Rojas", tax_id="76.543.210-3", address="Merced 340"))
    worker.run_until_idle()

    assert fresh(quote).status == "accepted"
    assert (order.net, order.freight, order.vat, order.total) == (quote.net, quote.freight, quote.vat, quote.total)
    shares = {part.producer_id: (part.net, part.freight, part.vat, part.total) for part in quote.parts.all()}
    assert {p.producer_id: (p.net, p.freight, p.vat, p.total) for p in order.parts.all()} == shares
    assert (order.email, order.tax_id, order.quote_id) == ("marta@lacaperuza.cl", "76.543.210-3", quote.pk)
    assert order.pay_by > timezone.now()
    assert order.get_absolute_url() in letter(f"order-{order.pk}-placed").text
    assert statuses() == ["accepted", "accepted"]


def test_a_quote_is_accepted_once():
    quote = a_quote()
    accept_quote(SYSTEM, quote, Buyer("Marta"))

    with pytest.raises(QuoteClosed):
        accept_quote(SYSTEM, quote, Buyer("Marta"))

    assert Order.objects.count() == 1
    assert audit.entries(quote, "quote.accepted").count() == 1


def test_declining_frees_what_was_held_and_tells_the_producers():
    quote = a_quote()

    decline_quote(SYSTEM, quote, reason="Muy caro")
    worker.run_until_idle()

    assert (fresh(quote).status, fresh(quote).reason) == ("declined", "Muy caro")
    assert statuses() == ["released", "released"]
    assert OutgoingMail.objects.filter(key__contains="-released-").count() == 2
    product = Offer.objects.first().supply.product
    assert int(an_inquiry(product, 600).lines.get().unmet.quantity) == 0


def test_after_its_time_it_expires_and_everybody_hears():
    quote = a_quote()
    Quote.objects.update(valid_until=timezone.now() - timedelta(minutes=1))

    with pytest.raises(QuoteClosed):
        accept_quote(SYSTEM, fresh(quote), Buyer("Marta"))
    close_quotes()
    close_quotes()

    assert fresh(quote).status == "expired"
    assert statuses() == ["released", "released"]
    assert "venció" in letter(f"quote-{quote.pk}-expired").subject
    assert audit.entries(quote, "quote.expired").count() == 1


def test_a_quote_in_time_does_not_expire():
    quote = a_quote()

    close_quotes()

    assert fresh(quote).status == "sent"


def test_a_withdrawn_quote_leaves_the_answers_for_the_next():
    quote = a_quote()

    withdraw_quote(SYSTEM, quote, reason="Cambia una parte")

    assert statuses() == ["accepted", "accepted"]
    with pytest.raises(QuoteClosed):
        accept_quote(SYSTEM, quote, Buyer("Marta"))


@pytest.mark.parametrize("first", ["accept", "decline", "withdraw", "expire"])
@pytest.mark.parametrize("second", ["accept", "decline", "withdraw"])
def test_a_closed_quote_takes_no_second_answer(first, second):
    quote = a_quote(a_product(supplies=[100]), 100)
    answer(first, quote)
    before = Quote.objects.filter(pk=quote.pk).values().get()

    with pytest.raises(QuoteClosed):
        answer(second, fresh(quote))

    assert Quote.objects.filter(pk=quote.pk).values().get() == before


def answer(how, quote):
    match how:
        case "accept":
            accept_quote(SYSTEM, quote, Buyer("Marta"))
        case "decline":
            decline_quote(SYSTEM, quote)
        case "withdraw":
            withdraw_quote(SYSTEM, quote)
        case "expire":
            Quote.objects.update(valid_until=timezone.now() - timedelta(minutes=1))
            close_quotes()


def test_after_the_buyer_decided_nobody_is_asked_again():
    quote = a_quote(a_product(supplies=[100, 100]), 100)
    decline_quote(SYSTEM, quote)
    OutboxMessage.objects.filter(kind="offer.accepted").update(status="waiting", done_at=None)

    worker.run_until_idle()

    assert statuses() == ["released"]
    assert Quote.objects.count() == 1


def test_the_database_holds_one_standing_quote_and_sums_that_add_up():
    quote = a_quote()

    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.create(
            inquiry=quote.inquiry, number="TC-2", status="sent", valid_until=quote.valid_until, vat_percent=19, net=1,
            vat=0, total=1,
        )  # fmt: skip
    for row in (quote, quote.parts.first()):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(total=Decimal(1))


def test_the_audit_holds_no_contact_data():
    quote = a_quote()
    accept_quote(SYSTEM, quote, Buyer("Marta Rojas", tax_id="76.543.210-3", address="Merced 340"))

    kept = str([entry.facts for entry in [*audit.entries(quote), *audit.entries(Order.objects.get())]])
    for secret in ("Marta", "76.543", "Merced", "marta@"):
        assert secret not in kept


def test_the_inquiry_stays_answered():
    assert Inquiry.objects.get(pk=a_quote().inquiry_id).status == "answered"
