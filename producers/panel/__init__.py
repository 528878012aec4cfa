"""The frame of /panel/, into which every room further right hangs its own pages, counters and things to do.

    register(PanelPage("products", 20, _("Productos"), "panel-products", "product", roles={Role.PRODUCER}))

in a module that the room's `AppConfig.ready` imports; its views are decorated with `panel_view`.
"""

from .access import PanelRequest, panel_view
from .registry import PanelPage, Task, register, register_tasks
from .workspace import Workspace

__all__ = ["PanelPage", "PanelRequest", "Task", "Workspace", "panel_view", "register", "register_tasks"]
