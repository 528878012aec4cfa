from django.urls import path

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
    path("panel/cobros/cuenta/<slug:slug>/", panel.account_of_producer, name="panel-bank-account"),
    path("panel/cobros/red/<slug:slug>/", panel.account_of_network, name="panel-network-account"),
]
