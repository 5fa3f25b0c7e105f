"""Every action that is written to the audit trail is declared by the feature that writes it, in words for everybody."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cairn
from cairn.app.features import FEATURES
from cairn.platform.actor import Actor
from cairn.platform.audit import PLATFORM, Audited, Undeclared, Vocabulary

SOURCE = Path(cairn.__file__).parent


def actions_in(tree: ast.AST) -> Iterator[str]:
    """Every action that a module writes: told at once, by a constant's name, or handed on through a parameter.

    Raises:
        AssertionError: an action that can't be known by reading.
    """
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _writes(node)):
        action = call.args[0]
        within = [one for one in functions if any(inner is call for inner in ast.walk(one))]
        yield from _read(action, within[-1] if within else None, tree, constants)


def _read(
    action: ast.expr,
    within: ast.FunctionDef | ast.AsyncFunctionDef | None,
    tree: ast.AST,
    constants: dict[str, str],
) -> Iterator[str]:
    if isinstance(action, ast.Constant) and isinstance(action.value, str):
        yield action.value
    elif isinstance(action, ast.IfExp):
        yield from _read(action.body, within, tree, constants)
        yield from _read(action.orelse, within, tree, constants)
    elif isinstance(action, ast.Name) and action.id.isupper():
        yield constants.get(action.id) or _platforms(action.id)
    else:
        assert isinstance(action, ast.Name), f"line {action.lineno}: say the action itself"
        assert within is not None, f"line {action.lineno}: {action.id} comes from nowhere"
        names = [argument.arg for argument in within.args.args]
        assert action.id in names, f"line {action.lineno}: {action.id} is no parameter of {within.name}"
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) == within.name):
            given = [keyword.value for keyword in call.keywords if keyword.arg == action.id]
            yield from _read((given or [call.args[names.index(action.id)]])[0], None, tree, constants)


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _writes(call: ast.Call) -> bool:
    """`work.audit(action, …)` and `runtime.refused(action, …)`: their first argument is the action."""
    if not isinstance(call.func, ast.Attribute) or not call.args:
        return False
    on = call.func.value
    name = on.attr if isinstance(on, ast.Attribute) else getattr(on, "id", "")
    return call.func.attr == "audit" or (call.func.attr, name) == ("refused", "runtime")  # a limiter refuses, too


def _platforms(name: str) -> str:
    from cairn.platform import audit

    return str(getattr(audit, name))


def _written() -> dict[str, set[str]]:
    """The actions written in each folder."""
    written: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        folder = path.relative_to(SOURCE).parts[0]
        if found := set(actions_in(ast.parse(path.read_text()))):
            written.setdefault(folder, set()).update(found)
    return written


def test_what_is_written_is_declared_and_what_is_declared_is_written() -> None:
    declared = {feature.name: set(feature.audits) for feature in FEATURES if feature.audits}

    declared["platform"] = set(PLATFORM)

    assert _written() == declared


def test_every_action_means_something_in_every_language() -> None:
    for feature in FEATURES:
        for action, meaning in feature.audits.items():
            told = [meaning.says(locale) for locale in ("en", "es", "fr", "pt")]
            assert all(words.strip() == words and words for words in told), action


def test_the_reader_finds_actions_however_they_are_told() -> None:
    told = (
        "KIND = 'pet.named'\n"
        "async def feed(work):\n    await work.audit('pet.fed', 1)\n    await _note(work, 'pet.weighed')\n"
        "async def _note(work, action):\n    await work.audit(action)\n"
        "async def name(work, first):\n    await work.audit(KIND if first else 'pet.renamed')\n"
    )

    assert set(actions_in(ast.parse(told))) == {"pet.fed", "pet.weighed", "pet.named", "pet.renamed"}


def test_the_reader_refuses_an_action_that_nobody_can_read() -> None:
    with pytest.raises(AssertionError, match="say the action itself"):
        list(actions_in(ast.parse("async def feed(work):\n    await work.audit(f'pet.{verb}')\n")))


async def test_an_undeclared_action_is_refused_and_nothing_of_its_work_stays(actor: Actor) -> None:
    with pytest.raises(Undeclared, match=r"'task\.juggle' is not declared"):
        await _juggled(actor)


async def _juggled(actor: Actor) -> None:
    async with actor.work() as work:
        await work.audit("task.juggle")


@pytest.mark.parametrize("action", ["task", "task.", "Task.add", "task.add.step", "task add"])
def test_an_action_reads_resource_and_verb(action: str) -> None:
    with pytest.raises(ValueError, match="doesn't read"):
        Vocabulary([{action: Audited("a", "a", "a", "a")}])


def test_an_action_belongs_to_one_feature() -> None:
    pet = {"pet.feed": Audited("Fed", "Fed", "Fed", "Fed")}
    with pytest.raises(ValueError, match="declared twice"):
        Vocabulary([pet, pet])
