"""The wire to a cluster, Elasticsearch or OpenSearch alike."""

from typing import Any

from elastic_transport import HttpHeaders, Urllib3HttpNode
from elasticsearch import Elasticsearch

from .address import Address

PLAIN = {
    "application/vnd.elasticsearch+json": "application/json",
    "application/vnd.elasticsearch+x-ndjson": "application/x-ndjson",
}
PRODUCT = ("x-elastic-product", "Elasticsearch")


class PlainNode(Urllib3HttpNode):
    """Speaks plain JSON instead of the vendor's media types, which OpenSearch refuses, and vouches for the product.

    The client looks for a header that only Elasticsearch sends. Everything we ask for is answered alike by both.
    """

    def perform_request(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: HttpHeaders | None = None,
        *args: Any,
        **more: Any,
    ) -> Any:
        sent = HttpHeaders(headers or {})
        for name in ("accept", "content-type"):
            if name in sent:
                sent[name] = plain(sent[name])
        answer = super().perform_request(method, target, body, sent, *args, **more)
        answer.meta.headers[PRODUCT[0]] = PRODUCT[1]
        return answer


def plain(media_type: str) -> str:
    """A media type without its vendor: `application/vnd.elasticsearch+json; compatible-with=8` is JSON."""
    kind = media_type.partition(";")[0].strip()
    return PLAIN.get(kind, media_type)


def connect(address: Address) -> Elasticsearch:
    """A client that gives up soon and never tries twice: a stand-in is waiting."""
    return Elasticsearch(
        list(address.hosts),
        node_class=PlainNode,
        request_timeout=address.timeout,
        max_retries=0,
        retry_on_timeout=False,
        http_compress=False,
        **address.client_options(),
    )
