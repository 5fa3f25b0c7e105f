"""The profile as it stands: each field with its values and what they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cairn.accounts import service as accounts
from cairn.memory import index
from cairn.memory.facts import repository
from cairn.memory.facts.known import Source
from cairn.memory.facts.models import Fact, FactTelling
from cairn.memory.facts.profile import PROFILE, Field
from cairn.memory.facts.schemas import ProfileField, ProfileOut, ProfileValue
from cairn.memory.facts.statement import ME
from cairn.memory.held import Held
from cairn.memory.schemas import LATEST
from cairn.platform.work import UnitOfWork

LANGUAGES = {"en": "English", "es": "español", "fr": "français", "pt": "português"}


@dataclass(frozen=True, slots=True)
class Portrait:
    """What facts say of the person themselves: values by field, and until when none of them runs out by itself."""

    values: Mapping[str, list[ProfileValue]]
    until: datetime

    @property
    def bytes(self) -> int:
        return 500 * sum(len(values) + 1 for values in self.values.values())


class HeldProfiles(Held[Portrait]):
    """People's profiles, ready to be shown."""


async def profile(work: UnitOfWork) -> ProfileOut:
    """All fields of the person's profile."""
    ready, revision = work.runtime.provider(HeldProfiles), (await index.state(work)).revision
    portrait = ready.get(work.user_id, revision)
    if portrait is None or portrait.until <= work.now:
        portrait = await _portrait(work)
        ready.put(work.user_id, revision, portrait)
    account = {
        "name": await accounts.name_of(work, work.user_id),
        "time_zone": work.actor.time_zone,
        "app_language": LANGUAGES.get(work.actor.locale, work.actor.locale),
    }
    fields = []
    for field in PROFILE:
        values = list(portrait.values.get(field.id, []))
        if field.origin == "account" and account[field.id]:
            values = [ProfileValue(value=account[field.id], source="account", confidence=1)]
        fields.append(_field(field, values, work.actor.locale))
    return ProfileOut(fields=fields)


async def _portrait(work: UnitOfWork) -> Portrait:
    relations = [name for field in PROFILE for name in field.relations]
    held = await repository.of_relations(work, ME, relations, work.now)
    tellings = await repository.tellings_of(work, [fact.id for fact in held])
    values = {
        field.id: [
            _value(fact, tellings[fact.id])
            for fact in _shown(field, [fact for fact in held if fact.relation in field.relations])
        ]
        for field in PROFILE
        if field.origin == "facts"
    }
    return Portrait(values, await repository.next_turn(work, ME, relations, work.now) or LATEST)


def _shown(field: Field, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Of a field with one value, the surest: a hand before what was read, then what holds since later."""
    if field.many:
        return facts
    return sorted(facts, key=lambda fact: (fact.source == "hand", fact.confidence, fact.valid_from))[-1:]


def _field(field: Field, values: list[ProfileValue], locale: str) -> ProfileField:
    words = ", ".join(value.value for value in values)
    return ProfileField(
        id=field.id,
        label=field.label(locale),
        many=field.many,
        origin=field.origin,
        sentence=field.sentence(locale, words) if words else "",
        relations=list(field.relations),
        values=values,
    )


def _value(fact: Fact, tellings: Sequence[FactTelling]) -> ProfileValue:
    latest = tellings[-1]
    return ProfileValue(
        fact_id=fact.id,
        value=fact.value,
        relation=fact.relation,
        qualifier=fact.qualifier,
        source=Source(fact.source),
        confidence=fact.confidence,
        since=fact.valid_from,
        quote=latest.quote,
        said_at=latest.said_at,
        memory_id=latest.memory_id,
    )
