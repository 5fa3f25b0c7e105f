"""Memory as the rest sees it."""

from collections.abc import Mapping

from fastapi import APIRouter

from cairn.accounts.messages import NightFell
from cairn.memory import repository
from cairn.memory.audits import AUDITS
from cairn.memory.facts import repository as fact_repository
from cairn.memory.facts.extractor import Extractor, NoExtractor
from cairn.memory.facts.portrait import HeldProfiles
from cairn.memory.facts.portrait import profile as read_profile
from cairn.memory.facts.routes import contradictions, facts, profile
from cairn.memory.imports.routes import IMPORT
from cairn.memory.imports.routes import router as imports
from cairn.memory.jobs import jobs
from cairn.memory.messages import TendMemories
from cairn.memory.permissions import READ, WRITE
from cairn.memory.provider import Embedders, embedders
from cairn.memory.routes import router
from cairn.memory.searching import HeldViews, make_ready
from cairn.memory.settings import MemorySettings
from cairn.memory.tools import tools
from cairn.platform.actor import Actor
from cairn.platform.feature import Exported, Feature
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from cairn.platform.work import UnitOfWork


def provide(runtime: Runtime) -> Mapping[type, object]:
    settings = runtime.settings.of(MemorySettings)
    half = settings.memory_cache_mb * 2**20 // 2
    return {
        Embedders: embedders(settings),
        Extractor: NoExtractor(),
        HeldViews: HeldViews("words", half),
        HeldProfiles: HeldProfiles("profile", half),
    }


async def arrived(actor: Actor) -> None:
    """Make search and the profile ready for somebody whose page has just come to life."""
    await make_ready(actor)
    async with actor.work() as work:
        await read_profile(work)


every = APIRouter()
# Words before ids: `/memories/export` is a word.
for one in (imports, router, facts, contradictions, profile):
    every.include_router(one)


def bodies(settings: Settings) -> Mapping[str, int]:
    return {f"/memories{IMPORT}": settings.of(MemorySettings).memory_import_mb * 1024 * 1024}


async def export(work: UnitOfWork) -> Exported:
    """All of a person's memories and facts."""
    return {**await repository.rows(work), **await fact_repository.rows(work)}


async def erase(work: UnitOfWork) -> None:
    """Take away all of a person's memories and facts."""
    await fact_repository.remove_all(work)
    await repository.remove_all(work)


async def night(work: UnitOfWork, _: NightFell) -> None:
    work.enqueue(TendMemories(user_id=work.user_id))


feature = Feature(
    name="memory",
    audits=AUDITS,
    router=every,
    jobs=jobs,
    tools=tools,
    listeners={NightFell: [night]},
    permissions=[READ, WRITE],
    settings=[MemorySettings],
    bodies=bodies,
    provide=provide,
    arrived=arrived,
    tables=[
        "memories",
        "memory_indexes",
        "memory_words",
        "memory_vectors",
        "memory_tokens",
        "memory_chores",
        *fact_repository.TABLES,
    ],
    export=export,
    erase=erase,
)
