"""What hangs in the panel: pages with their counters, and what waits for an answer today."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.safestring import SafeString

from producers.enums import Role

from .icons import icon

if TYPE_CHECKING:
    from .workspace import Workspace

Counter = Callable[["Workspace"], int]
Build = Callable[["Workspace"], Iterable["Task"]]
EVERYONE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class PanelPage:
    """A page of the panel. `counter` costs one query at most and says how many things wait there.

    `label` is one short word (it stands in a tab of 72 px); `icon` is a name of `producers.panel.icons`. The first four
    of a person's pages by `order` are tabs, the rest stand under «Más».
    """

    slug: str
    order: int
    label: Any
    url_name: str
    icon: str
    counter: Counter | None = None
    roles: Collection[Role] = EVERYONE

    def is_for(self, roles: Collection[Role]) -> bool:
        return not EVERYONE.isdisjoint(set(self.roles) & set(roles))


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits for this person: a request to answer, an order to send. The title says what to do."""

    title: str
    href: str
    detail: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as the person sees it: `count` is None where nothing is counted."""

    page: PanelPage
    count: int | None
    current: bool

    @property
    def href(self) -> str:
        return reverse(self.page.url_name)

    @property
    def drawing(self) -> SafeString:
        return icon(self.page.icon)


_pages: dict[str, PanelPage] = {}
_tasks: dict[str, tuple[int, Build]] = {}


def register(page: PanelPage) -> None:
    """Hang a page into the panel; a second one of the same slug takes the place of the first."""
    _pages[page.slug] = page


def register_tasks(name: str, order: int, build: Build) -> None:
    """Tell the panel's home what waits for a person: `build(workspace)` gives the tasks, the most urgent first."""
    _tasks[name] = (order, build)


def forget(slug: str) -> None:
    _pages.pop(slug, None)
    _tasks.pop(slug, None)


def pages_of(roles: Collection[Role]) -> list[PanelPage]:
    return sorted((page for page in _pages.values() if page.is_for(roles)), key=lambda page: (page.order, page.slug))


def tasks_of(workspace: "Workspace") -> list[Task]:
    """All that waits, what is due first standing first; what has no hour comes last, in the order of the rooms."""
    found = [task for _order, build in sorted(_tasks.values(), key=lambda known: known[0]) for task in build(workspace)]
    return sorted(found, key=lambda task: (task.due is None, task.due.timestamp() if task.due else 0))
