"""The way of an inquiry, as its people walk it: the buyer at a desk, the cheesemakers by the letter on their phones."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser._site import CHEESE, Letter, Site, eventually

pytestmark = pytest.mark.database
PHONE = {"viewport": {"width": 360, "height": 800}, "is_mobile": True, "has_touch": True}
Profile = Callable[..., BrowserContext]


def test_a_buyer_finds_a_cheese_asks_for_it_and_sees_who_makes_which_part(profile: Profile, site: Site) -> None:
    """500 kg of what three cheesemakers make 300 kg of: one takes hers, one a part, one cannot."""
    buyer = profile().new_page()
    find_product(buyer, "queso de cabra limarí", "Queso fresco de cabra del Limarí")
    ask(buyer, "500", coming_october(), "Marta Rojas", "marta@ejemplo.cl")
    expect(buyer.get_by_role("heading", level=1)).to_contain_text("500 kg")
    expect(buyer.locator("main")).to_contain_text("Faltan las respuestas de 3 productores")
    expect(buyer.locator("main")).to_contain_text("Sin productor: 200 kg")

    number = number_of(buyer)
    first, second, third = sorted(asked_about(site, number, 3), key=amount, reverse=True)
    assert eventually(lambda: site.letters("marta@ejemplo.cl", f"Recibimos su consulta {number}"), "receipt")
    accept_all(profile(**PHONE, java_script_enabled=False).new_page(), first)
    accept_part(profile(**PHONE).new_page(), second, "50")
    decline(profile(**PHONE, java_script_enabled=False).new_page(), third)

    told = eventually(lambda: site.letters("marta@ejemplo.cl", "está lista"), "the quote")
    buyer.goto(told[0].link)
    taken = amount(first) + 50
    rows = buyer.get_by_role("table").get_by_role("row")
    expect(rows.filter(has_text="Aceptada")).to_have_count(2)
    expect(rows.filter(has_text="sin productor")).to_contain_text(f"{500 - taken} kg")
    expect(buyer.locator("main")).to_contain_text(f"Sin productor: {500 - taken} kg")
    assert "marta@ejemplo.cl" not in third.text


def test_what_one_maker_declines_another_is_asked(profile: Profile, site: Site) -> None:
    buyer = profile().new_page()
    buyer.goto("/productos/queso-cabra-maduro-limari/")
    ask(buyer, "60", coming_october(), "Luis Vera", "luis@ejemplo.cl")
    (letter,) = asked_about(site, number_of(buyer), 1)

    decline(profile(**PHONE).new_page(), letter)

    _first, next_one = asked_about(site, number_of(buyer), 2)
    assert next_one.to != letter.to
    accept_all(profile(**PHONE).new_page(), next_one)
    eventually(lambda: site.letters("luis@ejemplo.cl", "está lista"), "the quote")
    buyer.reload()
    expect(buyer.get_by_role("link", name="Aceptar la cotización")).to_be_visible()


def test_an_answered_link_answers_no_second_time(profile: Profile, site: Site) -> None:
    buyer = profile().new_page()
    buyer.goto("/productos/queso-cabra-maduro-limari/")
    ask(buyer, "20", coming_october(), "Rosa Díaz", "rosa@ejemplo.cl")
    (letter,) = asked_about(site, number_of(buyer), 1)
    phone = profile(**PHONE).new_page()
    accept_all(phone, letter)

    answer = phone.goto(letter.link)

    assert answer is not None
    assert answer.status == 410
    expect(phone.get_by_role("button", name="Acepto")).to_have_count(0)


def test_a_buyer_who_reads_english_is_served_and_written_to_in_english(profile: Profile, site: Site) -> None:
    buyer = profile(locale="en-GB").new_page()
    buyer.goto("/en/buscar/?q=goat+cheese")
    buyer.locator(".found").get_by_role("link", name="goat cheese").first.click()
    assert "/en/productos/" in buyer.url
    buyer.locator("main a[href*='consultas/nueva']").first.click()
    fill_inquiry(buyer, "30", coming_october(), "Ann Field", "ann@example.org")
    assert "/en/consultas/" in buyer.url
    assert buyer.locator("html").get_attribute("lang") == "en"
    expect(buyer.get_by_role("heading", level=1)).to_contain_text("30 kg")
    (receipt,) = eventually(lambda: site.letters("ann@example.org"), "the receipt")
    assert "/en/consultas/" in receipt.link


def find_product(page: Page, words: str, title: str) -> None:
    """From the home page by search to the product."""
    page.goto("/")
    page.get_by_role("link", name="Buscar", exact=True).first.click()
    page.get_by_role("searchbox", name="Qué busca").fill(words)
    page.keyboard.press("Enter")
    page.locator(".found").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.url.endswith(f"/productos/{CHEESE}/")


def ask(page: Page, quantity: str, day: date, name: str, email: str) -> None:
    """From the product's page to the inquiry's own."""
    page.get_by_role("main").get_by_role("link", name="Pedir cotización").first.click()
    fill_inquiry(page, quantity, day, name, email)


def fill_inquiry(page: Page, quantity: str, day: date, name: str, email: str) -> None:
    form = page.locator("form.form")
    form.locator("[name=lines-0-quantity]").fill(quantity)
    form.locator("[name=needed_by]").fill(day.isoformat())
    form.locator("[name=name]").fill(name)
    form.locator("[name=email]").fill(email)
    form.locator("[name=consent]").check()
    form.locator("button[value=send]:not(.unseen)").click()
    page.wait_for_url(re.compile(r"/consultas/(?!nueva)"))


def number_of(page: Page) -> str:
    """The inquiry's number, as its page shows it."""
    return page.locator("main .label").first.inner_text().split("·")[0].split()[-1]


def asked_about(site: Site, number: str, count: int) -> list[Letter]:
    """The letters to producers about this inquiry, once there are so many."""

    def look() -> list[Letter]:
        found = [letter for letter in site.letters(about="Le piden") if number in letter.text]
        return found if len(found) >= count else []

    found = eventually(look, f"{count} letters about {number}")
    assert len(found) == count
    return found


def amount(letter: Letter) -> int:
    """The kilograms the letter asks for, by its subject."""
    return int(re.findall(r"Le piden ([\d.]+) kg", letter.subject)[0].replace(".", ""))


def accept_all(page: Page, letter: Letter) -> None:
    page.goto(letter.link)
    page.get_by_role("button", name=re.compile(r"^Acepto\b(?! esta parte)")).click()
    expect(page.get_by_role("status")).to_contain_text("Gracias")
    expect(page.get_by_role("heading", name="Contacto de quien compra")).to_be_visible()


def accept_part(page: Page, letter: Letter, quantity: str) -> None:
    page.goto(letter.link)
    page.get_by_text("Puedo con menos").click()
    page.get_by_role("textbox", name=re.compile(r"^Cuánto puede \(")).fill(quantity)
    page.get_by_role("button", name="Acepto esta parte").click()
    expect(page.get_by_role("status")).to_contain_text("Gracias")


def decline(page: Page, letter: Letter) -> None:
    page.goto(letter.link)
    page.get_by_text("No puedo", exact=True).click()
    page.get_by_label("Por qué").select_option(index=1)
    page.get_by_role("button", name="No puedo esta vez").click()
    expect(page.get_by_role("status")).to_contain_text("Gracias por responder")
    expect(page.get_by_role("heading", name="Contacto de quien compra")).to_have_count(0)


def coming_october() -> date:
    """Within the cheese's season and far enough ahead for every maker, whatever today is."""
    soonest = datetime.now(UTC).date() + timedelta(days=40)
    return date(soonest.year + (soonest > date(soonest.year, 10, 15)), 10, 15)
