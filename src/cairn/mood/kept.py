"""What the audit trail keeps of how somebody was: sealed, for its person alone; of a note only that it changed."""

from cairn.mood.models import MoodEntry
from cairn.platform.trail import Change, masked, personal


def fields(entry: MoodEntry) -> dict[str, Change]:
    """An entry as it is now."""
    return {
        "mood": personal(None, entry.mood and str(entry.mood)),
        "energy": personal(None, entry.energy and str(entry.energy)),
        "note": masked(None, entry.note),
        "at": personal(None, entry.at.isoformat()),
    }
