"""What the embedded index keeps of a listing."""

import json
from typing import Any

import tantivy

from search.engines.hits import Texts

from .schema import UNIT
from .store import Snapshot


class Held:
    """One listing; each text is read when it is first needed."""

    def __init__(self, snapshot: Snapshot, address: tantivy.DocAddress) -> None:
        self.document = snapshot.searcher.doc(address)
        self.facts: dict[str, Any] = json.loads(bytes(self.document["stored"][0]).decode())

    def written(self, lang: str) -> Texts:
        return bytes(self.document[f"told_{lang}"][0]).decode().split(UNIT)
