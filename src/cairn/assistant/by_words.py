"""A reminder that is meant by some of its words."""

from uuid import UUID

from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.when.tokens import fold

_LINKS = frozenset(
    ["the", "and", "for", "with", "about", "los", "las", "una", "del", "con", "para", "les", "des", "une", "mon"]
)


async def reminder_named(work: UnitOfWork, words: str, *, whole: bool = False) -> UUID | None:
    """The open reminder that shares most words with these.

    Args:
        whole: It has to have all of them: "call Ana" isn't "call Pedro".
    """
    page = await reminders.listing(work, PageQuery(limit=200))
    there = [item for item in page.items if not whole or _content(words) <= _content(item.text)]
    ids = {item.id for item in there}
    there = [item for item in there if item.ahead_of not in ids]  # those go with it
    scored = [(len(_content(words) & _content(item.text)), -place, item.id) for place, item in enumerate(there)]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best is not None and best[0] else None


def shares_words(words: str, text: str) -> bool:
    return bool(_content(words) & _content(text))


def _content(text: str) -> set[str]:
    return {word for word in fold(text).replace("'", " ").split() if len(word) > 2} - _LINKS
