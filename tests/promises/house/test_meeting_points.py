"""Features meet only at each other's `service`, `schemas` and `messages`; the app enters at `feature` too."""

import ast
from collections.abc import Iterator

from tests.promises.house.source import modules

MEETING_POINTS = {"service", "schemas", "messages"}
FOUNDATIONS = {"migrations", "platform", "when"}
"""Floors that are no feature and are used whole, by whoever stands above them."""

ENTERED_BY = {
    "__main__": {"cli"},
    "app": MEETING_POINTS | {"feature"},
    "migrations": {"models"},
    "mcp": MEETING_POINTS | {"permissions"},  # What it offers from outside needs the feature's own permission.
    "assistant": MEETING_POINTS | {"permissions"},  # The same, for what it tells from memory without a tool.
}
"""Who stands above the features, and where each may enter them besides."""


def imported(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every module that is imported, with its line; `from a import b` names `a.b` if that is a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                named = f"{node.module}.{alias.name}"
                yield node.lineno, named if named in modules() else node.module


def trespasses(module: str, tree: ast.Module) -> Iterator[str]:
    own = module.split(".")[1:2]
    doors = ENTERED_BY.get(own[0], MEETING_POINTS) if own else MEETING_POINTS
    for line, target in imported(module, tree):
        parts = target.split(".")
        if parts[0] != "cairn" or len(parts) < 2 or parts[1] in FOUNDATIONS or parts[1:2] == own:
            continue
        # A feature that grew into folders has the same doors in each of them.
        if not doors & set(parts[2:4]):
            yield f"{module}:{line} imports {target}"


def test_features_meet_at_their_meeting_points() -> None:
    assert [found for module, tree in modules().items() for found in trespasses(module, tree)] == []


def test_a_trespass_is_found() -> None:
    inside = ast.parse("from cairn.reminders import repository\nimport cairn.audit.models")
    by_door = ast.parse("from cairn.reminders.service import stop_for\nfrom cairn.platform.work import UnitOfWork")
    assert len(list(trespasses("cairn.tasks.service", inside))) == 2
    assert list(trespasses("cairn.tasks.service", by_door)) == []
