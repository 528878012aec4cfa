"""What script/screenshots does: each page of PAGES at two widths, as docs/img/NAME-390.png and NAME-1440.png."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "img"
WIDTHS = {390: 844, 1440: 900}
LONGEST = 2400
"""Pixels a picture may be high, so that the README stays light."""
PAGES = {
    "home": "/",
    "territory": "/territorios/limari/",
    "products": "/productos/",
    "product": "/productos/queso-de-cabra-del-limari/",
    "circuits": "/rutas/",
    "search": "/buscar/?q=queso",
    "inquiry": "/consultas/nueva/",
    "home-en": "/en/",
}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("address", nargs="?", default=f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
    arguments.add_argument("--only", nargs="*", metavar="NAME", choices=PAGES, default=list(PAGES))
    arguments.add_argument("--into", type=Path, default=TARGET)
    options = arguments.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not installed; on Debian and Ubuntu: apt install chromium")
    options.into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        wrong = [name for name in options.only if not take(browser, options.address, name, options.into)]
        browser.close()
    if wrong:
        print(f"did not answer 200: {', '.join(wrong)}")
    return 1 if wrong else 0


def take(browser: Browser, address: str, name: str, into: Path) -> bool:
    """Both pictures of one page; False when it does not answer 200."""
    for width, height in WIDTHS.items():
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light", locale="es-CL")
        answer = page.goto(address + PAGES[name], wait_until="networkidle")
        if answer is None or answer.status != 200:
            page.close()
            return False
        photograph(page, into / f"{name}-{width}.png")
        page.close()
    return True


def photograph(page: Page, target: Path) -> None:
    """The page down to LONGEST, with every lazy picture and font loaded."""
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(i => i.loading = 'eager')")
    page.evaluate("document.fonts.ready")
    page.wait_for_function("[...document.images].every(i => i.complete)")
    size = page.viewport_size or {"width": 1440, "height": 900}
    height = min(LONGEST, int(page.evaluate("document.documentElement.scrollHeight")))
    page.screenshot(path=target, full_page=True, clip={"x": 0, "y": 0, "width": size["width"], "height": height})
    print(f"{target.name}: {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
