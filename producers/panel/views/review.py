"""The team looks at what a producer wants to say, next to what is shown today."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from producers.enums import Role
from producers.models import Producer
from producers.panel.access import PanelRequest, panel_view
from producers.panel.forms import WordsForm
from producers.policy import profiles_to_review
from producers.services import NothingWaits, decide_profile


@dataclass(frozen=True, slots=True)
class Change:
    label: str
    before: str
    after: str


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.TEAM)
def review(request: PanelRequest, slug: str) -> HttpResponse:
    producer = get_object_or_404(profiles_to_review(request.user).select_related("territory"), slug=slug)
    if request.method == "POST":
        return _decided(request, producer)
    return _show(request, producer)


def _decided(request: PanelRequest, producer: Producer) -> HttpResponse:
    approve, note = request.POST.get("answer") == "approve", request.POST.get("note", "").strip()[:1000]
    if not approve and (request.POST.get("answer") != "return" or not note):
        return _show(request, producer, error=_("Diga qué hay que cambiar: es lo que leerá quien la escribió."))
    try:
        decide_profile(request.user, producer, approve=approve, note=note)
    except NothingWaits:
        messages.error(request, _("Otra persona ya decidió sobre esta ficha."))
    else:
        messages.success(request, _("Publicada.") if approve else _("Devuelta, con su nota."))
    return redirect("panel")


def _show(request: PanelRequest, producer: Producer, error: str = "") -> HttpResponse:
    draft = producer.get_latest_revision_as_object()
    context = {
        "producer": producer,
        "changes": changes_of(producer, draft),
        "photograph": draft.image.get_rendition("fill-400x300|format-jpeg") if draft.image else None,
        "error": error,
    }
    return render(request, "producers/panel/review.html", context, status=422 if error else 200)


def changes_of(producer: Producer, draft: Producer) -> list[Change]:
    labels = WordsForm.Meta.labels
    pairs = ((str(label), getattr(producer, name), getattr(draft, name)) for name, label in labels.items())
    return [
        Change(label, str(before or ""), str(after or ""))
        for label, before, after in pairs
        if (before or "") != (after or "")
    ]
