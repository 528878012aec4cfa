from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from foundation import limits
from opportunities.forms import BidForm
from opportunities.models import Course, Opportunity
from opportunities.pages import board_page, course_page, courses_page, list_page, opportunity_page
from opportunities.services import NotPossible
from opportunities.services.calls import submit_proposal


@require_safe
def opportunity_list(request: HttpRequest) -> HttpResponse:
    return render(request, "opportunities/list.html", list_page(request.GET))


@require_safe
def opportunity(request: HttpRequest, slug: str) -> HttpResponse:
    known = Opportunity.objects.live().select_related("territory", "category")
    return render(request, Opportunity.page_template, opportunity_page(get_object_or_404(known, slug=slug)))


@require_safe
def course_list(request: HttpRequest) -> HttpResponse:
    return render(request, "opportunities/courses.html", courses_page())


@require_safe
def course(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "opportunities/course.html", course_page(_course(slug)))


def _course(slug: str) -> Course:
    known: QuerySet[Course] = Course.objects.shown().select_related("opportunity", "territory")
    return get_object_or_404(known, slug=slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bid(request: HttpRequest, slug: str) -> HttpResponse:
    """The form a training organisation bids by, while the call takes proposals; before and after it does not exist."""
    context = course_page(_course(slug))
    call = context["call"]
    if call is None or not call.takes:
        raise Http404
    form = BidForm(request.POST or None, budget=context["course"].budget)
    if request.method != "POST" or not form.is_valid():
        return _show(request, context, form, 422 if form.errors else 200)
    try:
        limits.take("bid", limits.address_prefix(request), rate=10 / 3600, burst=10)
        proposal = submit_proposal(call.call, form.bid(), locale=get_language() or "es")
    except limits.Exceeded as error:
        form.add_error(None, _("Van muchas propuestas seguidas desde aquí. Espere unos minutos."))
        response = _show(request, context, form, 429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    except NotPossible as error:
        form.add_error(None, str(error))
        return _show(request, context, form, 409)
    return render(request, "opportunities/bid_received.html", context | {"proposal": proposal}, status=201)


def _show(request: HttpRequest, context: dict[str, object], form: BidForm, status: int) -> HttpResponse:
    return render(request, "opportunities/bid.html", context | {"form": form}, status=status)


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    return render(request, "opportunities/board.html", board_page(request.GET))
