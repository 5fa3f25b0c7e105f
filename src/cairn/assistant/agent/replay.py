"""A model whose answers are written down before anybody acts on them.

A turn that was cut off and runs again hears the same answers again, in the same order, and asks anew only
from where they end. With tools that do each call of a turn once, that makes the whole turn happen once.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from pydantic_ai._run_context import RunContext
from pydantic_ai.messages import ModelMessage, ModelMessagesTypeAdapter, ModelResponse
from pydantic_ai.models import CompletedStreamedResponse, Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings

from cairn.assistant.schemas import Ledger
from cairn.platform.transactions import outside


class RecordedModel(WrapperModel):
    """A model with the ledger of one turn."""

    def __init__(self, wrapped: Model, ledger: Ledger, recorded: list[dict[str, Any]]) -> None:
        super().__init__(wrapped)
        self._ledger = ledger
        self._recorded = [_read(data) for data in recorded]
        self._place = 0

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        known = self._next_known()
        if known is not None:
            return known
        outside()
        response = await self.wrapped.request(messages, model_settings, model_request_parameters)
        await self._write(response)
        return response

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[Any] | None = None,
    ) -> AsyncGenerator[StreamedResponse]:
        known = self._next_known()
        if known is not None:
            yield CompletedStreamedResponse(
                known, model_request_parameters=model_request_parameters, replay_events=True
            )
            return
        outside()
        async with self.wrapped.request_stream(
            messages, model_settings, model_request_parameters, run_context
        ) as stream:
            yield stream
            response = stream.get()
        await self._write(response)

    def _next_known(self) -> ModelResponse | None:
        if self._place >= len(self._recorded):
            return None
        self._place += 1
        return self._recorded[self._place - 1]

    async def _write(self, response: ModelResponse) -> None:
        data = ModelMessagesTypeAdapter.dump_python([response], mode="json")[0]
        await self._ledger.record("response", self._place, data)
        self._recorded.append(response)
        self._place += 1


def _read(data: dict[str, Any]) -> ModelResponse:
    message = ModelMessagesTypeAdapter.validate_python([data])[0]
    assert isinstance(message, ModelResponse)
    return message
