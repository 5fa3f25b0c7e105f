"""Today as the rest sees it. It keeps nothing of its own."""

from cairn.platform.feature import Feature
from cairn.today.permissions import READ
from cairn.today.routes import router
from cairn.today.tools import tools

feature = Feature(name="today", router=router, tools=tools, permissions=[READ])
