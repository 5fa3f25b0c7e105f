"""All settings, loaded and checked at once."""

from collections.abc import Iterable

from pydantic import ValidationError

from cairn.app.environment import Environment
from cairn.app.errors import SetupError
from cairn.platform.feature import Feature
from cairn.platform.place import Place
from cairn.platform.protection import Protection
from cairn.platform.settings import Section, Settings


def sections_of(features: Iterable[Feature]) -> list[type[Section]]:
    """Every section there is, the installation's first."""
    return [Place, Protection, *(section for feature in features for section in feature.settings)]


def load(environment: Environment, features: Iterable[Feature]) -> Settings:
    """Read every feature's settings from the environment and `.env`.

    Raises:
        SetupError: with one line for each fault; values are not repeated, since some are secret.
    """
    loaded: list[Section] = []
    faults: list[str] = []
    for section in sections_of(features):
        try:
            loaded.append(Place(data=environment.data) if section is Place else section())
        except ValidationError as error:
            faults += [_told(fault["loc"], fault["msg"]) for fault in error.errors(include_input=False)]
    if faults:
        raise SetupError("\n".join(faults))
    return Settings(loaded)


def _told(place: tuple[int | str, ...], message: str) -> str:
    name = "_".join(str(part) for part in place).upper()
    return f"CAIRN_{name}: {message.removeprefix('Value error, ')}."
