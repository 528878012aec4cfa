from .bodies import Body, Seat
from .commitments import Commitment
from .cycles import Milestone, MilestoneReached, ProgrammeCycle, Stage
from .plans import Indicator, Initiative, Objective, Reading, StrategicPlan
from .reports import Frozen, Report, digest_of
from .sessions import Agreement, MeetingSession

__all__ = [
    "Agreement",
    "Body",
    "Commitment",
    "Frozen",
    "Indicator",
    "Initiative",
    "MeetingSession",
    "Milestone",
    "MilestoneReached",
    "Objective",
    "ProgrammeCycle",
    "Reading",
    "Report",
    "Seat",
    "Stage",
    "StrategicPlan",
    "digest_of",
]
