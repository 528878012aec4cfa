from django.urls import path

from . import views

urlpatterns = [
    path("territorios/", views.territory_list, name="territory-list"),
    path("territorios/<slug:slug>/", views.territory, name="territory"),
]
