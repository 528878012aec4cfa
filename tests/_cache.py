"""Programs of other makers that tests run, kept from run to run in the user's cache folder."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def kept(name: str, fill: Callable[[Path], object], *, for_anyone: bool = False) -> Path:
    """The folder `name`, filled once, whole or not at all; `for_anyone`: every user of the machine can read it.

    One is filled at a time, whatever runs side by side: Maven's and Go's own stores are then shared by nobody.
    """
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "terruno"
    if for_anyone and not _is_open(home):
        home = Path("/var/cache/terruno")
    target = home / name
    if target.is_dir():
        return target
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.is_dir():
            draft = Path(tempfile.mkdtemp(prefix=f"{name}.", dir=home))
            try:
                fill(draft)
            except BaseException:
                shutil.rmtree(draft, ignore_errors=True)
                raise
            draft.chmod(0o755)
            draft.rename(target)
    return target


def _is_open(folder: Path) -> bool:
    """Whether any user may walk to this folder."""
    return all(parent.stat().st_mode & 0o001 for parent in (folder, *folder.parents) if parent.exists())
