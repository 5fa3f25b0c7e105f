"""What the audit trail keeps of a routine's fields: what it says is sealed, for its person alone."""

from cairn.platform.trail import Change, personal, plain
from cairn.routines.models import Routine


def fields(routine: Routine) -> dict[str, Change]:
    """A routine as it is now."""
    return {
        "name": personal(None, routine.name),
        "steps": personal(None, [[step.text, step.minutes] for step in routine.steps]),
        "window_from": personal(None, routine.window_from and routine.window_from.isoformat()),
        "window_to": personal(None, routine.window_to and routine.window_to.isoformat()),
        "rrule": personal(None, routine.rrule),
        "nudge": plain(None, routine.nudge),
    }
