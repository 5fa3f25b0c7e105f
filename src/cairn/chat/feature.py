"""Conversations as the rest sees them."""

from collections.abc import Mapping

from cairn.accounts.messages import NightFell
from cairn.automations.messages import PromptDue
from cairn.chat import forgetting, prompts, repository
from cairn.chat.audits import AUDITS
from cairn.chat.jobs import jobs
from cairn.chat.messages import TrimTranscripts
from cairn.chat.permissions import READ, WRITE
from cairn.chat.routes import router
from cairn.chat.running import Running
from cairn.chat.settings import ChatSettings
from cairn.memory.messages import FactsForgotten, MemoriesForgotten
from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork


def provide(_: Runtime) -> Mapping[type, object]:
    return {Running: Running()}


async def forgotten(work: UnitOfWork, event: MemoriesForgotten) -> None:
    """What is forgotten stands in no conversation any more."""
    await forgetting.forget(work, event.memory_ids, event.source_refs)


async def unsaid(work: UnitOfWork, event: FactsForgotten) -> None:
    """The same of facts that were put right or taken back in conversation."""
    await forgetting.forget(work, event.fact_ids, [])


async def night(work: UnitOfWork, _: NightFell) -> None:
    work.enqueue(TrimTranscripts(user_id=work.user_id))


feature = Feature(
    name="chat",
    audits=AUDITS,
    router=router,
    jobs=jobs,
    listeners={PromptDue: [prompts.say], MemoriesForgotten: [forgotten], FactsForgotten: [unsaid], NightFell: [night]},
    settings=[ChatSettings],
    permissions=[READ, WRITE],
    provide=provide,
    tables=["conversations", "messages", "turns", "turn_steps", "receipts"],
    export=repository.rows,
    erase=repository.remove_all,
)
