"""The same problem for the MIP solver HiGHS; for sizes where the exact table is too large.

Whatever it answers is rounded and checked in whole numbers before anybody believes it.
"""

import highspy
import numpy as np

from .options import Option


def most_served(options: list[Option], quantity: int, limit: int) -> list[int] | None:
    """Quantities that together come closest to `quantity` from below, or None when the solver has no valid answer."""
    return _solve(options, limit, at_least=0, at_most=quantity, gain=True)


def cheapest(options: list[Option], served: int, limit: int) -> list[int] | None:
    """Quantities that give just `served` at the least cost, or None when the solver has no valid answer."""
    return _solve(options, limit, at_least=served, at_most=served, gain=False)


def _solve(options: list[Option], limit: int, *, at_least: int, at_most: int, gain: bool) -> list[int] | None:
    n = len(options)
    lo = np.array([float(o.lo) for o in options])
    step = np.array([float(o.step) for o in options])
    most = np.array([(o.hi - o.lo) // o.step for o in options], float)
    if gain:
        used_cost, step_cost = -lo, -step
    else:
        top = float(max(o.cost(o.hi) for o in options)) or 1.0
        used_cost = np.array([o.cost(o.lo) / top for o in options])
        step_cost = np.array([o.price * o.step / top for o in options])
    h = highspy.Highs()
    for name, value in {
        "output_flag": False,
        "threads": 1,
        "random_seed": 1,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.0,
        "mip_feasibility_tolerance": 1e-9,
        "primal_feasibility_tolerance": 1e-9,
        "time_limit": 20.0,
    }.items():
        h.setOptionValue(name, value)
    # columns: used (0 or 1) of each supplier, then the steps above its least quantity
    h.addVars(2 * n, np.zeros(2 * n), np.concatenate([np.ones(n), most]))
    columns = np.arange(2 * n, dtype=np.int32)
    h.changeColsCost(2 * n, columns, np.concatenate([used_cost, step_cost]))
    h.changeColsIntegrality(2 * n, columns, np.full(2 * n, highspy.HighsVarType.kInteger))
    h.addRow(float(at_least), float(at_most), 2 * n, columns, np.concatenate([lo, step]))
    if limit < n:
        h.addRow(0.0, float(limit), n, columns[:n], np.ones(n))
    for i in np.flatnonzero(most):
        pair = np.array([i, n + i], dtype=np.int32)
        h.addRow(-highspy.kHighsInf, 0.0, 2, pair, np.array([-most[i], 1.0]))
    h.run()
    values = h.getSolution().col_value
    if len(values) != 2 * n:
        return None
    quantities = [o.lo + o.step * round(values[n + i]) if round(values[i]) else 0 for i, o in enumerate(options)]
    fits = all(o.allows(q) for o, q in zip(options, quantities, strict=True))
    within = at_least <= sum(quantities) <= at_most and sum(1 for q in quantities if q) <= limit
    return quantities if fits and within else None
