from django.urls import path

from inquiries import views
from inquiries.panel import views as panel

urlpatterns = [
    path("consultas/nueva/", views.new, name="inquiry-new"),
    path("consultas/opciones/", views.options, name="inquiry-options"),
    path("consultas/<str:token>/", views.track, name="inquiry"),
    path("cotizaciones/<str:token>.pdf", views.quote_document, name="quote-pdf"),
    path("cotizaciones/<str:token>/", views.quote, name="quote"),
    path("pedidos/<str:token>/", views.order, name="order"),
    path("encargos/<str:token>/", views.answer, name="offer-answer"),
    path("panel/encargos/", panel.offers, name="panel-offers"),
    path("panel/encargos/<int:pk>/", panel.offer, name="panel-offer"),
    path("panel/pedidos/", panel.orders, name="panel-orders"),
    path("panel/pedidos/<int:pk>/", panel.order, name="panel-order"),
    path("panel/reparto/", panel.splits, name="panel-splits"),
    path("panel/reparto/<str:number>/", panel.split, name="panel-split"),
]
