"""Posters as files in the media store, named by what they show, so that none is drawn twice."""

import hashlib
import multiprocessing
from collections.abc import Generator, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage

from foundation import posters
from foundation.files import write_whole
from foundation.posters import PosterSpec, subjects
from foundation.press import print_poster

SUFFIX = {400: "avif", 800: "avif", 1200: "jpg"}
SIZE = (1200, 900)
ALT = {"es": "Afiche dibujado: {title}. {subtitle}", "en": "Drawn poster: {title}. {subtitle}"}


@dataclass(frozen=True)
class Wish:
    """A poster that is wanted: what to draw, and its description for those who do not see it."""

    spec: PosterSpec
    alt_es: str
    alt_en: str

    @property
    def names(self) -> dict[int, str]:
        """Names of its files in the media store, by width."""
        stem = f"posters/{self.spec.slug}-{digest(self.spec)}"
        return {width: f"{stem}-{width}.{suffix}" for width, suffix in SUFFIX.items()}

    def picture(self) -> dict[str, Any]:
        """What a record's `picture` holds once the files are there."""
        files = {str(width): default_storage.url(name) for width, name in self.names.items()}
        return {"alt_es": self.alt_es, "alt_en": self.alt_en, "width": SIZE[0], "height": SIZE[1], "files": files}


def wish_for(slug: str, facts: dict[str, Any], title_en: str = "") -> Wish:
    """The poster of these facts, as a record's `poster()` tells them: title, subtitle, territory, drawing, and what its
    drawing needs (category, products, hat). A drawing that names no kind of record is taken as it is."""
    title, subtitle = facts["title"], facts.get("subtitle", "")
    spec = PosterSpec(
        slug=slug, title=title, subtitle=subtitle, territory=facts.get("territory", ""),
        drawing=_subject(slug, facts), hat=facts.get("hat", ""),
    )  # fmt: skip
    texts = {"es": title, "en": title_en or title}
    es, en = (ALT[lang].format(title=text, subtitle=subtitle).rstrip(" .") + "." for lang, text in texts.items())
    return Wish(spec, es, en)


def _subject(slug: str, facts: dict[str, Any]) -> str:
    products = facts.get("products", ())
    match facts.get("drawing", ""):
        case "product":
            return subjects.for_product(slug, facts.get("category", ""))
        case "producer":
            return subjects.for_producer(products)
        case "network":
            return subjects.for_network(slug, products)
        case "circuit":
            return subjects.for_circuit(slug, facts.get("territory", ""))
        case "story":
            return subjects.for_story(slug, products)
        case "territory":
            return ""
        case drawing:
            return str(drawing) if subjects.is_drawn(drawing) else ""


@cache
def edition() -> str:
    """A digest of the hand that draws: when its code changes, so does every file's name."""
    code = hashlib.sha256()
    folder = Path(posters.__file__).parent
    for path in [folder.parent / "faces.py", *sorted(folder.rglob("*.py"))]:
        code.update(path.read_bytes())
    return code.hexdigest()


def digest(spec: PosterSpec) -> str:
    facts = "\0".join(str(getattr(spec, field.name)) for field in fields(spec))
    return hashlib.sha256(f"{edition()}\0{facts}".encode()).hexdigest()[:10]


def kept(wish: Wish) -> bool:
    """Whether all its files are there."""
    return all(default_storage.exists(name) for name in wish.names.values())


def draw_all(wishes: Iterable[Wish], workers: int = 2) -> Generator[Wish]:
    """Draw and keep those that are not there yet, in processes of their own; each is yielded as it is kept."""
    wanted = [wish for wish in wishes if not kept(wish)]
    if workers < 2 or len(wanted) < 2:
        for wish in wanted:
            _keep(wish, print_poster(wish.spec))
            yield wish
        return
    # A fresh interpreter for each: a forked one would share our database connections.
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    try:
        for wish, files in zip(wanted, pool.map(print_poster, [wish.spec for wish in wanted]), strict=True):
            _keep(wish, files)
            yield wish
    finally:
        pool.shutdown(cancel_futures=True)


def _keep(wish: Wish, files: dict[int, bytes]) -> None:
    for width, name in wish.names.items():
        _write(default_storage, name, files[width])


def _write(storage: Storage, name: str, content: bytes) -> None:
    if storage.exists(name):
        return
    try:
        path = Path(storage.path(name))
    except NotImplementedError:  # a store elsewhere, which takes a file whole or not at all
        storage.save(name, ContentFile(content))
    else:
        write_whole(path, content)
