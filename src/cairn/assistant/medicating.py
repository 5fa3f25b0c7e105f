"""What to do about a medication that is called by its name, as it is settled now."""

from cairn.assistant.grammar import DoseSaid
from cairn.assistant.steps import Step
from cairn.platform.work import UnitOfWork
from cairn.routines.medications import service as medications
from cairn.routines.medications.schemas import DoseOut


async def steps(work: UnitOfWork, said: DoseSaid) -> list[Step]:
    """Note that it was taken or left out, or tell what is noted of today; nothing where none is called so."""
    medication = await medications.named(work, said.words)
    if medication is None and said.some and (said.at or said.ago):
        medication = await medications.only_one(work)
    if medication is None:
        return []
    named = {"medication_id": str(medication.id)}
    match said.does:
        case "take":
            if not said.at and said.ago is None:
                return [Step(do="call", tool="take_medication", arguments=named | {"again": said.again})]
            told = await medications.when_taken(work, medication.id, said.at, said.ago)
            if told is None:
                return []
            if told.noted is not None and not said.again:
                return [_noted(told.noted)]
            named["taken_at"] = told.taken_at.isoformat()
            if told.noted is None and told.due_at is not None:
                named["due_at"] = told.due_at.isoformat()
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
    return Step(do="say", say=sentence, title=dose.name, when=dose.taken_at)
