from django.urls import path

from . import views

urlpatterns = [
    path("buscar/", views.search, name="search"),
    path("productos/", views.product_list, name="product-list"),
    path("rutas/", views.circuit_list, name="circuit-list"),
]
