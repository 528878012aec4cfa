"""Rows of the ground. Who may work on a territory is said by mandates, which stand in a room to the right
(`producers.policy`); regions and comunas are the state's register and may only be pointed at."""

from foundation.policies import may, open_to_all
from territories.models import Comuna, Region, Territory

open_to_all(Region, Comuna)


def user_can_edit_territory(user: object, territory: Territory) -> bool:
    return may(user, "change", territory)
