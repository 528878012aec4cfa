"""The index on disk: generations of it, which one counts, who may write, and how readers notice.

search/current              names the generation that counts; replaced by rename, so never half written
search/f1-<random>/         a generation: one Tantivy index
search/{write,rebuild}.lock held (flock) while writing or rebuilding; the kernel lets go when a process dies
search/journal.jsonl        what was written while a rebuild was under way, to be repeated on the new generation
search/gone.json            listings deleted in the last day, with the version they were deleted at
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar
from uuid import uuid4

import tantivy

from search.engines.base import EngineDown
from search.engines.entry import FORMAT

from .schema import SCHEMA

REMEMBERED_SECONDS = 24 * 3600
ATTEMPTS = 5
MOST_ANSWERS = 500
MISSING: Any = object()
T = TypeVar("T")
Stamp = tuple[str, int, int]


class Snapshot:
    """The index as it was at one moment; unchanged however much is written since."""

    def __init__(self, index: tantivy.Index, stamp: Stamp) -> None:
        self.index, self.stamp = index, stamp
        self.searcher = index.searcher()
        self.memory: dict[Any, Any] = {}

    def recall(self, key: Any, make: Callable[[], T]) -> T:
        """An answer that is kept for as long as the index stays as it is; made when it is first asked for."""
        found: T = self.memory.get(key, MISSING)
        if found is MISSING:
            if len(self.memory) > MOST_ANSWERS:
                self.memory.clear()
            self.memory[key] = found = make()
        return found


class Store:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.pointer, self.journal, self.gone = root / "current", root / "journal.jsonl", root / "gone.json"
        self.lock = Lock()
        self.held: Snapshot | None = None

    def current(self) -> Path | None:
        """The generation that counts, or None while there is none this code can read."""
        try:
            name = self.pointer.read_text().strip()
        except FileNotFoundError:
            return None
        return self.root / name if name.startswith(f"f{FORMAT}-") else None

    def stamp(self) -> Stamp | None:
        """Changes with every commit and every swap; two system calls and a short read."""
        path = self.current()
        if path is None:
            return None
        meta = os.stat(path / "meta.json")
        return path.name, meta.st_mtime_ns, meta.st_ino

    def snapshot(self) -> Snapshot | None:
        """The index as it now stands, whichever process wrote it; None before anything was ever indexed."""
        for attempt in range(ATTEMPTS):
            try:
                stamp = self.stamp()
                if stamp is None or (self.held and self.held.stamp == stamp):
                    return self.held if stamp else None
                with self.lock:
                    self.held = self.opened(stamp)
                    return self.held
            except (OSError, ValueError) as error:
                # A generation may be swapped away between the look and the opening.
                if attempt == ATTEMPTS - 1:
                    raise EngineDown(str(error)) from error
                time.sleep(0.02)
        return None

    def opened(self, stamp: Stamp) -> Snapshot:
        if self.held and self.held.stamp == stamp:
            return self.held
        if self.held and self.held.stamp[0] == stamp[0]:
            index = self.held.index
            index.reload()
        else:
            index = tantivy.Index.open(str(self.root / stamp[0]))
            index.config_reader("manual")
            index.reload()
        return Snapshot(index, stamp)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Hold a lock against every other thread and process, waiting for it."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / f"{name}.lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def rebuilding(self) -> bool:
        """Whether a live process is rebuilding; to be asked under the write lock."""
        if not self.journal.exists():
            return False
        with (self.root / "rebuild.lock").open("w") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        self.journal.unlink()  # left by a rebuild that died
        return False

    def note(self, entries: list[dict[str, Any]]) -> None:
        with self.journal.open("a") as handle:
            handle.writelines(json.dumps(entry) + "\n" for entry in entries)

    def noted(self) -> Iterator[dict[str, Any]]:
        with self.journal.open() as handle:
            for line in handle:
                yield json.loads(line)

    def new_generation(self) -> Path:
        path = self.root / f"f{FORMAT}-{uuid4().hex[:12]}"
        path.mkdir(parents=True)
        tantivy.Index(SCHEMA, path=str(path))
        return path

    def switch_to(self, path: Path) -> None:
        """Make a generation the one that counts; durable when this returns."""
        draft = self.root / f"current.{uuid4().hex[:8]}"
        with draft.open("w") as handle:
            handle.write(path.name)
            handle.flush()
            os.fsync(handle.fileno())
        draft.rename(self.pointer)
        folder = os.open(self.root, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def tidy(self, *keep: Path | None) -> None:
        """Remove generations but these."""
        for path in self.root.glob("f*-*"):
            if path not in keep:
                shutil.rmtree(path, ignore_errors=True)

    def deleted(self) -> dict[int, int]:
        """The version each lately deleted listing was deleted at, by uid."""
        try:
            entries = json.loads(self.gone.read_text())
        except FileNotFoundError:
            return {}
        return {int(uid): version for uid, (version, at) in entries.items() if at > time.time() - REMEMBERED_SECONDS}

    def remember_deleted(self, versions: dict[int, int]) -> None:
        now = time.time()
        entries = json.loads(self.gone.read_text()) if self.gone.exists() else {}
        entries = {uid: entry for uid, entry in entries.items() if entry[1] > now - REMEMBERED_SECONDS}
        entries.update({str(uid): (version, now) for uid, version in versions.items()})
        draft = self.gone.with_suffix(".draft")
        draft.write_text(json.dumps(entries))
        draft.rename(self.gone)
