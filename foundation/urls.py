from django.urls import path

from . import views

urlpatterns = [
    path("healthz/live", views.live, name="live"),
    path("healthz/ready", views.ready, name="ready"),
    path("correo/", views.mailbox, name="mailbox"),
    path("correo/<str:name>/", views.mail_message, name="mailbox-message"),
]
