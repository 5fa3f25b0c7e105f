"""Start times, memory at rest, and how quickly Ctrl-C ends it all. Run: `python -m bench.footprint`."""

import time

import psutil

from tests.journeys.installation import Installation, installation

REST = 15.0


def main() -> None:
    with installation() as cairn:
        rows = [("both processes at rest, MB (resident, shared pages counted once each)", resting(cairn))]
        rows.append(("Ctrl-C until everything ended, s", cairn.stop()))
        for name in ("restart to ready, s (first)", "restart to ready, s (second)"):
            began = time.monotonic()
            cairn.start()
            rows.append((name, time.monotonic() - began))
            cairn.stop()
        cairn.start()
        print("| what | measured |\n|---|---|")
        for name, value in rows:
            print(f"| {name} | {value:.1f} |")
    began = time.monotonic()
    with installation():
        print(f"| first start of all to ready, database made and migrated, s | {time.monotonic() - began:.1f} |")


def resting(cairn: Installation) -> float:
    """The proportional set size of API and worker, in MB, after a while without work."""
    time.sleep(REST)
    total = 0
    for name in ("api", "worker"):
        process = cairn.process(name)
        assert isinstance(process, psutil.Process)
        total += process.memory_full_info().pss
    return total / 1e6


if __name__ == "__main__":
    main()
