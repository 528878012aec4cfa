from django.urls import path

from payments import views

urlpatterns = [path("stripe/webhook/", views.webhook, name="stripe-webhook")]
