"""How many everyday phrases are read right, per language, and how long one takes, by Cairn and by a peer in one run.

The phrases lie beside the repository and are not part of it; without them there is nothing to measure. The peer,
dateparser, takes part where it can be imported; it is no dependency: `pip install --target FOLDER dateparser`.
Run: `python bench/when.py [--misses] [--site FOLDER]`.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from cairn.when import read

PHRASES = Path(__file__).resolve().parents[2] / "shared" / "data" / "when" / "moments.json"
SAID = datetime.fromisoformat("2013-02-12T04:30:00-02:00")
DEPTH = {"Day": 3, "Hour": 4, "Minute": 5, "Second": 6}

Reader = Callable[[str, str], datetime | None]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--misses", action="store_true", help="print every phrase that Cairn reads wrong")
    arguments.add_argument("--site", help="a folder with dateparser in it")
    given = arguments.parse_args()
    if not PHRASES.exists():
        print("no phrases to measure with")
        return
    phrases = json.loads(PHRASES.read_text(encoding="utf-8"))
    measured("Cairn", cairn, phrases, misses=given.misses)
    if given.site:
        sys.path.append(given.site)
    try:
        peer = dateparser()
    except ImportError:
        print("dateparser isn't here, and takes no part")
        return
    measured("dateparser", peer, phrases, misses=False)


def cairn(text: str, language: str) -> datetime | None:
    moment = read(text, SAID, language=language)
    return moment.start if moment is not None else None


def dateparser() -> Reader:
    """The whole phrase, else the first date in it, to come rather than past, as its settings allow.

    Raises:
        ImportError: it isn't here.
    """
    parse, search = import_module("dateparser").parse, import_module("dateparser.search").search_dates
    said = SAID.replace(tzinfo=None)
    settings = {"RELATIVE_BASE": said, "PREFER_DATES_FROM": "future", "RETURN_AS_TIMEZONE_AWARE": False}

    def found(text: str, language: str) -> datetime | None:
        whole: datetime | None = parse(text, languages=[language], settings=settings)
        if whole is not None:
            return whole
        inside = search(text, languages=[language], settings=settings)
        return inside[0][1] if inside else None

    return found


def measured(name: str, reader: Reader, phrases: list[dict[str, Any]], *, misses: bool) -> None:
    """Print how many of each language's phrases are read right, and how long one takes."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for language in sorted({phrase["lang"] for phrase in phrases}):
        reader("1", language)
    for phrase in phrases:
        language, depth = phrase["lang"], DEPTH[phrase["grain"]]
        began = time.perf_counter_ns()
        moment = reader(phrase["text"], language)
        spent[language] += time.perf_counter_ns() - began
        total[language] += 1
        got = list(moment.timetuple()[:6]) if moment is not None else None
        if got is not None and got[:depth] == phrase["moment"][:depth]:
            right[language] += 1
        elif misses:
            print(f"{language}  {phrase['text']!r}: {got}, meant {phrase['moment']} ({phrase['grain']})")
    for language in sorted(total):
        share = right[language] / total[language]
        print(f"{name} {language}: {right[language]}/{total[language]} = {share:.1%}, "
              f"{spent[language] / total[language] / 1000:.0f} µs a phrase")  # fmt: skip


if __name__ == "__main__":
    main()
