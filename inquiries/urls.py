from django.urls import path

from inquiries import views

urlpatterns = [
    path("consultas/nueva/", views.new, name="inquiry-new"),
    path("consultas/opciones/", views.options, name="inquiry-options"),
    path("consultas/<str:token>/", views.track, name="inquiry"),
    path("encargos/<str:token>/", views.answer, name="offer-answer"),
]
