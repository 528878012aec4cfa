from .board import commitments_page
from .bodies import nation_page, organisation_page
from .cycle import cycle_page
from .panorama import panorama_page
from .plan import plan_page
from .reports import list_page, live_page, report_page

__all__ = [
    "commitments_page",
    "cycle_page",
    "list_page",
    "live_page",
    "nation_page",
    "organisation_page",
    "panorama_page",
    "plan_page",
    "report_page",
]
