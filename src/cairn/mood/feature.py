"""Mood and energy as the rest sees them."""

from collections.abc import Mapping

from cairn.mood import repository
from cairn.mood.audits import AUDITS
from cairn.mood.permissions import READ, WRITE
from cairn.mood.routes import router
from cairn.mood.service import SaidHere
from cairn.mood.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime
from cairn.tasks.schemas import EnergySaid


def provide(_: Runtime) -> Mapping[type, object]:
    return {EnergySaid: SaidHere()}


feature = Feature(
    name="mood",
    audits=AUDITS,
    router=router,
    tools=tools,
    provide=provide,
    permissions=[READ, WRITE],
    tables=["mood_entries"],
    export=repository.rows,
    erase=repository.remove_all,
)
