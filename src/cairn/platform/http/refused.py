"""Notes in the audit trail what a request was refused."""

from fastapi import Request

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
        permission = {"permission": error.permission} if error.permission else {}
        await runtime.refused(ACCESS_REFUSED, by=getattr(request.state, "asking", None), detail=detail | permission)
