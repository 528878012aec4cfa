"""What script/screenshots does: docs/img/NAME.webp of each page of SHOTS, and tour.png, two of them side by side.

It asks for a quote and answers one offer on the way, so let it look at a server whose data do not matter.
"""

import argparse
import io
import json
import os
import re
import shutil
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
DESK, PHONE = (1440, 1000), (390, 844)
HEAVIEST = 200_000
"""Bytes a picture may have, so that the README stays light."""
PATIENCE_S = 60.0
PAPER, RULE = (247, 243, 234), (60, 50, 42)
CHEESE = "queso-cabra-fresco-limari"
EDITOR = "editor@terruno.example"


@dataclass(frozen=True)
class Shot:
    path: str | Callable[["Visit"], str]
    size: tuple[int, int] = DESK
    tall: int = 0
    """Pixels to show below the first view."""


class Visit:
    """A walk over a running server; what must be made first is made when a picture needs it."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self._asked: dict[str, str] = {}

    def page(self, size: tuple[int, int]) -> Page:
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="light", locale="es-CL", base_url=self.address
        )
        return context.new_page()

    def offer(self) -> str:
        return self._inquiry()["offer"]

    def tracking(self) -> str:
        """The inquiry's page once its largest offer is accepted."""
        asked = self._inquiry()
        page = self.page(PHONE)
        page.goto(asked["offer"])
        accept = page.get_by_role("button", name=re.compile("^Acepto "))
        if accept.count():
            accept.first.click()
            page.get_by_role("status").wait_for()
        return asked["tracking"]

    def _inquiry(self) -> dict[str, str]:
        if not self._asked:
            inquiry = next(filter(None, map(self._ask, coming_dates())))
            self._asked = {"tracking": inquiry["tracking_url"], "offer": self._letter(inquiry["token"])}
        return self._asked

    def _ask(self, day: date) -> dict[str, str] | None:
        """500 kg for that day; None when the makers' capacity of that month is taken already."""
        contact = {"name": "Marta Rojas", "email": "marta@ejemplo.cl", "organisation": "Almacén Rojas"}
        line = {"product": CHEESE, "quantity": "500", "unit": "kg"}
        body = {"kind": "product", "consent": True, "locale": "es", "contact": contact, "lines": [line]}
        body |= {"needed_by": day.isoformat(), "message": "Para dos tiendas de Santiago, de preferencia en caja."}
        asked = urllib.request.Request(
            f"{self.address}/api/v1/inquiries", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with direct().open(asked) as answer:
            inquiry = json.load(answer)
        return inquiry if len(inquiry["lines"][0]["allocations"]) > 1 else None

    def _letter(self, token: str) -> str:
        """The address in the newest letter to a producer, the one asked for most, by the developer's mailbox."""
        page = self.page(DESK)
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            page.goto("/correo/")
            letters = page.get_by_role("link", name=re.compile("^ ?Le piden"))
            if letters.count() > 1:
                subjects = letters.all_inner_texts()[:3]
                place = max(range(len(subjects)), key=lambda n: int(re.findall(r"\d+", subjects[n])[0]))
                letters.nth(place).click()
                return re.findall(r"/encargos/[\w.\-]+/", page.get_by_role("main").inner_text())[0]
            time.sleep(0.5)
        sys.exit(f"No letter came for the inquiry {token}: is the worker running, and TERRUNO_MAILBOX on?")


def coming_dates() -> list[date]:
    """Days within the cheese's season, a month or more from now."""
    today = datetime.now(UTC).date()
    days = [date(today.year + later, month, 15) for later in (0, 1) for month in (9, 10, 11, 12)]
    return [day for day in days if (day - today).days > 30]


def direct() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.ProxyHandler({}))


SHOTS = {
    "home": Shot("/"),
    "product": Shot(f"/productos/{CHEESE}/", tall=500),
    "circuit": Shot("/rutas/litoral-de-los-poetas/", tall=500),
    "territory": Shot("/territorios/limari/"),
    "search": Shot("/buscar/?q=queso"),
    "offer": Shot(Visit.offer, PHONE),
    "tracking": Shot(Visit.tracking, tall=400),
    "editor": Shot("/admin/"),
}
TOUR = (Shot("/"), Shot("/productos/pasta-ajo-chiloe/", (PHONE[0], DESK[1])))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("address", nargs="?", default=f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
    arguments.add_argument("--only", nargs="*", metavar="NAME", choices=[*SHOTS, "tour"], default=[*SHOTS, "tour"])
    arguments.add_argument("--into", type=Path, default=ROOT / "docs" / "img")
    options = arguments.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed; on Debian and Ubuntu: apt install chromium")
    options.into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        visit = Visit(browser, options.address.rstrip("/"))
        for name in (name for name in SHOTS if name in options.only):
            keep(take(visit, SHOTS[name]), options.into / f"{name}.webp")
        if "tour" in options.only:
            keep(side_by_side(*(take(visit, shot) for shot in TOUR)), options.into / "tour.png")
        browser.close()
    return 0


def take(visit: Visit, shot: Shot) -> Image.Image:
    """The page as first seen, and so far below as the shot says, with every picture and font loaded."""
    page = visit.page(shot.size)
    path = shot.path if isinstance(shot.path, str) else shot.path(visit)
    if path.startswith("/admin/"):
        sign_in(page)
    page.goto(path, wait_until="networkidle")
    answer = page.reload(wait_until="networkidle")  # with the fonts that a first view does not wait for
    if answer is None or answer.status != 200:
        sys.exit(f"{path}: {answer.status if answer else 'no answer'}")
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(picture => picture.loading = 'eager')")
    page.wait_for_function("() => [...document.images].every(picture => picture.complete)")
    page.evaluate("document.fonts.ready")
    width, height = shot.size
    clip = {"x": 0, "y": 0, "width": width, "height": height + shot.tall}
    picture = page.screenshot(full_page=True, clip=clip)
    page.context.close()
    return Image.open(io.BytesIO(picture)).convert("RGB")


def sign_in(page: Page) -> None:
    """As the demo's editor, with the password that loading the demo wrote beside the data."""
    told = Path(os.environ.get("TERRUNO_VAR") or ROOT / "var") / "sign-ins.txt"
    password = re.findall(rf"{re.escape(EDITOR)} +(\S+)", told.read_text(encoding="utf-8"))[0]
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(EDITOR)
    page.locator("[name=password]").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def side_by_side(*pictures: Image.Image, gap: int = 40) -> Image.Image:
    """The pictures on one paper, each in a thin frame."""
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) + 1)
    paper = Image.new("RGB", (width, max(picture.height for picture in pictures) + 2 * gap), PAPER)
    left = gap
    for picture in pictures:
        paper.paste(Image.new("RGB", (picture.width + 2, picture.height + 2), RULE), (left - 1, gap - 1))
        paper.paste(picture, (left, gap))
        left += picture.width + gap
    return paper


def keep(picture: Image.Image, target: Path) -> None:
    """As good as HEAVIEST allows: WebP of falling quality, PNG of falling numbers of colours."""
    for step in range(8):
        buffer = io.BytesIO()
        if target.suffix == ".png":
            picture.quantize(colors=256 >> step).save(buffer, "PNG", optimize=True)
        else:
            picture.save(buffer, "WEBP", quality=90 - 8 * step, method=6)
        if buffer.tell() <= HEAVIEST:
            break
    target.write_bytes(buffer.getvalue())
    print(f"{target.name}: {picture.width}×{picture.height}, {buffer.tell() // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
