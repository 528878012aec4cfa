"""Plans of many places by PyVRP: a day is a vehicle, a score a prize, and a place a group of clients, one for each of
its opening spans, of which at most one is visited."""

import time
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyvrp
from pyvrp.exceptions import PenaltyBoundWarning
from pyvrp.search import NeighbourhoodParams

from .exact import travel_weight
from .greedy import Orders
from .problem import Problem, Stop
from .schedule import Hours, day_plan

HISTORY = 30
NEIGHBOURS = 20
PENALTY_UPDATES = 100
"""All smaller than PyVRP's own, which are for far longer searches; measured on trips of 60 and 100 places."""
LARGEST_PRIZES = 1 << 48
"""Of all places together: far enough from overflow for sums of prizes and penalties."""
LEAST_PENALTY = 100_000.0

# Said of models that may have no feasible answer; in ours an empty plan always is one.
warnings.filterwarnings("ignore", category=PenaltyBoundWarning)


class Model:
    """The problem as PyVRP takes it, with one place or more, and its answers as orders of stops."""

    def __init__(self, problem: Problem, hours: Hours, places: Sequence[int]) -> None:
        self._problem, self._hours = problem, hours
        self._place_of: list[int] = []
        self._first_client: dict[int, int] = {}
        self._data = self._built(places)
        self._params = pyvrp.SolveParams(
            ils=pyvrp.IteratedLocalSearchParams(history_length=HISTORY),
            penalty=pyvrp.PenaltyParams(
                solutions_between_updates=PENALTY_UPDATES,
                max_penalty=max([LEAST_PENALTY, *(float(client.prize) for client in self._data.clients())]),
            ),
            neighbourhood=NeighbourhoodParams(num_neighbours=NEIGHBOURS),
        )

    def search(self, seed: int, rounds: int, until: float, start: Orders | None = None) -> Orders | None:
        """The best orders found in so many rounds, or by `until` of `time.monotonic`; None when none keeps the hours.

        The same seed and start give the same answer, unless time runs out.
        """

        def stop(best_cost: float) -> bool:
            nonlocal rounds
            rounds -= 1
            return rounds < 0 or time.monotonic() > until

        first = self._solution(start) if start else None
        result = pyvrp.solve(self._data, stop, seed, collect_stats=False, params=self._params, initial_solution=first)
        best = result.best
        return self._orders(best) if best.is_feasible() else None

    def _built(self, places: Sequence[int]) -> pyvrp.ProblemData:
        problem, hours = self._problem, self._hours
        total = sum(problem.places[n].score for n in places) + 1
        weight = max(1, min(travel_weight(problem, problem.days), LARGEST_PRIZES // total))
        clients: list[pyvrp.Client] = []
        groups: list[pyvrp.ClientGroup] = []
        for n in places:
            spans = hours.spans[n]
            group = len(groups) if len(spans) > 1 else None
            if group is not None:
                groups.append(pyvrp.ClientGroup(list(range(len(clients), len(clients) + len(spans))), required=False))
            self._first_client[n] = len(clients)
            for opens, closes in spans:
                clients.append(
                    pyvrp.Client(
                        n,
                        service_duration=problem.places[n].visit,
                        tw_early=opens,
                        tw_late=closes,
                        prize=problem.places[n].score * weight,
                        required=False,
                        group=group,
                    )
                )
                self._place_of.append(n)
        depots = sorted({day.origin for day in problem.days} | {day.target for day in problem.days})
        vehicles = [
            pyvrp.VehicleType(
                start_depot=depots.index(day.origin),
                end_depot=depots.index(day.target),
                tw_early=day.start,
                tw_late=day.end,
            )
            for day in problem.days
        ]
        travel: Any = np.array(problem.travel, np.int64)  # PyVRP's own type of a matrix is too narrow
        locations = [pyvrp.Location(0, 0) for _ in problem.places]
        return pyvrp.ProblemData(
            locations, clients, [pyvrp.Depot(n) for n in depots], vehicles, [travel], [travel], groups
        )

    def _solution(self, orders: Orders) -> pyvrp.Solution:
        routes = []
        for n, (day, order) in enumerate(zip(self._problem.days, orders, strict=True)):
            stops = day_plan(self._problem, self._hours, day, order).stops
            if stops:
                routes.append(pyvrp.Route(self._data, [self._client_of(stop) for stop in stops], n))
        return pyvrp.Solution(self._data, routes)

    def _client_of(self, stop: Stop) -> int:
        spans = self._hours.spans[stop.place]
        span = next(n for n, (opens, closes) in enumerate(spans) if opens <= stop.start <= closes)
        return self._first_client[stop.place] + span

    def _orders(self, solution: pyvrp.Solution) -> Orders:
        orders: Orders = [[] for _ in self._problem.days]
        for route in solution.routes():
            orders[route.vehicle_type()] = [self._place_of[step.idx] for step in route if step.is_client()]
        return orders
