"""The producer's own page: words and portrait, which somebody looks at before they show, and how to be reached."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation.drawings import portrait
from foundation.uploads import PhotographRefused
from producers.enums import Role
from producers.models import Producer
from producers.panel.access import PanelRequest, panel_view
from producers.panel.forms import ContactForm, PortraitForm, WordsForm
from producers.services import edit_contact, edit_words, set_portrait
from producers.services.profile import last_note, under_review


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.PRODUCER, Role.COORDINATOR, Role.TEAM)
def profile(request: PanelRequest) -> HttpResponse:
    producer = request.workspace.producer
    if producer is None:
        return render(
            request, "producers/panel/whose.html", {"producers": request.workspace.producers.order_by("name")}
        )
    match request.POST.get("what"):
        case "words":
            return _words(request, producer)
        case "contact":
            return _contact(request, producer)
        case "portrait":
            return _portrait(request, producer)
        case "drawn":
            set_portrait(request.user, producer, None)
            return _saved(request, _("Volvió al retrato dibujado. Se verá cuando lo revisen."))
    return _show(request, producer, status=422 if request.method == "POST" else 200)


def _words(request: PanelRequest, producer: Producer) -> HttpResponse:
    form = WordsForm(request.POST, instance=producer.get_latest_revision_as_object())
    if not form.is_valid():
        return _show(request, producer, words=form, status=422)
    edit_words(request.user, producer, **form.cleaned_data)
    return _saved(request, _("Guardado. El equipo de su territorio lo mira y lo publica."))


def _contact(request: PanelRequest, producer: Producer) -> HttpResponse:
    form = ContactForm(request.POST, producer=producer)
    if not form.is_valid():
        return _show(request, producer, contact=form, status=422)
    edit_contact(request.user, producer, **form.cleaned_data)
    return _saved(request, _("Guardado: ya rige."))


def _portrait(request: PanelRequest, producer: Producer) -> HttpResponse:
    form = PortraitForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            set_portrait(request.user, producer, form.cleaned_data["photograph"], alt=form.cleaned_data["alt"])
        except PhotographRefused as error:
            form.add_error("photograph", str(error))
        else:
            return _saved(request, _("Recibimos la foto. Se verá cuando la revisen."))
    return _show(request, producer, portrait_form=form, status=422)


def _saved(request: PanelRequest, text: str) -> HttpResponse:
    messages.success(request, text)
    return redirect("panel-profile")


def _show(
    request: PanelRequest,
    producer: Producer,
    *,
    words: forms.BaseForm | None = None,
    contact: forms.BaseForm | None = None,
    portrait_form: forms.BaseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    draft: Any = producer.get_latest_revision_as_object()
    context = {
        "producer": producer,
        "draft": draft,
        "waiting": under_review(producer),
        "note": last_note(producer),
        "words": words or WordsForm(instance=draft),
        "contact": contact or ContactForm(producer=producer),
        "portrait_form": portrait_form or PortraitForm(),
        "drawn": portrait(producer.slug, producer.person or producer.name, producer.portrait),
        "photograph": draft.image.get_rendition("fill-400x300|format-jpeg") if draft.image else None,
    }
    return render(request, "producers/panel/profile.html", context, status=status)
