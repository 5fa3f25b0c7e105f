"""Fail when `docs/security/asvs.md` misses a requirement, has one twice or blank, or names a test that isn't there."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs/security/asvs.md"

ASKED = """
1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2
2.1.1-3 2.2.1-3 2.3.1-4 2.4.1-1
3.2.1-2 3.3.1-4 3.4.1-6 3.5.1-5 3.7.1-2
4.1.1-3 4.2.1-1 4.3.1-2 4.4.1-4
5.1.1-1 5.2.1-3 5.3.1-2 5.4.1-3
6.1.1-3 6.2.1-12 6.3.1-4 6.4.1-4 6.5.1-5 6.6.1-3 6.8.1-4
7.1.1-3 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2 7.6.1-2
8.1.1-2 8.2.1-3 8.3.1-1 8.4.1-1
9.1.1-3 9.2.1-4
10.1.1-2 10.2.1-2 10.3.1-4 10.4.1-11 10.5.1-5 10.6.1-2 10.7.1-3
11.1.1-2 11.2.1-3 11.3.1-3 11.4.1-4 11.5.1-1 11.6.1-1
12.1.1-3 12.2.1-2 12.3.1-4
13.1.1-1 13.2.1-5 13.3.1-2 13.4.1-5
14.1.1-2 14.2.1-4 14.3.1-3
15.1.1-3 15.2.1-3 15.3.1-7
16.1.1-1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3
17.1.1-1 17.2.1-4 17.3.1-2
"""
"""What levels 1 and 2 of ASVS 5.0.0 ask, 253 in all: the numbers of each section, from the first to the last."""

STATES = {"met", "partly", "not met yet", "not met", "n/a"}
NONE = "–"

ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \|(.*)\|$", re.MULTILINE)


def asked() -> Iterator[str]:
    for run in ASKED.split():
        section, first, last = re.fullmatch(r"(\d+\.\d+)\.(\d+)-(\d+)", run).groups()  # type: ignore[union-attr]
        yield from (f"{section}.{number}" for number in range(int(first), int(last) + 1))


def faults(table: str, tests: Path = ROOT / "tests") -> Iterator[str]:
    """What is wrong with a table, in words."""
    rows = ROW.findall(table)
    found = Counter(number for number, _ in rows)
    yield from (f"{number} is missing" for number in asked() if number not in found)
    yield from (f"{number} is asked by neither level" for number in found if number not in set(asked()))
    yield from (f"{number} is there {times} times" for number, times in found.items() if times > 1)
    for number, rest in rows:
        cells = [cell.strip() for cell in rest.split("|")]
        if len(cells) != 4 or not all(cells):
            yield f"{number} has a blank cell, or another number of cells"
            continue
        _, state, how, test = cells
        if state not in STATES:
            yield f"{number} is in no known state: {state!r}"
        if how == NONE:
            yield f"{number} doesn't say how"
        if test == NONE:
            # What is built in a proxy, or by there being nothing, has no test to name.
            continue
        yield from (f"{number} names {name}, which isn't there" for name in test.split(", ") if not there(name, tests))


def there(name: str, tests: Path) -> bool:
    file, _, function = name.partition("::")
    path = tests / file
    if not function:
        return path.exists()
    return path.is_file() and re.search(rf"def {re.escape(function)}\(", path.read_text(encoding="utf-8")) is not None


def main() -> int:
    told = list(faults(TABLE.read_text(encoding="utf-8")))
    for fault in told:
        print(f"{TABLE.relative_to(ROOT)}: {fault}")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
