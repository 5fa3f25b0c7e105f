"""Understands the common things people say, without a model, in a few milliseconds. Pure."""

from cairn.assistant.grammar.alone import TimeAlone, clock_alone, corrects, time_alone
from cairn.assistant.grammar.intents import (
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
    Thought,
    UndoLast,
)
from cairn.assistant.grammar.understanding import booked, understand

__all__ = [
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
    "Thought",
    "TimeAlone",
    "UndoLast",
    "booked",
    "clock_alone",
    "corrects",
    "time_alone",
    "understand",
]
