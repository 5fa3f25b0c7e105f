"""JSON read one element at a time, so that a large export is never held as objects all at once. Pure."""

import json
import re
from collections.abc import Generator, Iterator
from typing import Any

from cairn.memory.imports.errors import Unreadable

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(strict=False)


class JsonText:
    """A JSON document.

    Its bytes are held as Latin-1, one character for one byte: what gives JSON its structure is ASCII, so the ends of
    values are found there, and only the value at hand is decoded as the UTF-8 that it is.

    Attributes:
        members: Where the value of each name begins, if the document is an object.

    Raises:
        Unreadable: by every method, where the text is no JSON in UTF-8 (or UTF-16 or UTF-32).
    """

    def __init__(self, data: bytes) -> None:
        self._text = _utf8(data).decode("latin-1")
        self._start = self._space(0)
        self.members = dict(self._members()) if self.is_object else {}

    @property
    def is_object(self) -> bool:
        return self._text.startswith("{", self._start)

    @property
    def is_array(self) -> bool:
        return self._text.startswith("[", self._start)

    def is_array_at(self, name: str) -> bool:
        return self._text.startswith("[", self.members[name])

    def whole(self) -> Any:
        return self._value(self._start)[0]

    def member(self, name: str) -> Any:
        """The value of a name, or `None` if there is none."""
        return self._value(self.members[name])[0] if name in self.members else None

    def elements(self, name: str | None = None) -> Iterator[Any]:
        """The elements of the array that stands under a name, or of the document that is one; none if it is none."""
        place = self._start if name is None else self.members.get(name)
        if place is None or not self._text.startswith("[", place):
            return
        end = yield from self._array(place)
        if name is None and self._space(end) < len(self._text):
            raise Unreadable

    def _members(self) -> Iterator[tuple[str, int]]:
        place = self._space(self._start + 1)
        while not self._text.startswith("}", place):
            name, place = self._value(place)
            if not isinstance(name, str) or not self._text.startswith(":", place := self._space(place)):
                raise Unreadable
            place = self._space(place + 1)
            yield name, place
            place = self._next(self._skip(place), "}")
        if self._space(place + 1) < len(self._text):
            raise Unreadable

    def _skip(self, place: int) -> int:
        """Where a value ends. An array is walked, not built."""
        if not self._text.startswith("[", place):
            return self._value(place)[1]
        walk = self._array(place)
        while True:
            try:
                next(walk)
            except StopIteration as walked:
                return int(walked.value)

    def _array(self, place: int) -> Generator[Any, None, int]:
        """Each element; at last, where the array ends."""
        place = self._space(place + 1)
        while not self._text.startswith("]", place):
            value, place = self._value(place)
            yield value
            place = self._next(place, "]")
        return place + 1

    def _next(self, place: int, closing: str) -> int:
        place = self._space(place)
        if self._text.startswith(closing, place):
            return place
        if not self._text.startswith(",", place):
            raise Unreadable
        place = self._space(place + 1)
        if self._text.startswith(closing, place):
            raise Unreadable
        return place

    def _value(self, place: int) -> tuple[Any, int]:
        try:
            value, end = _DECODER.raw_decode(self._text, place)
            part = self._text[place:end]
            # A second look at what isn't ASCII: there each byte was taken for a character.
            return (value if part.isascii() else _DECODER.decode(part.encode("latin-1").decode("utf-8"))), end
        except (ValueError, RecursionError) as error:
            raise Unreadable from error

    def _space(self, place: int) -> int:
        found = _SPACE.match(self._text, place)
        assert found is not None, "no space is also found"
        return found.end()


def _utf8(data: bytes) -> bytes:
    encoding = json.detect_encoding(data[:4])
    if encoding == "utf-8":
        return data
    if encoding == "utf-8-sig":
        return data[3:]
    try:
        return data.decode(encoding).encode("utf-8")
    except ValueError as error:
        raise Unreadable from error
