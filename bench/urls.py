"""Every address of the product, and one that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from terruno.urls import urlpatterns as product


def trivial(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [path("bench/trivial", trivial), *product]
