"""How far the chain is behind is seen from outside."""

from datetime import timedelta

import pytest

from cairn.app.database import Urls
from cairn.audit import chain
from cairn.operations import figures
from cairn.operations.figures import Figures
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.audit.trail import clear, write


def gauge(rendered: bytes, name: str) -> float:
    (line,) = (line for line in rendered.decode().splitlines() if line.startswith(f"{name} "))
    return float(line.split()[1])


async def test_what_waits_for_its_link_and_for_how_long(
    trail: Urls, runtime: Runtime, actor: Actor, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "FRESH_SECONDS", 0)
    clear(trail)
    await write(actor, times=2)
    clock.forward(timedelta(seconds=30))
    await write(actor)

    told = await runtime.provider(Figures).render()
    assert (gauge(told, "cairn_audit_unlinked"), gauge(told, "cairn_audit_lag_seconds")) == (3, 30)

    await chain.chain(runtime)
    told = await runtime.provider(Figures).render()
    assert (gauge(told, "cairn_audit_unlinked"), gauge(told, "cairn_audit_lag_seconds")) == (0, 0)
