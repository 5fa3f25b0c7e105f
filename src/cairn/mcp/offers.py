"""How a function becomes a tool for other assistants: the platform's tools, with what clients are told besides."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar, get_type_hints

from pydantic import BaseModel

from cairn.platform.permissions import Permission
from cairn.platform.tools import Toolbox, Tools

F = TypeVar("F", bound=Callable[..., Awaitable[BaseModel]])


@dataclass(frozen=True, slots=True)
class Offer:
    """What a client is told about a tool besides its name, its words and its arguments.

    Args:
        title: Its name for people.
        answers: What it returns.
        reads: It changes nothing.
        destroys: It takes away something that doesn't come back.
        repeatable: Called again with the same arguments it changes nothing more.
    """

    title: str
    answers: type[BaseModel]
    reads: bool
    destroys: bool
    repeatable: bool


class Offers:
    """The tools that are offered by MCP. They run as the assistant's do: checked, in a unit of work of their own."""

    def __init__(self) -> None:
        self._tools = Tools()
        self._offers: dict[str, Offer] = {}

    def offer(
        self, *, needs: Permission, title: str, destroys: bool = False, repeatable: bool = False
    ) -> Callable[[F], F]:
        """Offer a function `(work, ...arguments)`, or `(actor, ...arguments)` if it waits for something.

        One that needs no permission to write is told to clients as changing nothing.
        """

        def register(function: F) -> F:
            answers = get_type_hints(function)["return"]
            reads = ":write:" not in needs.name
            self._offers[function.__name__] = Offer(title, answers, reads, destroys, reads or repeatable)
            return self._tools.offer(needs=needs)(function)

        return register

    def of(self, name: str) -> Offer:
        return self._offers[name]

    def toolbox(self) -> Toolbox:
        return Toolbox([self._tools])
