"""`cairn audit verify` says in one line whether the trail holds, and its exit code says it to programs."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cairn.app.cli import main
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.audit import chain
from cairn.platform.actor import Actor
from tests.audit.trail import tamper, write


async def verify(server: EmbeddedPostgres, database: Urls, data: Path, *more: str) -> tuple[int, str]:
    """What the command prints, and its exit code."""
    variables = {
        "CAIRN_DATA": str(data),
        "CAIRN_SECRETS": str(server.folders.secrets),
        "CAIRN_DATABASE_URL": database.owner,
        "CAIRN_DATABASE_APP_URL": database.app,
        "CAIRN_DATABASE_SYSTEM_URL": database.system,
    }
    command = [sys.executable, "-m", "cairn", "audit", "verify", *more]
    done = await asyncio.to_thread(
        subprocess.run, command, env=os.environ | variables, cwd=data, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout


async def test_it_tells_the_newest_link_or_the_first_that_is_broken(
    trail: Urls, server: EmbeddedPostgres, actor: Actor, tmp_path: Path
) -> None:
    await write(actor, times=2)
    await chain.chain(actor.runtime)
    holds = await chain.verify(actor.runtime)
    newest = f"{holds.position}:{holds.hash.hex()}"
    await write(actor)

    code, told = await verify(server, trail, tmp_path, "--witness", newest)
    assert (code, told) == (0, f"The trail holds. Waiting for a link: 1. Newest link: {newest}\n")

    tamper(trail, ("update audit_entries set detail = '{}' where action = 'task.add'",))
    code, told = await verify(server, trail, tmp_path)
    assert code == 1
    assert told.startswith(f"Link {holds.position - 1} is broken: entry ")
    assert told.endswith(" is not what was written.\n")


@pytest.mark.parametrize("witness", ["", "1", "x:00", "1:00", "0:" + "00" * 32, "1:" + "zz" * 32])
def test_a_witness_that_is_none_is_refused(witness: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["audit", "verify", "--witness", witness])

    assert left.value.code == 2
    assert "a link's place, a colon and its hash" in capsys.readouterr().err
