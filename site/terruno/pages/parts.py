"""A body laid out: running text together, each other block a part of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Part:
    """`number` counts parts from 1, so that each can be linked to; `text` parts hold blocks read in one go."""

    number: int
    text: bool
    blocks: list[Any] = field(default_factory=list)


def parted(body: Iterable[Any], text_blocks: frozenset[str]) -> list[Part]:
    found: list[Part] = []
    for block in body:
        text = block.block_type in text_blocks
        if not (text and found and found[-1].text):
            found.append(Part(len(found) + 1, text))
        found[-1].blocks.append(block)
    return found
