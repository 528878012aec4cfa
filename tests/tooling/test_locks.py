"""The hash-pinned locks against what pyproject.toml and dev.in ask for."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str]]:
    return set(PIN.findall((ROOT / "requirements" / f"{name}.txt").read_text()))


def asked(lines: list[str]) -> set[str]:
    names = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if not line.startswith("#"))
    return {match.group(0).lower() for match in names if match}


def test_every_dependency_of_the_product_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert asked(project["dependencies"]) <= {name for name, _ in pins("base")}


def test_every_dependency_of_the_tests_is_pinned():
    wanted = asked((ROOT / "requirements" / "dev.in").read_text().splitlines())

    assert wanted <= {name for name, _ in pins("dev")}


def test_tests_run_on_the_very_versions_that_serve():
    assert pins("base") <= pins("dev")


def test_every_pin_has_a_hash():
    for name in ("base", "dev"):
        entries = re.split(r"\n(?=[a-z0-9])", (ROOT / "requirements" / f"{name}.txt").read_text())[1:]
        assert entries
        assert all("--hash=sha256:" in entry for entry in entries), name
