"""This room's pages of the panel: what is asked of the producer, what is to be prepared, and how it is shared out."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inquiries import naming
from inquiries.enums import TO_DELIVER, OfferStatus
from producers.enums import Role
from producers.panel import PanelPage, Task, Workspace, register, register_tasks

from . import reads

HANDS = frozenset({Role.PRODUCER, Role.COORDINATOR})
"""Those who answer and deliver."""
EYES = frozenset({Role.COORDINATOR, Role.TEAM})
"""Those who see how an inquiry is shared out."""
MOST_TASKS = 5


def offers_waiting(workspace: Workspace) -> int:
    return reads.offers(workspace).open().count()


def parts_waiting(workspace: Workspace) -> int:
    return reads.parts(workspace).filter(status__in=TO_DELIVER).count()


def offer_tasks(workspace: Workspace) -> list[Task]:
    if not workspace.has(*HANDS):
        return []
    rows = reads.offers(workspace).filter(status=OfferStatus.OFFERED).order_by("respond_by", "pk")[:MOST_TASKS]
    return [
        Task(
            _("Responder: %(amount)s de %(subject)s")
            % {"amount": naming.amount(offer), "subject": naming.subject(offer)},
            reverse("panel-offer", args=[offer.pk]), naming.buyer(offer.line.inquiry), offer.respond_by,
        )
        for offer in rows
    ]  # fmt: skip


def part_tasks(workspace: Workspace) -> list[Task]:
    if not workspace.has(*HANDS):
        return []
    rows = reads.parts(workspace).filter(status__in=TO_DELIVER).order_by("pk")[:MOST_TASKS]
    return [
        Task(
            _("Preparar el pedido %(number)s") % {"number": part.order.number},
            reverse("panel-order", args=[part.pk]), part.order.organisation or part.order.name,
        )
        for part in rows
    ]  # fmt: skip


register(PanelPage("offers", 10, gettext_lazy("Encargos"), "panel-offers", "request", offers_waiting, HANDS))
register(PanelPage("orders", 30, gettext_lazy("Pedidos"), "panel-orders", "order", parts_waiting, HANDS))
register(PanelPage("splits", 15, gettext_lazy("Reparto"), "panel-splits", "people", roles=EYES))
register_tasks("offers", 10, offer_tasks)
register_tasks("orders", 30, part_tasks)
