"""The models that the settings name, made once for a process, and the order in which a turn asks them."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import Any, Final

import httpx2
import structlog
from pydantic_ai._run_context import RunContext
from pydantic_ai.exceptions import AgentRunError, FallbackExceptionGroup, ModelAPIError, UnexpectedModelBehavior
from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.models import Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.models.fallback import FallbackModel
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.providers.ollama import OllamaProvider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings

from cairn.assistant.settings import Named

log = structlog.get_logger()

OLLAMA = "http://localhost:11434/v1"
OPENAI = "https://api.openai.com/v1"
ANTHROPIC = "https://api.anthropic.com"
GOOGLE = "https://generativelanguage.googleapis.com/v1beta/openai"
"""Google's own address for OpenAI's protocol: its client would bring two dozen megabytes."""

FAILURES: Final = (AgentRunError, FallbackExceptionGroup)
"""What a run may end with when no model answered."""

_NEXT: Final = (ModelAPIError, UnexpectedModelBehavior)
"""What lets the next model be asked: no connection, a refusal, a fault, a silence, an answer that can't be read."""


def build(named: Named, client: httpx2.AsyncClient, *, alone: bool) -> Model:
    """One model, speaking over this client.

    Args:
        alone: No other stands behind it. Where one does, that one is asked instead of the same once more.
    """
    # A server of one's own often needs no key, and the libraries insist on one.
    key = named.key.get_secret_value() if named.key else "none"
    if named.provider == "anthropic":
        return _anthropic(named.name, named.url or ANTHROPIC, key, client, alone=alone)
    url = named.url or {"ollama": OLLAMA, "google": GOOGLE}.get(named.provider, OPENAI)
    kind = OllamaProvider if named.provider == "ollama" else OpenAIProvider
    provider = kind(base_url=url, api_key=key, http_client=client)
    if not alone:
        provider = kind(openai_client=provider.client.with_options(max_retries=0))
    return OpenAIChatModel(named.name, provider=provider)


def _anthropic(name: str, url: str, key: str, client: httpx2.AsyncClient, *, alone: bool) -> Model:
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    provider = AnthropicProvider(base_url=url, api_key=key, http_client=client)
    if not alone:
        provider = AnthropicProvider(anthropic_client=provider.client.with_options(max_retries=0))
    return AnthropicModel(name, provider=provider)


class FellSilent(ModelAPIError):
    """A stream that had begun said nothing for too long."""


class Chain:
    """The models as one turn asks them: the first until it fails, then those behind it.

    Attributes:
        model: What is asked.
    """

    def __init__(self, models: Sequence[Model], seconds: float) -> None:
        *before, last = models
        self._before = [Patient(one, seconds / len(models)) for one in before]
        self.model: Model = FallbackModel(*self._before, last, fallback_on=_NEXT) if before else last

    @property
    def broken_off(self) -> int:
        """How many with others behind them failed in the middle of an answer."""
        return sum(one.broke_off for one in self._before)

    @property
    def place(self) -> int:
        """Which of them answered last."""
        return sum(one.failed for one in self._before)

    @property
    def silence(self) -> float | None:
        """Seconds that a stream which began may say nothing; None where no other model could take over."""
        return self._before[self.place].seconds / 2 if self.place < len(self._before) else None

    def fell_silent(self) -> FellSilent:
        """Ask the one that streams no more in this turn. It is cut off from afar, so it can't note that itself."""
        silent = self._before[self.place]
        silent.failed = silent.broke_off = True
        log.warning("model.next", failed=FellSilent.__name__)
        return FellSilent(silent.model_name, "it fell silent")


class Patient(WrapperModel):
    """A model with others behind it: so long it is waited for, and in a turn in which it failed it isn't asked again.

    Args:
        seconds: Until its answer, or where it is streamed until that begins: its share of what a turn may take. Whoever
            reads the stream looks after its silences.
    """

    def __init__(self, wrapped: Model, seconds: float) -> None:
        super().__init__(wrapped)
        self.seconds = seconds
        self.failed = False
        self.broke_off = False

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        with self._tried():
            async with asyncio.timeout(self.seconds):
                return await super().request(messages, model_settings, model_request_parameters)

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[Any] | None = None,
    ) -> AsyncGenerator[StreamedResponse]:
        with self._tried():
            async with AsyncExitStack() as opened:
                request = super().request_stream(messages, model_settings, model_request_parameters, run_context)
                async with asyncio.timeout(self.seconds):
                    stream = await opened.enter_async_context(request)
                try:
                    yield stream
                except _NEXT:
                    self.broke_off = True
                    raise

    @contextmanager
    def _tried(self) -> Iterator[None]:
        if self.failed:
            raise ModelAPIError(self.model_name, "it failed before in this turn")
        try:
            yield
        except TimeoutError as error:
            self.failed = True
            raise ModelAPIError(self.model_name, "it took longer than its share") from error
        except _NEXT as error:
            self.failed = True
            log.warning("model.next", failed=type(error).__name__)
            raise
