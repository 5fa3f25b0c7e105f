"""Notices and their deliveries."""

from cairn.notify import permissions, repository, service
from cairn.notify.jobs import jobs
from cairn.notify.routes import router
from cairn.platform.feature import Feature

feature = Feature(
    name="notify",
    router=router,
    jobs=jobs,
    permissions=[permissions.READ, permissions.WRITE],
    tables=["deliveries"],
    export=service.exported,
    erase=repository.erase,
)
