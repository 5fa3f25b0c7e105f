"""A feature's routes."""

import pytest
from fastapi import FastAPI
from fastapi.exceptions import FastAPIError

from cairn.platform.http.router import Router


def test_routes_are_made_when_somebody_asks_for_them() -> None:
    router = Router("/pets", tag="pets")

    class Unheard: ...

    @router.get("", response_model=Unheard)
    def wrong() -> None: ...

    with pytest.raises(FastAPIError):
        router.routes  # noqa: B018  asking is what makes them


def test_a_router_within_another_is_served_whichever_came_first() -> None:
    outer, inner = Router("/pets", tag="pets"), Router(tag="pets")
    outer.include_router(inner)

    @inner.get("/fed")
    def fed() -> bool:
        return True

    @outer.get("/hungry")
    def hungry() -> bool:
        return False

    app = FastAPI()
    app.include_router(outer)
    assert set(app.openapi()["paths"]) == {"/pets/fed", "/pets/hungry"}
