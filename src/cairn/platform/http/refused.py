"""Notes in the audit trail what a request was refused."""

from fastapi import Request

from cairn.platform.actor import Actor
from cairn.platform.audit import ACCESS_REFUSED, PAGE_REFUSED
from cairn.platform.errors import CairnError, NotAllowed
from cairn.platform.http.credentials import ForeignPage
from cairn.platform.runtime import Runtime


async def note(request: Request, error: CairnError) -> None:
    """Write down a refusal for want of a permission, and one of a foreign page; other errors are no refusals."""
    runtime: Runtime = request.app.state.runtime
    route = getattr(request.scope.get("route"), "path", "")
    detail = {"route": f"{request.method} {route}"}
    if isinstance(error, ForeignPage):
        await runtime.refused(PAGE_REFUSED, detail=detail)
    elif isinstance(error, NotAllowed) and not error.noted:
        error.noted = True
        by: Actor | None = error.by or getattr(request.state, "asking", None)
        if error.permission:
            detail["permission"] = error.permission
        if by is not None and by.reader_id is not None:
            detail["person"] = str(by.user_id)
        await runtime.refused(ACCESS_REFUSED, by=by, detail=detail)
