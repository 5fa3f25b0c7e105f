"""A language's words made into patterns, once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from cairn.memory.facts.languages import Frame, Phrase, Rule, Tense, Verb, Words, words
from cairn.memory.facts.medicines import DOSE
from cairn.memory.facts.slots import KINDS, Cutting
from cairn.when.tokens import fold

NAME = r"[^\W\d_][\w'.-]*(?: (?:(?:de|da|do|dos|das|del|van|von|der) )?[^\W\d_][\w'-]+)??"
NAME_LONG = NAME.removesuffix("?")
_FORMS = ("now", "base", "past", "doing", "done")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class CompiledRule:
    rule: Rule
    pattern: re.Pattern[str]
    slot: str


@dataclass(frozen=True, slots=True)
class CompiledPhrase:
    phrase: Phrase
    pattern: re.Pattern[str]
    slot: str


@dataclass(frozen=True, slots=True)
class CompiledFrame:
    tense: Tense
    pattern: re.Pattern[str]
    bare: re.Pattern[str]
    """The same without a subject, for what follows an "and"."""


@dataclass(frozen=True, slots=True)
class Compiled:
    words: Words
    cutting: Cutting
    lead: re.Pattern[str]
    doubt: re.Pattern[str]
    maybe: re.Pattern[str]
    anymore: re.Pattern[str]
    join: re.Pattern[str]
    asks: re.Pattern[str]
    unreal: re.Pattern[str]
    fiction: re.Pattern[str]
    jokes: re.Pattern[str]
    time_lead: re.Pattern[str]
    orders: re.Pattern[str]
    reports: re.Pattern[str]
    begins: re.Pattern[str]
    """How a clause of its own can begin, whatever its verb."""
    kin: re.Pattern[str]
    adverbs: re.Pattern[str]
    dose: re.Pattern[str]
    taken: re.Pattern[str]
    me: tuple[CompiledFrame, ...]
    they: tuple[CompiledFrame, ...]
    forms: Mapping[tuple[str, str], tuple[str, ...]]
    rules: Mapping[str, tuple[CompiledRule, ...]]
    more: Mapping[str, tuple[CompiledRule, ...]]
    phrases: tuple[CompiledPhrase, ...]
    roles: Mapping[str, str]
    attributes: Mapping[str, str]


@cache
def compiled(tag: str) -> Compiled:
    """The patterns of a language."""
    told = words(tag)
    roles = _inverse(told.roles)
    attributes = _inverse(told.attributes)
    person = _person(told, roles)
    forms = _forms(told.verbs)
    verbs = {kind: _alternatives(form for form_kind, form in forms if form_kind == kind) for kind, _ in forms}
    fill = {
        **told.sets,
        "person": person,
        "role": f"(?P<role>{_alternatives(roles)})",
        "owner": r"(?P<owner>[^,;:.!?]{2,40}?)",
        "attr": f"(?P<attr>{_alternatives(attributes)})",
        "my": f"(?:{told.my})",
    }
    return Compiled(
        words=told,
        cutting=_cutting(told),
        lead=re.compile(rf"(?:(?:{told.lead})(?:,? |$))+"),
        doubt=re.compile(rf"(?:{told.doubt}),? "),
        maybe=re.compile(rf"\b(?:{told.maybe})(?!\w)"),
        anymore=re.compile(rf"\b(?:{told.anymore})(?!\w)"),
        join=re.compile(rf"\s*[,;:]\s+(?:(?:{told.join}) )?|\s+(?:{told.join}) |\s+-+\s+|\s*[()]\s*|\s*\.\.+\s*"),
        asks=re.compile(rf"(?:{told.asks})(?!\w)"),
        unreal=re.compile(rf"(?<![\w'-])(?:{told.unreal})(?!\w)"),
        fiction=re.compile(rf"(?<!\w)(?:{told.fiction})(?!\w)"),
        jokes=re.compile(rf"(?<!\w)(?:{told.jokes})(?!\w)"),
        time_lead=re.compile(rf"(?:{told.time_lead})\b"),
        orders=re.compile(rf"(?:{told.orders})(?!\w)"),
        reports=re.compile(rf"\b(?:{told.reports})(?!\w)"),
        begins=re.compile(rf"(?:{told.my}|{'|'.join(told.he_she)}) "),
        kin=re.compile(
            rf"(?<!\w)(?:{told.my}) (?:(?:{told.near_role}) )*(?P<role>{_alternatives(roles)})"
            rf"(?: (?:{told.near_role}))*,? {told.name_article}(?P<rname>{NAME_LONG})"
        ),
        adverbs=re.compile(rf"(?:(?:{told.adverbs}) )+"),
        dose=re.compile(DOSE),
        taken=re.compile(rf"(?<!\w)(?:{told.taken})(?!\w)"),
        me=tuple(_frame(frame, told, told.me, "me", verbs) for frame in told.frames_me),
        they=tuple(_frame(frame, told, rf"{told.led}{person} ", "they", verbs) for frame in told.frames_they),
        forms=forms,
        rules=_rules(told.rules, fill),
        more=_rules(told.more, fill, before=r"(?<=\s)"),
        phrases=tuple(CompiledPhrase(phrase, *_order(phrase.order, fill)) for phrase in told.phrases),
        roles=roles,
        attributes=attributes,
    )


def _rules(
    table: Mapping[str, tuple[Rule, ...]], fill: Mapping[str, str], before: str = ""
) -> dict[str, tuple[CompiledRule, ...]]:
    return {
        key: tuple(CompiledRule(rule, *_order(before + rule.order, fill)) for rule in rules)
        for key, rules in table.items()
    }


def _cutting(told: Words) -> Cutting:
    return Cutting(
        stops=re.compile(rf"\s+(?:{told.stops})(?!\w)"),
        stops_of={kind: re.compile(rf"\s+(?:{more})(?!\w)") for kind, more in told.stops_of.items()},
        refused={kind: re.compile(rf"(?:{never})(?!\w)") for kind, never in told.refused.items()},
        articles=re.compile(rf"(?:(?:{told.articles}) )+"),
        nobody=frozenset(told.nobody.split()),
        parted=re.compile(rf",? (?:{told.and_}) |, "),
    )


def _person(told: Words, roles: Mapping[str, str]) -> str:
    near = rf"(?:(?:{told.near_role}) )*"
    role = rf"(?:{told.my}) {near}(?P<who_role>{_alternatives(roles)})(?: (?:{told.near_role}))*"
    named = rf"{role}(?:,? {told.name_article}(?P<who_name>{NAME}),?)??"
    return rf"(?:{named}|(?P<who_he>{'|'.join(told.he_she)})|(?P<who>{NAME}))"


def _forms(verbs: Mapping[str, Verb]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Which verbs a form can be, by its kind and words. `now` of the speaker and of others are kinds apart."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for lemma, verb in verbs.items():
        kinds = {
            "now_me": verb.me, "now_they": verb.they, "past_me": verb.past, "past_they": verb.past_they or verb.past,
            "base_me": verb.base, "doing_me": verb.doing, "done_me": verb.done,
            "base_they": verb.base, "doing_they": verb.doing, "done_they": verb.done,
        }  # fmt: skip
        for kind, alternatives in kinds.items():
            for form in filter(None, alternatives.split("|")):
                found[kind, form] = (*found.get((kind, form), ()), lemma)
    return found


def _frame(frame: Frame, told: Words, subject: str, who: str, verbs: Mapping[str, str]) -> CompiledFrame:
    order = re.sub(r"^~", lambda _: rf"(?:(?:{told.adverbs}) )*", frame.order)
    order = order.replace("~", rf"(?: (?:{told.adverbs}))*")
    for kind in _FORMS:
        order = order.replace(f"{{{kind}}}", f"(?P<{kind}>{verbs.get(f'{kind}_{who}', '(?!)')})")
    be = told.verbs.get("be", Verb())
    order = order.replace("{be}", f"(?P<now>{be.me if who == 'me' else be.they})")
    tail = r"(?![\w'])"
    return CompiledFrame(frame.tense, re.compile(rf"{subject}{order}{tail}"), re.compile(rf"{order}{tail}"))


def _order(order: str, fill: Mapping[str, str]) -> tuple[re.Pattern[str], str]:
    """A rule's pattern and the kind of its value. A slot at the end takes all there is, others what they must."""
    filled = _SLOT.sub(lambda match: fill.get(match[1], match[0]), order)
    for name in _SLOT.findall(filled):
        last = filled.endswith(f"{{{name}}}")
        filled = filled.replace(f"{{{name}}}", rf"(?P<{name}>.+)" if last else rf"(?P<{name}>.{{1,80}}?)")
    pattern = re.compile(rf"{filled}(?!\w)")
    return pattern, next((kind for kind in pattern.groupindex if kind in KINDS), "")


def _alternatives(forms: Iterable[str]) -> str:
    """One pattern for literal words, the longest first so that none hides another."""
    unique = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", " ") for form in unique) or "(?!)"


def _inverse(table: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): key for key, alternatives in table.items() for word in alternatives.split("|")}
