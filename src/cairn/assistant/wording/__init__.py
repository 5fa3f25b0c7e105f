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
        which_time_of_two: Which of two moments is meant that clocks which go back show alike.
        read_back: A guess about a time, from what was heard and the clock time it was taken for.
        read_back_day: The same on a day that is neither today nor tomorrow.
        moved: A reminder that was put right, from its title and its moment.
        when_instead: Asked when a time was wrong and none was given, or one that has passed.
        smaller: Of a task that was divided; its first step follows. `first_step` tells that of a new one.
        passed: A time that has passed, from the title and the moment.
        passed_meanwhile: A time that passed between saying and arriving.
        found: Opens an answer from memory, from its topic and the moment it was said.
        found_plain: The same without a topic.
        found_noted: The same where not all of it was said by the person.
        fact_said: A fact as a sentence, when it was said and in which words; `fact_by_hand` when a hand wrote it.
        fact_said_more: The same above several quotes. `fact_until`: one that ended.
        leave_at: When to leave for what comes next; `leave_no_way` when it has no way to it.
        not_now: Told when only what was so before is known. `because` opens what an answer rests on.
        which_is_right: Asked once about two things that can't both be so.
        proposed: Asks whether something may be done, told in full; `proposed_read` and its kin say why.
        model_limit: Told when a model was stopped; `model_circles` likewise, and `model_spent` when its day is over.
        stopped: Told when the person ended it.
        done_stands: Said after these where something was done before.
        nothing_changed: Told when a model's claim was held back and nothing was done.
    """

    booked: str
    booked_often: str
    read_back: str
    read_back_day: str
    which_time_of_two: str
    task_added: str
    smaller: str
    first_step: str
    task_put_off: str
    task_done: str
    reminder_done: str
    comes_again: str
    snoozed: str
    moved: str
    moved_task: str
    mood_said: str
    review_begun: str
    automation_added: str
    automation_paused: str
    automation_resumed: str
    plan_added: str
    plan_added_arrival: str
    plan_began: str
    plan_paused: str
    plan_resumed: str
    kept: str
    caught: str
    other: str
    dose_taken: str
    dose_taken_then: str
    dose_skipped: str
    dose_was_taken: str
    dose_was_skipped: str
    dose_not_noted: str
    routine_begun: str
    routine_then: str
    routine_last: str
    task_skipped: str
    when_remind: str
    which_event: str
    which_routine: str
    which_kind: str
    which_time: str
    no_such_event: str
    stays_there: str
    none_open: str
    kind_event: str
    kind_reminder: str
    kind_task: str
    task_removed: str
    time_cancelled: str
    not_on_that_day: str
    when_instead: str
    when_instead_past: str
    passed: str
    passed_meanwhile: str
    no_later_past: str
    nothing_ringing: str
    stands_later: str
    nothing_open: str
    not_found: str
    which_is_it: str
    only_on_list: str
    undone: str
    as_it_was: str
    undone_forgotten: str
    undone_nothing: str
    undo_refused: str
    found: str
    found_plain: str
    found_more: str
    found_noted: str
    not_there: str
    event_added: str
    event_cancelled: str
    leave_at: str
    ready_at: str
    leave_by: str
    leave_had_to: str
    leave_no_way: str
    leave_nothing: str
    today_empty: str
    today_opens: str
    ahead_opens: str
    ahead_empty: str
    ahead_more: str
    comes_on: str
    all_day: str
    already_done: str
    next_one: str
    next_none: str
    list_after: str
    list_more: str
    too_much: str
    help: str
    hello: str
    thanks: str
    agreed: str
    no_model: str
    model_away: str
    model_slow: str
    model_silent: str
    model_limit: str
    model_circles: str
    stopped: str
    done_stands: str
    model_spent: str
    nothing_changed: str
    proposed: str
    proposed_read: str
    proposed_final: str
    proposed_unattended: str
    left_alone: str
    refused: str
    failed: str
    fact_said: str
    fact_by_hand: str
    fact_said_more: str
    fact_until: str
    not_now: str
    because: str
    because_by_hand: str
    because_nothing: str
    about_nothing: str
    about_more: str
    denied_fact: str
    what_instead: str
    ended_fact: str
    corrected: str
    set_aside: str
    forgotten: str
    settled: str
    nothing_meant: str
    which_is_wrong: str
    what_is_wrong: str
    forget_which: str
    forget_much: str
    which_is_right: str
    by_fact: str
    focus_none: str
    focus_left: str
    focus_runs: str


@cache
def phrases(locale: str) -> Phrases:
    base = locale.split("-", maxsplit=1)[0].lower()
    found = import_module(f"{__name__}.{base if base in SUPPORTED else 'en'}").PHRASES
    assert isinstance(found, Phrases)
    return found
