"""Results as the API's plain data."""

from html import escape
from typing import Any

from .names import label, names_for
from .results import FACETS, Hit, SearchResults, Suggestion
from .services import address


def as_answer(results: SearchResults, lang: str) -> dict[str, Any]:
    """The whole answer of `GET /api/v1/search`; labels in the active language."""
    return {
        "query": results.query,
        "total": results.total,
        "page": results.page,
        "page_size": results.page_size,
        "took_ms": results.took_ms,
        "engine": results.engine,
        "degraded": results.degraded,
        "did_you_mean": results.did_you_mean,
        "results": [as_result(hit, lang, bool(results.query)) for hit in results.hits],
        "facets": facets(results),
    }


def as_result(hit: Hit, lang: str, with_words: bool) -> dict[str, Any]:
    picture = hit.card.get("picture")
    return {
        "kind": hit.kind,
        "id": hit.id,
        "slug": hit.slug,
        "title": hit.title,
        "summary": hit.summary,
        "url": address(hit, lang),
        "image": picture["files"].get("800") if picture else None,
        "territory": {"slug": hit.territory, "name": hit.territory_name} if hit.territory else None,
        "price": hit.price,
        "currency": hit.currency,
        "distance_km": hit.distance_km,
        "score": hit.score,
        "highlight": hit.highlight or escape(hit.summary) if with_words else None,
    }


def facets(results: SearchResults) -> dict[str, list[dict[str, Any]]]:
    names = names_for({name: [item.value for item in facet.values] for name, facet in results.facets.items()})
    return {
        name: [
            {"value": item.value, "label": label(names, name, item.value), "count": item.count, "chosen": item.chosen}
            for item in results.facets[name].values
        ]
        for name in FACETS
    }


def as_suggestion(suggestion: Suggestion, lang: str) -> dict[str, str]:
    return {"text": suggestion.text, "kind": suggestion.kind, "url": address(suggestion, lang)}
