from tests._engines import open_engine, pytest_generate_tests

__all__ = ["open_engine", "pytest_generate_tests"]
