"""Nobody below an entry point reads the clock: the moment comes from `work.now`, which a test holds still."""

import ast

from tests.promises.house.source import modules

READS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
}
"""What tells the moment. `time.monotonic` and `perf_counter` measure durations and are free."""

READERS: dict[str, str] = {
    "cairn.app.supervisor": "It stamps its own log lines, before there is any unit of work.",
    "cairn.platform.clock": "It is the clock that everything else is handed.",
    "cairn.platform.ids": "A UUIDv7 begins with the millisecond in which it was made.",
    "cairn.platform.queue": "It says when a failed attempt is tried again, after its unit of work has ended.",
}
"""Modules that may, each with its reason."""


def reads(tree: ast.Module) -> list[int]:
    lines = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name | ast.Attribute)
        and (last_name(node.value), node.attr) in READS
    ]
    from_time = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "time"
        and any(("time", alias.name) in READS for alias in node.names)
    ]
    return lines + from_time


def last_name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def test_only_the_clock_reads_the_clock() -> None:
    found = {module: lines for module, tree in modules().items() if (lines := reads(tree))}
    assert {module: lines for module, lines in found.items() if module not in READERS} == {}
    assert [module for module in READERS if module not in found] == [], "excused, but reads no clock"


def test_the_search_finds_every_way_of_asking() -> None:
    asked = (
        "datetime.now(UTC)",
        "datetime.datetime.utcnow()",
        "date.today()",
        "time.time()",
        "dt.datetime.now",
    )
    assert [line for line in asked if not reads(ast.parse(line))] == []
    assert reads(ast.parse("from time import time"))
    assert not reads(ast.parse("work.now; time.monotonic(); clock.now()"))
