"""What this room hangs into the panel."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Product
from producers.panel import PanelPage, Task, Workspace, register, register_tasks

from .access import MAKERS
from .listing import to_review
from .standing import returned

MOST = 5


def waiting(workspace: Workspace) -> int:
    """Drafts that wait for this account's decision."""
    return to_review(workspace).count()


def reviews(workspace: Workspace) -> list[Task]:
    return [
        Task(_("Revisar: %(title)s") % {"title": found.title}, _address(found), found.producer.name)
        for found in to_review(workspace)[:MOST]
    ]


def sent_back(workspace: Workspace) -> list[Task]:
    found = Product.objects.filter(pk__in=returned(), producer__in=workspace.own_producers.values("pk"))
    return [
        Task(_("Completar la ficha: %(title)s") % {"title": product.title}, _address(product), _("Se la devolvieron."))
        for product in found.order_by("pk")[:MOST]
    ]


def _address(product: Product) -> str:
    return reverse("panel-product", args=[product.pk])


register(PanelPage("products", 20, gettext_lazy("Productos"), "panel-products", "product", waiting, MAKERS))
register(PanelPage("lots", 50, gettext_lazy("Lotes"), "panel-lots", "lot", None, MAKERS))
register(PanelPage("imports", 55, gettext_lazy("Importar"), "panel-imports", "import", None, MAKERS))
register_tasks("product reviews", 40, reviews)
register_tasks("products sent back", 45, sent_back)
