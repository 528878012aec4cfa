"""What is asked and what is answered, and the JSON of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from foundation.reading import BadProblem, a_list, a_whole, as_object, given, read_object, refuse_twins, within

LARGEST = 10**12
MOST_SUPPLIERS = 20_000


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
            "proof": self.proof,
        }


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def read(text: str | bytes) -> Problem:
    """The problem of a JSON document. Raises BadProblem naming the field that is wrong."""
    document = read_object(text)
    rows = a_list(document, "suppliers", "", most=MOST_SUPPLIERS)
    suppliers = tuple(_supplier(row, f"suppliers[{n}]") for n, row in enumerate(rows))
    refuse_twins((supplier.id for supplier in suppliers), "suppliers")
    limit = document.get("max_suppliers")
    return Problem(
        quantity=_whole(document, "quantity", ""),
        suppliers=suppliers,
        fairness=_share(document, "fairness", ""),
        max_suppliers=None if limit is None else _whole(document, "max_suppliers", ""),
    )


def _supplier(given_row: Any, at: str) -> Supplier:
    row = as_object(given_row, at)
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
    return a_whole(given(row, name, at, default), within(at, name), least=least, most=LARGEST)


def _share(row: dict[str, Any], name: str, at: str) -> Fraction:
    value = row.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not 0 <= value <= 1_000_000:
        raise BadProblem(within(at, name), "must be a number from 0 to 1000000")
    if isinstance(value, Decimal) and value and value.adjusted() < -30:
        return Fraction(0)  # smaller than any number that means something, and its fraction would be huge
    return Fraction(value)
