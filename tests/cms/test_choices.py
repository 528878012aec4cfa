"""What a form of the CMS offers to point at: rows of the user's own territories, and never another's drafts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.forms import ModelMultipleChoiceField
from django.test import Client
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from foundation import policies
from foundation.models import User
from governance.models import Objective
from opportunities.models import Course, Opportunity
from producers.models import Producer
from tests.builders import a_network, a_producer, a_territory
from tests.cms.forms import address, edited
from tests.governance.builders import a_plan
from tests.opportunities.making import a_course, a_gap, an_opportunity

pytestmark = pytest.mark.django_db
Holder = Callable[..., User]
SignedIn = Callable[[User], Client]


@pytest.fixture
def away() -> Opportunity:
    return an_opportunity("Ajo para exportar", territory=a_territory("Chiloé"))


def offered(page: Any, name: str) -> set[Any]:
    return set(page.context["form"].fields[name].queryset)


def test_a_course_lists_the_gaps_of_the_teams_territories_only(
    holder_of: Holder, signed_in: SignedIn, away: Opportunity
) -> None:
    course, foreign = a_course(), a_gap(away)
    mine = a_gap(course.opportunity)
    client = signed_in(holder_of(course.territory))
    assert offered(client.get(address(course, "edit")), "gaps") == {mine}
    refused = edited(client, course, gaps=[mine.pk, foreign.pk])
    assert refused.context["form"].errors.keys() == {"gaps"}
    assert edited(client, course, gaps=[mine.pk]).status_code == 302
    assert set(Course.objects.get(pk=course.pk).gaps.all()) == {mine}


def test_an_opportunity_lists_the_networks_of_the_team_and_keeps_one_that_stands(
    holder_of: Holder, signed_in: SignedIn, away: Opportunity
) -> None:
    maker = a_producer()
    mine = a_network("Red del valle", members=[maker])
    stranger = a_producer(territory=away.territory)
    standing, foreign = (
        a_network(name, members=[stranger], territory=away.territory) for name in ("Red del mar", "Red del bosque")
    )
    opportunity = an_opportunity(territory=maker.territory, networks=[standing])
    client = signed_in(holder_of(maker.territory))
    assert offered(client.get(address(opportunity, "edit")), "networks") == {mine, standing}
    refused = edited(client, opportunity, networks=[foreign.pk])
    assert refused.context["form"].errors.keys() == {"networks"}


def test_an_editor_is_offered_every_gap(editor: User, signed_in: SignedIn, away: Opportunity) -> None:
    course, foreign = a_course(), a_gap(away)
    mine = a_gap(course.opportunity)
    assert offered(signed_in(editor).get(address(course, "edit")), "gaps") == {mine, foreign}


def test_no_list_to_tick_from_of_any_record_names_a_row_the_user_may_not_choose(
    holder_of: Holder, away: Opportunity
) -> None:
    """A new form of every record of the CMS, as a team gets it."""
    a_gap(away)
    a_network(members=[a_producer(territory=away.territory)], territory=away.territory)
    user = holder_of(a_territory())
    judged = 0
    for model in get_snippet_models():
        form = model.snippet_viewset.get_edit_handler().get_form_class()(for_user=user, instance=model())
        for name, field in form.fields.items():
            if isinstance(field, ModelMultipleChoiceField) and policies.has_rule(field.queryset.model):
                allowed = policies.choices(field.queryset.model, user)
                assert set(field.queryset) <= set(allowed), (model, name)
                judged += 1
    assert judged >= 5


@pytest.mark.parametrize("model", [Course, Opportunity, Producer, Objective])
def test_the_filters_beside_a_list_offer_what_the_user_may_choose(
    holder_of: Holder, signed_in: SignedIn, away: Opportunity, model: Any
) -> None:
    here = a_plan().territory
    a_plan(away.territory)
    client = signed_in(holder_of(here))
    page = client.get(reverse(model.snippet_viewset.get_url_name("list")))
    name = "plan" if model is Objective else "territory"
    choices = {str(row) for row in page.context["filters"].form.fields[name].queryset}
    assert len(choices) == 1
    assert here.name in choices.pop()
