"""A model whose answers are written down before anybody acts on them.

A turn that was cut off and runs again hears the same answers again, in the same order, and asks anew only
from where they end. With tools that do each call of a turn once, that makes the whole turn happen once.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from pydantic_ai._run_context import RunContext
from pydantic_ai.exceptions import UnexpectedModelBehavior
from pydantic_ai.messages import ModelMessage, ModelMessagesTypeAdapter, ModelResponse
from pydantic_ai.models import CompletedStreamedResponse, Model, ModelRequestParameters, StreamedResponse
from pydantic_ai.models.wrapper import WrapperModel
from pydantic_ai.settings import ModelSettings

from cairn.assistant.schemas import Ledger
from cairn.platform.transactions import outside

FIRST = "cairn"
"""The name of who answers the person, beside those of the agents."""


class Record:
    """The answers of one turn, whichever of its agents they were given to: one follows the other.

    Args:
        model: Who is asked for those that aren't known.
        recorded: Those that are.
    """

    def __init__(self, model: Model, ledger: Ledger, recorded: list[dict[str, Any]]) -> None:
        self.model = model
        self._ledger = ledger
        self._recorded = [_read(data) for data in recorded]
        self._place = 0

    @property
    def begun(self) -> bool:
        """Whether an answer was given to the end in this turn: what it asks for may be done."""
        return self._place > 0

    def next_known(self, agent: str) -> ModelResponse | None:
        if self._place >= len(self._recorded):
            return None
        whose, response = self._recorded[self._place]
        if whose != agent:  # written by another version of the program
            raise UnexpectedModelBehavior(f"The answer that was recorded is {whose}'s, not {agent}'s.")
        self._place += 1
        return response

    async def write(self, agent: str, response: ModelResponse) -> None:
        data = ModelMessagesTypeAdapter.dump_python([response], mode="json")[0]
        await self._ledger.record("response", self._place, {**data, "agent": agent})
        self._recorded.append((agent, response))
        self._place += 1


class RecordedModel(WrapperModel):
    """The model of one agent, with the record of its turn."""

    def __init__(self, record: Record, agent: str = FIRST) -> None:
        super().__init__(record.model)
        self._record = record
        self._agent = agent

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        known = self._record.next_known(self._agent)
        if known is not None:
            return known
        outside()
        response = await self.wrapped.request(messages, model_settings, model_request_parameters)
        await self._record.write(self._agent, response)
        return response

    @asynccontextmanager
    async def request_stream(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
        run_context: RunContext[Any] | None = None,
    ) -> AsyncGenerator[StreamedResponse]:
        known = self._record.next_known(self._agent)
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
        await self._record.write(self._agent, response)


def _read(data: dict[str, Any]) -> tuple[str, ModelResponse]:
    whose = data.get("agent", FIRST)
    (message,) = ModelMessagesTypeAdapter.validate_python([{k: v for k, v in data.items() if k != "agent"}])
    assert isinstance(message, ModelResponse)
    return whose, message
