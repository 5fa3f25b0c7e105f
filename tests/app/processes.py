"""Other Python processes for tests, which always end with the test."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

import psutil
import pytest

import cairn
from cairn.app.embedded.postmaster import alive

SOURCE = str(Path(cairn.__file__).parent.parent)


@contextlib.contextmanager
def python(
    *arguments: object, env: Mapping[str, str] | None = None, cwd: Path | None = None, log: IO[str] | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """Run Python with these arguments and pipes to talk to it.

    What complains at length needs a `log`: nobody reads the pipe until the end, and whoever fills it waits for ever.
    """
    process = subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log or subprocess.PIPE,
        text=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": SOURCE, **(env or {})},
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def line_from(process: "subprocess.Popen[str]") -> str:
    """The next line that the process prints; what it complained of when there is none."""
    assert process.stdout
    assert process.stderr
    return process.stdout.readline() or pytest.fail(process.stderr.read())


def wait_for_end(process: psutil.Process, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while alive(process):
        if time.monotonic() > end:
            pytest.fail(f"process {process.pid} still runs")
        time.sleep(0.01)
