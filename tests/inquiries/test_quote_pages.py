"""The buyer sees the quote, reads it on paper, accepts or does not; what was typed wrong is kept and told."""

import json
from datetime import timedelta
from io import BytesIO

import pypdf
import pytest
from django.test import Client
from django.utils import timezone, translation

from catalog.models import Product
from foundation import audit, worker
from foundation.actors import SYSTEM
from inquiries.models import Order, Quote
from inquiries.services import Buyer, accept_quote, counter_offer, decline_quote
from tests.builders import a_circuit, a_comuna, a_product, a_quote, a_region, an_inquiry

pytestmark = pytest.mark.django_db
GOOD = {
    "answer": "accept", "name": "La Caperuza SpA", "tax_id": "76543210-3", "phone": "", "address": "Merced 340",
    "comuna": "santiago", "note": "",
}  # fmt: skip


@pytest.fixture
def quote():
    a_comuna(
        "Santiago", code="13101", region=a_region("13", "Región Metropolitana de Santiago"), lat=-33.45, lon=-70.65
    )
    return a_quote()


def address(quote):
    return f"/cotizaciones/{quote.token}/"


def text(page):
    return page.content.decode()


def test_the_tracking_page_shows_the_price_in_lines(client, quote):
    page = text(client.get(quote.inquiry.get_absolute_url()))

    for words in (quote.number, "300 kg de Queso de cabra de guarda, a $9.000", "$2.700.000", "IVA, 19 %",
                  "Despacho desde", "Vale hasta el", "días hábiles", address(quote),
                  f"/cotizaciones/{quote.token}.pdf"):  # fmt: skip
        assert words in page
    assert "Falta su respuesta" in page


def test_an_english_reader_finds_what_is_sold_by_its_english_name(client, quote):
    where = quote.inquiry.get_absolute_url()
    Product.objects.update(title_en="Aged goat cheese")

    with translation.override("es"):
        assert "300 kg of Aged goat cheese" in text(client.get(f"/en{where}"))
        assert "300 kg de Queso de cabra de guarda" in text(client.get(where))

        Product.objects.update(title_es="Otro queso")
        assert "300 kg of Queso de cabra de guarda" in text(client.get(f"/en{where}"))


def test_freight_apart_is_agreed_separately_in_english(client):
    where = address(a_quote(destination_region=""))

    with translation.override("es"):
        assert '<td class="sum">separately</td>' in text(client.get(f"/en{where}"))


def test_before_the_quote_the_freight_is_estimated(client):
    waiting = an_inquiry(a_product(supplies=[300]), 100, destination_region="Región Metropolitana")
    nowhere = an_inquiry(a_product(supplies=[300]), 100)

    assert "Despacho estimado: $" in text(client.get(waiting.get_absolute_url()))
    assert "El despacho se acuerda" in text(client.get(nowhere.get_absolute_url()))
    assert "espacho" not in text(client.get(an_inquiry(a_circuit(operators=[10]), 8).get_absolute_url()))


def test_accepting_asks_for_name_rut_and_address_and_leads_to_the_order(client, quote):
    shown = client.get(address(quote))
    assert shown.status_code == 200
    assert 'value="Marta Rojas"' in text(shown)

    answer = client.post(address(quote), GOOD)

    order = Order.objects.get()
    assert answer.headers["Location"] == order.get_absolute_url()
    assert (order.name, order.tax_id, order.address) == ("La Caperuza SpA", "76.543.210-3", "Merced 340")
    assert (order.comuna_id, order.destination) == ("13101", "Santiago")
    assert audit.entries(quote, "quote.accepted").get().actor_kind == "link:buyer"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""), ("tax_id", ""), ("tax_id", "76543210-4"), ("tax_id", "rut"), ("address", ""),
        ("address", "x" * 241), ("comuna", ""), ("comuna", "Macondo"), ("phone", "llámeme"), ("name", "a\u202eb"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_everything_typed_is_kept(client, quote, field, value):
    page = client.post(address(quote), GOOD | {field: value})

    assert page.status_code == 422
    assert 'role="alert"' in text(page)
    assert ('value="La Caperuza SpA"' in text(page)) is (field != "name")
    assert 'value="santiago"' in text(page) or field == "comuna"
    assert not Order.objects.exists()
    assert Quote.objects.get().status == "sent"


def test_a_comuna_the_freight_was_not_worked_out_for_is_refused(client, quote):
    a_comuna("Valdivia", code="14101", region=a_region("14", "Región de Los Ríos"), lat=-39.8, lon=-73.2)

    page = client.post(address(quote), GOOD | {"comuna": "Valdivia"})

    assert page.status_code == 422
    assert "El despacho se calculó para Región Metropolitana" in text(page)


def test_visitors_give_no_address(client):
    quote = a_quote(a_circuit(operators=[10]), 8)

    assert "Dirección de entrega" not in text(client.get(address(quote)))
    assert client.post(address(quote), GOOD | {"address": "", "comuna": ""}).status_code == 302


def test_a_buyer_abroad_needs_no_rut_and_no_comuna(client):
    quote = a_quote(country="DE", destination_country="DE", destination_region="Hamburg")

    assert "Identificación tributaria" in text(client.get(address(quote)))
    assert client.post(address(quote), GOOD | {"tax_id": "", "comuna": ""}).status_code == 302


def test_accepting_again_is_told_with_the_way_to_the_order(client, quote):
    client.post(address(quote), GOOD)

    again, looked_at = client.post(address(quote), GOOD), client.get(address(quote))

    assert (again.status_code, looked_at.status_code) == (409, 410)
    assert Order.objects.get().get_absolute_url() in text(again)
    assert Order.objects.count() == 1


def test_declining_leads_back_to_the_inquiry(client, quote):
    answer = client.post(address(quote), {"answer": "decline", "reason": "  Muy   caro "})

    assert answer.headers["Location"] == quote.inquiry.get_absolute_url()
    assert Quote.objects.get().reason == "Muy caro"
    assert "Usted no tomó la cotización" in text(client.get(quote.inquiry.get_absolute_url()))
    assert client.post(address(quote), GOOD).status_code == 409


def test_a_quote_out_of_time_takes_no_answer_even_before_the_worker_saw_it(client, quote):
    Quote.objects.update(valid_until=timezone.now() - timedelta(minutes=1))

    assert client.get(address(quote)).status_code == 410
    assert client.post(address(quote), GOOD).status_code == 409
    assert not Order.objects.exists()


@pytest.mark.parametrize("data", [{}, {"answer": "x"}, {"answer": ""}])
def test_an_answer_we_do_not_know_changes_nothing(client, quote, data):
    answer = client.post(address(quote), data)

    assert answer.status_code == 422
    assert "No entendimos su respuesta" in text(answer)
    assert Quote.objects.get().status == "sent"


def test_what_the_producer_proposed_is_in_sight(client):
    inquiry = an_inquiry(a_product(supplies=[300]), 100)
    offer = inquiry.lines.get().offers.get()
    counter_offer(SYSTEM, offer, price=9500, ready_on=inquiry.needed_by - timedelta(days=1))
    worker.run_until_idle()
    page = text(client.get(inquiry.get_absolute_url()))

    assert "Propone $9.500 en vez de $9.000." in page
    assert "Puede entregar el" in page
    assert "Algo cambió respecto de lo pedido" in page


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_paper_is_a_pdf_nobody_keeps(client, quote, language):
    page = client.get(f"{language}/cotizaciones/{quote.token}.pdf")

    assert page.headers["Content-Type"] == "application/pdf"
    assert page.content.startswith(b"%PDF-")
    assert page.headers["Cache-Control"] == "private, no-store"
    assert quote.number in page.headers["Content-Disposition"]


@pytest.mark.parametrize(("region", "said"), [("", "Despacho por acordar"), ("Región Metropolitana", "Despacho $")])
def test_the_paper_gives_no_price_to_a_delivery_that_is_still_to_be_agreed(client, region, said):
    quote = a_quote(a_product(supplies=[300]), 100, destination_region=region)

    pdf = pypdf.PdfReader(BytesIO(client.get(f"/cotizaciones/{quote.token}.pdf").content))
    paper = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())

    assert said in paper
    assert "$0" not in paper


def test_hostile_words_are_only_words_on_paper(client):
    evil = '#read("/etc/passwd") <script>alert(1)</script> $x$ @a \\u{41}'
    quote = a_quote(a_product(evil[:100], supplies=[300]), 100, organisation=evil, destination_region="")

    assert client.get(f"/cotizaciones/{quote.token}.pdf").content.startswith(b"%PDF-")
    assert "<script>alert" not in text(client.get(quote.inquiry.get_absolute_url()))
    assert "<script>alert" not in text(client.get(address(quote)))


def test_neither_number_nor_id_opens_it(client, quote):
    for guess in (quote.number, str(quote.pk), quote.token[:-1], quote.inquiry.token):
        assert client.get(f"/cotizaciones/{guess}/").status_code == 404
        assert client.get(f"/cotizaciones/{guess}.pdf").status_code == 404


def test_drafts_are_not_there(client, quote):
    Quote.objects.update(status="draft")

    assert client.get(address(quote)).status_code == 404
    assert "/cotizaciones/" not in text(client.get(quote.inquiry.get_absolute_url()))


def test_a_post_from_another_site_is_refused(quote):
    assert Client(enforce_csrf_checks=True).post(address(quote), GOOD).status_code == 403


def test_the_api_tells_the_quotes_of_an_inquiry(client, quote):
    def told():
        return json.loads(client.get(f"/api/v1/inquiries/{quote.inquiry.token}").content)["quotes"]

    (found,) = told()
    assert (found["number"], found["status"], found["total"]) == (quote.number, "sent", quote.total)
    assert found["net"] + found["freight"] + found["vat"] == found["total"] == sum(s["total"] for s in found["shares"])
    assert found["pdf_url"] == f"/cotizaciones/{quote.token}.pdf"
    assert {(line["quantity"], line["unit"], line["net"]) for line in found["lines"]} == {
        ("300", "kg", 2_700_000), ("200", "kg", 1_800_000),
    }  # fmt: skip
    assert found["order"] is None
    order = accept_quote(SYSTEM, quote, Buyer("Marta"))
    assert told()[0]["order"] == {"number": order.number, "status": "placed", "url": order.get_absolute_url()}


def test_a_declined_quote_stays_in_the_api(client, quote):
    decline_quote(SYSTEM, quote)

    answer = json.loads(client.get(f"/api/v1/inquiries/{quote.inquiry.token}").content)
    assert [found["status"] for found in answer["quotes"]] == ["declined"]
    assert answer["events"][-1]["event"] == "refused"
