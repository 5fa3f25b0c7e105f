"""How often a title on a list finds its procedure, another one, or none, per language; and how long that takes.

`bench/titles` has one title for each procedure, written without sight of their names, and titles of things for which
there is no procedure, though many share a verb or a noun with one.
Run: `python bench/breakdown.py [--misses]`.
"""

import argparse
import csv
import time
from collections import Counter
from pathlib import Path

from cairn.tasks.breakdown.finding import found

TITLES = Path(__file__).parent / "titles"
NONE = "-"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--misses", action="store_true", help="print every title that finds another procedure")
    misses = arguments.parse_args().misses
    for path in sorted(TITLES.glob("*.tsv")):
        language = path.stem
        found("warm", language)
        lines = list(csv.reader(path.open(encoding="utf-8"), delimiter="\t"))
        seen: Counter[str] = Counter()
        began = time.perf_counter()
        for key, title in lines:
            procedure = found(title, language)
            has = key != NONE
            seen["titled" if has else "without"] += 1
            if procedure is None:
                continue
            seen["right" if procedure.key == key else "other" if has else "unasked"] += 1
            if misses and procedure.key != key:
                print(f"{language}  {title} -> {procedure.title}")
        spent = (time.perf_counter() - began) / len(lines)
        shares = {name: seen[name] / seen["titled"] for name in ("right", "other")}
        print(
            f"{language}: {shares['right']:.0%} find theirs, {shares['other']:.0%} another; "
            f"of {seen['without']} without one, {seen['unasked']} get one; {spent * 1000:.1f} ms a title"
        )


if __name__ == "__main__":
    main()
