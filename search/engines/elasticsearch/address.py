"""SEARCH_URL read: where the cluster is, how to be let in, and under which name our index stands there.

https://user:password@search.example.cl:9200/terruno?ca=/etc/ssl/search.pem
https://one:9200,two:9200/terruno?api_key=…&shards=2
"""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

DEFAULT_ALIAS, DEFAULT_PORT = "terruno", 9200
ALIAS = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")
OPTIONS = frozenset({"ca", "verify", "api_key", "shards", "timeout"})
MOST_SHARDS = 64


@dataclass(frozen=True, slots=True)
class Address:
    hosts: tuple[str, ...]
    alias: str
    user: str = ""
    password: str = ""
    api_key: str = ""
    ca: str = ""
    """A file of certificates to trust instead of the system's."""
    verify: bool = True
    shards: int = 1
    timeout: float = 2.0
    """Seconds a search may take before the embedded engine answers in its place."""

    def client_options(self) -> dict[str, Any]:
        """What the client needs to be let in, and to know that it speaks with the right one."""
        options: dict[str, Any] = {}
        if self.api_key:
            options["api_key"] = self.api_key
        elif self.user:
            options["basic_auth"] = (self.user, self.password)
        if self.hosts[0].startswith("https:"):
            options["verify_certs"] = self.verify
            options["ssl_show_warn"] = False
            if self.ca:
                options["ca_certs"] = self.ca
        return options


def read_address(url: str) -> Address:
    """Raises ImproperlyConfigured, which never repeats the password."""
    try:
        parts = urlsplit(url)
        options = parse_qs(parts.query, strict_parsing=bool(parts.query))
    except ValueError as error:
        raise refused("is no address") from error
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise refused("must begin with http:// or https:// and name a host")
    if unknown := options.keys() - OPTIONS:
        raise refused(f"has options nobody knows: {', '.join(sorted(unknown))}")
    given = {name: values[-1] for name, values in options.items()}
    user, password, places = credentials(parts.netloc)
    return Address(
        hosts=tuple(f"{parts.scheme}://{with_port(place)}" for place in places.split(",")),
        alias=alias_of(parts.path),
        user=user,
        password=password,
        api_key=given.get("api_key", ""),
        ca=given.get("ca", ""),
        verify=given.get("verify", "true").lower() not in ("false", "no", "0"),
        shards=number(given, "shards", 1, MOST_SHARDS, 1),
        timeout=float(number(given, "timeout", 1, 60, 2)),
    )


def credentials(netloc: str) -> tuple[str, str, str]:
    """User, password and the rest of `user:password@hosts`."""
    said, at, places = netloc.rpartition("@")
    if not at:
        return "", "", netloc
    user, _, password = said.partition(":")
    return unquote(user), unquote(password), places


def with_port(place: str) -> str:
    if not re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?", place):
        raise refused("names a host that is none")
    return place if re.search(r":\d+$", place) else f"{place}:{DEFAULT_PORT}"


def alias_of(path: str) -> str:
    alias = path.strip("/") or DEFAULT_ALIAS
    if not ALIAS.fullmatch(alias):
        raise refused("must end in the name of an index: small letters, digits, - and _")
    return alias


def number(given: dict[str, str], name: str, least: int, most: int, default: int) -> int:
    text = given.get(name, str(default))
    if text.isascii() and text.isdigit() and least <= int(text) <= most:
        return int(text)
    raise refused(f"has a {name} that is not a whole number from {least} to {most}")


def refused(why: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"SEARCH_URL {why}.")
