"""Spaces."""

from cairn.accounts.messages import AccountCreated
from cairn.platform.feature import Feature
from cairn.spaces import service

feature = Feature(
    name="spaces",
    listeners={AccountCreated: [service.give_personal_space]},
    tables=["memberships", "shares"],
    export=service.exported,
    erase=service.erase,
)
