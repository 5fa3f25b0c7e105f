"""What holds for every route of every feature."""

import re
from typing import Any, get_origin

import pytest
from fastapi.routing import APIRoute

from cairn.app.build import create_api
from cairn.platform.http import Page, Problem
from cairn.platform.permissions import PLATFORM
from cairn.platform.runtime import Runtime
from tests.promises.walk import declared_by, walk

PUBLIC = {
    "POST /api/v1/auth/register",
    "POST /api/v1/auth/verify",
    "POST /api/v1/auth/verify/resend",
    "POST /api/v1/auth/confirm-address",
    "POST /api/v1/auth/not-me",
    "POST /api/v1/auth/stay",
    "POST /api/v1/auth/forgot",
    "POST /api/v1/auth/reset",
    "POST /api/v1/auth/login",
    "POST /api/v1/auth/login/second",
    "POST /api/v1/auth/login/second/begin",
    "POST /api/v1/auth/passkey/begin",
    "POST /api/v1/auth/passkey/finish",
    "POST /api/v1/auth/refresh",
    "GET /api/v1/auth/openid",
    "POST /api/v1/auth/openid/begin",
    "POST /api/v1/auth/openid/finish",
    "POST /api/v1/sms/status",
    "POST /api/v1/hooks/plans/{plan_id}",
    "GET /.well-known/jwks.json",
    "GET /health",
    "GET /ready",
    "GET /metrics",
}
"""The only routes that need nobody signed in. Each says why at its declaration."""

WITHOUT_BODY = {204}
FILES = {"GET /api/v1/me/avatar"}
"""Routes that answer with a file instead of a document."""

STREAMS = {
    "GET /api/v1/events",
    "POST /api/v1/messages",
    "GET /api/v1/audit/entries/export",
    "POST /api/v1/me/export",
}
"""Routes that answer, or may answer, with server-sent events or with a file as it grows."""


@pytest.fixture
def routes(runtime: Runtime) -> dict[str, APIRoute]:
    return {
        f"{method} {path}": route
        for path, route in walk(create_api(runtime))
        for method in route.methods or ()
        if route.include_in_schema
    }


def test_the_walk_finds_the_routes(routes: dict[str, APIRoute]) -> None:
    assert "GET /api/v1/me" in routes
    assert set(routes) >= PUBLIC


def test_every_route_declares_one_permission_or_stands_in_the_list_of_public_ones(
    routes: dict[str, APIRoute],
) -> None:
    for name, route in routes.items():
        declared = list(declared_by(route.dependant))
        assert len(declared) == 1, f"{name} declares {declared}"
        assert isinstance(declared[0], str) == (name in PUBLIC), name


def test_every_declared_permission_is_one_its_feature_shows(runtime: Runtime, routes: dict[str, APIRoute]) -> None:
    shown = {permission for feature in runtime.features for permission in feature.permissions} | set(PLATFORM)
    for name, route in routes.items():
        for declared in declared_by(route.dependant):
            assert isinstance(declared, str) or declared in shown, f"{name}: {declared}"


def test_every_route_has_a_response_model_and_typed_errors(routes: dict[str, APIRoute]) -> None:
    for name, route in routes.items():
        if name not in STREAMS | FILES and route.status_code not in WITHOUT_BODY and name != "GET /metrics":
            assert route.response_model is not None, name
        if name.startswith(("GET /health", "GET /ready", "GET /metrics", "GET /.well-known")):
            continue
        problems = [told for status, told in route.responses.items() if int(status) >= 400]
        assert problems, f"{name} names no error it can answer with"
        assert all(told["model"] is Problem for told in problems), name


def test_every_list_is_a_page(routes: dict[str, APIRoute]) -> None:
    for name, route in routes.items():
        model: Any = route.response_model
        assert get_origin(model) is not list, f"{name} answers with a bare list"
        if isinstance(model, type) and issubclass(model, Page):
            assert "next_cursor" in model.model_fields


def test_ids_in_paths_say_whose_they_are(routes: dict[str, APIRoute]) -> None:
    for name in routes:
        for parameter in re.findall(r"{(\w+)}", name):
            assert re.fullmatch(r"[a-z_]+_id", parameter), name


def test_nothing_that_gets_changes(routes: dict[str, APIRoute]) -> None:
    for name, route in routes.items():
        if name.startswith("GET "):
            for declared in declared_by(route.dependant):
                assert isinstance(declared, str) or ":write:" not in declared.name, name
