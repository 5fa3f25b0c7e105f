"""Memory as the rest sees it."""

from collections.abc import Mapping

from cairn.memory import repository
from cairn.memory.embedder.minilm import MiniLM
from cairn.memory.jobs import jobs
from cairn.memory.permissions import READ, WRITE
from cairn.memory.provider import Embedder, LocalEmbedder
from cairn.memory.routes import router
from cairn.memory.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime


def provide(_: Runtime) -> Mapping[type, object]:
    return {Embedder: LocalEmbedder(MiniLM())}


feature = Feature(
    name="memory",
    router=router,
    jobs=jobs,
    tools=tools,
    permissions=[READ, WRITE],
    provide=provide,
    tables=["memories", "memory_vectors"],
    export=repository.rows,
    erase=repository.remove_all,
)
