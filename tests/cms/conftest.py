from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from foundation.models import User
from terruno.pages.roles import EDITORS, setup_roles
from tests.builders import a_mandate, a_user


@pytest.fixture
def roles(db: None) -> dict[str, Group]:
    return setup_roles()


@pytest.fixture
def editor(roles: dict[str, Group]) -> User:
    user = a_user("edicion@ejemplo.cl")
    user.groups.add(roles[EDITORS])
    return user


@pytest.fixture
def holder_of(roles: dict[str, Group]) -> Callable[..., User]:
    """Somebody with mandates for these producers, networks or territories."""

    def make(*targets: Any, **fields: Any) -> User:
        user = a_user()
        for target in targets:
            a_mandate(user, target, **fields)
        return user

    return make


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    def enter(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return enter
