"""Understands the common things people say, without a model, in a few milliseconds. Pure."""

from cairn.assistant.grammar.alone import TimeAlone, clock_alone, corrects, time_alone
from cairn.assistant.grammar.intents import (
    AboutMe,
    AddTask,
    Ask,
    Courtesy,
    Done,
    Help,
    Intent,
    Later,
    ListToday,
    Next,
    Note,
    PastTime,
    Recall,
    Remind,
    Smaller,
    Thought,
    TooMuch,
    UndoLast,
)
from cairn.assistant.grammar.reactions import reaction
from cairn.assistant.grammar.understanding import asked_of, booked, understand

__all__ = [
    "AboutMe",
    "AddTask",
    "Ask",
    "Courtesy",
    "Done",
    "Help",
    "Intent",
    "Later",
    "ListToday",
    "Next",
    "Note",
    "PastTime",
    "Recall",
    "Remind",
    "Smaller",
    "Thought",
    "TimeAlone",
    "TooMuch",
    "UndoLast",
    "asked_of",
    "booked",
    "clock_alone",
    "corrects",
    "reaction",
    "time_alone",
    "understand",
]
