"""What to do about a medication that is called by its name, as it is settled now."""

from cairn.assistant.grammar import DoseSaid
from cairn.assistant.steps import Step
from cairn.platform.work import UnitOfWork
from cairn.routines.medications import service as medications


async def steps(work: UnitOfWork, said: DoseSaid) -> list[Step]:
    """Note that it was taken or left out, or tell what is noted of today; nothing where none is called so."""
    medication = await medications.named(work, said.words)
    if medication is None:
        return []
    named = {"medication_id": str(medication.id)}
    match said.does:
        case "take":
            return [Step(do="call", tool="take_medication", arguments=named | {"again": said.again})]
        case "skip":
            return [Step(do="call", tool="skip_medication", arguments=named)]
        case "ask":
            dose = await medications.of_today(work, medication.id)
            if dose is None:
                return [Step(do="say", say="dose_not_noted", title=medication.name)]
            sentence = "dose_was_taken" if dose.state == "taken" else "dose_was_skipped"
            return [Step(do="say", say=sentence, title=medication.name, when=dose.at)]
