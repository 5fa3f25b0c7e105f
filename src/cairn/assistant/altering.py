"""What to do to the thing that was named a moment ago, as it is settled now."""

from datetime import timedelta
from typing import Any

from cairn.assistant import at_hand
from cairn.assistant.at_hand import Lately, Named
from cairn.assistant.grammar import Alter
from cairn.assistant.steps import Step
from cairn.platform.work import UnitOfWork

_AWAY = {"task": "drop_task", "reminder": "cancel_reminder", "event": "cancel_event"}
_CALLED = {
    "task": ("change_task", "title"),
    "reminder": ("rename_reminder", "text"),
    "event": ("change_event", "title"),
}


async def settled(work: UnitOfWork, alter: Alter, lately: Lately) -> Step:
    """The one step to take; asked what is meant where nothing was named, or several things at once."""
    named = await at_hand.last_named(work, lately)
    if named is None:
        return Step(do="say", say="which_is_it")
    if alter.does == "cancel":
        return _call(_AWAY[named.kind], named)
    if alter.does == "rename":
        tool, words = _CALLED[named.kind]
        return _call(tool, named, **{words: alter.title})
    if named.kind != "task":
        return Step(do="say", say="only_on_list")
    return _call("change_task", named, **_said_of_it(alter))


def _said_of_it(alter: Alter) -> dict[str, Any]:
    """What is to be noted of a task, by the names under which it is kept."""
    if alter.project:
        return {"project": alter.project}
    said = alter.label
    assert said is not None, "something is said of it"
    estimate = int(said.estimate / timedelta(minutes=1)) if said.estimate is not None else None
    noted = {
        "important": said.important,
        "energy": said.energy,
        "estimate_minutes": estimate,
        "context": said.context,
        "tags": list(said.tags),
    }
    return {name: value for name, value in noted.items() if value}


def _call(tool: str, named: Named, **more: Any) -> Step:
    return Step(do="call", tool=tool, arguments={f"{named.kind}_id": str(named.id), **more})
