"""Stories as listings that search finds: one document a story, in both its languages."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.html import strip_tags
from wagtail.rich_text import get_text_for_indexing

from search.documents import SearchDocument
from search.sources import register
from search.sources.texts import pictured

from .models import StoryPage


def rows() -> QuerySet[Any]:
    """The published Spanish stories anyone may read."""
    return StoryPage.objects.filter(live=True, locale__language_code="es").public()


def build(stories: QuerySet[Any]) -> Iterator[SearchDocument]:
    """Two queries a batch: the stories, and their English."""
    found = list(stories.select_related("territory"))
    keys = [story.translation_key for story in found]
    english = {
        page.translation_key: page
        for page in StoryPage.objects.filter(translation_key__in=keys, locale__language_code="en", live=True)
    }
    for story in found:
        yield document(story, english.get(story.translation_key))


def document(story: StoryPage, english: StoryPage | None) -> SearchDocument:
    place = story.territory
    told = {"es": story} | ({"en": english} if english is not None else {})
    card = {
        "inks": place.inks if place else None,
        "latitude": place.latitude if place else None,
        "picture": pictured(story.picture),
        "url_en": english.get_url() if english is not None else story.get_url(),
    }
    return SearchDocument(
        kind="story",
        id=story.pk,
        version=story.version,
        slug=story.slug,
        url=story.get_url() or "",
        title={lang: page.title for lang, page in told.items()},
        summary={lang: page.standfirst for lang, page in told.items()},
        body={lang: words(page) for lang, page in told.items()},
        territory=place.slug if place else None,
        territory_name=place.name if place else "",
        lat=place.latitude if place else None,
        lon=place.longitude if place else None,
        created=story.first_published_at.timestamp() if story.first_published_at else 0.0,
        card={name: value for name, value in card.items() if value is not None},
    )


def words(page: StoryPage) -> str:
    """The running text of a body, out of the stored blocks, so that no listing in it is read."""
    texts = []
    for block in page.body.raw_data:
        match block["type"], block["value"]:
            case "paragraph", text:
                texts.append(strip_tags(get_text_for_indexing(text)))
            case "heading", text:
                texts.append(text)
            case (("quote" | "callout"), {"text": text}):
                texts.append(text)
    return "\n\n".join(texts)


register("story", rows=rows, build=build)
