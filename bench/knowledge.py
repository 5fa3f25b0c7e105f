"""What changed, through the product: the current above the stale, nothing wrong replaced, nothing lost, and as of then.

Two kinds of people are made up. Some talk about projects and homes (`bench.updates_domains`): in each domain two things
change, most of them twice, and another pair of statements only looks like a change. Others say of themselves where they
live, work, when they get up and who their boss is, each three times (`bench.lives`). Everything is told in the order in
which it happened, some weeks apart, in four languages. Every question is asked before and after facts and updates are
read, so that the same search stands for relevance alone.

Run: `python -m bench.knowledge`, or `python -m bench.knowledge 1` for one person of each kind and language.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import text

from bench.lives import SLOTS
from bench.people import on_a_server, person, remember, run_jobs
from bench.updates import worded
from bench.updates_domains import DOMAINS, Domain
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory import making, repository, service
from cairn.memory.facts import repository as facts
from cairn.memory.facts.statement import ME
from cairn.memory.schemas import NewMemory, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime

PEOPLE = 4
CHANGING = 2
"""Things of a domain that change."""

TOLD = 3
"""How often something of oneself is told."""

DAYS = (15, 20)
"""Between a telling and the next: more than a fortnight, so that "last week" is after what was told before."""

LAST_WEEK = re.compile("last week|semana pasada|semaine dernière|semana passada")
MOST = 100

START = datetime(2024, 1, 8, 9, tzinfo=UTC)
LINKED = text("select older_id, newer_id from memory_updates where user_id = :user_id")
CLOSED = text("select id, closed_at from memories where user_id = :user_id and closed_at is not null")


@dataclass(slots=True)
class Line:
    """One thing that is told several times, each time otherwise.

    Args:
        relation: The fact that it is, where it is one of the person's own.
        items: Source of each telling and the moment since when it is so, the oldest first.
    """

    group: str
    question: str
    values: list[str]
    relation: str | None = None
    items: list[tuple[str, datetime]] = field(default_factory=list)


Story = list[tuple[Line | None, str]]
"""What is told in this order, with others in between; a line, or a pair that only looks like one."""


@dataclass(frozen=True, slots=True)
class Life:
    """All that a person tells, and what of it changes."""

    language: str
    memories: Sequence[NewMemory]
    lines: Sequence[Line]


def told_of_things(rng: random.Random, language: str) -> Life:
    """Somebody's projects: every domain with its changes, and with what only looks like one."""
    stories: list[Story] = []
    for domain in (one for one in DOMAINS if one.language == language):
        entities = rng.sample(domain.entities, CHANGING + 2)
        stories += [_changing(rng, domain, entity, entities[-1]) for entity in entities[:CHANGING]]
        (e, f), (a, b) = entities[CHANGING:], _values(rng, domain, 2)
        pair = [worded(rng, language, one.format(e=e, f=f, a=a, b=b)) for one in rng.choice(domain.lookalikes)]
        stories.append([(None, words) for words in pair])
    return _over_time(rng, language, stories)


def _changing(rng: random.Random, domain: Domain, entity: str, other: str) -> Story:
    forms = [rng.choice(domain.older)]
    newer = [form for form in domain.newer if "{e}" in form]
    with_value = [form for form in newer if "{b}" in form]
    # One that says only that it is over is the last: nothing follows from it being said again.
    forms += [rng.choice(with_value), rng.choice(newer)] if with_value else [rng.choice(newer or domain.newer)]
    values = _values(rng, domain, min(len(forms), len(domain.values)))
    question = domain.older[0].format(e=entity, f=other, a="", b="").strip(" ,.")
    line = Line("things, unseen domains" if domain.unseen else "things, seen domains", question, values)
    story: Story = []
    for before, value, form in zip(["", *values], values, forms, strict=False):
        a, b = (before, value) if story else (value, "")
        story.append((line, worded(rng, domain.language, form.format(e=entity, f=other, a=a, b=b))))
    return story


def _values(rng: random.Random, domain: Domain, most: int) -> list[str]:
    drawn = rng.sample(domain.values, most)
    return sorted(drawn, key=domain.values.index) if domain.rises else drawn


def told_of_oneself(rng: random.Random, language: str) -> Life:
    """Somebody's own life: where they live and the like."""
    stories: list[Story] = []
    for slot in (one for one in SLOTS if one.language == language):
        values = rng.sample(slot.values, TOLD)
        line = Line(f"oneself, {language}", slot.question, values, slot.relation)
        forms = [rng.choice(slot.newer if number else slot.first) for number in range(TOLD)]
        stories.append(
            [(line, worded(rng, language, form.format(value))) for form, value in zip(forms, values, strict=True)]
        )
    return _over_time(rng, language, stories)


def _over_time(rng: random.Random, language: str, stories: Sequence[Story]) -> Life:
    """All stories told by turns, each in its order."""
    turns = [story for story in stories for _ in story]
    rng.shuffle(turns)
    rest = {id(story): iter(story) for story in stories}
    memories: list[NewMemory] = []
    moment = START
    for story in turns:
        line, words = next(rest[id(story)])
        moment += timedelta(days=rng.randint(*DAYS))
        source = f"told:{len(memories)}"
        memories.append(NewMemory(text=words, occurred_at=moment, source_ref=source))
        if line is not None:
            line.items.append((source, _since(words, moment)))
    return Life(language, memories, [line for story in stories if (line := story[0][0]) is not None])


def _since(words: str, told: datetime) -> datetime:
    """Since when something is so: what was done "last week" since that week began, which day of it nobody said."""
    if LAST_WEEK.search(words) is None:
        return told
    monday = told - timedelta(days=told.weekday() + 7)
    return monday.replace(hour=0)


@dataclass(slots=True)
class Count:
    """How often something held, of how often it was looked at."""

    held: int = 0
    of: int = 0

    def note(self, held: bool) -> None:
        self.held += held
        self.of += 1

    def __str__(self) -> str:
        return f"{self.held} of {self.of} ({self.held / self.of:.1%})" if self.of else ""


COLUMNS = ("by relevance alone", "current above stale", "as of then: search", "as of then: facts", "nothing lost")


class Figures:
    """What is counted, by group and column; and every wrong replacement."""

    def __init__(self, show: int) -> None:
        self.show = show
        self.counts: dict[str, dict[str, Count]] = defaultdict(lambda: {name: Count() for name in COLUMNS})
        self.wrong: dict[str, dict[tuple[UUID, str], tuple[str, str]]] = {"closed": {}, "put below another": {}}
        self.memories = 0

    def note(self, line: Line, column: str, held: bool) -> None:
        self.counts[line.group][column].note(held)
        if not held and column != COLUMNS[0] and self.show > 0:
            self.show -= 1
            print(f"{column} missed: {line.question!r}: {line.values}")

    def report(self) -> None:
        print(f"| told | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}")
        for group, counts in sorted(self.counts.items()):
            print(f"| {group} | {' | '.join(str(counts[name]) for name in COLUMNS)} |")
        print()
        for how, wrong in self.wrong.items():
            print(f"wrongly {how}: {len(wrong)} of {self.memories} memories ({len(wrong) / self.memories:.2%})")


async def order(actor: Actor, query: SearchQuery) -> list[str]:
    """The sources of what is found, best first."""
    return [hit.memory.source_ref or "" for hit in (await service.search(actor, query)).items]


def above(found: Sequence[str], line: Line, which: int) -> bool:
    """Whether one telling of a line is found, and above those that came before it."""
    places = {source: place for place, source in enumerate(found)}
    older = [places[source] for source, _ in line.items[:which] if source in places]
    mine = places.get(line.items[which][0])
    return mine is not None and all(mine < place for place in older)


async def ask_all(actor: Actor, life: Life, figures: Figures, column: str) -> None:
    for line in life.lines:
        found = await order(actor, SearchQuery(query=line.question, limit=MOST))
        figures.note(line, column, above(found, line, len(line.items) - 1))


async def ask_of_then(actor: Actor, life: Life, figures: Figures) -> None:
    """At a moment between each telling and the next, and once after the last."""
    for line in life.lines:
        ends = [moment for _, moment in line.items[1:]] + [line.items[-1][1] + timedelta(days=2)]
        for which, ((_, begin), end) in enumerate(zip(line.items, ends, strict=True)):
            moment = begin + (end - begin) / 2
            found = await order(actor, SearchQuery(query=line.question, limit=MOST, as_of=moment))
            later = {source for source, _ in line.items[which + 1 :]}
            figures.note(line, "as of then: search", above(found, line, which) and not later & set(found))
            if line.relation is not None:
                async with actor.work() as work:
                    held = await facts.of_relations(work, ME, [line.relation], moment)
                values = [one.value.lower() for one in held]
                figures.note(line, "as of then: facts", values == [line.values[which].lower()])


async def ask_for_all(actor: Actor, life: Life, figures: Figures) -> None:
    """Everything that was ever so: found with the closed ones, and among the facts with their time."""
    for line in life.lines:
        found = await order(actor, SearchQuery(query=line.question, limit=MOST, include_closed=True))
        for number, (source, _) in enumerate(line.items):
            held = source in found
            if line.relation is not None:
                async with actor.work() as work:
                    known = await facts.slot(work, ME, line.relation)
                held = held and line.values[number].lower() in {one.value.lower() for one in known}
            figures.note(line, "nothing lost", held)


async def look_for_wrong(actor: Actor, life: Life, figures: Figures) -> None:
    """Memories that are taken for replaced though nothing says so.

    Closed, which hides them: the current of a line, or one of no line. Put below another: one of another line, or the
    newer below the older.
    """
    texts = {one.source_ref or "": one.text for one in life.memories}
    places = {source: (line, number) for line in life.lines for number, (source, _) in enumerate(line.items)}
    async with actor.work() as work:
        sources = {one.id: source for source, one in (await repository.by_source(work, list(texts))).items()}
        linked = (await work.session.execute(LINKED, {"user_id": work.user_id})).all()
        closed = (await work.session.execute(CLOSED, {"user_id": work.user_id})).all()
    figures.memories += len(texts)
    for one in closed:
        source = sources[one.id]
        line, number = places.get(source, (None, 0))
        if line is None or number == len(line.items) - 1:
            figures.wrong["closed"][actor.user_id, source] = (texts[source], "")
    for pair in linked:
        older, newer = sources[pair.older_id], sources[pair.newer_id]
        (line, number), (other, later) = places.get(older, (None, 0)), places.get(newer, (None, 0))
        if line is None or line is not other or number > later:
            figures.wrong["put below another"][actor.user_id, older] = (texts[older], texts[newer])


async def measure(people: int, show: int, runtime: Runtime, server: EmbeddedPostgres) -> None:
    rng = random.Random(7)
    figures = Figures(show)
    lives = [
        tell(rng, language)
        for tell in (told_of_things, told_of_oneself)
        for language in ("en", "es", "fr", "pt")
        for _ in range(people)
    ]
    for number, life in enumerate(lives):
        actor = await person(runtime, number, life.language)
        await remember(actor, life.memories)
        while await making.vectors(actor) or await making.tokens(actor):
            pass
        await ask_all(actor, life, figures, "by relevance alone")
        await run_jobs(actor)
        await ask_all(actor, life, figures, "current above stale")
        await ask_of_then(actor, life, figures)
        await ask_for_all(actor, life, figures)
        await look_for_wrong(actor, life, figures)
    figures.report()
    for wrong in figures.wrong.values():
        for older, newer in list(wrong.values())[:show]:
            print(f"\nwrong:\n  {older}\n  {newer}")


def main() -> None:
    arguments = argparse.ArgumentParser(description="What changed, through the product.")
    arguments.add_argument("people", type=int, nargs="?", default=PEOPLE, help="of each kind and language")
    arguments.add_argument("--show", type=int, default=0, help="print so many misses")
    given = arguments.parse_args()
    on_a_server(partial(measure, given.people, given.show))


if __name__ == "__main__":
    main()
