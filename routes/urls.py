from django.urls import path

from . import views

urlpatterns = [path("rutas/<slug:slug>/", views.circuit, name="circuit")]
