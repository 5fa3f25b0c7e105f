"""Spaces."""

from cairn.accounts.messages import AccountCreated
from cairn.platform.feature import Feature
from cairn.spaces import permissions, service
from cairn.spaces.audits import AUDITS
from cairn.spaces.jobs import jobs
from cairn.spaces.routes import router

feature = Feature(
    name="spaces",
    router=router,
    permissions=[
        permissions.READ_SPACES,
        permissions.READ_MEMBERS,
        permissions.READ,
        permissions.WRITE,
        permissions.ASK,
    ],
    audits=AUDITS,
    jobs=jobs,
    listeners={AccountCreated: [service.give_personal_space]},
    tables=["memberships", "shares", "support_requests"],
    export=service.exported,
    erase=service.erase,
)
