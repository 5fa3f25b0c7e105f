"""What the assistant may do by itself."""

from pydantic import AwareDatetime

from cairn.assistant.permissions import CAPTURE
from cairn.memory import service as memory
from cairn.memory.schemas import Kind, NewMemory
from cairn.platform.tools import Outcome, Speaker, Tools, Undo
from cairn.platform.work import UnitOfWork

tools = Tools()


@tools.offer(needs=CAPTURE)
async def keep_thought(
    work: UnitOfWork,
    text: str,
    said_at: AwareDatetime | None = None,
    is_question: bool = False,
    *,
    speaker: Speaker = "me",
) -> Outcome:
    """Catch a thought that is neither a task nor a reminder, so that it isn't lost.

    Args:
        text: The thought, in the person's own words.
        said_at: When it was said; now, if left out.
        is_question: True for a question that nobody has answered.
        speaker: Whose words these are.
    """
    kind: Kind = "question" if is_question else "thought"
    kept = await memory.remember(work, NewMemory(text=text, kind=kind, occurred_at=said_at, speaker=speaker))
    return Outcome(
        kind="thought.kept",
        subject_kind="memory",
        subject_id=kept.id,
        title=kept.text,
        undo=Undo(tool="forget_memory", arguments={"memory_id": str(kept.id)}),
    )
