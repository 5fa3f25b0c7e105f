"""Where an address is, roughly, from a file in MaxMind's format (GeoLite2, DB-IP), if one is configured.

Nothing is asked of anybody: the file is read here, when somebody looks at the list of their sign-ins.
"""

import ipaddress
from pathlib import Path
from typing import Any

import maxminddb

_NAMES = {"pt": "pt-BR"}
"""Under what the files keep a language, where it differs from ours."""


def readable(file: Path) -> Path:
    """A file that can be read as such a database.

    Raises:
        ValueError: it isn't there, or isn't one.
    """
    try:
        with maxminddb.open_database(file):
            return file
    except OSError as error:
        raise ValueError("this file can't be opened") from error
    except maxminddb.InvalidDatabaseError as error:
        raise ValueError("this file isn't a database of places in MaxMind's format (.mmdb), or is damaged") from error


class Places:
    """Names the places of addresses.

    Args:
        file: The database; without one, no place is known.
    """

    def __init__(self, file: Path | None) -> None:
        self._reader = maxminddb.open_database(file) if file is not None else None

    async def aclose(self) -> None:
        if self._reader is not None:
            self._reader.close()

    def of(self, address: str, locale: str) -> str | None:
        """City and country, as far as they are known, in a person's language."""
        if self._reader is None:
            return None
        try:
            found = self._reader.get(ipaddress.ip_address(address))
        except (ValueError, maxminddb.InvalidDatabaseError):  # no address, one of a kind the file doesn't hold, damage
            return None
        parts = (_name(found, "city", locale), _name(found, "country", locale))
        return ", ".join(part for part in parts if part) or None


def _name(found: Any, what: str, locale: str) -> str | None:
    try:
        names = found[what]["names"]
        name = names.get(_NAMES.get(locale, locale)) or names.get("en")
    except (AttributeError, KeyError, TypeError):  # files differ in what they know of an address
        return None
    return name if isinstance(name, str) else None
