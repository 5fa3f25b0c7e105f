"""`/api/docs`: the API reference, drawn from the OpenAPI document without any script."""

from html import escape
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse

_METHODS = ("get", "post", "put", "patch", "delete")


def mount(app: FastAPI) -> None:
    """Serve the reference; it is outside the API's own routes, so the document doesn't describe it."""

    async def show(_: Request) -> HTMLResponse:
        return HTMLResponse(_page(app.openapi()), headers={"Cache-Control": "no-cache"})

    app.add_route("/api/docs", show, include_in_schema=False)


def _page(document: dict[str, Any]) -> str:
    rows = [
        _operation(path, method, operation)
        for path, item in sorted(document["paths"].items())
        for method, operation in item.items()
        if method in _METHODS
    ]
    return (
        "<!doctype html><html lang='en'><meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
        "<title>Cairn API</title><h1>Cairn API</h1><p>The whole document: <a href='/api/openapi.json'>openapi.json</a>."
        f"</p>{''.join(rows)}</html>"
    )


def _operation(path: str, method: str, operation: dict[str, Any]) -> str:
    answers = "".join(
        f"<li><b>{escape(status)}</b> {escape(answer.get('description', ''))}</li>"
        for status, answer in operation.get("responses", {}).items()
    )
    about = escape(operation.get("description", operation.get("summary", "")))
    return f"<h2><code>{method.upper()} {escape(path)}</code></h2><p>{about}</p><ul>{answers}</ul>"
