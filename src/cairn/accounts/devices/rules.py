"""What a browser says it is, in the two words that a person knows it by.

Browsers froze most of what they say; a library of thousands of patterns would tell no more than these few, in order.
"""

import re

_BROWSERS = (
    ("Edge", "Edg(?:e|A|iOS)?/"),
    ("Opera", "OPR/|OPT/|Opera"),
    ("Samsung Internet", "SamsungBrowser/"),
    ("Vivaldi", "Vivaldi/"),
    ("Firefox", "Firefox/|FxiOS/"),
    ("Chrome", "Chrome/|CriOS/|Chromium/"),
    ("Safari", "Version/.*Safari/"),
)
_SYSTEMS = (
    ("iPhone", "iPhone|iPod"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("ChromeOS", "CrOS"),
    ("Mac", "Macintosh|Mac OS X"),
    ("Linux", "Linux|X11"),
)
_PROGRAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,39}(?=/|$)")


def browser_of(user_agent: str) -> str:
    """A browser's name, or a program's own, such as `curl`; empty if it names itself in no known way."""
    if user_agent.startswith("Mozilla/"):
        return _first(_BROWSERS, user_agent)
    program = _PROGRAM.match(user_agent)
    return program.group().strip() if program else ""


def system_of(user_agent: str) -> str:
    """What it runs on, such as `Windows` or `iPhone`; empty if it doesn't say."""
    return _first(_SYSTEMS, user_agent)


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for name, pattern in names if re.search(pattern, user_agent)), "")
