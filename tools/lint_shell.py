"""Whether every script parses in the shell its first line names, is executable, and stops at the first error."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHELLS = {"#!/bin/sh": "sh", "#!/usr/bin/env bash": "bash"}


def scripts() -> list[Path]:
    folder = [path for path in sorted((ROOT / "script").iterdir()) if path.is_file() and not path.name.startswith("_")]
    return [*folder, ROOT / ".ci" / "run"]


def problems(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    shell = SHELLS.get(text.partition("\n")[0])
    if shell is None:
        yield f"{path.name}: the first line names no shell we know: {', '.join(SHELLS)}"
        return
    parsed = subprocess.run([shell, "-n", path], capture_output=True, text=True)
    if parsed.returncode:
        yield f"{path.name}: {parsed.stderr.strip()}"
    if not path.stat().st_mode & 0o100:
        yield f"{path.name}: is not executable"
    if "set -eu" not in text:
        yield f"{path.name}: lacks `set -eu`"


def main() -> int:
    found = [problem for path in scripts() for problem in problems(path)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
