from django.urls import path, re_path

from payments import views
from payments.panel import views as panel

urlpatterns = [
    path("canasta/", views.basket, name="basket"),
    path("canasta/agregar/", views.add, name="basket-add"),
    path("canasta/cambiar/", views.change, name="basket-change"),
    path("canasta/entrega/", views.checkout, name="checkout"),
    path("pagos/<str:token>/", views.pay, name="payment"),
    path("pagos/<str:token>/vuelta/", views.returned, name="payment-return"),
    path("pruebas/pago/<str:session>/", views.test_payment, name="test-payment"),
    path("panel/cobros/", panel.money, name="panel-money"),
    path("panel/cobros/descarga/", panel.download, name="panel-money-file"),
    re_path(
        r"^panel/cobros/cuenta/(?P<kind>productor|red)/(?P<pk>\d{1,18})/$",
        panel.bank_account,
        name="panel-bank-account",
    ),
]
"""Pages, in both languages."""
