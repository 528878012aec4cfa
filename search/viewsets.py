from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel

from foundation.panels import fields, sheet
from foundation.viewsets import RowViewSet

from .models import SynonymGroup
from .synonyms import built_in


def known() -> SafeString:
    """The groups that need no row, for editors to look up."""
    lines = ((", ".join(phrase for _lang, phrase in group),) for group in built_in())
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", sorted(lines)))


class SynonymGroupViewSet(RowViewSet):
    model = SynonymGroup
    icon = "search"
    menu_label = _("Sinónimos")
    menu_order = 290
    add_to_admin_menu = True
    list_display = ["es", "en", "apart", "updated_at"]
    list_filter = ["apart", "live"]
    search_fields = ["es", "en"]
    edit_handler = sheet(
        *fields("es", "en", "apart"),
        HelpPanel(known(), heading=_("Los que ya conoce el buscador"), attrs={"class": "collapsed"}),
    )
