"""The core by dictionary, in numbers of any size: for the few problems whose sums outgrow a machine's whole number."""

from .bound import Window
from .states import Core, TooFine

MOST_WORK = 1_500_000
"""Ways looked at before giving up: about two seconds."""
State = tuple[int, int]
"""What is given together, and by how many."""


def by_dictionary(core: Core) -> list[int] | None:
    """The quantities of least excess within the gap, or None; exact however large. Raises TooFine when too many."""
    order = sorted(range(len(core.items)), key=lambda i: (core.items[i].count, i))
    rest = sum(item.last for item in core.items)
    states: dict[State, int] = {(0, 0): 0}
    came: list[dict[State, tuple[State, int]]] = []
    work = 0
    for i in order[:-1]:
        item = core.items[i]
        rest -= item.last
        work += len(states) * (item.count + 1)
        if work > MOST_WORK:
            raise TooFine
        states, steps = _extended(core, item, states, rest)
        came.append(steps)
    return _finished(core, order, states, came)


def _choices(item: Window) -> list[tuple[int, int]]:
    some = [(item.first + k * item.step, item.at_first + k * item.rise) for k in range(item.count)]
    return some if item.nothing is None else [(0, item.nothing), *some]


def _extended(
    core: Core, item: Window, states: dict[State, int], rest: int
) -> tuple[dict[State, int], dict[State, tuple[State, int]]]:
    found: dict[State, int] = {}
    steps: dict[State, tuple[State, int]] = {}
    choices = _choices(item)
    for state, excess in states.items():
        for given, cost in choices:
            together, used, total = state[0] + given, state[1] + (given > 0), excess + cost
            if not core.target - rest <= together <= core.target or total > core.gap:
                continue
            if core.seats is not None and used > core.seats:
                continue
            reached = (together, used if core.seats is not None else 0)
            if reached not in found or total < found[reached]:
                found[reached], steps[reached] = total, (state, given)
    return found, steps


def _finished(
    core: Core, order: list[int], states: dict[State, int], came: list[dict[State, tuple[State, int]]]
) -> list[int] | None:
    """Let the last item give just what is missing, and read the best way back."""
    ends = []
    for state, excess in states.items():
        missing = core.target - state[0]
        last = _last_cost(core.items[order[-1]], missing) if order else (0 if missing == 0 else None)
        used = state[1] + (missing > 0)
        empty = 0 if core.seats is None else core.seats - used
        if last is not None and empty >= 0 and excess + last + core.charge * empty <= core.gap:
            ends.append((excess + last + core.charge * empty, state, missing))
    if not ends:
        return None
    _excess, state, missing = min(ends)
    quantities = [0] * len(core.items)
    if order:
        quantities[order[-1]] = missing
    for i, steps in zip(reversed(order[:-1]), reversed(came), strict=True):
        state, quantities[i] = steps[state]
    return quantities


def _last_cost(item: Window, quantity: int) -> int | None:
    if quantity == 0:
        return item.nothing
    steps, left = divmod(quantity - item.first, item.step)
    return item.at_first + steps * item.rise if left == 0 and 0 <= steps < item.count else None
