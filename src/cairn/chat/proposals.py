"""What a model wants to change and a person may say yes to: shown as it is, done once, or let be.

A proposal is a step of the turn that made it, and so is the answer: the first one counts. What is agreed to is done
as a call of that turn, of which there is one, however often and from wherever the yes comes.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn.assistant import service as assistant
from cairn.assistant.schemas import Proposal
from cairn.chat import repository
from cairn.chat.errors import AlreadyDecided, ProposalChanged, ProposalExpired
from cairn.chat.messages import ProposalDecided
from cairn.chat.models import TurnStep
from cairn.chat.schemas import ProposalOut, Standing
from cairn.platform.actor import Actor
from cairn.platform.http import Page, PageQuery
from cairn.platform.tools import Call, Receipt, call_key
from cairn.platform.work import UnitOfWork

LASTS = assistant.PROPOSAL_LASTS
UNATTENDED_LASTS = assistant.UNATTENDED_LASTS


async def of_turns(work: UnitOfWork, turn_ids: Sequence[UUID], zone: ZoneInfo) -> dict[UUID, list[ProposalOut]]:
    """What these turns proposed, by turn, and where it stands."""
    found: dict[UUID, list[ProposalOut]] = {turn_id: [] for turn_id in turn_ids}
    for one in await _told(work, await repository.proposals(work, turn_ids), zone):
        found[one.turn_id].append(one)
    return found


async def waiting(work: UnitOfWork, page: PageQuery) -> Page[ProposalOut]:
    """What waits for an answer, the latest first."""
    rows, cursor = await repository.undecided(work, page, work.now - LASTS, work.now - UNATTENDED_LASTS)
    return Page(items=await _told(work, rows, work.actor.zone), next_cursor=cursor)


async def undecided_of(work: UnitOfWork, turn_id: UUID, *, by: datetime | None = None) -> list[UUID]:
    """Ids of what a turn proposed and nobody answered, be it too late for a yes or not.

    Args:
        by: Only what had been proposed by then: what was said before, and came late, is no answer to it.
    """
    rows = await repository.proposals(work, [turn_id])
    answered = await repository.decisions(work, [turn_id])
    known = [one for one in rows if by is None or one.created_at <= by]
    return [one.id for one in known if (one.turn_id, one.place) not in answered]


async def confirm(actor: Actor, proposal_id: UUID) -> Receipt:
    """Do what was proposed, exactly as it was shown. Twice is the same as once.

    Raises:
        NotFound: this person has none with that id.
        ProposalExpired, ProposalChanged, AlreadyDecided: nothing is done.
        CairnError: it can't be done any more as it was proposed; the tool says why.
    """
    async with actor.work() as work:
        step = await repository.proposal(work, proposal_id)
        proposal = Proposal.model_validate(step.data)
        done = await _receipt(work, step, proposal)
        if done is not None:
            return done
        if _is_over(work, step):
            raise ProposalExpired
        if not await assistant.is_as_shown(work, proposal):
            raise ProposalChanged
        if await _decide(work, step, yes=True):
            await work.audit("proposal.confirm", step.id, kind="proposal")
            await work.publish(ProposalDecided(proposal_id=step.id, turn_id=step.turn_id))
    call = Call(step.turn_id, proposal.tool, proposal.arguments, proposal.speaker)
    receipt = await actor.runtime.toolbox.run(actor, call)
    assert isinstance(receipt, Receipt), "only changes are proposed"
    return receipt


async def refuse(work: UnitOfWork, proposal_id: UUID) -> ProposalOut:
    """Let it be. Twice is the same as once.

    Raises:
        NotFound: this person has none with that id.
        AlreadyDecided: it was agreed to.
    """
    step = await repository.proposal(work, proposal_id)
    if await _decide(work, step, yes=False):
        await work.audit("proposal.refuse", step.id, kind="proposal")
        await work.publish(ProposalDecided(proposal_id=step.id, turn_id=step.turn_id))
    (told,) = await _told(work, [step], work.actor.zone)
    return told


async def _decide(work: UnitOfWork, step: TurnStep, *, yes: bool) -> bool:
    """Write the answer down; whether it is a new one."""
    earlier = (await repository.decisions(work, [step.turn_id])).get((step.turn_id, step.place))
    if earlier is None:
        await repository.add_step(work, step.turn_id, "decision", step.place, {"yes": yes})
        counts = (await repository.decisions(work, [step.turn_id]))[step.turn_id, step.place]
    else:
        counts = earlier
    if counts is not yes:
        raise AlreadyDecided
    return earlier is None


def _is_over(work: UnitOfWork, step: TurnStep) -> bool:
    return work.now >= _until(step)


def _until(step: TurnStep) -> datetime:
    return step.created_at + (UNATTENDED_LASTS if step.data["why"] == "unattended" else LASTS)


async def _receipt(work: UnitOfWork, step: TurnStep, proposal: Proposal) -> Receipt | None:
    key = _key(work, proposal)
    return next((one for one in await assistant.of_turns(work, [step.turn_id]) if one.call_key == key), None)


def _key(work: UnitOfWork, proposal: Proposal) -> str | None:
    tool = work.runtime.toolbox.named(proposal.tool)
    return call_key(tool.name, tool.read(proposal.arguments)) if tool is not None else None


async def _told(work: UnitOfWork, steps: Sequence[TurnStep], zone: ZoneInfo) -> list[ProposalOut]:
    if not steps:
        return []
    turns = list({step.turn_id for step in steps})
    answers = await repository.decisions(work, turns)
    done = {(one.turn_id, one.call_key) for one in await assistant.of_turns(work, turns)}
    return [await _one(work, step, answers.get((step.turn_id, step.place)), done, zone) for step in steps]


async def _one(
    work: UnitOfWork, step: TurnStep, answer: bool | None, done: set[tuple[UUID, str]], zone: ZoneInfo
) -> ProposalOut:
    proposal = Proposal.model_validate(step.data)
    words = await assistant.proposal_in_words(work, proposal, zone)
    key = _key(work, proposal)
    if key is not None and (step.turn_id, key) in done:
        state = Standing.DONE
    elif answer is False:
        state = Standing.REFUSED
    else:
        state = Standing.EXPIRED if _is_over(work, step) else Standing.WAITING
    return ProposalOut(
        id=step.id,
        turn_id=step.turn_id,
        tool=proposal.tool,
        title=words.title,
        details=words.details,
        why=proposal.why,
        state=state,
        created_at=step.created_at,
        expires_at=_until(step),
    )
