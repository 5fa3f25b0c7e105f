"""The inbox as the rest sees it. It keeps nothing of its own: what was caught is memory's."""

from cairn.inbox.permissions import READ, WRITE
from cairn.inbox.routes import router
from cairn.platform.feature import Feature

feature = Feature(name="inbox", router=router, permissions=[READ, WRITE])
