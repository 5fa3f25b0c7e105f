"""Settings come in sections: a feature declares its own, `app` loads them all and reports every fault at once."""

from collections.abc import Iterable
from typing import TypeVar

from pydantic_settings import BaseSettings, SettingsConfigDict


class Section(BaseSettings):
    """A feature's settings, read from the environment (`CAIRN_…`) and `.env`.

    Each field has a description: the configuration table in the documents is made from them.
    """

    model_config = SettingsConfigDict(
        env_prefix="CAIRN_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )


S = TypeVar("S", bound=Section)


class Settings:
    """All sections of one process, by their class."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._sections = {type(section): section for section in sections}

    def of(self, section: type[S]) -> S:
        found = self._sections[section]
        assert isinstance(found, section)
        return found

    def sections(self) -> Iterable[Section]:
        return self._sections.values()
