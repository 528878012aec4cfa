from django.urls import path

from . import views
from .panel import views as panel

urlpatterns = [
    path("productos/<slug:slug>/", views.product, name="product"),
    path("lotes/<slug:code>/", views.lot, name="lot"),
    path("panel/productos/", panel.products, name="panel-products"),
    path("panel/productos/nuevo/", panel.new, name="panel-product-new"),
    path("panel/productos/exportar.<slug:kind>", panel.export, name="panel-products-export"),
    path("panel/productos/<int:pk>/", panel.product, name="panel-product"),
    path("panel/productos/<int:pk>/vista/", panel.preview, name="panel-product-preview"),
    path("panel/productos/<int:pk>/revision/", panel.review, name="panel-product-review"),
    path("panel/productos/<int:pk>/existencias/", panel.stock, name="panel-stock"),
    path("panel/productos/<int:pk>/<slug:slug>/", panel.step, name="panel-product-step"),
    path("panel/ofertas/<int:pk>/", panel.supply, name="panel-supply"),
    path("panel/ofertas/<int:pk>/estado/", panel.availability, name="panel-supply-state"),
    path("panel/lotes/", panel.lots, name="panel-lots"),
    path("panel/lotes/<slug:code>/", panel.lot, name="panel-lot"),
    path("panel/importar/", panel.imports, name="panel-imports"),
    path("panel/importar/plantilla.<slug:kind>", panel.template, name="panel-import-template"),
    path("panel/importar/<int:pk>/", panel.shown, name="panel-import"),
]
