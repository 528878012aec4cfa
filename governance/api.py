"""Open data for other programs: what there is, and each dataset as CSV or JSON."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Query, Router, Schema
from pydantic import Field

from foundation import tabular
from foundation.problems import for_status
from territories import listing
from territories.linked_data import absolute
from territories.listing import ABSENT, REFUSED, Spoken

from .open_data import DATASETS, LICENCE, LICENCE_URL, Dataset

router = Router(tags=["open data"])


class LicenceOut(Schema):
    name: str = Field(examples=[LICENCE])
    url: str = Field(examples=[LICENCE_URL])


class DatasetOut(Schema):
    slug: str = Field(examples=["territories"])
    title: str
    licence: LicenceOut
    date: str = Field(description="Day of the last change of a row", examples=["2026-11-22"])
    columns: list[str]
    csv: str = Field(description="Address", examples=["/api/v1/open-data/territories.csv"])
    json_: str = Field(alias="json", examples=["/api/v1/open-data/territories.json"])


class DatasetList(Schema):
    datasets: list[DatasetOut]


class DatasetRows(DatasetOut):
    rows: list[dict[str, Any]] = Field(description="One object a row, its keys the columns")


@router.get("/open-data/", response={200: DatasetList, **REFUSED}, summary="Datasets", url_name="open-data")
def datasets(request: HttpRequest, filters: Query[Spoken]) -> HttpResponse:
    with translation.override(filters.lang):
        return listing.answer({"datasets": [described(dataset) for dataset in DATASETS.values()]})


@router.get(
    "/open-data/{dataset}.{extension}",
    response={200: DatasetRows, **ABSENT},
    summary="A dataset",
    url_name="open-data-set",
)
def dataset(
    request: HttpRequest, dataset: str, extension: Literal["csv", "json"], filters: Query[Spoken]
) -> HttpResponse:
    found = DATASETS.get(dataset)
    if found is None:
        raise for_status(404)
    with translation.override(filters.lang):
        if extension == "json":
            rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows()]
            return listing.answer({**described(found), "rows": rows})
        answer = tabular.csv_response(f"terruno-{found.slug}-{found.changed()}", found.columns, found.rows())
    answer["Link"] = f'<{LICENCE_URL}>; rel="license"'
    answer["Cache-Control"] = listing.MAX_AGE
    return answer


def described(dataset: Dataset) -> dict[str, Any]:
    home = f"/api/v1/open-data/{dataset.slug}"
    return {
        "slug": dataset.slug,
        "title": str(dataset.title),
        "licence": {"name": LICENCE, "url": LICENCE_URL},
        "date": dataset.changed().isoformat(),
        "columns": list(dataset.columns),
        "csv": absolute(f"{home}.csv"),
        "json": absolute(f"{home}.json"),
    }
