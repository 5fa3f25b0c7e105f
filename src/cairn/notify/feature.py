"""Notices and their deliveries, and the browsers that take some of them."""

from fastapi import APIRouter

from cairn.accounts.messages import SessionEnded
from cairn.notify import permissions, repository, service
from cairn.notify.jobs import jobs
from cairn.notify.routes import router
from cairn.notify.subscriptions import permissions as push_permissions
from cairn.notify.subscriptions import repository as subscribed
from cairn.notify.subscriptions import service as subscriptions
from cairn.notify.subscriptions.audits import AUDITS
from cairn.notify.subscriptions.models import ENDPOINT, KEYS
from cairn.notify.subscriptions.routes import router as push_router
from cairn.platform.feature import Feature
from cairn.platform.work import UnitOfWork


async def _follow_session(work: UnitOfWork, event: SessionEnded) -> None:
    await subscriptions.session_ended(work, event.session_id)


async def _erase(work: UnitOfWork) -> None:
    await repository.erase(work)
    await subscribed.erase(work)


everything = APIRouter()
everything.include_router(router)
everything.include_router(push_router)

feature = Feature(
    name="notify",
    audits=AUDITS,
    router=everything,
    jobs=jobs,
    listeners={SessionEnded: [_follow_session]},
    permissions=[permissions.READ, permissions.WRITE, push_permissions.READ, push_permissions.WRITE],
    tables=["deliveries", "push_subscriptions"],
    sealed=[ENDPOINT, KEYS],
    export=service.exported,
    erase=_erase,
)
