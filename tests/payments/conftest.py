"""Stripe's own mock: checks the shape of what we send against Stripe's published description."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import _cache
from tests._parts import missing, need

STRIPE_MOCK = "github.com/stripe/stripe-mock@v0.203.0"
PATIENCE_S = 60.0


@pytest.fixture(scope="session")
def stripe_mock() -> Iterator[str]:
    """Its address. Built once by `go install` into the user's cache."""
    program = _program()
    plain, secure = _free_port(), _free_port()
    # It opens both, and the second on every interface of the machine unless it is told where.
    command = [program, "-http-addr", f"127.0.0.1:{plain}", "-https-addr", f"127.0.0.1:{secure}"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{plain}"
    try:
        _wait_for(address)
        yield address
    finally:
        running.terminate()
        running.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _program() -> str:
    if given := os.environ.get("STRIPE_MOCK"):
        return given
    version = STRIPE_MOCK.rsplit("@", 1)[1]
    return str(_cache.kept(f"stripe-mock-{version}", _build) / "stripe-mock")


def _build(folder: Path) -> None:
    environment = os.environ | {"GOBIN": str(folder)}
    built = subprocess.run([need("go"), "install", STRIPE_MOCK], env=environment, capture_output=True, check=False)
    if built.returncode:
        missing("stripe-mock could not be built")


def _wait_for(address: str) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            opener.open(address, timeout=1)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(address)
