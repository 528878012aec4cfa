"""A trip sent as a file to keep."""

from django.http import HttpResponse
from django.utils.text import slugify

from foundation.problems import for_status
from routes.exports import FORMATS, Format
from routes.exports.trip import Trip


def format_of(extension: str) -> Format:
    """Raises Problem 404: there is no such file."""
    found = FORMATS.get(extension)
    if found is None:
        raise for_status(404)
    return found


def file_of(trip: Trip, extension: str, *, cache: str) -> HttpResponse:
    """In the active language, under a name made of plain letters."""
    kind = format_of(extension)
    name = f"{slugify(trip.key) or 'terruno'}.{extension}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": cache,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(kind.write(trip), content_type=kind.content_type, headers=headers)
