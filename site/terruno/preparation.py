"""What must be done once before the product can serve: each step looks first, and does nothing when nothing is needed.

A step answers in a few words what it did, or "" when there was nothing to do.
"""

import hashlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from foundation.files import write_whole
from search.engines import EngineDown, kept_engines
from territories.models import Territory

Step = Callable[[], str]
DEMO_FILES = Path(__file__).with_name("demo")


def compile_translations() -> str:
    """Write each catalogue's .mo beside it when the .po is newer. Needs no gettext tools."""
    catalogues = [po for folder in settings.LOCALE_PATHS for po in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))]
    stale = [po for po in catalogues if not _is_fresh(po.with_suffix(".mo"), po)]
    for po in stale:
        with po.open("rb") as source:
            catalogue = read_po(source)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        write_whole(po.with_suffix(".mo"), compiled.getvalue())
    return f"{len(stale)} compiled" if stale else ""


def _is_fresh(made: Path, source: Path) -> bool:
    return made.is_file() and made.stat().st_mtime >= source.stat().st_mtime


def migrate() -> str:
    settings.TERRUNO_VAR.mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return ""
    call_command("migrate", interactive=False, verbosity=0)
    return f"{len(plan)} migrations"


def build_fonts() -> str:
    """The command itself passes over fonts that are already built."""
    call_command("build_fonts", verbosity=0)
    return ""


def collect_static() -> str:
    """Collect into STATIC_ROOT when any source file, or the way of storing them, differs from the last time."""
    stamp = Path(settings.STATIC_ROOT).with_name(Path(settings.STATIC_ROOT).name + ".stamp")
    digest = static_digest()
    if stamp.is_file() and stamp.read_text() == digest:
        return ""
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(digest)
    return "collected"


def static_digest() -> str:
    """A digest of every static source file's name, size and time, and of the storage that will hold them."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for name, path in sorted(_static_sources()):
        facts = path.stat()
        digest.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _static_sources() -> Iterator[tuple[str, Path]]:
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield name, Path(storage.path(name))


def load_demo() -> str:
    """Load the demo when the database has none, or when the demo's own files differ; the command is safe to repeat."""
    stamp = settings.TERRUNO_VAR / "demo.stamp"
    digest = demo_digest()
    if stamp.is_file() and stamp.read_text() == digest and Territory.objects.exists():
        return ""
    call_command("demo")
    stamp.write_text(digest)
    return "loaded"


def demo_digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(DEMO_FILES.rglob("*")):
        if path.suffix in {".py", ".json"}:
            digest.update(path.relative_to(DEMO_FILES).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def build_index() -> str:
    """Fill the engines that hold nothing; one that is down is left to the worker, which reconciles."""
    told = []
    for engine in kept_engines():
        try:
            if not engine.count():
                call_command("reindex", engine=engine.name, verbosity=0)
                told.append(f"{engine.name}: {engine.count()} documents")
        except EngineDown as error:
            told.append(f"{engine.name} is down: {error}")
    return ", ".join(told)


BUILD: list[tuple[str, Step]] = [
    ("translations", compile_translations),
    ("fonts", build_fonts),
    ("static files", collect_static),
]
"""What an image is built with: needs no database."""
DATABASE: list[tuple[str, Step]] = [("database", migrate)]
DEMO: list[tuple[str, Step]] = [("demo", load_demo)]
INDEX: list[tuple[str, Step]] = [("search index", build_index)]
