"""The panel's first page and what stands around every other."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from producers.panel.access import PanelRequest, panel_view
from producers.panel.registry import Task
from producers.panel.wording import day_in_words, until
from producers.panel.workspace import choose as choose_producer

MOST_TASKS = 12
"""A first page is read standing up."""


@dataclass(frozen=True, slots=True)
class ToDo:
    task: Task
    until: str

    @property
    def title(self) -> str:
        return self.task.title

    @property
    def detail(self) -> str:
        return self.task.detail

    @property
    def href(self) -> str:
        return self.task.href


@require_safe
@panel_view
def home(request: PanelRequest) -> HttpResponse:
    tasks = request.workspace.tasks
    today = timezone.localdate()
    context = {
        "tasks": [ToDo(task, until(task.due) if task.due else "") for task in tasks[:MOST_TASKS]],
        "more_tasks": max(0, len(tasks) - MOST_TASKS),
        "heading": _heading(len(tasks)),
        "today": day_in_words(today),
    }
    return render(request, "producers/panel/home.html", context)


def _heading(waiting: int) -> str:
    if not waiting:
        return _("Nada espera su respuesta")
    return ngettext("%(count)s cosa espera por usted", "%(count)s cosas esperan por usted", waiting) % {
        "count": waiting
    }


@require_safe
@panel_view
def menu(request: PanelRequest) -> HttpResponse:
    """All pages: those that found no place among the tabs, and the way out."""
    return render(request, "producers/panel/menu.html")


@require_POST
@panel_view
def choose(request: PanelRequest) -> HttpResponse:
    """Work for another of the account's producers."""
    if not choose_producer(request.session, request.workspace, request.POST.get("producer", "")):
        raise Http404
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return redirect("panel")
    return redirect(target)
