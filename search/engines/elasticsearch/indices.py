"""Generations of the index on the cluster, the one that answers, and the doors that writes go through.

    terruno-f2            alias of the generation that answers; FORMAT in its name, so that two versions of this program
                          may run beside each other during an upgrade
    terruno-f2-<random>   a generation: the one that answers, or one that is being built
    ….door                an alias of its own for each. Writes name it and require it to be an alias, or else a write to
                          a generation just removed would have the cluster invent an index of that name

Whoever writes, writes to every generation there is; so a rebuild loses nothing, and any number of them need no lock.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from elasticsearch import BadRequestError

from foundation import crash
from search.engines.base import EngineDown
from search.engines.entry import FORMAT

from .cluster import Cluster, Missing
from .rows import mapping

DOOR = ".door"
LEFT_BEHIND_SECONDS = 3600
"""A generation that still does not answer after so long was left by a rebuild that died."""
SETTLED = {"index": {"refresh_interval": None}}


@dataclass(frozen=True, slots=True)
class Generation:
    name: str
    live: bool

    @property
    def door(self) -> str:
        return self.name + DOOR


class Indices:
    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.alias = f"{cluster.address.alias}-f{FORMAT}"

    def generations(self) -> list[Generation]:
        """Those there are, with a door."""
        with self.cluster.reaching():
            found = self.cluster.client.indices.get_alias(index=f"{self.alias}-*").body
        return [
            Generation(name, self.alias in about["aliases"])
            for name, about in found.items()
            if name + DOOR in about["aliases"]
        ]

    def live(self) -> Generation:
        """The generation that answers. Raises Missing before anything was ever indexed."""
        for generation in self.generations():
            if generation.live:
                return generation
        raise Missing(self.alias)

    def exists(self) -> bool:
        with self.cluster.reaching():
            return bool(self.cluster.client.indices.exists_alias(name=self.alias))

    def begin(self) -> None:
        """An empty index that answers, for the first listing ever written. A second caller changes nothing."""
        name = f"{self.alias}-first"
        try:
            self.create(name, {self.alias: {}, name + DOOR: {}})
        except EngineDown as error:
            if not isinstance(error.__cause__, BadRequestError):
                raise
            if not self.exists():
                raise

    def create(self, name: str, aliases: dict[str, Any], **settings: Any) -> None:
        shards = {"number_of_shards": self.cluster.address.shards, "auto_expand_replicas": "0-1"}
        # Tombstones are rows of our own: the cluster's would keep a listing out that a backup brought back.
        index = {**shards, "gc_deletes": "-1", **settings}
        with self.cluster.reaching():
            self.cluster.patient.indices.create(
                index=name, settings={"index": index}, mappings=mapping(), aliases=aliases
            )

    @contextmanager
    def building(self) -> Iterator[Generation]:
        """A new generation, which answers from the end of the block on; removed again if the block fails."""
        self.tidy()
        name = f"{self.alias}-{int(time.time()):x}{uuid4().hex[:8]}"
        generation = Generation(name, live=False)
        self.create(name, {generation.door: {}}, refresh_interval="-1")
        try:
            yield generation
            crash.point("index.filled")
            self.settle(generation)
            replaced = self.switch_to(generation)
            crash.point("index.switched")
        except BaseException:
            self.remove([generation])
            raise
        self.remove(replaced)

    def settle(self, generation: Generation) -> None:
        with self.cluster.reaching():
            self.cluster.patient.indices.put_settings(index=generation.name, settings=SETTLED)
            self.cluster.patient.indices.refresh(index=generation.name)

    def switch_to(self, generation: Generation) -> list[Generation]:
        """Have this generation answer from now on, at one stroke; the ones it replaces, to which nobody writes now."""
        replaced = [other for other in self.generations() if other.live]
        actions: list[dict[str, Any]] = [{"add": {"index": generation.name, "alias": self.alias}}]
        for other in replaced:
            actions += [{"remove": {"index": other.name, "alias": alias}} for alias in (self.alias, other.door)]
        with self.cluster.reaching():
            self.cluster.patient.indices.update_aliases(actions=actions)
        return replaced

    def tidy(self) -> None:
        """Remove what rebuilds that died have left."""
        with self.cluster.reaching():
            found = self.cluster.client.indices.get(index=f"{self.alias}-*").body
        old = (time.time() - LEFT_BEHIND_SECONDS) * 1000
        self.remove(
            [
                Generation(name, live=False)
                for name, about in found.items()
                if self.alias not in about["aliases"] and int(about["settings"]["index"]["creation_date"]) < old
            ]
        )

    def remove(self, generations: list[Generation]) -> None:
        """A failure to remove loses nothing: the next rebuild tidies."""
        for generation in generations:
            try:
                with self.cluster.reaching():
                    self.cluster.patient.indices.delete(index=generation.name, ignore_unavailable=True)
            except (EngineDown, Missing):
                continue
