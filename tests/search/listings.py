"""Listings for tests of the search, made in a line each."""

from typing import Any

from search.documents import SearchDocument


def listing(number: int, title: str = "Queso", **facts: Any) -> SearchDocument:
    """A listing with as little as a test needs to say."""
    facts = {"kind": "product", "version": 1, "slug": f"n{number}", "url": f"/n{number}/", **facts}
    return SearchDocument(id=number, title=facts.pop("titles", {"es": title}), **facts)
