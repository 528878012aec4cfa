"""Real parts that some tests need and a machine may lack. Absent: the test is skipped, and fails where CI=true."""

import os
import shutil
from typing import NoReturn

import pytest

PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "java": ("java",),
    "go": ("go",),
    "gettext": ("msgfmt",),
}


def need(part: str) -> str:
    """Path of a program (`chromium`, `java`, `gettext`); CHROMIUM and the like in the environment are taken first."""
    given = os.environ.get(part.upper())
    found = given or next(filter(None, map(shutil.which, PROGRAMS[part])), None)
    return found or missing(f"{part} is not installed")


def missing(reason: str) -> NoReturn:
    """Skip the running test for want of a real part; where CI=true, fail it. Never returns."""
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"absent: {reason}", pytrace=False)
    pytest.skip(f"absent: {reason}")
