from .calls import Call, Criterion, Proposal, Provider, Score
from .courses import Attendance, Course, CourseSession, Enrolment, Indicator, Visit
from .demand import FruitlessSearch, UnmetDemand
from .gaps import CapacityRaise, Evidence, Gap
from .interests import Interest
from .jobs import Posting
from .opportunities import Opportunity, Requirement
from .programmes import Cohort, Graduates, Programme
from .results import Actual, ResultPayment

__all__ = [
    "Actual",
    "Attendance",
    "Call",
    "CapacityRaise",
    "Cohort",
    "Course",
    "CourseSession",
    "Criterion",
    "Enrolment",
    "Evidence",
    "FruitlessSearch",
    "Gap",
    "Graduates",
    "Indicator",
    "Interest",
    "Opportunity",
    "Posting",
    "Programme",
    "Proposal",
    "Provider",
    "Requirement",
    "ResultPayment",
    "Score",
    "UnmetDemand",
    "Visit",
]
