"""Natural-language time: pure, without clock or I/O, usable alone.

`find` reads the times in a sentence, `read` a phrase that is a time and nothing else, `strip` takes them
out; `looking_back` does both with a time gone by. `next_occurrence` and `resolve` keep the time on the wall
right when clocks change, and `Series` tells them ahead; `next_day` and its kin are for what has a day and no hour.
`checked_rule` tells which rules can be kept. `say` and its kin put times back into words.
"""

from cairn.when.checking import UnusableRule, checked_rule
from cairn.when.days import day_after, last_day, next_day
from cairn.when.moment import USUAL_PARTS, DayParts, Grain, Moment, Past
from cairn.when.reading import durations, find, is_feast, leaves_out, looking_back, read, strip
from cairn.when.recurrence import begun, left_out, next_occurrence, occurrences
from cairn.when.saying import say, say_away, say_duration, say_in_full, say_left_out, say_rule, with_its_time
from cairn.when.series import Series
from cairn.when.zones import resolve, shown_twice

__all__ = [
    "USUAL_PARTS",
    "DayParts",
    "Grain",
    "Moment",
    "Past",
    "Series",
    "UnusableRule",
    "begun",
    "checked_rule",
    "day_after",
    "durations",
    "find",
    "is_feast",
    "last_day",
    "leaves_out",
    "left_out",
    "looking_back",
    "next_day",
    "next_occurrence",
    "occurrences",
    "read",
    "resolve",
    "say",
    "say_away",
    "say_duration",
    "say_in_full",
    "say_left_out",
    "say_rule",
    "shown_twice",
    "strip",
    "with_its_time",
]
