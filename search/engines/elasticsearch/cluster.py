"""Talking to the cluster: its failures as one error, and a rest after each so that nobody waits for it in vain."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from elastic_transport import TransportError
from elasticsearch import ApiError, NotFoundError

from search.engines.base import EngineDown

from .address import Address
from .transport import connect

REST_SECONDS = 5.0
OVERWORKED = frozenset({408, 429, 500, 502, 503, 504})
NEWER_BM25 = 3
"""OpenSearch's first version whose BM25 leaves out the factor k1 + 1, as it changes no order among words alone."""


class Missing(Exception):
    """There is no index under our name (yet, or at this very moment)."""


@dataclass(frozen=True, slots=True)
class Product:
    name: str
    """As answers tell it: elasticsearch or opensearch."""
    major: int

    @property
    def bm25_factor(self) -> float:
        """What the weight of a word must be multiplied by to mean the same as elsewhere."""
        return 2.2 if self.name == "opensearch" and self.major >= NEWER_BM25 else 1.0


class Cluster:
    def __init__(self, address: Address) -> None:
        self.address = address
        self.client = connect(address)
        self.patient = self.client.options(request_timeout=60)
        """For writes in bulk, which a worker may wait for."""
        self.lock = threading.Lock()
        self.resting_until = 0.0
        self.known: Product | None = None

    @property
    def product(self) -> Product:
        """Which of the two this is, asked once. Raises EngineDown."""
        if self.known is None:
            with self.reaching():
                version = self.client.info()["version"]
            name = "opensearch" if version.get("distribution") == "opensearch" else "elasticsearch"
            self.known = Product(name, int(version["number"].split(".")[0]))
        return self.known

    @contextmanager
    def reaching(self) -> Iterator[None]:
        """Around every call. Raises Missing for no index, EngineDown for what fails and while the cluster rests."""
        self.begin()
        try:
            yield
        except NotFoundError as error:
            self.resting_until = 0.0
            raise Missing(str(error)) from error
        except ApiError as error:
            if error.status_code in OVERWORKED:
                self.rest()
            else:
                self.resting_until = 0.0
            raise EngineDown(f"{error.status_code} {error.message}") from error
        except TransportError as error:
            self.rest()
            raise EngineDown(f"{type(error).__name__} {error.message}") from error
        self.resting_until = 0.0

    def begin(self) -> None:
        """Raises EngineDown while the cluster rests; when the rest is over one caller tries, the others still wait."""
        if not self.resting_until:
            return
        with self.lock:
            now = time.monotonic()
            if now < self.resting_until:
                raise EngineDown("resting after a failure")
            if self.resting_until:
                self.resting_until = now + REST_SECONDS

    def rest(self) -> None:
        self.resting_until = time.monotonic() + REST_SECONDS
