"""What the audit trail keeps of a medication's fields: sealed, for its person alone."""

from cairn.platform.trail import Change, personal
from cairn.routines.medications.models import Dose, Medication


def fields(medication: Medication) -> dict[str, Change]:
    """A medication as it is now."""
    return {
        "name": personal(None, medication.name),
        "dose": personal(None, medication.dose),
        "rrule": personal(None, medication.rrule),
        "until": personal(None, medication.until and medication.until.isoformat()),
        "times": personal(None, [f"{one.clock:%H:%M}" for one in medication.times]),
    }


def fields_of_dose(dose: Dose) -> dict[str, Change]:
    """A dose as it was noted."""
    return {
        "state": personal(None, dose.state),
        "due_at": personal(None, dose.due_at and dose.due_at.isoformat()),
        "taken_at": personal(None, dose.taken_at.isoformat()),
    }
