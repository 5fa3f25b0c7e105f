"""What the audit trail keeps of a task's fields: what it says and when it is for is sealed, for its person alone."""

from cairn.platform.trail import Change, masked, personal, plain
from cairn.tasks.models import Task, TaskStep


def fields(task: Task) -> dict[str, Change]:
    """A task as it is now. Of notes only that they changed: they are long, and nobody asks the trail for them."""
    return {
        "title": personal(None, task.title),
        "notes": masked(None, task.notes),
        "due_at": personal(None, task.due_at and task.due_at.isoformat()),
        "due_date_only": personal(None, task.due_date_only),
        "estimate_minutes": personal(None, task.estimate_minutes),
        "energy": personal(None, str(task.energy)),
        "important": personal(None, task.important),
        "project": personal(None, task.project),
        "context": personal(None, task.context),
        "tags": personal(None, list(task.tags)),
        "waiting_for": personal(None, task.waiting_for),
        "someday": personal(None, task.someday),
        "rrule": personal(None, task.rrule),
        "after_done": personal(None, task.after_done),
        "skips": personal(None, [day.isoformat() for day in task.without]),
        "skip_until": personal(None, task.skip_until and task.skip_until.isoformat()),
        "state": plain(None, _state(task)),
    }


def fields_of_step(step: TaskStep) -> dict[str, Change]:
    """A step as it is now."""
    return {
        "step": personal(None, step.text),
        "estimate_minutes": personal(None, step.minutes),
        "state": plain(None, _state(step)),
    }


def _state(thing: Task | TaskStep) -> str:
    return "open" if thing.done_at is None else "done"
