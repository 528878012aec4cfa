"""Splitting a demand over suppliers: as much as can be served, then at the least cost; exact.

`split(Problem)` answers an `Allocation`. Nothing here knows of Django or of the database.
"""

from foundation.reading import BadProblem

from .problem import Allocation, Problem, Supplier, read
from .solve import split

__all__ = ["Allocation", "BadProblem", "Problem", "Supplier", "read", "split"]
