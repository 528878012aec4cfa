"""Named places where a test can kill the process, to see what survives. Inert unless TERRUNO_CRASH_AT is set."""

import os
import signal
from collections import Counter

_passed: Counter[str] = Counter()


def point(name: str) -> None:
    """Die here, as by `kill -9`, when TERRUNO_CRASH_AT is `name`, or `name#3` at the third passing."""
    wanted = os.environ.get("TERRUNO_CRASH_AT")
    if not wanted:
        return
    target, _, nth = wanted.partition("#")
    if target != name:
        return
    _passed[name] += 1
    if _passed[name] == int(nth or 1):
        os.kill(os.getpid(), signal.SIGKILL)
