"""How Cairn is, over HTTP: health, readiness and figures outside of the API, the queue inside it."""

import hmac
import ipaddress
from typing import Annotated

from fastapi import Depends, Path, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST

from cairn.operations import readiness, service
from cairn.operations.errors import NotLaidAside, WaitsAlready
from cairn.operations.figures import Figures
from cairn.operations.permissions import READ_JOBS, RETRY_JOBS
from cairn.operations.schemas import Health, JobOut, JobState, Readiness
from cairn.operations.settings import OperationsSettings
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, SecondFactorNeeded
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs, public
from cairn.platform.http.work import runtime_of

root = Router(tag="operations")
router = Router("/operations", tag="operations")


@root.get(
    "/health",
    response_model=Health,
    dependencies=[public("A supervisor asks whether the process answers; it has no account.")],
)
async def health() -> Health:
    """This process is alive. It asks nothing else, so that a missing database doesn't get it killed."""
    return Health()


@root.get(
    "/ready",
    response_model=Readiness,
    responses={503: {"model": Readiness, "description": "Something it needs isn't there."}},
    dependencies=[public("A load balancer asks whether to send people here; it has no account.")],
)
async def ready(request: Request) -> Response:
    """Whether people can be served, by component."""
    found = await readiness.check(runtime_of(request))
    return JSONResponse(found.model_dump(), 200 if found.ready else 503, {"Cache-Control": "no-store"})


@root.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"description": "Prometheus's text format.", "content": {"text/plain": {}}},
        **errors(NotAllowed),
    },
    dependencies=[
        public("A monitoring system on this machine, or one with the token, reads figures; it has no account.")
    ],
)
async def metrics(request: Request) -> Response:
    """Figures: requests, the queue, deliveries. Only for this machine, or with CAIRN_METRICS_TOKEN as bearer token."""
    runtime = runtime_of(request)
    token = runtime.settings.of(OperationsSettings).metrics_token
    if not (_from_here(request) or (token is not None and _shows(request, token.get_secret_value()))):
        raise NotAllowed
    return Response(
        await runtime.provider(Figures).render(),
        media_type=CONTENT_TYPE_LATEST,
        headers={"Cache-Control": "no-store"},
    )


def _from_here(request: Request) -> bool:
    """Whether a program on this machine asks, and not a proxy on this machine for somebody else."""
    if any(name in request.headers for name in ("forwarded", "x-forwarded-for", "x-real-ip")):
        return False
    try:
        return request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _shows(request: Request, token: str) -> bool:
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and hmac.compare_digest(shown.strip().encode(), token.encode())


@router.get(
    "/jobs",
    response_model=Page[JobOut],
    dependencies=[needs(READ_JOBS)],
    responses=errors(NotSignedIn, NotAllowed, SecondFactorNeeded, Invalid),
)
async def jobs(
    work: SignedIn, page: Annotated[PageQuery, Depends()], state: JobState = JobState.FAILED
) -> Page[JobOut]:
    """What the queue holds in one state, newest first: by default the jobs that were laid aside."""
    return await service.jobs(work, page, state)


@router.post(
    "/jobs/{job_id}/retry",
    response_model=JobOut,
    dependencies=[needs(RETRY_JOBS)],
    responses=errors(NotSignedIn, NotAllowed, SecondFactorNeeded, Invalid, NotFound, NotLaidAside, WaitsAlready),
)
async def retry(work: SignedIn, job_id: Annotated[int, Path(ge=1, lt=2**63)]) -> JobOut:
    """Try a job that was laid aside once more."""
    return await service.retry(work, job_id)
