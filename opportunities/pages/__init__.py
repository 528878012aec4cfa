"""What the pages of this room show."""

from .board import board_page
from .course import course_page
from .courses import courses_page
from .listing import list_page
from .opportunity import opportunity_page

__all__ = ["board_page", "course_page", "courses_page", "list_page", "opportunity_page"]
