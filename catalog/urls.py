from django.urls import path

from . import views

urlpatterns = [path("productos/<slug:slug>/", views.product, name="product")]
