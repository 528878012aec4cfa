"""Pictures of the walk for docs/story.md, taken when STORY_PICTURES names a folder and not otherwise."""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

FOLDER = os.environ.get("STORY_PICTURES", "")
WIDEST = 1100
"""Pixels: a desk's page is made smaller, a phone's is as it is."""
HEAVIEST = 90_000
"""Bytes."""


def picture(page: Page, name: str, *, tall: int = 0, start: Locator | None = None) -> None:
    """`story-<name>.webp`: `tall` pixels (else what fits the window) from the top, or from where `start` is."""
    if not FOLDER:
        return
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach(picture => picture.loading = 'eager')")
    page.wait_for_function("() => [...document.images].every(picture => picture.complete)")
    page.evaluate("document.fonts.ready")
    size = page.viewport_size
    assert size is not None
    above = start.evaluate("part => part.getBoundingClientRect().top + scrollY - 40") if start else 0
    clip = {"x": 0, "y": above, "width": size["width"], "height": tall or size["height"]}
    taken = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip)))  # type: ignore[arg-type]  # a FloatRect
    keep(taken.convert("RGB"), Path(FOLDER) / f"story-{name}.webp")


def keep(taken: Image.Image, target: Path) -> None:
    if taken.width > WIDEST:
        taken = taken.resize((WIDEST, round(taken.height * WIDEST / taken.width)), Image.Resampling.LANCZOS)
    for quality in range(86, 30, -8):
        buffer = io.BytesIO()
        taken.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= HEAVIEST:
            break
    target.write_bytes(buffer.getvalue())
