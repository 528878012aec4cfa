from django.urls import path

from . import views

urlpatterns = [
    path("rutas/planificar/", views.new, name="plan-new"),
    path("rutas/planes/<str:token>/", views.plan, name="plan"),
    path("rutas/<slug:slug>/", views.circuit, name="circuit"),
]
