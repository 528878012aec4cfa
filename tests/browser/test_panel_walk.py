"""The producer's way in, on a phone and without script: a code from the mailbox, the panel, and out. Then a passkey."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser._site import Letter, Site, eventually

pytestmark = pytest.mark.database
PHONE = {"viewport": {"width": 360, "height": 800}, "is_mobile": True, "has_touch": True}
Profile = Callable[..., BrowserContext]


def test_a_producer_enters_by_code_works_and_leaves_without_script(profile: Profile, site: Site) -> None:
    account = "productora@terruno.example"
    page = profile(**PHONE, java_script_enabled=False).new_page()
    page.goto("/panel/perfil/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Entrar")
    expect(page.get_by_role("button", name="Entrar con una llave")).to_be_hidden()
    enter(page, site, account)

    assert page.url == f"{site.address}/panel/perfil/"  # where she wanted to go
    page.get_by_label("Una frase suya, entre comillas").fill("El queso se hace en un día y se cuida un año.")
    page.get_by_role("button", name="Guardar y mandar a revisión").click()
    expect(page.get_by_role("status")).to_contain_text("lo mira y lo publica")

    tabs = page.get_by_role("navigation", name="Panel")
    for link in tabs.get_by_role("link").all():
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    tabs.get_by_role("link", name="Hoy").click()
    expect(tabs.locator("[aria-current]")).to_have_text(re.compile("Hoy"))
    tabs.get_by_role("link", name="Más").click()
    page.get_by_role("button", name="Salir").click()
    page.goto("/panel/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Entrar")


def test_a_wrong_code_is_told_where_it_was_typed(profile: Profile, site: Site) -> None:
    page = profile(**PHONE, java_script_enabled=False).new_page()
    page.goto("/entrar/")
    page.get_by_label("Su correo").fill("municipal@terruno.example")
    page.get_by_role("button", name="Mandarme el código").click()
    page.get_by_label("El código de la carta").fill("12")
    page.get_by_role("button", name="Entrar", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Ese no es el código")
    page.get_by_role("button", name="Usar otro correo").click()
    expect(page.get_by_label("Su correo")).to_be_visible()


def test_a_network_proposes_and_the_invited_maker_answers(profile: Profile, site: Site) -> None:
    """The team names somebody by a letter; its link makes account and mandate, and the panel shows what waits."""
    team = profile(**PHONE, java_script_enabled=False).new_page()
    team.goto("/entrar/")
    enter(team, site, "equipo.limari@terruno.example")
    team.goto("/panel/personas/")
    team.get_by_label("Su correo").fill("nelda@ejemplo.cl")
    team.get_by_label("De qué queda a cargo").select_option(label="Copao y Cordillera")
    team.get_by_role("button", name="Mandar la carta").click()

    letter = eventually(lambda: site.letters("nelda@ejemplo.cl", "Le dan acceso"), "the invitation")[0]
    maker = profile(**PHONE, java_script_enabled=False).new_page()
    maker.goto(letter.link)
    maker.get_by_role("button", name="Acepto el encargo").click()
    maker.get_by_role("link", name="Decidir si se suma").click()
    maker.get_by_role("button", name="Sí, me sumo").click()
    expect(maker.get_by_role("status")).to_contain_text("Ya es de la red")

    coordinator = profile(**PHONE, java_script_enabled=False).new_page()
    coordinator.goto("/entrar/?next=/panel/red/")
    enter(coordinator, site, "coordinacion.queseras@terruno.example")
    expect(coordinator.get_by_role("heading", name="Copao y Cordillera")).to_be_visible()


def test_a_passkey_lets_one_in_without_a_code(profile: Profile, site: Site) -> None:
    """Passkeys want a name, not a number: the same site as localhost."""
    home = site.address.replace("127.0.0.1", "localhost")
    context = profile(**PHONE, base_url=home)
    page = context.new_page()
    with_a_lock(context, page)
    page.goto("/entrar/?next=/panel/cuenta/")
    enter(page, site, "productor@terruno.example")
    page.get_by_role("link", name="Agregar una llave").click()
    page.get_by_label("Cómo la llama").fill("Mi teléfono")
    page.get_by_role("button", name="Hacer la llave").click()
    expect(page.get_by_role("status")).to_contain_text("Llave agregada")
    expect(page.get_by_role("button", name="Quitar Mi teléfono")).to_be_visible()
    assert eventually(lambda: site.letters("productor@terruno.example", "Se agregó una llave"), "the warning")

    page.get_by_role("button", name="Salir").click()
    sent = len(codes_for(site, "productor@terruno.example"))
    page.goto("/entrar/?next=/panel/cuenta/")
    page.get_by_role("button", name="Entrar con una llave").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Su cuenta")
    assert len(codes_for(site, "productor@terruno.example")) == sent

    page.get_by_role("button", name="Quitar Mi teléfono").click()
    expect(page.get_by_role("status")).to_contain_text("Llave quitada")
    page.get_by_role("button", name="Salir").click()
    page.goto("/entrar/")
    page.get_by_role("button", name="Entrar con una llave").click()
    expect(page.get_by_role("alert").or_(page.get_by_role("status"))).to_contain_text("llave")
    page.goto("/panel/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Entrar")


def with_a_lock(context: BrowserContext, page: Page) -> None:
    """A telephone that its owner's finger opens."""
    wire = context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                "isUserVerified": True, "automaticPresenceSimulation": True,
            }
        },
    )  # fmt: skip


def enter(page: Page, site: Site, account: str) -> None:
    """From the sign-in page to wherever it leads, by the code of the letter."""
    before = len(codes_for(site, account))
    page.get_by_label("Su correo").fill(account)
    page.get_by_role("button", name="Mandarme el código").click()
    letter = eventually(lambda: codes_for(site, account)[before:], "the code")[0]
    code = re.findall(r"\d{4}-\d{4}", letter.text)[0]
    page.get_by_label("El código de la carta").fill(code)
    page.get_by_role("button", name="Entrar", exact=True).click()


def codes_for(site: Site, account: str) -> list[Letter]:
    return site.letters(account, "Su código para entrar")
