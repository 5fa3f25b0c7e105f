"""Every route of the application, with what it declares."""

from collections.abc import Iterator

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from cairn.platform.permissions import Permission


def walk(app: FastAPI) -> Iterator[tuple[str, APIRoute]]:
    """Every API route with its whole path, as the OpenAPI document names it."""
    for context in iter_route_contexts(app.routes):
        if isinstance(context.route, APIRoute) and context.path is not None:
            yield context.path, context.route


def declared_by(dependant: Dependant) -> Iterator[Permission | str]:
    """What a route needs: a permission, or the reason why it needs none."""
    for inner in dependant.dependencies:
        mark = getattr(inner.call, "__cairn_permission__", None)
        if mark is not None:
            yield mark
        yield from declared_by(inner)
