"""A model whose every request is counted for a person before it is made."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from pydantic_ai._run_context import RunContext
from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse
from pydantic_ai.models import ModelRequestParameters, StreamedResponse
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings

from cairn.assistant.agent.models import FAILURES, Chain
from cairn.assistant.settings import AssistantSettings, Price
from cairn.assistant.usage import service as usage
from cairn.assistant.usage.service import Tokens
from cairn.platform.actor import Actor

BYTES_PER_TOKEN: Final = 3
ANSWER: Final = 500
"""Tokens that an answer is expected to have, until it is known."""


class Measured:
    """A request on its way.

    Attributes:
        begun: The model has begun to answer: from here on it costs something.
        response: The whole answer.
    """

    def __init__(self) -> None:
        self.begun = False
        self.response: ModelResponse | None = None


class MeteredModel(WrapperModel):
    """The models of a turn, with the person who pays for it.

    A request raises `UsedUp` when their day has no room for it.
    """

    def __init__(self, chain: Chain, actor: Actor) -> None:
        super().__init__(chain.model)
        self._chain = chain
        self._actor = actor
        self._prices = [one.price for one in actor.runtime.settings.of(AssistantSettings).models]

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        async with self._measured(expected(messages, model_request_parameters)) as measured:
            response = await super().request(messages, model_settings, model_request_parameters)
            measured.response = response
        return response

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[Any] | None = None,
    ) -> AsyncGenerator[StreamedResponse]:
        async with self._measured(expected(messages, model_request_parameters)) as measured:
            request = super().request_stream(messages, model_settings, model_request_parameters, run_context)
            async with request as stream:
                measured.begun = True
                yield stream
                measured.response = stream.get()

    @asynccontextmanager
    async def _measured(self, tokens: Tokens) -> AsyncIterator[Measured]:
        taken = await usage.begin(self._actor, tokens, self._price)
        clock = asyncio.get_running_loop().time
        started, measured = clock(), Measured()
        try:
            yield measured
        except FAILURES:
            if not measured.begun:  # nobody answered, so nothing was used
                await usage.end(self._actor, taken, Tokens(), self._price, _millis(clock() - started))
            raise
        counted = measured.response.usage if measured.response is not None else None
        real = Tokens(counted.input_tokens, counted.output_tokens) if counted and counted.total_tokens else None
        await usage.end(self._actor, taken, real, self._price, _millis(clock() - started))

    @property
    def _price(self) -> Price:
        return self._prices[self._chain.place] if self._prices else Price()


def expected(messages: list[ModelMessage], parameters: ModelRequestParameters) -> Tokens:
    """About how much a request will take: what is told, the tools, and an answer."""
    told = sum(_bytes(part) for message in messages for part in message.parts)
    instructions = next((one.instructions for one in reversed(messages) if isinstance(one, ModelRequest)), None)
    tools = sum(len(json.dumps(tool.parameters_json_schema)) for tool in parameters.function_tools)
    about = sum(len(tool.description or "") for tool in parameters.function_tools)
    return Tokens((told + len((instructions or "").encode()) + tools + about) // BYTES_PER_TOKEN, ANSWER)


def _bytes(part: object) -> int:
    said = getattr(part, "content", None), getattr(part, "args", None)
    return sum(len(str(one).encode()) for one in said if one)


def _millis(seconds: float) -> int:
    return round(seconds * 1000)
