from wagtail import hooks

from payments.viewsets import FeeRuleViewSet, MoneyViewSet


@hooks.register("register_admin_viewset")
def money_viewsets() -> list[MoneyViewSet | FeeRuleViewSet]:
    return [MoneyViewSet(), FeeRuleViewSet("fee-rule")]
