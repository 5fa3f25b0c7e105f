"""The OpenAPI document, with what holds for every route and no route says by itself."""

from typing import Any, Final

from fastapi import FastAPI

from cairn.platform.errors import Invalid, NotAllowed, TooLarge, TooMany, Unavailable, UnsupportedMediaType
from cairn.platform.http.credentials import ForeignPage
from cairn.platform.http.idempotency import LONGEST, StillRunning

_METHODS: Final = ("get", "post", "put", "patch", "delete")
_PROBLEM: Final = {"$ref": "#/components/schemas/Problem"}
_THEIRS: Final = "#/components/schemas/HTTPValidationError"

_NO_KEY: Final = {"/api/v1/memories/search", "/api/v1/messages/understand", "/api/v1/memories/import"}
"""Posts that do no harm when they are done twice: they change nothing, or know by itself what was brought before."""
_ANOTHER_PROTOCOL: Final = {"/mcp"}
"""It refuses a body in words of its own, and its clients know nothing of idempotency keys."""
_IDEMPOTENCY_KEY: Final = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Sent again within 24 hours with the same key, the request is done once and answered the same.",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST},
}


class Documented(FastAPI):
    """An application whose errors are documented as they are sent: problem documents, all of them."""

    def openapi(self) -> dict[str, Any]:
        if self.openapi_schema is None:
            self.openapi_schema = _finished(super().openapi())
        return self.openapi_schema


def _finished(document: dict[str, Any]) -> dict[str, Any]:
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                _finish(path, method, item[method])
    schemas = document.get("components", {}).get("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    return document


def _finish(path: str, method: str, operation: dict[str, Any]) -> None:
    told: dict[str, Any] = operation["responses"]
    for answer in told.values():
        schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
        if schema.get("$ref") == _THEIRS:
            answer["description"] = Invalid.title()
        if schema.get("$ref") in (_THEIRS, _PROBLEM["$ref"]):
            answer["content"] = {"application/problem+json": {"schema": _PROBLEM}}
    ours = path not in _ANOTHER_PROTOCOL
    if "requestBody" in operation and ours:
        _also(told, 415, UnsupportedMediaType.title())
        _also(told, 422, Invalid.title())
    if "401" in told and method != "get" and ours:
        _also(told, 403, f"{NotAllowed.title()} {ForeignPage.title()}")
        # The key that makes a request idempotent can be refused, and can find the first request still running.
        _also(told, 409, StillRunning.title())
        _also(told, 422, Invalid.title())
        parameters = operation.setdefault("parameters", [])
        named = {parameter["name"].lower() for parameter in parameters}
        if path not in _NO_KEY and "idempotency-key" not in named:
            parameters.append(_IDEMPOTENCY_KEY)
    if path.startswith("/api/"):
        _also(told, 413, TooLarge.title())
        _also(told, 429, TooMany.title())
        _also(told, 503, Unavailable.title())
    operation["responses"] = dict(sorted(told.items()))


def _also(told: dict[str, Any], status: int, title: str) -> None:
    told.setdefault(str(status), {"description": title, "content": {"application/problem+json": {"schema": _PROBLEM}}})
