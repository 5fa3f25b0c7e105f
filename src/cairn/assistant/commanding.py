"""Which words are commands: they say nothing about a life, and can't be the word of a plan."""

from datetime import datetime

from cairn.assistant import grammar
from cairn.assistant.grammar import reactions
from cairn.assistant.grammar.lexicon import SUPPORTED

_COMMANDS = (
    grammar.Next
    | grammar.Alter
    | grammar.TooMuch
    | grammar.ListToday
    | grammar.ListTasks
    | grammar.Agenda
    | grammar.WhenToLeave
    | grammar.UndoLast
    | grammar.Help
    | grammar.Courtesy
    | grammar.Later
    | grammar.DoNotDisturb
    | grammar.Stop
    | grammar.Nag
    | grammar.Feeling
    | grammar.Review
    | grammar.Focus
    | grammar.Automate
    | grammar.BeginRoutine
)
_OTHERS = grammar.NotThat | grammar.Taken | grammar.Smaller | grammar.Park | grammar.AboutMe | grammar.IfThen


def is_command(text: str, at: datetime, locale: str) -> bool:
    """Whether words say nothing about the person's life: "next", "undo", "thanks", "at 4pm".

    Args:
        at: When they are said, aware, in the person's zone.
    """
    if grammar.time_alone(text, at, locale) is not None or grammar.reaction(text, locale):
        return True
    meant = grammar.understand(text, at, locale)
    return all(isinstance(one, _COMMANDS) or _of_what_is_there(one) for one in meant)


def _of_what_is_there(one: grammar.Intent) -> bool:
    if isinstance(one, grammar.Change):
        return one.explicit
    return isinstance(one, grammar.Done | grammar.Smaller) and not one.words


class Spoken:
    """Fulfils the `Commands` of plans: a word that means something in any language is no word of a plan."""

    def takes(self, words: str, now: datetime, locale: str) -> bool:
        return any(self._takes(words, now, language) for language in {*SUPPORTED, locale})

    def _takes(self, words: str, now: datetime, language: str) -> bool:
        decides = reactions.decision(words, language) is not None
        meant = grammar.understand(words, now, language)
        return decides or is_command(words, now, language) or all(isinstance(one, _OTHERS) for one in meant)
