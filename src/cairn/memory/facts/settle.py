"""What a statement changes about what is known. Pure, and true in two times.

When something holds (event time) and when it was said are kept apart. Every telling stays as evidence of its fact, and
intervals follow from all tellings together (`timeline.py`), so what was said last is not what wins: what holds from
later on closes what held before, and a word about 2015 takes its place in the past. Closing never destroys: a closed
fact keeps its value, words and evidence.

- A maybe (below `CERTAIN`) closes nothing certain. It stands beside it, and is asked about if both are about one time.
- A hand edit is certain, and holds from its event to the moment it was made, whatever was distilled of that time. What
  is said plainly of a later time may follow it: people move after they filled in a form.
- "No longer X" is kept as a mark with its own words. It closes X, or whatever there is if it names nothing.
- What is told of a time that is over ("in 2015 I lived there") is such an end, and holds in that time (`past.py`).
- "That was never so" makes facts that hold wrong and leaves a tombstone; what had closed before them opens again. A
  hand edit is only ended by it, unless it was said by hand too: somebody had written it down on purpose.
- What lies under a tombstone is learnt again only by hand.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from cairn.memory.facts.known import (
    Add,
    Bury,
    Change,
    Close,
    Closed,
    Confirm,
    Contradiction,
    Ignore,
    Known,
    Lift,
    Reopen,
    Source,
    Telling,
    Tombstone,
)
from cairn.memory.facts.statement import Stance, Statement
from cairn.memory.facts.timeline import reckon

ABOUT_THE_SAME_TIME = timedelta(days=1)


def settle(
    statement: Statement,
    said_at: datetime,
    known: Sequence[Known],
    tombstones: Sequence[Tombstone],
    *,
    single_valued: bool,
    value_key: str,
    source: Source = Source.GRAMMAR,
    recorded_at: datetime | None = None,
    new_id: Callable[[], UUID] = uuid4,
) -> list[Change]:
    """The changes that a statement makes, to be applied in their order.

    Args:
        statement: What was said.
        said_at: When. Its event time, unless the statement names another.
        known: At least all facts of the statement's subject, relation and qualifier, closed ones and marks too.
        tombstones: At least all of the statement's subject and relation.
        single_valued: Whether a subject has one value of this relation at a time.
        value_key: What makes two values the same; empty when the statement names none.
        recorded_at: When it is written down, if not when it was said.
    """
    statement = _plain(statement, said_at)
    here = [fact for fact in known if _slot(fact) == (statement.subject, statement.relation, statement.qualifier)]
    telling = _telling(statement, said_at, source)
    fresh = Known(
        id=new_id(),
        subject=statement.subject,
        relation=statement.relation,
        qualifier=statement.qualifier,
        value=statement.value,
        value_key=value_key,
        valid_from=telling.at,
        valid_to=None,
        recorded_at=recorded_at or said_at,
        tellings=(telling,),
    )
    over = [stone for stone in tombstones if stone.covers(statement.subject, statement.relation, value_key)]
    if statement.stance is Stance.NEVER and telling.is_certain:
        return _deny(fresh, here, tombstones, single_valued=single_valued, new_id=new_id)
    if over and not telling.is_by_hand:
        return [Ignore("buried")]
    lifted: list[Change] = [Lift(stone) for stone in over if stone.value_key is not None]
    if statement.stance is not Stance.IS:
        fresh = _mark(fresh)
    elif not value_key:
        return [Ignore("says nothing")]
    if _is_told(fresh, here):
        return lifted or [Ignore("known")]
    return lifted + _take(fresh, here, single_valued=single_valued, new_id=new_id)


def settle_again(known: Sequence[Known], *, single_valued: bool, new_id: Callable[[], UUID] = uuid4) -> list[Change]:
    """The changes due when evidence is gone: what a forgotten fact had closed may hold on.

    Args:
        known: What is left of one subject, relation and qualifier; a fact without tellings is to be left out.
    """
    after, split_from = reckon(known, single_valued=single_valued, new_id=new_id)
    return _changes(known, after, split_from)


def _telling(statement: Statement, said_at: datetime, source: Source) -> Telling:
    begins, until = statement.since or said_at, statement.until
    if statement.stance is not Stance.IS:
        is_past = statement.stance is Stance.ENDED and statement.value and begins < (until or begins) <= said_at
        begins, until = (begins, until) if is_past else (until or begins, None)
    elif until is not None and until < begins:
        until = None
    return Telling(begins, said_at, until, 1.0 if source is Source.HAND else statement.confidence, source)


def _plain(statement: Statement, said_at: datetime) -> Statement:
    """ "I lived there until 2019" says when it ended and not when it began."""
    if statement.stance is Stance.IS and statement.since is None and statement.until and statement.until <= said_at:
        return replace(statement, stance=Stance.ENDED)
    return statement


def _slot(fact: Known) -> tuple[str, str, str]:
    return fact.subject, fact.relation, fact.qualifier


def _mark(fact: Known) -> Known:
    """An end; the timeline gives it the time before it, if that was told."""
    return replace(fact, valid_to=fact.valid_from, closed=Closed.MARK)


def _is_told(fresh: Known, here: Iterable[Known]) -> bool:
    mine = fresh.tellings[0]
    return any(
        (theirs.at, theirs.said_at, theirs.until) == (mine.at, mine.said_at, mine.until)
        and theirs.weight >= mine.weight
        for fact in here
        if fact.value_key == fresh.value_key and fact.tells_end == fresh.tells_end
        for theirs in fact.tellings
    )


def _take(fresh: Known, here: Sequence[Known], *, single_valued: bool, new_id: Callable[[], UUID]) -> list[Change]:
    told = fresh.tellings[0]
    if not told.is_certain and not fresh.is_mark:
        held = (f for f in here if f.value_key == fresh.value_key and f.is_certain and not f.tells_end)
        sure = next((f for f in held if f.holds(told.at)), None)
        if sure is not None:
            return [Confirm(sure.id, told, sure.valid_from)]
    after, split_from = reckon([*here, fresh], single_valued=single_valued, new_id=new_id, fresh=fresh.id)
    changes = _changes(here, after, split_from)
    return changes + _contradictions(fresh, after, single_valued=single_valued)


def _changes(before: Iterable[Known], after: Sequence[Known], split_from: dict[UUID, UUID]) -> list[Change]:
    """New facts first, so that what closes others is there when they are closed."""
    old = {fact.id: fact for fact in before}
    changes: list[Change] = []
    for fact in after:
        if fact.id not in old:
            closed = (f for f in after if f.superseded_by == fact.id and f.closed is Closed.SUPERSEDED)
            earlier = max(closed, key=lambda f: f.valid_from, default=None)
            changes.append(Add(fact, earlier.id if earlier else None, split_from.get(fact.id)))
    for fact in after:
        was = old.get(fact.id)
        if was is None or was == fact:
            continue
        confirms = [Confirm(fact.id, new, fact.valid_from) for new in fact.tellings if new not in was.tellings]
        changes += confirms
        if _interval(was) == _interval(fact) or (confirms and _interval(was)[1:] == _interval(fact)[1:]):
            continue
        if fact.valid_to is None:
            changes.append(Reopen(fact.id, fact.valid_from))
        else:
            assert fact.closed is not None
            changes.append(Close(fact.id, fact.valid_from, fact.valid_to, fact.superseded_by, fact.closed))
    return changes


def _interval(fact: Known) -> tuple[datetime, datetime | None, UUID | None, Closed | None]:
    return fact.valid_from, fact.valid_to, fact.superseded_by, fact.closed


def _deny(
    fresh: Known,
    here: Sequence[Known],
    tombstones: Sequence[Tombstone],
    *,
    single_valued: bool,
    new_id: Callable[[], UUID],
) -> list[Change]:
    """What holds and is denied becomes wrong and is buried."""
    told, slot = fresh.tellings[0], (fresh.subject, fresh.relation)
    stones = [stone for stone in tombstones if (stone.subject, stone.relation) == slot]
    if any(stone.created_at == told.said_at and fresh.value_key in ("", stone.value_key) for stone in stones):
        return [Ignore("known")]
    denied = [
        fact
        for fact in here
        if fact.value_key == (fresh.value_key or fact.value_key) and not fact.is_mark and fact.holds(told.at)
    ]
    kept = {fact.id for fact in denied if fact.is_by_hand and not told.is_by_hand}
    wrong = {fact.id for fact in denied} - kept
    before = [
        replace(fact, valid_to=fact.valid_from, superseded_by=None, closed=Closed.WRONG) if fact.id in wrong else fact
        for fact in here
    ]
    changes: list[Change] = [
        Close(fact.id, fact.valid_from, fact.valid_from, None, Closed.WRONG) for fact in denied if fact.id in wrong
    ]
    marks = [_mark(replace(fresh, value=fact.value, value_key=fact.value_key)) for fact in denied if fact.id in kept]
    after, split_from = reckon([*before, *marks[:1]], single_valued=single_valued, new_id=new_id)
    changes += _changes(before, after, split_from)
    keys = {fresh.value_key} if fresh.value_key else {fact.value_key for fact in denied}
    buried = {stone.value_key for stone in stones}
    changes += [Bury(Tombstone(*slot, key, told.said_at)) for key in sorted(keys - buried)]
    return changes or [Ignore("nothing to deny")]


def _contradictions(fresh: Known, after: Sequence[Known], *, single_valued: bool) -> list[Change]:
    mine = next((fact for fact in after if fact.id == fresh.id), None)
    if mine is None or mine.closed is Closed.OUTWEIGHED or (mine.tells_end and mine.is_certain):
        return []
    told = mine.tellings[0]
    return [
        Contradiction(fact.id, mine.id)
        for fact in after
        if fact.holds(told.at)
        and not fact.tells_end
        and _differ(mine, fact, single_valued=single_valued)
        and any(_clash(told, theirs) for theirs in fact.tellings if theirs.is_certain)
    ]


def _differ(mine: Known, fact: Known, *, single_valued: bool) -> bool:
    if mine.tells_end:
        return mine.value_key in ("", fact.value_key)
    return single_valued and mine.value_key != fact.value_key


def _clash(mine: Telling, certain: Telling) -> bool:
    """Both certain, of exactly one moment and weight; or a maybe, and both of about one time."""
    if mine.is_certain:
        return mine.at == certain.at and mine.weight == certain.weight
    return abs(mine.at - certain.at) < ABOUT_THE_SAME_TIME


def apply(known: Iterable[Known], changes: Iterable[Change]) -> list[Known]:
    """What is known after the changes."""
    facts = {fact.id: fact for fact in known}
    for change in changes:
        match change:
            case Add(fact=fact, split_from=origin):
                facts[fact.id] = fact
                if origin is not None:
                    left = tuple(told for told in facts[origin].tellings if told not in fact.tellings)
                    facts[origin] = replace(facts[origin], tellings=left)
            case Confirm(fact_id=fact_id, telling=telling, valid_from=valid_from):
                told = sorted({*facts[fact_id].tellings, telling}, key=lambda told: (told.at, told.said_at))
                facts[fact_id] = replace(facts[fact_id], tellings=tuple(told), valid_from=valid_from)
            case Close(fact_id=fact_id, valid_from=begins, valid_to=ends, by=by, reason=reason):
                facts[fact_id] = replace(
                    facts[fact_id], valid_from=begins, valid_to=ends, superseded_by=by, closed=reason
                )
            case Reopen(fact_id=fact_id, valid_from=begins):
                facts[fact_id] = replace(
                    facts[fact_id], valid_from=begins, valid_to=None, superseded_by=None, closed=None
                )
            case Bury() | Lift() | Contradiction() | Ignore():
                pass
    return list(facts.values())


def as_of(known: Iterable[Known], moment: datetime, *, maybes: bool = False) -> list[Known]:
    """What held then, by what is known now; maybes only when asked for."""
    return [fact for fact in known if fact.holds(moment) and (maybes or fact.is_certain)]


def history(known: Iterable[Known], subject: str, relation: str) -> list[Known]:
    """Everything that was ever said of it, oldest first: closed, wrong and maybe too, and the marks of ends."""
    about = [fact for fact in known if (fact.subject, fact.relation) == (subject, relation)]
    return sorted(about, key=lambda fact: (fact.valid_from, fact.recorded_at))
