"""Notices, their deliveries, how people wish to be reached, and the browsers that take some of them."""

from fastapi import APIRouter

from cairn.accounts.messages import SessionEnded, ZoneChanged
from cairn.notify import audits, climbing, ladder_ticker, permissions, service
from cairn.notify.jobs import jobs
from cairn.notify.preference_routes import router as preference_router
from cairn.notify.routes import router as delivery_router
from cairn.notify.subscriptions import audits as push_audits
from cairn.notify.subscriptions import permissions as push_permissions
from cairn.notify.subscriptions import service as subscriptions
from cairn.notify.subscriptions.models import ENDPOINT, KEYS
from cairn.notify.subscriptions.routes import router as push_router
from cairn.notify.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.ticking import ticking
from cairn.platform.work import UnitOfWork

router = APIRouter()
router.include_router(delivery_router)
router.include_router(preference_router)
router.include_router(push_router)


async def _other_clock(work: UnitOfWork, _: ZoneChanged) -> None:
    await climbing.wake(work)


async def _follow_session(work: UnitOfWork, event: SessionEnded) -> None:
    await subscriptions.session_ended(work, event.session_id)


feature = Feature(
    name="notify",
    audits={**audits.AUDITS, **push_audits.AUDITS},
    router=router,
    jobs=jobs,
    tools=tools,
    listeners={ZoneChanged: [_other_clock], SessionEnded: [_follow_session]},
    loops={
        "notify.ladders": ticking(ladder_ticker.tick, at_once=ladder_ticker.AT_ONCE, seconds=ladder_ticker.POLL_SECONDS)
    },
    permissions=[
        permissions.READ,
        permissions.WRITE,
        permissions.PREFERENCES_READ,
        permissions.PREFERENCES_WRITE,
        push_permissions.READ,
        push_permissions.WRITE,
    ],
    tables=["deliveries", "notification_preferences", "push_subscriptions"],
    sealed=[ENDPOINT, KEYS],
    export=service.exported,
    erase=service.erase,
)
