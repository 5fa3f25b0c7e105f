"""What an address, a zone and a language may look like."""

import unicodedata
from functools import cache
from zoneinfo import available_timezones

from email_validator import EmailNotValidError, validate_email

from cairn.accounts.errors import BadAddress, BadLocale, BadTimeZone

LOCALES = ("en", "es", "fr", "pt")
NOWHERE = frozenset({"localtime", "Factory"})
"""Files beside the zones: one is wherever the server stands, the other says that nobody set anything."""


def normal_address(text: str) -> str:
    """An address in the one form it is stored and found by.

    Case is folded in the whole address: no carrier in use tells mailboxes apart by case, and people do not either.

    Raises:
        BadAddress: it isn't one.
    """
    try:
        # A household's server may well be `mail.home.local`, so names need not be reachable from the internet.
        found = validate_email(
            unicodedata.normalize("NFKC", text).strip(),
            check_deliverability=False,
            globally_deliverable=False,
        )
    except EmailNotValidError as error:
        raise BadAddress(field="email") from error
    return found.normalized.lower()


def known_zone(key: str) -> str:
    """An IANA time zone.

    Raises:
        BadTimeZone: there is none of that name.
    """
    if key not in _zones():
        raise BadTimeZone(field="time_zone")
    return key


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones()) - NOWHERE


def known_locale(tag: str) -> str:
    """A language tag as one of ours: `pt-BR` reads `pt`.

    Raises:
        BadLocale: a language Cairn doesn't speak yet.
    """
    language = tag.replace("_", "-").split("-")[0].lower()
    if language not in LOCALES:
        raise BadLocale(field="locale")
    return language
