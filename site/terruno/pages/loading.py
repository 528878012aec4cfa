"""Pages out of plain data: Spanish pages, and their English as translations an editor sees side by side."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation, TranslationContext, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from foundation.posters.drawings import DRAWINGS

from .bodies import Chosen, body, heroes, home_body
from .models import EditorialPage, GuidePage, HomePage, LandingPage, PlainPage, StoryIndexPage, StoryPage

Row = dict[str, Any]
TYPES: dict[str, type[EditorialPage]] = {
    "story": StoryPage,
    "guide": GuidePage,
    "landing": LandingPage,
    "plain": PlainPage,
}
INDEX = {
    "slug_es": "historias", "slug_en": "stories", "title_es": "Historias", "title_en": "Stories",
    "standfirst_es": "De quiénes lo hacen, contado por alguien que fue a ver.",
    "standfirst_en": "About the people who make it, told by somebody who went to see.",
}  # fmt: skip
SUBJECTS = {
    "forest": "standing_timber", "goat-cheese": "goat", "squid-sausage": "sausage", "old-vine": "vine_house",
    "volcano": "volcano_tree", "table": "shared_table", "seal": "honey_pot", "road": "forest_road",
    "kitchen": "cooking_pot", "gift-box": "basket", "ship": "boat", "country": "hands",
}  # fmt: skip
"""What is drawn for a picture that no drawing is called like."""


def load_pages(data: Row, *, reset: bool = False) -> int:
    """Bring in the home page, the stories and the texts of `data`, published in Spanish and English.

    Safe to repeat: a page that is there keeps what editors made of it, unless `reset` sets it back to the data's words.
    Answers how many pages were added. Records that `data` names must be there before.
    """
    locales()
    chosen = Chosen.of_today()
    home, added = _put_home(data["home"]["title_es"])
    index, fresh = _put(
        home, StoryIndexPage, INDEX, {lang: {"standfirst": INDEX[f"standfirst_{lang}"]} for lang in ("es", "en")}, reset
    )
    added += fresh
    for row in data["pages"]:
        parent = index if row["type"] == "story" else home
        values = {lang: _values(row, lang, chosen) for lang in ("es", "en")}
        _page, fresh = _put(parent, TYPES[row["type"]], row, values, reset)
        added += fresh
    _fill_home(home, data["home"], chosen, reset)
    return added


def locales() -> dict[str, Locale]:
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


def _put_home(title: str) -> tuple[HomePage, int]:
    """The Spanish home page, and the site that begins there."""
    home = HomePage.objects.filter(locale=Locale.objects.get(language_code="es")).first()
    if home is not None:
        return home, 0
    root = Page.get_first_root_node()
    with transaction.atomic():
        first = _drop_welcome_page(root)
        home = HomePage(title=title, slug="inicio", locale=Locale.objects.get(language_code="es"))
        root.add_child(instance=home)
        address = urlsplit(settings.TERRUNO_BASE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        site = first or Site(is_default_site=True)
        site.hostname, site.port = address.hostname or "localhost", port
        site.root_page, site.site_name = home, "Terruño"
        site.save()
    home.save_revision().publish()
    return home, 1


def _drop_welcome_page(root: Page) -> Site | None:
    """Take out the page Wagtail begins with; its site stays, for our home."""
    site = Site.objects.filter(is_default_site=True).first()
    welcome = root.get_children().exact_type(Page).first()
    if site is not None:
        site.root_page = root
        site.save()
    if welcome is not None:
        welcome.delete()
    return site


def _fill_home(home: HomePage, row: Row, chosen: Chosen, reset: bool) -> None:
    """The home's parts, which name stories and so come after them."""
    if home.body and not reset:
        return
    stories = {page.slug: page.pk for page in StoryPage.objects.filter(locale=home.locale)}
    values = {
        lang: {
            "heroes": heroes(row["heroes"], lang, chosen),
            "body": home_body(row["sections"], lang, chosen, stories),
            "search_description": row[f"description_{lang}"],
        }
        for lang in ("es", "en")
    }
    _fill(home, values["es"])
    _translate(home, {**values["en"], "title": row["title_en"], "slug": "home"})


def _values(row: Row, lang: str, chosen: Chosen) -> Row:
    standfirst = row[f"standfirst_{lang}"]
    values: Row = {
        "standfirst": standfirst,
        "search_description": standfirst,
        "territory": chosen.territories.get(row.get("territory") or ""),
        "drawing": drawing_of(row.get("picture")),
        "fictional": bool(row.get("fictional")),
        "body": body(row[f"body_{lang}"], lang, chosen),
    }
    if row["type"] == "story":
        values["date"] = date.fromisoformat(row["date"])
    return values


def drawing_of(picture: str | None) -> str:
    name = SUBJECTS.get(picture or "", picture or "")
    return name if name in DRAWINGS else ""


def _put(parent: Page, model: type[Page], row: Row, values: dict[str, Row], reset: bool) -> tuple[Any, int]:
    page = model.objects.child_of(parent).filter(slug=row["slug_es"]).first()
    if page is not None and not reset:
        return page, 0
    added = page is None
    if page is None:
        page = model(title=row["title_es"], slug=row["slug_es"], locale=parent.locale)
        for name, value in values["es"].items():
            setattr(page, name, value)
        parent.add_child(instance=page)
    _fill(page, values["es"])
    _translate(page, {**values["en"], "title": row["title_en"], "slug": row["slug_en"]})
    return page, int(added)


def _fill(page: Any, values: Row) -> None:
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()


@transaction.atomic
def _translate(page: Any, english: Row) -> None:
    """Give the page its English: a translation for each Spanish string, and of them the English page, published."""
    target = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=target)
    told = type(page).objects.get(pk=page.pk)
    for name, value in english.items():
        setattr(told, name, value)
    contexts = dict(TranslationContext.objects.filter(object=source.object).values_list("path", "pk"))
    spanish = list(source.stringsegment_set.select_related("string", "context").order_by("order"))
    for segment, text in zip(spanish, _strings(told), strict=True):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string, locale=target, context_id=contexts[segment.context.path],
            defaults={"data": text.string.data, "translation_type": "manual", "has_error": False},
        )  # fmt: skip
    translation.save_target(publish=False)
    made = translation.get_target_instance()
    made.get_latest_revision().publish()


def _strings(page: Any) -> Iterator[StringSegmentValue]:
    return (segment for segment in extract_segments(page) if isinstance(segment, StringSegmentValue))
