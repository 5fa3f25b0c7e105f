"""What the audit trail keeps of an automation's fields: what it says and when is sealed, for its person alone."""

from cairn.automations.models import Automation
from cairn.platform.trail import Change, personal, plain


def fields(automation: Automation) -> dict[str, Change]:
    """An automation as it is now."""
    return {
        "name": personal(None, automation.name),
        "prompt": personal(None, automation.prompt),
        "rrule": personal(None, automation.rrule),
        "first_local": personal(None, automation.first_local.isoformat()),
        "zone": plain(None, automation.zone),
        "state": plain(None, "paused" if automation.paused_at is not None else "on"),
    }
