"""Splitting a demand over suppliers: as much as can be served, then at the least cost; exact.

`split(Problem)` answers an `Allocation`. Nothing here knows of Django or of the database.
"""

from .problem import Allocation, BadProblem, Problem, Supplier, read
from .solve import split

__all__ = ["Allocation", "BadProblem", "Problem", "Supplier", "read", "split"]
