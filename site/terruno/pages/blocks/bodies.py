"""Which blocks a body may hold."""

from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import invitations, sections, text
from .choosers import ListingChooserBlock

TEXT_BLOCKS = frozenset({"heading", "paragraph", "quote", "callout", "photograph"})
"""Blocks that are read one after the other; the rest open a part of their own."""


class BodyBlock(blocks.StreamBlock):
    heading = text.HeadingBlock()
    paragraph = text.ParagraphBlock(features=text.FEATURES)
    quote = text.QuoteBlock()
    callout = text.CalloutBlock()
    photograph = text.PhotographBlock()
    products = sections.ProductShelfBlock()
    producer = sections.ProducerBlock()
    network = sections.NetworkBlock()
    territory = sections.TerritoryBlock()
    circuits = sections.CircuitsBlock()
    almanac = sections.AlmanacBlock()
    search = invitations.SearchBoxBlock()
    call = invitations.CallToActionBlock()


class HomeBodyBlock(BodyBlock):
    strip = sections.TerritoryStripBlock()
    story = sections.StoryBlock()


class HeroBlock(blocks.StructBlock):
    """What opens the home page during its months."""

    months = blocks.MultipleChoiceBlock(
        choices=[(str(number), name) for number, name in MONTHS.items()], label=_("Meses")
    )
    product = ListingChooserBlock("terruno_catalog.Product", label=_("Producto"))
    eyebrow = blocks.CharBlock(label=_("Antetítulo"), required=False)
    title = blocks.CharBlock(label=_("Título"))
    standfirst = blocks.TextBlock(label=_("Bajada"), required=False)
    action = blocks.CharBlock(label=_("Texto del botón"))

    class Meta:
        label = _("Portada de una estación")
        icon = "pick"


BODY = BodyBlock(required=False)
HOME_BODY = HomeBodyBlock(required=False)
HEROES = blocks.StreamBlock([("hero", HeroBlock())], required=False)
