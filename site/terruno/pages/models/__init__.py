from .editorial import EditorialPage
from .home import HomePage
from .review import RecordReview
from .stories import StoryIndexPage, StoryPage
from .texts import GuidePage, LandingPage, PlainPage

__all__ = [
    "EditorialPage", "GuidePage", "HomePage", "LandingPage", "PlainPage", "RecordReview", "StoryIndexPage", "StoryPage",
]  # fmt: skip
