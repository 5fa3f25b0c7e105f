"""How many everyday phrases are read right, per language, and how long one takes.

The phrases lie beside the repository and are not part of it; without them there is nothing to measure.
Run: `python bench/when.py [--misses]`.
"""

import argparse
import json
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

from cairn.when import read

PHRASES = Path(__file__).resolve().parents[2] / "shared" / "data" / "when" / "moments.json"
SAID = datetime.fromisoformat("2013-02-12T04:30:00-02:00")
DEPTH = {"Day": 3, "Hour": 4, "Minute": 5, "Second": 6}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--misses", action="store_true", help="print every phrase that is read wrong")
    misses = arguments.parse_args().misses
    if not PHRASES.exists():
        print("no phrases to measure with")
        return
    phrases = json.loads(PHRASES.read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for language in sorted({phrase["lang"] for phrase in phrases}):
        read("1", SAID, language=language)
    for phrase in phrases:
        language, depth = phrase["lang"], DEPTH[phrase["grain"]]
        began = time.perf_counter_ns()
        moment = read(phrase["text"], SAID, language=language)
        spent[language] += time.perf_counter_ns() - began
        total[language] += 1
        got = list(moment.start.timetuple()[:6]) if moment else None
        if got is not None and got[:depth] == phrase["moment"][:depth]:
            right[language] += 1
        elif misses:
            print(f"{language}  {phrase['text']!r}: {got}, meant {phrase['moment']} ({phrase['grain']})")
    for language in sorted(total):
        share = right[language] / total[language]
        print(f"{language}: {right[language]}/{total[language]} = {share:.1%}, "
              f"{spent[language] / total[language] / 1000:.0f} µs a phrase")  # fmt: skip


if __name__ == "__main__":
    main()
