"""What is asked and what is answered, and the JSON of both."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn

LARGEST = 10**12
MOST_SUPPLIERS = 20_000


class BadProblem(ValueError):
    """The problem cannot be read; `field` names where, as in "suppliers[3].capacity"."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


@dataclass(frozen=True)
class Supplier:
    """If used, gives `minimum` ≤ q ≤ `capacity`, q > 0 a multiple of `multiple`, for q·unit_price + fixed_cost."""

    id: str
    capacity: int
    unit_price: int
    minimum: int = 0
    multiple: int = 1
    fixed_cost: int = 0
    recent_share: Fraction = Fraction(0)

    def cost(self, quantity: int) -> int:
        return quantity * self.unit_price + self.fixed_cost if quantity else 0


@dataclass(frozen=True)
class Problem:
    """Serve as much of `quantity` as can be, never more; then minimise cost and penalty together.

    The penalty of a supplier is fairness·recent_share·cost, so that who had much lately must be cheaper to be chosen.
    """

    quantity: int
    suppliers: tuple[Supplier, ...]
    fairness: Fraction = Fraction(0)
    max_suppliers: int | None = None


@dataclass(frozen=True)
class Allocation:
    """`quantities` by supplier id, only those used, in the problem's order. `cost` is money, `penalty` is not."""

    served: int
    unmet: int
    cost: int
    penalty: Fraction = Fraction(0)
    quantities: Mapping[str, int] = field(default_factory=dict)
    proof: str = "exact"
    """How the optimum is known: "exact", proved in whole numbers; "rounded", the same with penalties rounded, since the
    shares have too many decimals; "solver", by the MIP solver's word, its answer checked in whole numbers; "plain",
    filled up within every rule where the numbers are too large for all of these."""

    def document(self) -> dict[str, Any]:
        """The answer as the command prints it."""
        return {
            "served": self.served,
            "cost": self.cost,
            "allocations": [{"id": name, "quantity": quantity} for name, quantity in self.quantities.items()],
            "unmet": self.unmet,
            "penalty": _number(self.penalty),
        }


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def read(text: str | bytes) -> Problem:
    """The problem of a JSON document. Raises BadProblem naming the field that is wrong."""
    try:
        document = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise BadProblem("document", f"is not JSON ({error})") from None
    if not isinstance(document, dict):
        raise BadProblem("document", "must be an object")
    rows = document.get("suppliers")
    if not isinstance(rows, list) or len(rows) > MOST_SUPPLIERS:
        raise BadProblem("suppliers", f"must be a list of at most {MOST_SUPPLIERS}")
    suppliers = tuple(_supplier(row, f"suppliers[{n}]") for n, row in enumerate(rows))
    seen: set[str] = set()
    for n, supplier in enumerate(suppliers):
        if supplier.id in seen:
            raise BadProblem(f"suppliers[{n}].id", f"{supplier.id!r} is there twice")
        seen.add(supplier.id)
    limit = document.get("max_suppliers")
    return Problem(
        quantity=_whole(document, "quantity", ""),
        suppliers=suppliers,
        fairness=_share(document, "fairness", ""),
        max_suppliers=None if limit is None else _whole(document, "max_suppliers", ""),
    )


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _supplier(row: Any, at: str) -> Supplier:
    if not isinstance(row, dict):
        raise BadProblem(at, "must be an object")
    name = row.get("id")
    if not isinstance(name, str) or not name:
        raise BadProblem(f"{at}.id", "must be a text that is not empty")
    return Supplier(
        id=name,
        capacity=_whole(row, "capacity", at),
        unit_price=_whole(row, "unit_price", at),
        minimum=_whole(row, "minimum", at, default=0),
        multiple=_whole(row, "multiple", at, default=1, least=1),
        fixed_cost=_whole(row, "fixed_cost", at, default=0),
        recent_share=_share(row, "recent_share", at),
    )


def _whole(row: dict[str, Any], name: str, at: str, default: int | None = None, least: int = 0) -> int:
    where = f"{at}.{name}" if at else name
    value = row.get(name, default)
    if value is None:
        raise BadProblem(where, "is missing")
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= LARGEST:
        raise BadProblem(where, f"must be a whole number from {least} to {LARGEST}")
    return value


def _share(row: dict[str, Any], name: str, at: str) -> Fraction:
    where = f"{at}.{name}" if at else name
    value = row.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value <= 1_000_000:
        raise BadProblem(where, "must be a number from 0 to 1000000")
    if isinstance(value, Decimal) and value and value.adjusted() < -30:
        return Fraction(0)  # smaller than any number that means something, and its fraction would be huge
    return Fraction(value)
