from wagtail import hooks

from foundation.viewsets import RowDeleteAction

hooks.register("register_bulk_action", RowDeleteAction, order=10)
