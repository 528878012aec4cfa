"""Lists of the API: one shape of paging, of language and of what any record tells about itself."""

from collections.abc import Callable
from typing import Any, Literal

from django.db.models import QuerySet
from django.http import HttpResponse, JsonResponse
from django.utils import translation
from ninja import Schema
from pydantic import Field

from foundation.problems import for_status
from foundation.records import Record

from .linked_data import absolute
from .models import Territory

Language = Literal["es", "en"]
MAX_AGE = "public, max-age=60"


class Spoken(Schema):
    lang: Language = Field("es", description="Language of the texts; what is not translated comes in Spanish")


class Paging(Spoken):
    page: int = Field(1, ge=1, le=1_000_000, description="From 1; beyond the last one `results` is empty")
    page_size: int = Field(24, ge=1, le=100)


class Named(Schema):
    slug: str = Field(examples=["limari"])
    name: str = Field(examples=["Limarí"])


class Listed(Schema):
    """What a record of any kind tells in a list."""

    kind: str = Field(examples=["product"])
    id: int = Field(examples=[7])
    slug: str = Field(examples=["queso-cabra-maduro-limari"])
    title: str = Field(examples=["Queso de cabra maduro del Limarí"])
    summary: str
    url: str = Field(description="Path of its page", examples=["/productos/queso-cabra-maduro-limari/"])
    image: str | None = Field(description="Address of its picture, 800 pixels wide")


class Page(Schema):
    total: int = Field(examples=[97])
    page: int = Field(examples=[1])
    page_size: int = Field(examples=[24])


class ProblemField(Schema):
    field: str
    message: str


class ProblemDocument(Schema):
    """RFC 9457, sent as application/problem+json."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[ProblemField] = Field(default_factory=list)


REFUSED = {400: ProblemDocument}
ABSENT = {400: ProblemDocument, 404: ProblemDocument}


def listed(record: Record) -> dict[str, Any]:
    files = record.picture.get("files") or {}
    return {
        "kind": record.kind,
        "id": record.pk,
        "slug": record.slug,
        "title": str(record),
        "summary": record.summary,
        "url": record.get_absolute_url(),
        "image": absolute(files["800"]) if files.get("800") else None,
    }


def named(territory: Territory) -> dict[str, str]:
    return {"slug": territory.slug, "name": territory.name}


def page_of(found: "QuerySet[Any]", paging: Paging, row: Callable[[Any], dict[str, Any]]) -> HttpResponse:
    """One page of the rows found, which must be ordered, each written by `row` in the language asked for."""
    start = (paging.page - 1) * paging.page_size
    with translation.override(paging.lang):
        results = [row(record) for record in found[start : start + paging.page_size]]
    return answer({"total": found.count(), "page": paging.page, "page_size": paging.page_size, "results": results})


def one_of(found: "QuerySet[Any]", slug: str, lang: Language, row: Callable[[Any], dict[str, Any]]) -> HttpResponse:
    """The record of this slug; what is not published is as absent as what never was."""
    with translation.override(lang):
        record = found.filter(slug=slug).first()
        if record is None:
            raise for_status(404)
        return answer(row(record))


def answer(body: dict[str, Any]) -> HttpResponse:
    """Plain JSON; the schemas of `response` describe it, they are not run over it again."""
    return JsonResponse(body, headers={"Cache-Control": MAX_AGE}, json_dumps_params={"ensure_ascii": False})
