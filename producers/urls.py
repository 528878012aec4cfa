from django.urls import path

from . import views

urlpatterns = [
    path("productores/<slug:slug>/", views.producer, name="producer"),
    path("redes/<slug:slug>/", views.network, name="network"),
    path("sellos/<slug:slug>/", views.seal, name="seal"),
]
