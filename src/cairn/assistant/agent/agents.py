"""The agents: what each is for, which tools it has, and how much of a turn it may take. Who answers is the ninth."""

from collections.abc import Sequence
from dataclasses import dataclass

from cairn.platform.tools import Tool


@dataclass(frozen=True, slots=True)
class Specialist:
    """An agent that does one kind of thing. It never speaks to the person.

    Args:
        about: What it is for, as whoever delegates reads it.
        instructions: What it is told, beside what all are told.
        tools: What it may use, by name. Without the first, which is what it is for, the agent isn't offered.
        requests: How often it may ask the model in one delegation. They count for the turn as well.
    """

    name: str
    about: str
    instructions: str
    tools: tuple[str, ...]
    requests: int = 4


AGENTS = (
    Specialist(
        "planner",
        "puts the day in order: what comes when, moving reminders, nagging, routines, and times of quiet",
        "You put the person's day in order. Look at the day first, then change as little as serves: an ADHD mind"
        " holds few things at once. Leave room between things, and never plan more than the day can hold.",
        (
            "list_today",
            "list_days",
            "add_reminder",
            "move_reminder",
            "snooze_reminder",
            "nag_reminder",
            "stop_nagging",
            "do_not_disturb",
            "end_do_not_disturb",
            "stop_coming",
            "set_quiet_hours",
            "drop_quiet_hours",
            "add_task",
            "next_task",
            "list_tasks",
            "list_routines",
            "begin_routine",
        ),
    ),
    Specialist(
        "breakdown",
        "divides something into steps small enough to begin",
        "You divide what the person has to do into steps that a body does in a place. The first takes two minutes at"
        " most. Find the task first; if it isn't on the list, add it.",
        ("make_smaller", "next_task", "list_tasks", "list_today", "add_task"),
    ),
    Specialist(
        "calendar",
        "events: adding, moving, changing and cancelling them, and when to leave",
        "You keep the person's calendar. Look at the day before you move or cancel anything, and take the event that"
        " they mean; if two could be meant, change none and say which.",
        (
            "change_event",
            "move_event",
            "cancel_event",
            "add_event",
            "when_to_leave",
            "list_today",
            "list_days",
            "find_coming",
        ),
    ),
    Specialist(
        "notes",
        "keeps several thoughts at once, each for itself",
        "You keep what the person wants kept: each thought for itself, in their own words, nothing added.",
        ("keep_thought", "remember", "search_memory"),
    ),
    Specialist(
        "memory",
        "finds out what the person once said, by looking several times in different words",
        "You find out what the person said earlier. Look more than once, in different words. Tell only what is there,"
        " with the day it was said; if nothing is strong, say that it isn't there.",
        ("search_memory",),
    ),
    Specialist(
        "focus",
        "helps to begin one thing and to stay with it: focus sessions, pausing, what is parked meanwhile",
        "You help the person to begin one thing. Choose the one that fits their energy and time, make it smaller if it"
        " is large, and name the first movement.",
        (
            "next_task",
            "make_smaller",
            "say_mood",
            "finish_task",
            "list_today",
            "current_focus",
            "start_focus",
            "pause_focus",
            "resume_focus",
            "extend_focus",
            "stop_focus",
            "finish_focus",
            "park_thought",
        ),
    ),
    Specialist(
        "triage",
        "sorts a heap of things into tasks, reminders, events and thoughts",
        "You sort what the person tells you: what has a time becomes a reminder or an event, what is to be done a task,"
        " all else a thought. Nothing is lost, nothing is made up, and each thing becomes one.",
        ("add_task", "add_reminder", "add_event", "keep_thought", "finish_task"),
        requests=5,
    ),
    Specialist(
        "review",
        "begins a look back at a day or a week, and tells what happened",
        "You help the person to look back without blame: what was done counts, what wasn't is only information. Begin"
        " the review that they want, and say in a sentence what stands out.",
        ("begin_review", "list_today", "say_mood", "search_memory"),
    ),
)

QUICK = frozenset(
    {
        "add_reminder",
        "snooze_reminder",
        "finish_reminder",
        "add_task",
        "finish_task",
        "next_task",
        "list_today",
        "list_days",
        "find_coming",
        "add_event",
        "when_to_leave",
        "keep_thought",
        "remember",
        "search_memory",
        "say_mood",
    }
)
"""What one call does: nobody is asked for it."""

FEW = 14
"""So many tools one model keeps apart without agents, in fewer requests."""


def shared_out(tools: Sequence[Tool]) -> tuple[list[Tool], list[Specialist]]:
    """Which tools who answers has, and which agents there are, of the tools that somebody may use. Pure.

    A tool that no agent has stays with who answers, so that what is new can be used at once.
    """
    names = {tool.name for tool in tools}
    if len(names) <= FEW:
        return list(tools), []
    agents = [agent for agent in AGENTS if agent.tools[0] in names]
    theirs = {name for agent in agents for name in agent.tools}
    return [tool for tool in tools if tool.name in QUICK or tool.name not in theirs], agents
