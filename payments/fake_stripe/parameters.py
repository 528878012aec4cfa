"""Stripe's way of writing nested parameters as form fields, and what of them the test gateway knows."""

import re
from typing import Any
from urllib.parse import parse_qsl


class Refused(Exception):
    """What Stripe would answer 4xx to."""

    def __init__(self, message: str, *, status: int = 400, param: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.param = param

    def body(self) -> dict[str, Any]:
        return {"error": {"type": "invalid_request_error", "message": str(self), "param": self.param}}


def parsed(text: str) -> dict[str, Any]:
    """`a[b][0]=c` as {"a": {"b": {"0": "c"}}}: lists stay dicts by their index."""
    found: dict[str, Any] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        keys = re.findall(r"[^\[\]]+", name)
        place = found
        for key in keys[:-1]:
            place = place.setdefault(key, {})
        place[keys[-1]] = value
    return found


def check_known(given: dict[str, Any], known: set[str]) -> None:
    for name in given:
        if name not in known:
            raise Refused(f"Received unknown parameter: {name}", param=name)


def whole(text: object, param: str) -> int:
    """A positive whole number, as an amount in pesos must be."""
    if not isinstance(text, str) or not text.isdecimal() or int(text) < 1:
        raise Refused(f"Invalid integer: {text}", param=param)
    return int(text)


def needed(given: dict[str, Any], *names: str) -> None:
    for name in names:
        if not given.get(name):
            raise Refused(f"Missing required param: {name}.", param=name)
