"""What the audit trail keeps of a plan's fields: what it says is sealed, for its person alone."""

from cairn.plans.models import Plan
from cairn.platform.trail import Change, personal, plain


def fields(plan: Plan) -> dict[str, Change]:
    """A plan as it is now."""
    return {
        "kind": plain(None, plan.kind),
        "deed": personal(None, plan.deed),
        "about": personal(None, plan.about),
        "rrule": personal(None, plan.rrule),
        "first_local": personal(None, plan.first_local and plan.first_local.isoformat()),
        "state": plain(None, "paused" if plan.paused_at is not None else "on"),
    }
