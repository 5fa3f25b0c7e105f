"""Spaces."""

from cairn.accounts.messages import AccountCreated
from cairn.platform.feature import Feature
from cairn.spaces import permissions, service
from cairn.spaces.audits import AUDITS
from cairn.spaces.jobs import jobs
from cairn.spaces.models import INVITED
from cairn.spaces.routes import router

feature = Feature(
    name="spaces",
    router=router,
    permissions=[
        permissions.READ_SPACES,
        permissions.READ_MEMBERS,
        permissions.WRITE_SPACES,
        permissions.CHANGE,
        permissions.READ_INVITATIONS,
        permissions.INVITE,
        permissions.LEAVE,
        permissions.READ,
        permissions.WRITE,
        permissions.ASK,
    ],
    audits=AUDITS,
    jobs=jobs,
    listeners={AccountCreated: [service.give_personal_space]},
    tables=["memberships", "invitations", "shares", "support_requests"],
    sealed=[INVITED],
    export=service.exported,
    erase=service.erase,
)
