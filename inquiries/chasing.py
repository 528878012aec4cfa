"""When an offer nobody answers is brought to mind: the producer's, then the network's, then the team's."""

from datetime import datetime
from fractions import Fraction

from inquiries.deadlines import part_of_the_way
from inquiries.enums import Chase
from inquiries.models import Offer

STEPS = ((Chase.PRODUCER, Fraction(1, 2)), (Chase.COORDINATOR, Fraction(3, 4)), (Chase.TEAM, Fraction(9, 10)))
"""Each step with the part of the business hours between asking and deadline that has passed by then."""


def first_chase(asked: datetime, due: datetime) -> datetime:
    return part_of_the_way(asked, due, STEPS[0][1])


def next_step(offer: Offer) -> Chase:
    """The step that comes after the last one made. Raises ValueError after the last."""
    order = [step for step, _part in STEPS]
    made = order.index(Chase(offer.chase)) + 1 if offer.chase else 0
    if made == len(order):
        raise ValueError("The last step was made.")
    return order[made]


def time_after(offer: Offer, step: Chase) -> datetime | None:
    """When the step that follows `step` is due; None after the last."""
    parts = [part for known, part in STEPS]
    place = [known for known, _part in STEPS].index(step) + 1
    return part_of_the_way(offer.created_at, offer.respond_by, parts[place]) if place < len(parts) else None
