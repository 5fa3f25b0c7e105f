"""Whether a newer sentence is told to update an older one: on made-up talk, and on real talk that updates little.

The made-up pairs come from templates in four languages. Rules were written looking at the domains of one part
(`seen`); the other part (`unseen`) is the figure that counts. Look-alikes share words, units and form with an update
and are none.

Run: `python -m bench.updates`, with a file of conversations (LoCoMo's format) as an argument for the share of
statements in real talk that are told to update one of the 20 most similar ones before them; `--show 50` shows some.
"""

import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.updates_domains import DOMAINS, Domain
from cairn.memory.facts.clauses import Reading, read
from cairn.memory.facts.updates import Update, judge

PER_TEMPLATE, CANDIDATES, CHATS = 12, 20, 30

BEFORE = {
    "en": ["", "", "Hey, thanks for yesterday.", "Back at it today.", "I've been thinking about our plan."],
    "es": ["", "", "Hola, gracias por lo de ayer.", "Sigo con lo mío."],
    "fr": ["", "", "Salut, merci pour hier.", "Je reprends aujourd'hui."],
    "pt": ["", "", "Olá, obrigado por ontem.", "Voltei ao trabalho."],
}
AFTER = {
    "en": ["", "", "Can you help me plan the next step?", "What should I look at first?", "It's been a long week."],
    "es": ["", "", "¿Me ayudas con el siguiente paso?", "Ha sido una semana larga."],
    "fr": ["", "", "Tu peux m'aider pour la suite ?", "La semaine a été longue."],
    "pt": ["", "", "Ajudas-me com o próximo passo?", "Foi uma semana comprida."],
}


@dataclass(frozen=True)
class Pair:
    domain: Domain
    older: str
    newer: str
    is_update: bool


def pairs(rng: random.Random) -> Iterator[Pair]:
    for domain in DOMAINS:
        updates = [(older, newer) for older in domain.older for newer in domain.newer]
        for is_update, templates in ((True, updates), (False, domain.lookalikes)):
            for older, newer in templates:
                for _ in range(PER_TEMPLATE if not is_update else max(2, PER_TEMPLATE // len(domain.newer))):
                    entity, other = rng.sample(domain.entities, 2)
                    was, now = rng.sample(domain.values, 2)
                    if domain.rises:
                        was, now = sorted((was, now), key=domain.values.index)
                    told, then = (
                        worded(rng, domain.language, text.format(e=entity, f=other, a=was, b=now))
                        for text in (older, newer)
                    )
                    yield Pair(domain, told, then, is_update)


def worded(rng: random.Random, language: str, text: str) -> str:
    text = text[0].upper() + text[1:]
    text += "" if text[-1] in ".?!" else "."
    return " ".join(part for part in (rng.choice(BEFORE[language]), text, rng.choice(AFTER[language])) if part)


def rarity_in(texts: Sequence[Reading], *, among: int = 1) -> Callable[[str], float]:
    """How rare a stem is: 0 in all texts, 1 in one. `among` so many times as much other talk, which lacks it."""
    seen = Counter(stem for reading in texts for stem in reading.stems)
    most = math.log(len(texts) * among + 1)
    return lambda stem: math.log((len(texts) * among + 1) / (seen[stem] + 1)) / most if seen[stem] else 1.0


def judged(pair: Pair, rarity: Callable[[str], float]) -> Update | None:
    language = pair.domain.language
    return judge(read(pair.older, language), read(pair.newer, language), rarity=rarity)


def made_up(show: int) -> None:
    rng = random.Random(7)
    every = list(pairs(rng))
    rarity = {
        language: rarity_in([read(p.newer, language) for p in every if p.domain.language == language], among=20)
        for language in BEFORE
    }
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    wrong: dict[bool, list[Pair]] = defaultdict(list)
    began = perf_counter()
    for pair in every:
        said = judged(pair, rarity[pair.domain.language]) is not None
        half = "unseen" if pair.domain.unseen else "seen"
        kind = "updates" if pair.is_update else "lookalikes"
        for group in {"all", pair.domain.language, "all" if pair.domain.unseen and show >= 0 else pair.domain.name}:
            found[f"{half} {kind}", group].append(said)
        if said != pair.is_update and not pair.domain.unseen:
            wrong[pair.is_update].append(pair)
    took = (perf_counter() - began) / len(every)
    print(f"{len(every)} pairs of {len(DOMAINS)} domains, {took * 1e6:.0f} µs each, reading both texts included\n")
    for (kind, group), said_so in sorted(found.items()):
        print(f"{kind:18} {group:24} {sum(said_so) / len(said_so):7.1%} told to be one, of {len(said_so)}")
    for missed, some in wrong.items():
        for pair in rng.sample(some, min(abs(show), len(some))):
            print(f"\n{'missed' if missed else 'wrong'} ({pair.domain.name})\n  {pair.older}\n  {pair.newer}")


def _naming(domain: Domain) -> list[str]:
    """What says of whom or what it speaks: "11 chapters done now" may be of any book."""
    return [text for text in (*domain.older, *domain.newer) if "{e}" in text]


def mixed(show: int) -> None:
    """Chats full of numbers, names and days in which nothing updates anything: one statement of each entity."""
    rng = random.Random(11)
    wrong: list[tuple[Update, str, str, bool]] = []
    statements = 0
    for chat in range(CHATS):
        language = ("en", "en", "es", "fr", "pt")[chat % 5]
        told = [
            (domain, worded(rng, language, rng.choice(_naming(domain)).format(e=entity, a=was, b=now)))
            for domain in DOMAINS
            if domain.language == language
            for entity in domain.entities
            for was, now in [rng.sample(domain.values, 2)]
        ]
        rng.shuffle(told)
        readings = [read(text, language) for _, text in told]
        rarity = rarity_in(readings)
        for number, (domain, text) in enumerate(told):
            statements += 1
            for n in _similar(number, readings, rarity)[:CANDIDATES]:
                if update := judge(readings[n], readings[number], rarity=rarity):
                    wrong.append((update, told[n][1], text, domain.unseen or told[n][0].unseen))
                    break
    print(f"\nchats without updates: {len(wrong) / statements:.2%} of {statements} statements told to update one")
    for update, older, newer, unseen in rng.sample(wrong, min(show, len(wrong))):
        if not unseen:
            print(f"\n{update}\n  {older}\n  {newer}")


def real(path: Path, show: int, *, same_speaker: bool) -> None:
    flagged: list[tuple[str, str, Update]] = []
    statements = asked = 0
    took = 0.0
    for sample in json.loads(path.read_text()):
        turns = list(_turns(sample["conversation"]))
        readings = [read(text, "en") for _, text in turns]
        rarity = rarity_in(readings)
        for number, (speaker, text) in enumerate(turns):
            older = [n for n in _similar(number, readings, rarity) if not same_speaker or turns[n][0] == speaker]
            statements += 1
            began = perf_counter()
            found = [
                (n, update)
                for n in older[:CANDIDATES]
                if (update := judge(readings[n], readings[number], rarity=rarity))
            ]
            took += perf_counter() - began
            asked += len(older[:CANDIDATES])
            if found:
                best, update = max(found, key=lambda item: item[1].confidence)
                flagged.append((turns[best][1], text, update))
    whose = "of the same speaker" if same_speaker else "of anybody"
    share, each = len(flagged) / statements, took / asked * 1e6
    print(f"\nreal talk, older ones {whose}: {share:.2%} of {statements} told to update one, {each:.0f} µs a pair")
    for older_text, text, update in random.Random(3).sample(flagged, min(show, len(flagged))):
        print(f"\n{update}\n  {older_text}\n  {text}")


def _turns(conversation: dict[str, object]) -> Iterator[tuple[str, str]]:
    sessions = sorted((key for key in conversation if re.fullmatch(r"session_\d+", key)), key=lambda key: int(key[8:]))
    for session in sessions:
        turns = conversation[session]
        assert isinstance(turns, list)
        yield from ((turn["speaker"], turn["text"]) for turn in turns)


def _similar(number: int, readings: Sequence[Reading], rarity: Callable[[str], float]) -> list[int]:
    """Those before, most similar first, by BM25."""
    stems = readings[number].stems
    scores = {
        n: sum(rarity(s) / (1 + len(readings[n].stems) / 30) for s in stems & readings[n].stems) for n in range(number)
    }
    return sorted((n for n, score in scores.items() if score > 0), key=lambda n: -scores[n])[: 2 * CANDIDATES]


def main(arguments: Iterable[str]) -> None:
    show, files = 0, []
    given = iter(arguments)
    for argument in given:
        if argument == "--show":
            show = int(next(given))
        else:
            files.append(Path(argument))
    made_up(show)
    mixed(show)
    for file in files:
        real(file, show, same_speaker=False)
        real(file, 0, same_speaker=True)


if __name__ == "__main__":
    main(sys.argv[1:])
