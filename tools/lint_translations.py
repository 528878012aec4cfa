"""Whether the English catalogue says all that the product says, and nothing else. Exits 1 with the list if not.

The messages are extracted anew (Django's makemessages over a copy, so the checkout is not touched) and compared:
missing or untranslated, fuzzy, no longer used, and placeholders that differ. Needs the gettext tools.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
ROOMS = (
    "foundation",
    "territories",
    "producers",
    "catalog",
    "routes",
    "inquiries",
    "payments",
    "opportunities",
    "governance",
    "search",
    "site/terruno",
)
CATALOGUE = ROOT / "site" / "terruno" / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|(?<!\{)\{(\w+)\}(?!\})|%[sd]")
UPDATE = "python manage.py makemessages -l en --no-location --no-obsolete -i .venv -i var -i tests"

Key = tuple[str | None, str]


def main() -> int:
    if shutil.which("xgettext") is None:
        print("The gettext tools are not installed (Debian, Ubuntu: apt install gettext).")
        return 1 if os.environ.get("CI", "").lower() in {"1", "true"} else 0
    if not CATALOGUE.is_file():
        print(f"There is no {CATALOGUE.relative_to(ROOT)}; make it: {UPDATE}")
        return 1
    found = list(problems(extracted(ROOT), polib.pofile(str(CATALOGUE))))
    print("\n".join(found))
    if found:
        print(f"{len(found)} to mend; to bring the catalogue up to date: {UPDATE}")
    return 1 if found else 0


def extracted(root: Path) -> polib.POFile:
    """Every message of the rooms' code and templates."""
    with tempfile.TemporaryDirectory(prefix="terruno-messages-") as folder:
        for room in ROOMS:
            leave = shutil.ignore_patterns("locale", "migrations", "__pycache__", "data", "static")
            shutil.copytree(root / room, Path(folder, room), ignore=leave)
        Path(folder, "locale").mkdir()
        env = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
        command = [sys.executable, "-m", "django", "makemessages", "--keep-pot", "--no-location", "-l", "en"]
        command += ["-e", "html,txt,xml,py"]
        subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
        return polib.pofile(Path(folder, "locale", "django.pot").read_text(encoding="utf-8"))


def problems(wanted: polib.POFile, catalogue: polib.POFile) -> Iterator[str]:
    """One line for each message that is not as it should be."""
    said = {key_of(entry): entry for entry in catalogue if not entry.obsolete}
    for entry in wanted:
        translation = said.pop(key_of(entry), None)
        if translation is None or not (translation.translated() or translation.fuzzy):
            yield f"missing: {entry.msgid!r}"
        elif translation.fuzzy:
            yield f"fuzzy: {entry.msgid!r}"
        else:
            yield from mismatches(translation)
    yield from (f"no longer used: {msgid!r}" for _, msgid in said)
    yield from (f"obsolete, delete it: {entry.msgid!r}" for entry in catalogue.obsolete_entries())


def mismatches(entry: polib.POEntry) -> Iterator[str]:
    allowed = placeholders(entry.msgid) | placeholders(entry.msgid_plural or "")
    for text in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
        if not placeholders(text) <= allowed:
            yield f"unknown placeholder: {text!r} for {entry.msgid!r}"
        elif not entry.msgid_plural and placeholders(text) != allowed:
            yield f"placeholder left out: {text!r} for {entry.msgid!r}"


def placeholders(text: str) -> frozenset[str]:
    return frozenset(match.group(0) for match in PLACEHOLDER.finditer(text))


def key_of(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


if __name__ == "__main__":
    sys.exit(main())
