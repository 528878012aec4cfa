"""Evaluators score the proposals that were opened."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from opportunities.forms import ScoreForm
from opportunities.models import Score
from opportunities.panel import open_proposals
from opportunities.services import NotPossible, calls
from producers.enums import Role
from producers.panel import PanelRequest, panel_view


@require_safe
@panel_view(Role.EVALUATOR)
def index(request: PanelRequest) -> HttpResponse:
    proposals = list(open_proposals(request.workspace).select_related("call__course").order_by("call", "received_at"))
    mine = set(Score.objects.filter(evaluator=request.user, proposal__in=proposals).values_list("proposal", flat=True))
    rows = [(proposal, proposal.pk in mine) for proposal in proposals]
    return render(request, "opportunities/panel/scores.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.EVALUATOR)
def score(request: PanelRequest, receipt: str) -> HttpResponse:
    known = open_proposals(request.workspace).select_related("call__course__territory")
    proposal = get_object_or_404(known, receipt=receipt)
    given = dict(Score.objects.filter(proposal=proposal, evaluator=request.user).values_list("criterion", "points"))
    form = ScoreForm(request.POST or None, proposal=proposal, given=given)
    if request.method == "POST" and form.is_valid():
        try:
            calls.score(request.user, proposal, points=form.points())
            messages.success(request, _("Quedaron anotados sus puntos."))
            return redirect("panel-scores")
        except NotPossible as error:
            form.add_error(None, str(error))
    context = {"proposal": proposal, "course": proposal.call.course, "form": form}
    return render(request, "opportunities/panel/score.html", context, status=422 if form.errors else 200)
