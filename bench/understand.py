"""How long the grammar takes to understand a message, without anything around it. Run: `python -m bench.understand`."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

from cairn.assistant.grammar import understand

SAID = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/Lisbon"))
MESSAGES = {
    "en": "call mom at 5, buy milk and pay rent on friday",
    "es": "recuérdame llamar al dentista mañana a las 15",
    "fr": "rappelle-moi d'appeler le dentiste demain à 15h",
    "pt": "lembra-me de ligar ao dentista amanhã às 15h",
}
TIMES = 300


def main() -> None:
    print("| language | first ms | p50 ms | p95 ms |\n|---|---|---|---|")
    for language, text in MESSAGES.items():
        first, *rest = (took(text, language) for _ in range(TIMES))
        rest.sort()
        print(f"| {language} | {first:.1f} | {rest[len(rest) // 2]:.2f} | {rest[int(len(rest) * 0.95)]:.2f} |")


def took(text: str, language: str) -> float:
    began = time.perf_counter()
    understand(text, SAID, language)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
