"""Every sentence of a reply, in every language Cairn speaks; a module for each language."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module

SUPPORTED = ("en", "es", "fr", "pt")


@dataclass(frozen=True)
class Phrases:
    """The sentences of one language. Names in braces are filled in.

    Args:
        booked: A reminder, from its title and moment.
        booked_often: A repeating one, from its title, its rule and its first moment.
        read_back: A guess about a time, from what was heard and the clock time it was taken for.
        moved: A reminder that was put right, from its title and its moment.
        when_instead: Asked when a time was wrong and none was given, or one that has passed.
        passed: A time that has passed, from the title and the moment.
        passed_meanwhile: A time that passed between saying and arriving.
        found: Opens an answer from memory, from its topic and the moment it was said.
        found_plain: The same without a topic.
        nothing_changed: Told when a model's claim was held back and nothing was done.
    """

    booked: str
    booked_often: str
    read_back: str
    task_added: str
    task_done: str
    reminder_done: str
    comes_again: str
    snoozed: str
    moved: str
    kept: str
    caught: str
    other: str
    when_remind: str
    when_instead: str
    when_instead_past: str
    passed: str
    passed_meanwhile: str
    no_later_past: str
    nothing_ringing: str
    nothing_open: str
    not_found: str
    undone: str
    undone_nothing: str
    undo_refused: str
    found: str
    found_plain: str
    found_more: str
    not_there: str
    today_empty: str
    today_opens: str
    all_day: str
    already_done: str
    next_one: str
    next_none: str
    help: str
    hello: str
    thanks: str
    agreed: str
    no_model: str
    model_away: str
    model_slow: str
    model_silent: str
    nothing_changed: str
    refused: str
    failed: str


@cache
def phrases(locale: str) -> Phrases:
    base = locale.split("-", maxsplit=1)[0].lower()
    found = import_module(f"{__name__}.{base if base in SUPPORTED else 'en'}").PHRASES
    assert isinstance(found, Phrases)
    return found
