"""The library of everyday procedures: Markdown files in `procedures/`, one for each domain and language. Pure.

A file holds procedures, each with other names by which it is found, steps, and the small steps of each:

    ## clean-kitchen: Clean the kitchen
    Also: tidy the kitchen; the kitchen is a mess
    Words: crumbs, grease, worktop
    - Clear one worktop [10]
      - Take the cups and plates to the sink [2]

The number is how many minutes it takes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from cairn.tasks.breakdown.parts import Part

LANGUAGES = ("en", "es", "fr", "pt")

_HEAD = re.compile(r"## (?P<key>[a-z0-9-]+): (?P<title>.+)")
_PART = re.compile(r"(?P<indent> *)- (?P<text>.+) \[(?P<minutes>\d+)\]")


class BrokenLibrary(ValueError):
    """A file of the library can't be read."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """How something is usually done.

    Args:
        key: The same in every language.
        domain: The part of life it belongs to: the name of its file.
        also: Other ways in which people say it.
        words: What people speak of when they mean it.
    """

    key: str
    title: str
    also: tuple[str, ...]
    words: tuple[str, ...]
    steps: tuple[Part, ...]
    domain: str = ""


@dataclass(slots=True)
class _Open:
    """A procedure whose lines are being read."""

    key: str
    title: str
    also: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    steps: list[tuple[str, int, list[Part]]] = field(default_factory=list)

    def closed(self) -> Procedure:
        steps = tuple(Part(text, minutes, tuple(parts)) for text, minutes, parts in self.steps)
        return Procedure(self.key, self.title, tuple(self.also), tuple(self.words), steps)


@cache
def procedures(language: str) -> Sequence[Procedure]:
    """All procedures in a language, domain after domain."""
    folder = files(__package__) / "procedures" / language
    found: list[Procedure] = []
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".md"):
            domain = file.name.removesuffix(".md")
            found += [replace(one, domain=domain) for one in read(file.read_text(encoding="utf-8"), file.name)]
    return tuple(found)


def parts_of(text: str, language: str) -> Sequence[Part]:
    """What a step with these words is made of, if it is one of the library's."""
    return _parts(language).get(text, ())


@cache
def _parts(language: str) -> Mapping[str, Sequence[Part]]:
    return {step.text: step.parts for one in procedures(language) for step in one.steps if step.parts}


def read(text: str, name: str) -> Iterator[Procedure]:
    """The procedures of a file.

    Raises:
        BrokenLibrary: a line is none of those that a file may hold.
    """
    current: _Open | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("# "):
            continue
        head = _HEAD.fullmatch(line)
        if head is not None:
            if current is not None:
                yield current.closed()
            current = _Open(head["key"], head["title"])
        elif current is None or not _added(current, line):
            raise BrokenLibrary(f"{name}, line {number}: {line!r}")
    if current is not None:
        yield current.closed()


def _added(current: _Open, line: str) -> bool:
    if line.startswith("Also: "):
        current.also += _listed(line.removeprefix("Also: "), ";")
        return True
    if line.startswith("Words: "):
        current.words += _listed(line.removeprefix("Words: "), ",")
        return True
    part = _PART.fullmatch(line)
    if part is None:
        return False
    if not part["indent"]:
        current.steps.append((part["text"], int(part["minutes"]), []))
    elif current.steps:
        current.steps[-1][2].append(Part(part["text"], int(part["minutes"])))
    else:
        return False
    return True


def _listed(text: str, separator: str) -> list[str]:
    return [one.strip() for one in text.split(separator) if one.strip()]
