"""Notices, their deliveries, and how people wish to be reached."""

from fastapi import APIRouter

from cairn.accounts.messages import ZoneChanged
from cairn.notify import climbing, ladder_ticker, permissions, service
from cairn.notify.audits import AUDITS
from cairn.notify.jobs import jobs
from cairn.notify.preference_routes import router as preference_router
from cairn.notify.routes import router as delivery_router
from cairn.notify.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.work import UnitOfWork

router = APIRouter()
router.include_router(delivery_router)
router.include_router(preference_router)


async def _other_clock(work: UnitOfWork, _: ZoneChanged) -> None:
    await climbing.wake(work)


feature = Feature(
    name="notify",
    audits=AUDITS,
    router=router,
    jobs=jobs,
    tools=tools,
    listeners={ZoneChanged: [_other_clock]},
    loops={"notify.ladders": ladder_ticker.run},
    permissions=[
        permissions.READ,
        permissions.WRITE,
        permissions.PREFERENCES_READ,
        permissions.PREFERENCES_WRITE,
    ],
    tables=["deliveries", "notification_preferences"],
    export=service.exported,
    erase=service.erase,
)
