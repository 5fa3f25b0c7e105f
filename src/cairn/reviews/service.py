"""Going through a day or a week, one question at a time."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from cairn.memory import service as memory
from cairn.memory.schemas import NewMemory
from cairn.mood import service as mood
from cairn.mood.schemas import NewEntry
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery
from cairn.platform.trail import plain
from cairn.platform.work import UnitOfWork
from cairn.reviews import deciding, repository, rules, screens
from cairn.reviews.errors import NotDecided, ReviewOver
from cairn.reviews.messages import ReviewChanged
from cairn.reviews.models import Kind, Review, State
from cairn.reviews.rules import SECONDS, STEPS, Step, What
from cairn.reviews.schemas import Answer, Decided, ReviewOut, ReviewRow, StepOut, Summary

KIND = "review"


async def begin(work: UnitOfWork, kind: Kind) -> Review:
    """Begin one, or go on with the one that was begun; one of another day is left as it stands, and costs nothing."""
    day = rules.day_of(kind, work.now.astimezone(work.actor.zone))
    going_on = await repository.open_of(work, kind)
    if going_on is not None:
        if going_on.day == day:
            return going_on
        await _end(work, going_on, State.LEFT)
    there = await screens.anything_on(work, Review(kind=kind, day=day, answers={}, decided=[]), STEPS[kind])
    if Step.CHOOSE in there:
        there.add(Step.FIRST)
    added = await repository.add(work, kind, day, rules.steps_of(kind, there))
    if added is None:  # somebody else of the same person began it at the same moment
        begun = await repository.open_of(work, kind)
        assert begun is not None
        return begun
    review = await repository.get(work, added, lock=True)
    await work.audit("review.begin", review.id, kind=KIND, detail={"kind": str(kind)})
    await work.publish(ReviewChanged(review_id=review.id, state=review.state))
    return review


async def get(work: UnitOfWork, review_id: UUID) -> Review:
    """One review of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await repository.get(work, review_id)


async def listing(work: UnitOfWork, page: PageQuery, kind: Kind | None) -> Page[ReviewRow]:
    """Those that are over, the latest first."""
    rows, following = await repository.page(work, page, kind)
    return Page(items=[ReviewRow.model_validate(row) for row in rows], next_cursor=following)


async def answer(work: UnitOfWork, review_id: UUID, given: Answer) -> Review:
    """Take an answer and go on to the next screen; after the last the review is over.

    An answer to another screen than the one it stands at changes nothing: it was taken already.

    Raises:
        NotFound: there is none with this id, or the person has no such task.
        ReviewOver: it has ended.
        DoneMeanwhile: a task that is chosen was finished.
    """
    review = await _going_on(work, review_id)
    if given.step != review.step:
        return review
    step = Step(review.step)
    await _take(work, review, step, given)
    skip = [] if review.answers.get("chosen") else [Step.FIRST]
    following = rules.after(step, [Step(name) for name in review.steps], skip=skip)
    if following is None:
        return await _end(work, review, State.DONE)
    review.step = following
    await _written(work, review)
    await work.audit("review.answer", review.id, kind=KIND, detail={"step": str(step)})
    return review


async def back(work: UnitOfWork, review_id: UUID) -> Review:
    """Look at the screen before once more; what was said and decided there holds.

    Raises:
        NotFound: there is none with this id.
        ReviewOver: it has ended.
    """
    review = await _going_on(work, review_id)
    place = review.steps.index(review.step)
    if place:
        review.step = review.steps[place - 1]
        await _written(work, review)
        await work.audit("review.answer", review.id, kind=KIND, detail={"step": review.step})
    return review


async def _take(work: UnitOfWork, review: Review, step: Step, given: Answer) -> None:
    match step:
        case Step.ENERGY if given.mood is not None or given.energy is not None:
            await mood.say(work, NewEntry(mood=given.mood, energy=given.energy))
        case Step.CHOOSE:
            await _choose(work, review, list(dict.fromkeys(given.task_ids)))
        case Step.STAYS if given.all_wait:
            for thing in await screens.stays(work, review, screens.EVERYTHING):
                if not _of(review, thing.id):
                    await _decide(work, review, thing.id, What.TOMORROW)
        case Step.THOUGHT if given.text:
            await _keep_thought(work, review, given.text)
        case Step.CLOSE:
            review.answers = {**review.answers, "note": given.text}


async def _keep_thought(work: UnitOfWork, review: Review, text: str) -> None:
    """Keep it in memory; gone back to and said again in the same words, it is the same thought."""
    if review.answers.get("thought"):
        try:
            earlier = await memory.get(work, UUID(review.answers["thought"]))
        except NotFound:
            earlier = None
        if earlier is not None and earlier.text == text:
            return
    kept = await memory.remember(work, NewMemory(text=text, kind="thought"))
    review.answers = {**review.answers, "thought": str(kept.id)}


async def _choose(work: UnitOfWork, review: Review, chosen: Sequence[UUID]) -> None:
    """At most three things for the day. What has no day, or one that has passed, is for today now."""
    picked = {str(task_id) for task_id in chosen}
    for one in [one for one in review.decided if one["what"] == What.TODAY and one["thing_id"] not in picked]:
        await _take_back(work, review, one)
    today = screens.midnight(work, review, 0)
    for task_id in chosen:
        task = await deciding.open_one(work, task_id)
        if (task.due_at is None or task.due_at < today) and not _of(review, task_id):
            kept = await deciding.apply(work, review, task, Step.CHOOSE, What.TODAY)
            review.decided = [*review.decided, kept]
    review.answers = {**review.answers, "chosen": [str(task_id) for task_id in chosen]}


async def decide(work: UnitOfWork, review_id: UUID, thing_id: UUID, what: What) -> Review:
    """Decide what becomes of a thing, at once. Decided otherwise before, it is that instead; twice is once.

    Raises:
        NotFound: there is no such review, or no such thing.
        ReviewOver: it has ended.
        NotHere: that isn't offered at this step.
        DoneMeanwhile: the task was finished.
        MovedOn: it was decided otherwise, and changed since.
    """
    review = await _going_on(work, review_id)
    earlier = _of(review, thing_id)
    if earlier is not None and earlier["what"] == what:
        return review
    if earlier is not None:
        thing_id = await _take_back(work, review, earlier)
    await _decide(work, review, thing_id, what)
    return review


async def _decide(work: UnitOfWork, review: Review, thing_id: UUID, what: What) -> None:
    kept = await deciding.decide(work, review, thing_id, what)
    review.decided = [*review.decided, kept]
    await _written(work, review)
    detail = {"step": review.step, "what": str(what)}
    await work.audit("review.decide", review.id, kind=KIND, detail=detail)


async def take_back(work: UnitOfWork, review_id: UUID, thing_id: UUID) -> Review:
    """Let a thing be as it was before this review decided about it; also once the review is over.

    Raises:
        NotFound: there is no such review.
        NotDecided: nothing was decided about it here, or it was taken back already.
        MovedOn: it changed since.
    """
    review = await repository.get(work, review_id, lock=True)
    kept = _of(review, thing_id)
    if kept is None:
        raise NotDecided
    await _take_back(work, review, kept)
    await work.audit("review.take_back", review.id, kind=KIND)
    return review


async def _take_back(work: UnitOfWork, review: Review, kept: dict[str, Any]) -> UUID:
    """The id that the thing has now."""
    renamed = await deciding.take_back(work, kept)
    review.decided = [one for one in review.decided if one is not kept]
    old = str(kept["thing_id"])
    new = renamed.get(old, old)
    if new != old and "chosen" in review.answers:
        review.answers = {**review.answers, "chosen": [new if one == old else one for one in review.answers["chosen"]]}
    await _written(work, review)
    return UUID(new)


def _of(review: Review, thing_id: UUID) -> dict[str, Any] | None:
    return next((one for one in review.decided if one["thing_id"] == str(thing_id)), None)


async def enough(work: UnitOfWork, review_id: UUID) -> Review:
    """That's enough: it is over, and everything that was decided holds. Said twice, it is the same as once.

    Raises:
        NotFound: there is none with this id.
    """
    review = await repository.get(work, review_id, lock=True)
    return review if review.state != State.OPEN else await _end(work, review, State.DONE)


async def remove(work: UnitOfWork, review_id: UUID) -> None:
    """Take the record away. What was decided holds.

    Raises:
        NotFound: there is none with this id.
    """
    await repository.remove(work, review_id)
    await work.audit("review.remove", review_id, kind=KIND)
    await work.publish(ReviewChanged(review_id=review_id, state="removed"))


async def shown(work: UnitOfWork, review: Review) -> ReviewOut:
    """A review as clients see it: its screen as things are now, or what is kept of it."""
    going_on = review.state == State.OPEN
    return ReviewOut(
        **ReviewRow.model_validate(review).model_dump(),
        steps=[StepOut(name=Step(name), seconds=SECONDS[Step(name)]) for name in review.steps],
        step=Step(review.step) if going_on else None,
        screen=await screens.screen(work, review, Step(review.step)) if going_on else None,
        decided=[one for kept in review.decided if (one := await _decided(work, kept)) is not None],
        summary=None if going_on else Summary.model_validate(review.summary),
    )


async def _decided(work: UnitOfWork, kept: dict[str, Any]) -> Decided | None:
    """What became of a thing. A thought's words are memory's: once it is forgotten, nothing is told of it."""
    title = kept["title"]
    if kept["kind"] == "memory":
        try:
            title = (await memory.get(work, UUID(kept["thing_id"]))).text
        except NotFound:
            return None
    return Decided(
        thing_id=kept["thing_id"], kind=kept["kind"], title=title, step=Step(kept["step"]), what=What(kept["what"])
    )


async def _going_on(work: UnitOfWork, review_id: UUID) -> Review:
    review = await repository.get(work, review_id, lock=True)
    if review.state != State.OPEN:
        raise ReviewOver
    return review


async def _end(work: UnitOfWork, review: Review, state: State) -> Review:
    chosen = [task.title for task in await screens.chosen(work, review)]
    done: list[str] = []
    mooded = ""
    if review.kind != Kind.START:
        done = [thing.title for thing in (await screens.screen(work, review, Step.DONE)).things]
    if Step.MOOD in review.steps:
        mooded = (await mood.picture(work, screens.span(work, review)[1])).sentence
    summary = Summary(done=done, chosen=chosen, mood=mooded, note=review.answers.get("note", ""))
    review.summary = summary.model_dump()
    review.state, review.ended_at = state, work.now
    await _written(work, review)
    change = {"state": plain(str(State.OPEN), str(state))}
    await work.audit("review.end", review.id, kind=KIND, changes=change)
    return review


async def _written(work: UnitOfWork, review: Review) -> None:
    review.touched_at = work.now
    await work.session.flush()
    await work.publish(ReviewChanged(review_id=review.id, state=review.state))
