"""Tasks as the rest sees them."""

from cairn.platform.feature import Feature
from cairn.tasks import repository
from cairn.tasks.audits import AUDITS
from cairn.tasks.permissions import READ, WRITE
from cairn.tasks.routes import router
from cairn.tasks.tools import tools

feature = Feature(
    name="tasks",
    audits=AUDITS,
    router=router,
    tools=tools,
    permissions=[READ, WRITE],
    tables=["tasks", "task_steps"],
    export=repository.rows,
    erase=repository.remove_all,
)
