from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem

from inquiries.enums import InquiryStatus
from inquiries.policy import inquiries_of, user_can_see_inquiries
from inquiries.viewsets import InquiryViewSet


@hooks.register("register_admin_viewset")
def inquiries_viewset() -> InquiryViewSet:
    return InquiryViewSet()


class UnservedSummary(SummaryItem):
    """How many inquiries found nobody at all."""

    order = 50
    template_name = "inquiries/admin/summary.html"

    def is_shown(self) -> bool:
        return user_can_see_inquiries(self.request.user)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        seen = inquiries_of(self.request.user)
        return {
            "unserved": seen.filter(status=InquiryStatus.UNMATCHED).count(),
            "open": seen.filter(status=InquiryStatus.ROUTED).count(),
        }


@hooks.register("construct_homepage_summary_items")
def add_unserved(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(UnservedSummary(request))
