"""The virtual environment `.venv`, brought up to date with a hash-pinned lock. Standard library only.

As a program: `_environment.py base|dev` prints the environment's Python; its progress goes to stderr.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {name: ROOT / "requirements" / f"{name}.txt" for name in ("base", "dev")}


class InstallFailed(Exception):
    """The environment could not be made or filled; the message says what to do."""


def ready(name: str) -> Path:
    """Python of an environment that holds lock `name` ("base" or "dev"; dev holds base too); installs when it must.

    Two callers at once wait for each other. Raises InstallFailed.
    """
    with LOCKS[name].open("rb") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        if not _usable():
            _create()
        if not _holds(name):
            _install(name)
    return PYTHON


def _usable() -> bool:
    """Whether `.venv` runs, is new enough and has pip (it may have been copied, or its Python removed)."""
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", probe], capture_output=True).returncode == 0


def _create() -> None:
    say(f"making .venv with Python {sys.version.split()[0]}")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if made.returncode:
        raise InstallFailed(f"The virtual environment could not be made:\n{made.stdout}{made.stderr}")


def _holds(name: str) -> bool:
    wanted = (name,) if name == "dev" else ("base", "dev")
    return any(_stamp(lock).is_file() and _stamp(lock).read_text() == _digest(lock) for lock in wanted)


def _install(name: str) -> None:
    started = time.monotonic()
    say(f"installing requirements/{name}.txt (once; about half a minute)")
    command: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--no-deps", "--prefer-binary", "-r", LOCKS[name]]
    if subprocess.run(command, stdout=sys.stderr).returncode:
        raise InstallFailed("Packages could not be installed; pip's message is above. Is the package index reachable?")
    _stamp(name).write_text(_digest(name))
    say(f"installed in {time.monotonic() - started:.0f} s")


def _stamp(name: str) -> Path:
    return VENV / f".installed-{name}"


def _digest(name: str) -> str:
    return hashlib.sha256(LOCKS[name].read_bytes()).hexdigest()


def say(text: str) -> None:
    print(f"[environment] {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    os.chdir(ROOT)
    try:
        print(ready(sys.argv[1]))
    except InstallFailed as failure:
        sys.exit(str(failure))
