"""Static files our own code makes: the joined stylesheet, the fonts' subsets, the icons.

They live under TERRUNO_VAR/build and are made when first asked for, or when what they stand on has changed.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseStorageFinder
from django.core.files.storage import FileSystemStorage, Storage

from foundation import fonts, icons
from foundation.files import write_whole

STYLES = "terruno/css"
JOINED = f"{STYLES}/terruno.css"
ROOMS = f"{STYLES}/rooms.css"
"""What only pages of one room need (`room-*.css`), so that the first view of the others stays light."""
FIRST = ("reset", "fonts", "tokens", "base", "layout")  # then every other part by name, print last


def build_dir() -> Path:
    return Path(settings.TERRUNO_VAR) / "build"


def style_parts(sheet: str = JOINED) -> list[Path]:
    """The parts of a stylesheet in the order they are joined."""
    found = AppDirectoriesFinder().find(STYLES)
    folder = Path(found) if isinstance(found, str) else None
    order = {name: place for place, name in enumerate((*FIRST, "", "print"))}
    parts = (
        [part for part in folder.glob("*.css") if part.name.startswith("room-") == (sheet == ROOMS)] if folder else []
    )
    return sorted(parts, key=lambda part: (order.get(part.stem, order[""]), part.stem))


def join_styles(parts: Iterable[Path]) -> str:
    """The parts in one, without comments and idle space."""
    text = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r" ?([{};]) ?", r"\1", text).replace(";}", "}").strip() + "\n"


def build_styles(sheet: str = JOINED) -> Path:
    """Join a stylesheet when a part is newer than it; answers where it is."""
    parts, made = style_parts(sheet), build_dir() / sheet
    if parts and (not made.is_file() or any(part.stat().st_mtime > made.stat().st_mtime for part in parts)):
        write_whole(made, join_styles(parts).encode())
    return made


def build_all() -> None:
    """Everything, each only when it is missing or stale."""
    build_styles()
    build_styles(ROOMS)
    fonts.build(build_dir() / "terruno" / "fonts")
    icons.build(build_dir() / "terruno" / "icons")


class BuiltFinder(BaseStorageFinder):
    """Finds what is built, building it first; `find` in development, `list` when files are collected."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=build_dir())
        super().__init__(*args, **kwargs)

    def find(self, path: str, find_all: Any = False) -> Any:
        if path in {JOINED, ROOMS}:
            build_styles(path)
        elif path.startswith(("terruno/fonts/", "terruno/icons/")):
            build_all()
        return super().find(path, find_all=find_all)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[tuple[str, Storage]]:
        build_all()
        return super().list(ignore_patterns)
