"""What editors change about searching: which words mean one thing."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, RevisionMixin

from .synonyms import Group, analysed, read_group

MOST_PHRASES, MOST_STEMS = 30, 5


class SynonymGroup(DraftStateMixin, RevisionMixin, models.Model):
    """Phrases that find each other, or that no longer do; published ones count, beside those the program brings."""

    es = models.CharField(
        _("palabras en español"),
        max_length=300,
        blank=True,
        help_text=_("Palabras o frases cortas con comas entre ellas: jibia, calamar, pota. El plural no hace falta."),
    )
    en = models.CharField(_("palabras en inglés"), max_length=300, blank=True)
    apart = models.BooleanField(
        _("no son lo mismo"),
        default=False,
        help_text=_("Marque si buscar una de estas palabras no debe traer las otras."),
    )
    updated_at = models.DateTimeField(_("última modificación"), auto_now=True)

    class Meta:
        verbose_name = _("grupo de sinónimos")
        verbose_name_plural = _("sinónimos")
        ordering = ["es", "en"]

    def __str__(self) -> str:
        return " | ".join(side for side in (self.es, self.en) if side)[:100]

    def clean(self) -> None:
        super().clean()
        group = self.group()
        if len({analysed(phrase) for phrase in group}) < 2:
            raise ValidationError(_("Escriba al menos dos palabras distintas, con una coma entre ellas."))
        if len(group) > MOST_PHRASES:
            raise ValidationError(_("Son demasiadas: hasta %(most)d por grupo.") % {"most": MOST_PHRASES})
        for phrase in group:
            if not 1 <= len(analysed(phrase)[1]) <= MOST_STEMS:
                raise ValidationError(
                    _("«%(phrase)s» no sirve: de una a %(most)d palabras que digan algo.")
                    % {"phrase": phrase[1], "most": MOST_STEMS}
                )

    def group(self) -> Group:
        return read_group(self.es, self.en)
