"""«Me interesa», said in the panel by whoever answers for a producer or a network; only the team reads it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opportunities.enums import OpportunityStatus
from opportunities.models import Interest, Opportunity
from producers.models import Network, Producer
from producers.panel import Workspace

Parties = dict[str, Producer | Network]


def parties_of(workspace: Workspace) -> Parties:
    """Whom the account answers for by a mandate of its own, by «network:slug» or «producer:slug»."""
    networks = Network.objects.coordinated_by(workspace.user).order_by("name")
    found: Parties = {f"network:{row.slug}": row for row in networks}
    return found | {f"producer:{row.slug}": row for row in workspace.own_producers.order_by("name")}


class InterestForm(forms.Form):
    """Whose interest it is, asked only when there are several, and what they could do."""

    party = forms.ChoiceField(label=gettext_lazy("Quién"))
    note = forms.CharField(
        label=gettext_lazy("Qué podría hacer"), max_length=400, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=gettext_lazy("Lo lee solo el equipo del territorio."),
    )  # fmt: skip

    def __init__(self, *args: Any, parties: Parties, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = parties
        party: Any = self.fields["party"]
        party.choices = [(key, row.name) for key, row in parties.items()]
        if len(parties) == 1:
            party.initial, party.widget = next(iter(parties)), forms.HiddenInput()

    def clean_party(self) -> Producer | Network:
        return self.parties[self.cleaned_data["party"]]


@dataclass(frozen=True, slots=True)
class Said:
    key: str
    interest: Interest


def context_of(opportunity: Opportunity, parties: Parties, form: InterestForm | None) -> dict[str, Any]:
    """What the parties said already, and the form for those that have not."""
    rows = opportunity.interests.standing().select_related("producer", "network")
    by_party = {(type(row.party), row.party.pk): row for row in rows}
    said = [Said(key, by_party[type(row), row.pk]) for key, row in parties.items() if (type(row), row.pk) in by_party]
    silent = {key: row for key, row in parties.items() if (type(row), row.pk) not in by_party}
    asked = opportunity.live and opportunity.status == OpportunityStatus.OPEN and bool(silent)
    return {"said": said, "interest_form": (form or InterestForm(parties=silent)) if asked else None}


def thanks(opportunity: Opportunity) -> str:
    place = opportunity.territory.name if opportunity.territory else ""
    return _("El equipo de %(territory)s ya ve que le interesa.") % {"territory": place}
