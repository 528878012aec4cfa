"""The records of the rooms to the left, registered."""

from types import ModuleType

from . import circuits, networks, opportunities, producers, products, territories
from .registry import register

RECORDS: dict[str, ModuleType] = {
    "product": products,
    "circuit": circuits,
    "producer": producers,
    "network": networks,
    "territory": territories,
    "opportunity": opportunities,
}


def register_records() -> None:
    for kind, module in RECORDS.items():
        register(kind, rows=module.rows, build=module.build, steady=True)
