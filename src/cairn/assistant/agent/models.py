"""The model that the settings name, made once for a process."""

import httpx2
from pydantic_ai.models import Model
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.ollama import OllamaProvider
from pydantic_ai.providers.openai import OpenAIProvider

from cairn.assistant.settings import AssistantSettings

OLLAMA = "http://localhost:11434/v1"
OPENAI = "https://api.openai.com/v1"
ANTHROPIC = "https://api.anthropic.com"


def build(settings: AssistantSettings, client: httpx2.AsyncClient) -> Model:
    """The model, speaking over this client."""
    assert settings.model is not None, "asked only where a model is set"
    provider, _, name = settings.model.partition(":")
    # A server of one's own often needs no key, and the libraries insist on one.
    key = settings.model_key.get_secret_value() if settings.model_key else "none"
    if provider == "anthropic":
        return _anthropic(name, settings.model_url or ANTHROPIC, key, client)
    if provider == "ollama":
        ollama = OllamaProvider(base_url=settings.model_url or OLLAMA, api_key=key, http_client=client)
        return OpenAIChatModel(name, provider=ollama)
    openai = OpenAIProvider(base_url=settings.model_url or OPENAI, api_key=key, http_client=client)
    return OpenAIChatModel(name, provider=openai)


def _anthropic(name: str, url: str, key: str, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    return AnthropicModel(name, provider=AnthropicProvider(base_url=url, api_key=key, http_client=client))
