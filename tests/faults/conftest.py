from tests._engines import pytest_generate_tests, search_address

__all__ = ["pytest_generate_tests", "search_address"]
