"""Understands the common things people say, without a model, in a few milliseconds. Pure."""

from cairn.assistant.grammar.alone import TimeAlone, clock_alone, corrects, time_alone
from cairn.assistant.grammar.asking import asked_of
from cairn.assistant.grammar.changing import Chosen, chosen
from cairn.assistant.grammar.commands import LONGEST_WAIT
from cairn.assistant.grammar.doses_named import DoseSaid, dose_said
from cairn.assistant.grammar.intents import (
    AboutMe,
    Agenda,
    Ask,
    Courtesy,
    Done,
    Feeling,
    Help,
    IfThen,
    Intent,
    ListTasks,
    ListToday,
    Next,
    NotThat,
    PastTime,
    Recall,
    Review,
    Smaller,
    Taken,
    TooMuch,
    UndoLast,
    WhenToLeave,
)
from cairn.assistant.grammar.looking_ahead import thing_asked
from cairn.assistant.grammar.reactions import reaction
from cairn.assistant.grammar.things import AddTask, Alter, BeforeEvent, Change, Insistence, Later, Note, Remind, Thought
from cairn.assistant.grammar.twice import which_time
from cairn.assistant.grammar.understanding import booked, understand
from cairn.assistant.grammar.wishes import Automate, BeginRoutine, DoNotDisturb, Focus, Nag, Park, Stop

__all__ = [
    "LONGEST_WAIT",
    "AboutMe",
    "AddTask",
    "Agenda",
    "Alter",
    "Ask",
    "Automate",
    "BeforeEvent",
    "BeginRoutine",
    "Change",
    "Chosen",
    "Courtesy",
    "DoNotDisturb",
    "Done",
    "DoseSaid",
    "Feeling",
    "Focus",
    "Help",
    "IfThen",
    "Insistence",
    "Intent",
    "Later",
    "ListTasks",
    "ListToday",
    "Nag",
    "Next",
    "NotThat",
    "Note",
    "Park",
    "PastTime",
    "Recall",
    "Remind",
    "Review",
    "Smaller",
    "Stop",
    "Taken",
    "Thought",
    "TimeAlone",
    "TooMuch",
    "UndoLast",
    "WhenToLeave",
    "asked_of",
    "booked",
    "chosen",
    "clock_alone",
    "corrects",
    "dose_said",
    "reaction",
    "thing_asked",
    "time_alone",
    "understand",
    "which_time",
]
