"""Whom a clause is about."""

import re
from dataclasses import dataclass

from cairn.memory.facts.compiled import Compiled
from cairn.memory.facts.line import Line
from cairn.memory.facts.slots import is_name
from cairn.memory.facts.statement import ME


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody or something a fact is about: `role` is of `relations.ROLES`, `name` as it was written."""

    key: str
    role: str = ""
    name: str = ""


@dataclass(slots=True)
class Telling:
    """One text being read: who speaks, and whom "she" means."""

    speaker: str = ME
    shouted: bool = False
    last: Who | None = None
    others: bool = False

    @property
    def me(self) -> Who:
        return Who(self.speaker)

    def of_role(self, role: str) -> str:
        return role if self.speaker == ME else f"{self.speaker}'s {role}"

    def mention(self, who: Who) -> None:
        if self.last is not None and self.last.key != who.key:
            self.others = True
        self.last = who


def person(match: re.Match[str], clause: Line, rules: Compiled, telling: Telling) -> Who | None:
    """The person in a pattern's `{person}`, or None when the words name nobody certain."""
    groups = match.groupdict()
    if groups.get("who_role"):
        role = rules.roles[groups["who_role"]]
        name = clause.words(*match.span("who_name")) if groups.get("who_name") else ""
        if name and not is_name(name, rules.cutting.nobody, shouted=False):
            return None
        return Who(name.lower() or telling.of_role(role), role, name)
    if groups.get("who_he"):
        return None if telling.others else telling.last
    if groups.get("who"):
        name = clause.words(*match.span("who"))
        if telling.shouted or not is_name(name, rules.cutting.nobody, shouted=False):
            return None
        return Who(name.lower(), "", name)
    return None
