"""Writing a field of the profile by hand."""

from collections.abc import Sequence

from cairn.memory.errors import AccountField, WhichRelation
from cairn.memory.facts import repository, service
from cairn.memory.facts.models import Fact
from cairn.memory.facts.profile import BY_ID, Field
from cairn.memory.facts.schemas import FieldEdit, FieldValue, NewFact
from cairn.memory.facts.statement import ME
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork


async def edit(work: UnitOfWork, field_id: str, edit: FieldEdit) -> None:
    """Let a field of the profile say this from now on.

    Raises:
        NotFound: there is no such field.
        AccountField: it is kept with the account.
        WhichRelation: what a value is doesn't follow from it, or is nothing that the field holds.
    """
    field = BY_ID.get(field_id)
    if field is None:
        raise NotFound
    if field.origin == "account":
        raise AccountField
    await repository.lock(work)
    gone = list(await repository.of_relations(work, ME, field.relations, work.now))
    kept: list[Fact] = []
    new: list[FieldValue | str] = []
    for said in edit.values:
        same = [fact for fact in [*kept, *gone] if _is(work, fact, said)]
        kept += [fact for fact in same if fact not in kept]
        gone = [fact for fact in gone if fact not in same]
        if not same and said not in new:
            new.append(said)
    told = [_what_it_is(field, said, new, gone, kept) for said in new]
    for fact in gone:
        await service.end(work, fact, work.now)
    for one in told:
        await service.write(work, NewFact(relation=one.relation, qualifier=one.qualifier, value=one.value))


def _is(work: UnitOfWork, fact: Fact, said: FieldValue | str) -> bool:
    if isinstance(said, str):
        return fact.value_key == service.fingerprint(work, said)
    what = (said.relation, said.qualifier, service.fingerprint(work, said.value))
    return (fact.relation, fact.qualifier, fact.value_key) == what


def _what_it_is(
    field: Field, said: FieldValue | str, new: Sequence[FieldValue | str], gone: Sequence[Fact], kept: Sequence[Fact]
) -> FieldValue:
    """A value with its relation: as said, of the one in whose place it is, or the one that says the least of it."""
    if isinstance(said, FieldValue):
        if said.relation not in field.relations:
            raise WhichRelation
        return said
    # One in the place of another says the same of the same: a sister's new name is a sister's.
    if gone and len(new) == 1 and (len(gone) == 1 or not field.many):
        return FieldValue(value=said, relation=gone[0].relation, qualifier=gone[0].qualifier)
    if field.neutral is not None:
        return FieldValue(value=said, relation=field.neutral)
    first = field.relations[0]
    is_free = len(new) == 1 and all(fact.relation != first for fact in kept)
    if len(field.relations) == 1 or is_free:
        return FieldValue(value=said, relation=first)
    raise WhichRelation
