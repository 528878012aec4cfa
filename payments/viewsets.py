"""«Dinero» in the CMS's menu."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from payments.admin import views
from payments.models import FeeRule
from payments.policy import user_can_see_money


class MoneyMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return user_can_see_money(request.user)


class MoneyViewSet(ViewSet):
    name = "money"
    url_prefix = "dinero"
    icon = "draft"
    menu_label = _("Dinero")
    menu_order = 155
    menu_item_class = MoneyMenuItem
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", views.index, name="index"),
            path("pedidos/<uuid:pk>/", views.order, name="order"),
            path("transferencias/<uuid:pk>/", views.transfer, name="transfer"),
            path("devoluciones/<uuid:pk>/", views.refund_done, name="refund"),
            path("liquidaciones/", views.batches, name="batches"),
            path("liquidaciones/<int:pk>/", views.batch, name="batch"),
            path("liquidaciones/<int:pk>/nomina.csv", views.batch_file, name="batch_file"),
            path("liquidaciones/transferencia/<int:pk>/", views.payout, name="payout"),
            path("libro/", views.ledger, name="ledger"),
        ]


class FeeRuleViewSet(ModelViewSet):
    """For superusers alone: no group has a permission on it."""

    model = FeeRule
    name = "fee-rule"
    url_prefix = "comisiones"
    icon = "sliders"
    menu_label = _("Comisiones")
    menu_order = 156
    add_to_settings_menu = True
    form_fields = ["kind", "network", "basis_points", "starts_on", "ends_on"]
    list_display = ["kind", "network", "basis_points", "starts_on", "ends_on"]
    search_backend_name = None
