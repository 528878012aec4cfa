"""Processes that a script starts and must not leave behind. Standard library only."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

GRACE = 8.0
"""Seconds a process has to finish after SIGTERM before it is killed."""


class Stopped(BaseException):
    """A signal asked this program to stop; raised in the main thread, like KeyboardInterrupt."""


def stop_on_signals() -> None:
    """Turn the first SIGINT, SIGTERM or SIGHUP into Stopped; later ones are ignored while things are put away."""

    def stop(number: int, frame: FrameType | None) -> None:
        for every in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(every, signal.SIG_IGN)
        raise Stopped(signal.Signals(number).name)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def start(command: Sequence[str | Path], env: dict[str, str], cwd: Path) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, so that a signal to our group reaches it only through us.

    On Linux it also gets SIGTERM if we are killed outright.
    """
    return subprocess.Popen(command, env=env, cwd=cwd, start_new_session=True, preexec_fn=_follow_parent)


def stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    """End processes and whatever they started: SIGTERM, up to GRACE seconds for all, then SIGKILL."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + GRACE
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, deadline - time.monotonic()))
        kill_group(process.pid)
        process.wait()


def kill_group(leader: int) -> None:
    """SIGKILL to what is left of the session that `leader` began."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def _follow_parent() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
