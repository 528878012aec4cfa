"""When a product is to be had, in words."""

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from foundation import months


def headline(mask: int, month: int) -> str:
    """ "Todo el año", "Ahora, hasta marzo", "Vuelve en diciembre"; "" for a product without months."""
    if mask == months.ALL_YEAR:
        return _("Todo el año")
    for first, last in months.spans(mask):
        if covers(first, last, month):
            return _("Hasta fin de mes") if last == month else _("Ahora, hasta %(month)s") % {"month": named(last)}
    if not mask:
        return ""
    following = next(m for m in ((month + step - 1) % 12 + 1 for step in range(1, 12)) if months.has(mask, m))
    return _("Vuelve en %(month)s") % {"month": named(following)}


def covers(first: int, last: int, month: int) -> bool:
    """Whether a span that may run over New Year holds the month."""
    return first <= month <= last if first <= last else month >= first or month <= last


def named(month: int) -> str:
    return str(MONTHS[month])


def lines(product_months: int, sale_months: int) -> list[str]:
    """When it is made and when it is sold, where these differ."""
    found = []
    if product_months and product_months != sale_months:
        found.append(_("Se cosecha o elabora: %(months)s.") % {"months": months.in_words(product_months)})
    if sale_months and sale_months != months.ALL_YEAR:
        found.append(_("A la venta: %(months)s.") % {"months": months.in_words(sale_months)})
    return found
