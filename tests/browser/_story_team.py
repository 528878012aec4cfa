"""The territory's team, its evaluator and the training bodies of the story: from what was missing to what was paid."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests.browser._site import Site
from tests.browser._story_pictures import picture

TEAM = "equipo.limari@terruno.example"
COURSE = "Frío y guarda para vender en Santiago"
COLD = "El queso no llega frío a Santiago"
KEPT_COLD = "Kilos al mes que salen con cadena de frío"
PASSED = "Queserías que aprueban por asistencia"


def sign_in_with_password(page: Page, site: Site, account: str) -> None:
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(account)
    page.locator("[name=password]").fill(site.password(account))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Terruño por dentro")).to_be_visible()


def open_proposal(page: Page, title: str) -> str:
    """The proposed opportunity of this title, published. Answers its address in the panel."""
    page.goto("/panel/oportunidades/")
    page.get_by_role("link", name=re.compile(f"Propuesta.*{re.escape(title)}")).click()
    page.get_by_role("button", name="Abrirla y publicarla").click()
    expect(page.get_by_role("status").or_(page.locator(".notice")).first).to_contain_text("Listo")
    return page.url


def choose(page: Page, button: str, title: str) -> None:
    """Pick a row in the CMS's chooser."""
    page.get_by_role("button", name=button).locator("visible=true").click()
    window = page.locator(".modal")
    window.get_by_role("link", name=title).first.click()
    expect(window).to_have_count(0)


def add_gap(page: Page, opportunity: str) -> None:
    """What the team knows and no figure shows: the cold chain."""
    page.goto("/admin/snippets/terruno_opportunities/gap/add/")
    choose(page, "Seleccionar oportunidad", opportunity)
    fill(page, title_es=COLD, title_en="The cheese does not reach Santiago cold", size_start="0", size_now="0",
         size_target="500", unit_es="kg al mes con cadena de frío", unit_en="kg a month in a cold chain",
         closes_with_es="recepción de la cámara y registro del camión",
         closes_with_en="receipt of the cold room and the lorry's log")  # fmt: skip
    page.locator("[name=gap_kind]").select_option(value="physical")
    save(page)


def add_course(page: Page, opportunity: str) -> None:
    """Made to measure for the gaps, with the results it is paid by: 60 % for what leaves cold, 40 % for who passes."""
    page.goto("/admin/snippets/terruno_opportunities/course/add/")
    fill(page, title_es=COURSE, objective_es="Que las cuatro queserías guarden y despachen en frío un pedido grande.",
         contents_es="cadena de frío de la sala al camión\nlote y rótulo\ncostos y precio en conjunto",
         for_whom_es="queseras y queseros de la red", funding_es="Fondo de capacitación del Limarí")  # fmt: skip
    page.get_by_role("tab", name="Inglés").click()
    fill(page, title_en="Cold and keeping, to sell in Santiago",
         objective_en="That the four dairies keep and send out a large order cold.",
         contents_en="cold chain from the dairy to the lorry\nlot and label\ncosts and a price in common")  # fmt: skip
    page.get_by_role("tab", name="Datos").click()
    fill(page, slug="frio-y-guarda-limari", hours="8", places="12", attendance_minimum="75", supervision_visits="1",
         budget="4500000")  # fmt: skip
    choose(page, "Seleccionar oportunidad", opportunity)
    choose(page, "Seleccionar territorio", "Limarí")
    page.locator("[name=gaps]").select_option(label=COLD)
    page.get_by_role("tab", name="Resultados").click()
    add_result(page, 0, KEPT_COLD, "420", "520", "kg", "60", "registro del camión", "Anotado con respaldo")
    add_result(
        page, 1, PASSED, "0", "75", "% de las inscritas", "40", "listas de asistencia", "Calculado de la asistencia"
    )
    save(page)


def add_result(
    page: Page, place: int, name: str, baseline: str, target: str, unit: str, weight: str, shown_by: str, source: str
) -> None:
    page.get_by_role("button", name="Añadir Resultado").click()
    at = f"indicators-{place}-"
    fields = {"name_es": name, "baseline": baseline, "target": target, "unit_es": unit, "weight": weight}
    fill(page, **{f"{at}{key}": value for key, value in (fields | {"verification_es": shown_by}).items()})
    page.locator(f"[name={at}source]").select_option(label=source)


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f"[name={name}]").fill(value)


def save(page: Page) -> None:
    page.get_by_role("button", name="Guardar").click()
    expect(page.locator(".messages")).to_contain_text(re.compile("cread", re.IGNORECASE))


def open_course(page: Page) -> str:
    """Answers its address in the panel."""
    page.goto("/panel/cursos/")
    page.get_by_role("link", name=re.compile(re.escape(COURSE))).click()
    return page.url


def call(page: Page, until: date) -> None:
    page.locator("[name=closes_on]").fill(until.isoformat())
    page.get_by_role("button", name="Abrir la licitación").click()
    expect(page.locator("main")).to_contain_text("Hasta entonces nadie puede leerlas.")


def bid(page: Page, provider: str, price: int, method: str, shot: str = "") -> str:
    """A sealed proposal, by the course's public page. Answers the receipt."""
    page.goto("/capacitacion/")
    page.get_by_role("main").get_by_role("link", name=COURSE).first.click()
    page.get_by_role("link", name="Presentar una propuesta").click()
    page.get_by_label("Organismo de capacitación").fill(provider)
    page.get_by_label("Correo", exact=True).fill(f"propuestas@{provider.split()[-1].lower()}.example")
    page.get_by_label("Precio total, en pesos").fill(str(price))
    page.get_by_label("Cómo lo haría").fill(method)
    page.get_by_role("button", name="Cerrar el sobre y enviar").click()
    expect(page.locator("main .label").filter(has_text="Recibo")).to_be_visible()
    if shot:
        picture(page, shot)
    return page.get_by_role("heading", level=1).inner_text()


def score(page: Page, provider: str, points: tuple[int, int, int]) -> None:
    page.goto("/panel/evaluacion/")
    page.get_by_role("link", name=re.compile(re.escape(provider))).click()
    for place, value in enumerate(points):
        page.locator("main input[type=number]").nth(place).fill(str(value))
    page.get_by_role("button", name="Guardar mis puntos").click()
    expect(page.get_by_role("link", name=re.compile(f"{re.escape(provider)}.*Ya la puntuó"))).to_be_visible()


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("main, .messages").filter(has_text="Listo.").first).to_be_visible()


def unfold(page: Page, name: str) -> None:
    page.locator("summary").filter(has_text=name).click()


def hold(page: Page, makers: list[str], absent: str, day: date) -> None:
    """A course of one day, held: enrolled, begun, attended by all but one, visited, ended."""
    for maker in makers:
        unfold(page, "Inscribir a alguien")
        page.locator("[name=enrol-producer]").select_option(label=maker)
        tap(page, "Inscribir")
    unfold(page, "Agregar una sesión")
    fill(page, **{"session-on": day.isoformat(), "session-hours": "8", "session-topic": "De la sala al camión"})
    tap(page, "Agregar la sesión")
    tap(page, "Empezar el curso")
    page.get_by_role("link", name=re.compile("Falta pasar lista")).click()
    for maker in makers:
        page.get_by_label(maker).set_checked(maker != absent)
    page.get_by_role("button", name="Guardar la lista").click()
    expect(page.get_by_role("link", name=re.compile("Con lista"))).to_be_visible()
    unfold(page, "Anotar una visita")
    fill(page, **{"visit-on": day.isoformat(), "visit-by": "Municipalidad de Río Hurtado y el fondo",
                  "visit-found": "Cuatro queserías, la cámara prestada a 4 °C, cada queso con su lote."})  # fmt: skip
    tap(page, "Guardar la visita")
    tap(page, "Terminar el curso")


def pay_by_result(page: Page, price: int, kilos: int, day: date) -> int:
    """Money into the fund, results measured, both paid. Answers what was paid, as the page shows it."""
    unfold(page, "Anotar un aporte al fondo")
    fill(page, **{"fund-amount": str(price), "fund-number": "Convenio 118-2"})
    tap(page, "Anotar el aporte")
    tap(page, "Contar lo que sale de la asistencia")
    unfold(page, "Anotar el resultado")
    page.locator("[name$=-value]").fill(str(kilos))
    page.locator("[name^=actual][name$=-number]").fill("Registro del camión, 14 viajes")
    page.locator("[name^=actual][name$=-on]").fill(day.isoformat())
    tap(page, "Guardar el resultado")
    for name in (KEPT_COLD, PASSED):
        page.get_by_role("button", name=re.compile(f"^Pagar.*{re.escape(name)}$")).click()
    expect(page.get_by_text("Pagado", exact=True)).to_have_count(2)
    page.get_by_role("link", name="Ver la página pública").click()
    paid = page.get_by_role("row").filter(has_text="Pagado por resultados").locator("data")
    return int(paid.get_attribute("value") or "")


def close_gap(page: Page, opportunity: str, title: str, number: str, day: date, more: dict[str, int]) -> None:
    """With its document; `more` is what makers can do a month from now on."""
    page.goto(opportunity)
    page.get_by_role("link", name=re.compile(f"^Anotar un respaldo.*{re.escape(title)}")).click()
    page.locator("[name=number]").fill(number)
    page.locator("[name=on]").fill(day.isoformat())
    for maker, kilos in more.items():
        page.get_by_label(re.compile(f"^{re.escape(maker)}")).fill(str(kilos))
    page.get_by_role("button", name="Con esto se cierra").click()
    expect(page.locator("main, .messages").filter(has_text="La brecha quedó cerrada").first).to_be_visible()
