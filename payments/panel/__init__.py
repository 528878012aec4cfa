"""This room's page of the panel: what is owed, what was paid, and to which account."""

from django.utils.translation import gettext_lazy

from producers.enums import Role
from producers.panel import PanelPage, register

EYES = frozenset({Role.PRODUCER, Role.COORDINATOR, Role.TEAM})

register(PanelPage("money", 40, gettext_lazy("Cobros"), "panel-money", "money", roles=EYES))
