"""What to do about a medication that is called by its name, as it is settled now."""

from cairn.assistant.grammar import DoseSaid
from cairn.assistant.steps import Step
from cairn.platform.work import UnitOfWork
from cairn.routines.medications import service as medications
from cairn.routines.medications.schemas import DoseOut


async def steps(work: UnitOfWork, said: DoseSaid) -> list[Step]:
    """Note that it was taken or left out, or tell what is noted of today; nothing where none is called so."""
    medication = await medications.named(work, said.words)
    if medication is None:
        return []
    named = {"medication_id": str(medication.id)}
    match said.does:
        case "take":
            due = await medications.dose_near(work, medication.id, said.at) if said.at else None
            if due is not None and due.noted is not None and not said.again:
                return [_noted(due.noted)]
            if due is not None and due.noted is None:
                named["due_at"] = due.at.isoformat()
            return [Step(do="call", tool="take_medication", arguments=named | {"again": said.again})]
        case "skip":
            return [Step(do="call", tool="skip_medication", arguments=named)]
        case "ask":
            dose = await medications.of_today(work, medication.id)
            if dose is None:
                return [Step(do="say", say="dose_not_noted", title=medication.name)]
            return [_noted(DoseOut.model_validate(dose))]


def _noted(dose: DoseOut) -> Step:
    sentence = "dose_was_taken" if dose.state == "taken" else "dose_was_skipped"
    return Step(do="say", say=sentence, title=dose.name, when=dose.at)
