"""Queries of a request, told in a header to who asks for it. Not asked, it costs one look at the headers."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ASK, TELL = "HTTP_X_BENCH_COUNT", "X-Bench-Queries"


def count_queries(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        if ASK not in request.META:
            return get_response(request)
        queries = 0

        def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            nonlocal queries
            queries += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            response = get_response(request)
        response[TELL] = str(queries)
        return response

    return middleware
