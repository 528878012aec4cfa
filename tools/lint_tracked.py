"""What must not be in the repository: paths of one machine, addresses of a registry, keys, what is built, big files."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIGGEST = 1_500_000
# Written in pieces so that this file does not find itself.
FORBIDDEN = {
    "a path of one machine": re.compile(r"(^|[^a-z])/(root|tmp|home/\w+|Users/\w+)/[a-z]"),
    "a registry's address": re.compile("index" + "-url|find" + '-links|"resolved": ' + '"http|registry' + " = "),
    "a private key": re.compile("BEGIN [A-Z ]*PRIVATE" + " KEY"),
    "a live secret": re.compile("(sk|rk|whsec)_" + r"live_\w{8,}"),
    "an unresolved merge": re.compile(r"^(<{7}|>{7}) "),
}
BUILT = re.compile(r"(^|/)(__pycache__|\.venv|var|node_modules)/|\.(pyc|mo|sqlite3|log)$|(^|/)\.env$")


def files() -> list[str]:
    """Everything tracked, and everything that would be at the next `git add`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return sorted({name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()})


def problems(name: str, content: bytes) -> Iterator[str]:
    """One line for each thing in the file that should not be there."""
    if BUILT.search(name):
        yield f"{name}: is built or private, it does not belong here"
    if len(content) > BIGGEST:
        yield f"{name}: {len(content) / 1e6:.1f} MB; the most is {BIGGEST / 1e6:.1f} MB"
    if b"\0" in content[:8000]:
        return
    for number, line in enumerate(content.decode("utf-8", errors="replace").splitlines(), 1):
        for what, pattern in FORBIDDEN.items():
            if pattern.search(line):
                yield f"{name}:{number}: {what}: {line.strip()[:100]}"


def main() -> int:
    found = [problem for name in files() for problem in problems(name, (ROOT / name).read_bytes())]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
