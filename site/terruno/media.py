"""Pictures sent by the application itself, where no proxy does it."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

AGE_S = 7 * 86_400


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file under MEDIA_ROOT. Uploaded files bear random names, so a week in caches does no harm."""
    try:
        answer = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    except OSError as error:  # a name longer than any file's
        raise Http404 from error
    answer["Cache-Control"] = f"public, max-age={AGE_S}"
    answer["Content-Security-Policy"] = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox"
    return answer
