"""What a feature shows the rest: everything it has, named in one place."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter

from cairn.platform.audit import Audits
from cairn.platform.messages import Event
from cairn.platform.permissions import Permission
from cairn.platform.queue import Jobs
from cairn.platform.sealed import SealedColumn, WrappedColumn
from cairn.platform.settings import Section, Settings
from cairn.platform.tools import Tools
from cairn.platform.work import UnitOfWork

if TYPE_CHECKING:
    from cairn.platform.actor import Actor
    from cairn.platform.runtime import Runtime

Listener = Callable[[UnitOfWork, Any], Awaitable[None]]
Loop = Callable[["Runtime"], Awaitable[None]]
Exported = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # each is only itself, and so can be a key
class Feature:
    """A feature's manifest.

    Args:
        name: The folder's name.
        router: Its routes, mounted under `/api/v1`.
        root_router: Routes outside `/api/v1`, such as `/health`.
        jobs: What it does later and by the clock.
        loops: What a worker runs without end (the reminder ticker); started again when it fails.
        tools: What the assistant may do with it.
        listeners: What it does, in the same transaction, when something happened.
        permissions: What it lets people do.
        audits: What it writes to the audit trail, and what each action means.
        settings: Its sections of settings.
        bodies: Its routes, below `/api/v1`, that take a larger body than others, with how many bytes.
        provide: Makes its providers, by the Protocol they fulfil, from the settings.
        warm: What makes the first answer as quick as those after it; run in a thread once the API answers.
        arrived: What makes a person's first answer as quick as those after it; run while their page begins to listen.
        tables: Its tables that hold personal data; each is exported and erased by the two below.
        sealed: Its columns sealed with people's keys, so that a new key seals them anew.
        wrapped: Its columns of keys wrapped by the key ring, so that a turned ring wraps them anew.
        export: All of a person's rows, by table.
        erase: Removes all of a person's rows, and what was derived from them.
    """

    name: str
    router: APIRouter | None = None
    root_router: APIRouter | None = None
    jobs: Jobs = field(default_factory=Jobs)
    loops: Mapping[str, Loop] = field(default_factory=dict)
    tools: Tools = field(default_factory=Tools)
    listeners: Mapping[type[Event], Sequence[Listener]] = field(default_factory=dict)
    permissions: Sequence[Permission] = ()
    audits: Audits = field(default_factory=dict)
    settings: Sequence[type[Section]] = ()
    bodies: Callable[[Settings], Mapping[str, int]] | None = None
    provide: Callable[["Runtime"], Mapping[type, object]] | None = None
    warm: Callable[[], None] | None = None
    arrived: Callable[["Actor"], Awaitable[None]] | None = None
    tables: Sequence[str] = ()
    sealed: Sequence[SealedColumn] = ()
    wrapped: Sequence[WrappedColumn] = ()
    export: Callable[[UnitOfWork], Awaitable[Exported]] | None = None
    erase: Callable[[UnitOfWork], Awaitable[None]] | None = None
