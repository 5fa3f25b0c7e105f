"""Traces of what a model is asked, sent by OpenTelemetry to where the settings say; nowhere, unless they do."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from cairn.assistant.settings import AssistantSettings

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from pydantic_ai.models.instrumented import InstrumentationSettings

SECONDS = 5
"""How long one sending may take. It happens beside everything else; what can't be sent is dropped."""


class Tracing:
    """Where spans go. Its libraries are loaded with the model's, and only where somebody wants traces."""

    def __init__(self, settings: AssistantSettings) -> None:
        self._url = settings.traces_url
        self._words = settings.traces_words
        self._provider: TracerProvider | None = None

    def instrument(self) -> "InstrumentationSettings | None":
        """What an agent notes of its requests and its tools; nothing where no traces are wanted.

        What was said, answered, asked of a tool and found by it is left out, unless the settings let it in.
        """
        if self._url is None:
            return None
        from pydantic_ai.models.instrumented import InstrumentationSettings

        return InstrumentationSettings(
            tracer_provider=self._get(self._url),
            include_content=self._words,
            include_binary_content=False,
            include_model_request_parameters=self._words,
        )

    @contextmanager
    def turn(self, turn_id: UUID) -> Iterator[None]:
        """A span around one turn, named by its id: nothing in it says whose it is."""
        if self._url is None:
            yield
            return
        tracer = self._get(self._url).get_tracer("cairn")
        # An error's own words may be anybody's: its kind is on the spans below.
        with tracer.start_as_current_span("turn", record_exception=False, set_status_on_exception=False) as span:
            span.set_attribute("cairn.turn_id", str(turn_id))
            yield

    async def aclose(self) -> None:
        """Send what is left."""
        if self._provider is not None:
            await asyncio.to_thread(self._provider.shutdown)

    def _get(self, url: str) -> "TracerProvider":
        if self._provider is None:
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
            from opentelemetry.sdk.resources import Resource
            from opentelemetry.sdk.trace import TracerProvider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor

            self._provider = TracerProvider(resource=Resource({"service.name": "cairn"}), shutdown_on_exit=False)
            self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=SECONDS)))
        return self._provider
