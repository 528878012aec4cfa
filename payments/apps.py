from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "payments"
    label = "terruno_payments"
    verbose_name = "Pagos"
