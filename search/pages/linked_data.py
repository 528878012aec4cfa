"""A list as a schema.org document."""

from collections.abc import Sequence
from typing import Any

from search.results import Hit
from search.services import address
from territories.linked_data import absolute


def item_list(name: str, hits: Sequence[Hit], first: int, total: int, lang: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": name,
        "numberOfItems": total,
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": hit.title, "url": absolute(address(hit, lang))}
            for place, hit in enumerate(hits, first)
        ],
    }
