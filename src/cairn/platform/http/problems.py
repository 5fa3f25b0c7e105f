"""Errors as RFC 9457 problem documents."""

from typing import Any, Final

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import DataError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import StaleDataError
from starlette.exceptions import HTTPException

from cairn.platform.errors import CairnError, ErrorKind, Invalid, NotFound, Stale, TooLarge, TooMany, Unavailable
from cairn.platform.http import refused

log = structlog.get_logger()

STATUS: Final = {
    ErrorKind.INVALID: 422,
    ErrorKind.UNAUTHENTICATED: 401,
    ErrorKind.FORBIDDEN: 403,
    ErrorKind.MISSING: 404,
    ErrorKind.CONFLICT: 409,
    ErrorKind.STALE: 412,
    ErrorKind.TOO_LARGE: 413,
    ErrorKind.WRONG_TYPE: 415,
    ErrorKind.TOO_MANY: 429,
    ErrorKind.UNAVAILABLE: 503,
}


class FieldError(BaseModel):
    """What is wrong with one field of a body or query."""

    field: str
    message: str


class Problem(BaseModel):
    """An error: what happened, what is safe, what to do (RFC 9457).

    Args:
        type: Its stable name, `/problems/…`.
        request_id: What to quote when asking for help.
    """

    type: str
    title: str
    status: int
    detail: str
    request_id: str | None = None
    errors: list[FieldError] | None = None


def errors(*kinds: type[CairnError]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route: the errors it can answer with."""
    told: dict[int | str, dict[str, Any]] = {}
    for status in sorted({STATUS[kind.kind] for kind in kinds}):
        titles = [kind.title() for kind in kinds if STATUS[kind.kind] == status]
        told[status] = {
            "model": Problem,
            "description": " ".join(titles),
            "content": {"application/problem+json": {}},
        }
    return told


def answer(
    request: Request,
    status: int,
    slug: str,
    title: str,
    detail: str | None = None,
    fields: list[FieldError] | None = None,
    headers: dict[str, str] | None = None,
) -> JSONResponse:
    problem = Problem(
        type=f"/problems/{slug}",
        title=title,
        status=status,
        detail=detail or title,
        request_id=getattr(request.state, "request_id", None),
        errors=fields,
    )
    return JSONResponse(problem.model_dump(exclude_none=True), status, headers, media_type="application/problem+json")


async def cairn_error(request: Request, error: Exception) -> JSONResponse:
    """A refusal of ours as a problem document."""
    assert isinstance(error, CairnError)
    await refused.note(request, error)
    fields = [FieldError(field=error.field, message=error.detail)] if error.field else None
    headers: dict[str, str] = {}
    if error.kind is ErrorKind.UNAUTHENTICATED:
        headers["WWW-Authenticate"] = "Bearer"
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, TooMany):
        request.state.limited_by = error.policy
        request.state.standings = error.standings or getattr(request.state, "standings", ())
    return answer(request, STATUS[error.kind], error.slug(), error.title(), error.detail, fields, headers)


async def _validation(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fields = [
        FieldError(
            field=".".join(str(part) for part in found["loc"][1:]) or str(found["loc"][0]),
            message=found["msg"].removeprefix("Value error, "),
        )
        for found in error.errors()
    ]
    return answer(request, 422, Invalid.slug(), Invalid.title(), fields=fields)


MOST_TOLD_OF_A_STATEMENT: Final = 120
_SLUGS: Final = {404: "not-found", 405: "method-not-allowed"}


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers) if error.headers else None
    if error.status_code == 400:  # FastAPI says so of bytes that are no text, and of JSON too deep to be parsed
        return answer(request, 422, Invalid.slug(), Invalid.title(), "The body can't be read as JSON.")
    if error.status_code == 413:
        return await cairn_error(request, TooLarge())
    title = NotFound.title() if error.status_code == 404 else str(error.detail)
    return answer(request, error.status_code, _SLUGS.get(error.status_code, "refused"), title, headers=headers)


async def _stale(request: Request, _: Exception) -> JSONResponse:
    return answer(request, 412, Stale.slug(), Stale.title())


async def _data(request: Request, _: Exception) -> JSONResponse:
    return answer(request, 422, Invalid.slug(), Invalid.title(), "A value is outside of what can be kept.")


async def _away(request: Request, error: Exception) -> JSONResponse:
    sqlstate = getattr(getattr(error, "orig", None), "sqlstate", None)
    # Its values aren't in it: they go beside it.
    statement = " ".join((getattr(error, "statement", None) or "").split())[:MOST_TOLD_OF_A_STATEMENT]
    log.warning("database.away", reason=type(error).__name__, sqlstate=sqlstate, statement=statement)
    return answer(request, 503, Unavailable.slug(), Unavailable.title(), headers={"Retry-After": "2"})


def install(app: FastAPI) -> None:
    """Every error that leaves a route becomes a problem document; the unforeseen is caught by the outer middleware."""
    app.add_exception_handler(CairnError, cairn_error)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(StaleDataError, _stale)
    app.add_exception_handler(DataError, _data)
    app.add_exception_handler(OperationalError, _away)
    app.add_exception_handler(InterfaceError, _away)
    app.add_exception_handler(PoolTimeout, _away)
