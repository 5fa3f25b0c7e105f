"""The assistant as the rest sees it. A turn's ledger belongs to the conversation."""

from collections.abc import Mapping
from datetime import UTC, datetime

from cairn.assistant import grammar
from cairn.assistant.audits import AUDITS
from cairn.assistant.commanding import Spoken
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.permissions import CAPTURE, USAGE
from cairn.assistant.provider import LanguageModel
from cairn.assistant.reading import ModelReader
from cairn.assistant.settings import AssistantSettings
from cairn.assistant.splitting import ModelSplitter
from cairn.assistant.tools import tools
from cairn.assistant.tracing import Tracing
from cairn.assistant.usage import repository
from cairn.assistant.usage.routes import router
from cairn.automations.service import Asked
from cairn.memory.service import Extractor
from cairn.plans.service import Commands
from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime
from cairn.tasks.breakdown.service import Splitter


def provide(runtime: Runtime) -> Mapping[type, object]:
    settings = runtime.settings.of(AssistantSettings)
    model, tracing = LanguageModel(settings), Tracing(settings)
    return {
        LanguageModel: model,
        Tracing: tracing,
        Asked: model,
        Commands: Spoken(),
        Extractor: ModelReader(model, settings, tracing),
        Splitter: ModelSplitter(model, settings, tracing),
    }


def warm() -> None:
    """Compile the words of every language: some 150 ms that the first message needn't wait for."""
    for language in SUPPORTED:
        grammar.understand("call Ana tomorrow at 9", datetime(2026, 1, 1, tzinfo=UTC), language)


feature = Feature(
    name="assistant",
    audits=AUDITS,
    router=router,
    tools=tools,
    permissions=[CAPTURE, USAGE],
    settings=[AssistantSettings],
    provide=provide,
    warm=warm,
    tables=["model_use"],
    export=repository.rows,
    erase=repository.remove_all,
)
