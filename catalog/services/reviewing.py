"""From a maker's draft to the public page: handed in, looked at by who answers for it, published or sent back.

It is the CMS's own review (`wagtail.models.Workflow`), so that what is decided here and there is one thing; letters are
written wherever it was decided (`catalog.review_letters`).
"""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from catalog.models import Product
from foundation import audit, locking
from foundation.models import User

from .drafts import draft_of, under_review


class NotReady(Exception):
    """Something that a buyer needs is missing; `missing` names the steps."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class NobodyReviews(Exception):
    """The site has no review for products: its team publishes in the CMS."""


class NotUnderReview(Exception):
    """The draft was decided about, or taken back, in the meantime."""


def missing_steps(draft: Product) -> list[str]:
    """Steps without which a product is not published."""
    found = {
        "que": bool(draft.title_es and draft.summary_es),
        "cuando": bool(draft.sale_months),
        "mayor": bool(draft.supplies.all()),
    }
    return [step for step, done in found.items() if not done]


def submit_product(actor: User, product: Product) -> WorkflowState:
    """Hand the draft in. A second time while it is being looked at changes nothing.

    Raises NotReady, NobodyReviews.
    """
    with transaction.atomic():
        product = locking.lock(Product, product.pk)
        state = under_review(product)
        if state is not None:
            return state
        if missing := missing_steps(draft_of(product)):
            raise NotReady(missing)
        state = product.current_workflow_state
        if state is not None:
            state.requested_by = actor
            state.resume(actor)
        else:
            workflow = product.get_workflow()
            if workflow is None:
                raise NobodyReviews(_("Aún no hay quien revise las fichas."))
            if product.get_latest_revision() is None:
                product.save_revision(user=actor, clean=False)
            state = workflow.start(product, actor)
        audit.record(actor, "product.submitted", product, revision=product.latest_revision_id)
    return state


def withdraw_product(actor: User, product: Product) -> None:
    """Take the draft back to go on with it. Raises NotUnderReview."""
    with transaction.atomic():
        product, state = _waiting(product)
        state.cancel(user=actor)
        audit.record(actor, "product.withdrawn", product)


def approve_product(actor: User, product: Product, *, note: str = "") -> None:
    """Publish the draft that waits; whoever may decide was asked by the caller. Raises NotUnderReview."""
    with transaction.atomic():
        product, state = _waiting(product)
        task = state.current_task_state.specific
        task.approve(user=actor, update=False, comment=note)
        # Published by the review itself: a coordinator may decide about a member's draft, not publish in the CMS.
        state.update(user=None)
        audit.record(actor, "product.approved", product, revision=product.latest_revision_id)


def return_product(actor: User, product: Product, *, note: str) -> None:
    """Send the draft back with a note that says what to change. Raises NotUnderReview."""
    with transaction.atomic():
        product, state = _waiting(product)
        state.current_task_state.specific.reject(user=actor, comment=note)
        audit.record(actor, "product.returned", product, revision=product.latest_revision_id)


def _waiting(product: Product) -> tuple[Product, WorkflowState]:
    product = locking.lock(Product, product.pk)
    state = under_review(product)
    if state is None or state.current_task_state is None:
        raise NotUnderReview(str(product))
    return product, state
