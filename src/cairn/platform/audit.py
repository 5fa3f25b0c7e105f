"""The vocabulary of the audit trail: each feature declares the actions it writes, with their meaning in plain words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Audited:
    """What one action means, in the languages that people read: a few words that fit whoever did it.

    Args:
        account: It belongs to what happened to an account (a way in, a right, a secret), and not to what a person did
            with their things.
    """

    en: str
    es: str
    fr: str
    pt: str
    account: bool = False

    def says(self, locale: str) -> str:
        return {"es": self.es, "fr": self.fr, "pt": self.pt}.get(locale, self.en)


Audits = Mapping[str, Audited]
"""Actions, `resource.verb`, and what each means."""

ACCESS_REFUSED = "access.refused"
PAGE_REFUSED = "page.refused"
PERSON_READ = "person.read"

PLATFORM: Audits = {
    ACCESS_REFUSED: Audited(
        "Something was asked for that this account may not do",
        "Se pidió algo que esta cuenta no puede hacer",
        "Quelque chose a été demandé que ce compte ne peut pas faire",
        "Foi pedido algo que esta conta não pode fazer",
        account=True,
    ),
    PAGE_REFUSED: Audited(
        "A request that came from another website was refused",
        "Se rechazó una petición que venía de otro sitio web",
        "Une requête venue d'un autre site a été refusée",
        "Foi recusado um pedido que vinha de outro site",
        account=True,
    ),
    PERSON_READ: Audited(
        "Something shared was looked at",
        "Se miró algo compartido",
        "Quelque chose de partagé a été regardé",
        "Algo partilhado foi visto",
        account=True,
    ),
}
"""What the platform writes itself."""


class Undeclared(RuntimeError):
    """An action was audited that no feature declares. Add it to the `audits` of the feature that writes it."""

    def __init__(self, action: str) -> None:
        super().__init__(
            f"The action {action!r} is not declared: add it to the `audits` of the feature that writes it."
        )


class Vocabulary:
    """Every feature's actions."""

    def __init__(self, contributions: Iterable[Audits]) -> None:
        self._words: dict[str, Audited] = {}
        for audits in (PLATFORM, *contributions):
            for action, meaning in audits.items():
                if not _WORD.fullmatch(action):
                    raise ValueError(f"The action {action!r} doesn't read `resource.verb`.")
                if action in self._words:
                    raise ValueError(f"The action {action!r} is declared twice.")
                self._words[action] = meaning

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def known(self, action: str) -> str:
        """The action itself.

        Raises:
            Undeclared: a fault of the program that writes it.
        """
        if action not in self._words:
            raise Undeclared(action)
        return action

    def says(self, action: str, locale: str) -> str:
        """What an action means; the word itself if it was written by a version that knew more."""
        found = self._words.get(action)
        return found.says(locale) if found else action

    def of_accounts(self) -> list[str]:
        """The actions that belong to what happened to an account."""
        return sorted(action for action, meaning in self._words.items() if meaning.account)
