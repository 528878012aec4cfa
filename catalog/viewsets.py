from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from catalog import policy as policy  # the rules of these rows
from catalog.enums import Channel
from catalog.forms_admin import ProductForm
from catalog.models import Category, PointOfSale, Product
from foundation.panels import fields, sheet, tabs
from foundation.viewsets import RowViewSet
from foundation.widgets import Choices, TwelveNumbers

SPANISH = fields(
    "title_es", "summary_es", "description_es", "unit_name_es", "storage_note_es", "allergens_es", "keywords_es"
)
ENGLISH = fields(
    "title_en", "summary_en", "description_en", "unit_name_en", "storage_note_en", "allergens_en", "keywords_en"
)
FACTS = [
    *fields("slug", "image", "category", "territory", "comuna", "producer", "network"),
    MultiFieldPanel(fields("months", "sale_months"), heading=_("Cuándo")),
    MultiFieldPanel(
        [
            FieldRowPanel(fields("unit", "base_unit", "unit_size")),
            FieldRowPanel(fields("minimum", "lead_time_days")),
            FieldPanel("made_to_order"),
            FieldPanel("channels", widget=Choices(choices=Channel.choices)),
        ],
        heading=_("Al por mayor"),
    ),
    MultiFieldPanel(fields("storage", "shelf_life_days", "alcohol", "fictional"), heading=_("Conservación y avisos")),
]
FORMATS = [
    InlinePanel(
        "formats",
        heading=_("Formatos"),
        label=_("Formato"),
        panels=[
            FieldRowPanel(fields("name_es", "name_en", "size", "order")),
            InlinePanel(
                "tiers",
                heading=_("Precios por cantidad"),
                label=_("Precio"),
                panels=[FieldRowPanel(fields("min_quantity", "unit_price"))],
            ),
        ],
    )
]
SUPPLIES = [
    InlinePanel(
        "supplies",
        heading=_("Quién lo hace y cuánto"),
        label=_("Oferta"),
        panels=[
            FieldPanel("producer"),
            FieldPanel("monthly_capacity", widget=TwelveNumbers()),
            FieldRowPanel(fields("minimum", "multiple", "unit_price", "lead_time_days")),
            FieldPanel("paused"),
        ],
    ),
    InlinePanel("product_seals", heading=_("Sellos"), label=_("Sello"), panels=fields("grant")),
]


class ProductViewSet(RowViewSet):
    model = Product
    icon = "tag"
    list_display = ["title_es", "territory", "category", "producer", "updated_at"]
    list_filter = ["territory", "category", "network", "live", "made_to_order"]
    list_export = ["slug", "title_es", "title_en", "territory", "category", "producer", "price_from", "live"]
    search_fields = ["title_es", "title_en", "slug"]
    ordering = ["title_es"]
    edit_handler = tabs(SPANISH, ENGLISH, FACTS, (_("Formatos y precios"), FORMATS), (_("Ofertas y sellos"), SUPPLIES))
    edit_handler.base_form_class = ProductForm


class CategoryViewSet(RowViewSet):
    model = Category
    icon = "folder-open-1"
    list_display = ["name_es", "name_en", "parent", "order"]
    list_filter = ["parent"]
    search_fields = ["name_es", "name_en"]
    edit_handler = sheet(*fields("name_es", "name_en", "slug", "parent", "order", "description_es", "description_en"))


class PointOfSaleViewSet(RowViewSet):
    model = PointOfSale
    icon = "home"
    list_display = ["name_es", "point_kind", "comuna"]
    list_filter = ["point_kind"]
    search_fields = ["name_es"]
    edit_handler = sheet(
        *fields("name_es", "name_en", "slug", "point_kind", "comuna", "description_es", "description_en", "products")
    )


class CatalogGroup(SnippetViewSetGroup):
    items = (ProductViewSet, CategoryViewSet, PointOfSaleViewSet)
    menu_label = _("Catálogo")
    menu_icon = "tag"
    menu_order = 220
    add_to_admin_menu = True
