"""What people say in one line is understood without a model."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.assistant.grammar import (
    AddTask,
    Ask,
    Courtesy,
    Done,
    Focus,
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
    understand,
)

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=LISBON)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=LISBON)


def meant(text: str, language: str = "en") -> Intent:
    intents = understand(text, NOW, language)
    assert len(intents) == 1, intents
    return intents[0]


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("remind me to call the dentist tomorrow at 3pm", "Call the dentist", at(25, 15)),
        ("remind me tomorrow at 3pm to call the dentist", "Call the dentist", at(25, 15)),
        ("Can you remind me in 20 minutes to take the pizza out, please?", "Take the pizza out", at(24, 12, 20)),
        ("tomorrow call mum at 3pm", "Call mum", at(25, 15)),
        ("dentist tomorrow at 3pm", "Dentist", at(25, 15)),
        ("I have a dentist appointment tomorrow at 3pm", "Dentist appointment", at(25, 15)),
        ("I need to call mum at 6pm", "Call mum", at(24, 18)),
        ("I'll call mum at 5pm", "Call mum", at(24, 17)),
        ("don't forget to water the plants tonight", "Water the plants", at(24, 21)),
        ("The meeting is tomorrow at 3", "The meeting", at(25, 15)),
        ("set a reminder for 3pm to call Ana", "Call Ana", at(24, 15)),
        ("wake me up at 7", "Wake me up", at(25, 7)),
        ("remind me on friday to pay rent", "Pay rent", at(27, 9)),
    ],
)
def test_a_time_makes_a_reminder_with_the_persons_own_words(text: str, title: str, when: datetime) -> None:
    intent = meant(text)
    assert isinstance(intent, Remind)
    assert (intent.title, intent.when, intent.rrule) == (title, when, None)


def test_a_guess_about_a_time_is_known_to_be_one() -> None:
    guess, named = meant("call mom at 5"), meant("call mom at 5pm")
    assert isinstance(guess, Remind)
    assert isinstance(named, Remind)
    assert (guess.sure, guess.heard) == (False, "at 5")
    assert named.sure


def test_a_repeating_time_keeps_its_rule() -> None:
    intent = meant("remind me every weekday at 9 to stand up")
    assert isinstance(intent, Remind)
    assert (intent.title, intent.rrule) == ("Stand up", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("buy milk", "Buy milk", None),
        ("call Ana and Rui", "Call Ana and Rui", None),
        ("buy bread and butter", "Buy bread and butter", None),
        ("I need to call mum", "Call mum", None),
        ("add milk to my list", "Milk", None),
        ("todo: fix the bike", "Fix the bike", None),
        ("dentist on friday", "Dentist", at(27, 0)),
        ("email Rui the contract by friday", "Email Rui the contract", at(27, 0)),
        ("buy milk, eggs and bread tomorrow", "Buy milk, eggs and bread", at(25, 0)),
    ],
)
def test_a_thing_to_do_is_a_task_and_a_date_alone_its_day(text: str, title: str, due: datetime | None) -> None:
    assert meant(text) == AddTask(title, due)


def test_a_length_is_an_estimate_and_not_a_time() -> None:
    assert meant("read for 20 minutes") == AddTask("Read", estimate=timedelta(minutes=20))


def test_a_reminder_without_a_time_is_kept_and_asks_for_one() -> None:
    assert meant("remind me to call mum") == AddTask("Call mum", wants_time=True)


@pytest.mark.parametrize("text", ["remind me yesterday at 5 to call", "remind me today at 9am to call"])
def test_a_time_that_has_passed_is_never_booked_silently(text: str) -> None:
    intent = meant(text)
    assert isinstance(intent, PastTime)
    assert intent.when < NOW


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("remember that Ana likes lilies", "Ana likes lilies"),
        ("note to self: passport expires in june", "Passport expires in june"),
        ("Ana's birthday is 4 May", "Ana's birthday is 4 May"),
        ("I'm allergic to penicillin", "I'm allergic to penicillin"),
        ("I met Ana yesterday at 5", "I met Ana yesterday at 5"),
        ("Book club was great", "Book club was great"),
    ],
)
def test_what_is_told_is_a_note(text: str, kept: str) -> None:
    assert meant(text) == Note(kept)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what did I say about the dentist?", "the dentist"),
        ("where is my passport?", "my passport"),
        ("what's the wifi code", "the wifi code"),
        ("do you remember the wifi code?", None),
        ("when did I last see Ana?", None),
        ("remind me what I said about Ana", "Ana"),
    ],
)
def test_a_question_about_the_past_is_recall(text: str, topic: str | None) -> None:
    intent = meant(text)
    assert isinstance(intent, Recall)
    assert topic is None or intent.topic == topic


def test_a_question_about_a_past_time_searches_in_that_time() -> None:
    intent = meant("what did I say about the dentist last week?")
    assert isinstance(intent, Recall)
    assert (intent.since, intent.until, intent.topic) == (at(16, 0), at(23, 0), "the dentist")


@pytest.mark.parametrize("text", ["what is the capital of France?", "how do I start?", "what do you think?"])
def test_another_question_is_only_asked(text: str) -> None:
    assert meant(text) == Ask(text)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("today", ListToday()),
        ("what's on today?", ListToday()),
        ("next", Next()),
        ("What's next?", Next()),
        ("This is too much", TooMuch()),
        ("I'm overwhelmed.", TooMuch()),
        ("I feel overwhelmed", TooMuch()),
        ("focus 25", Focus("start", 25)),
        ("foco 25", Focus("start", 25)),
        ("help me get started", Smaller("", "help me get started")),
        ("ayúdame a empezar", Smaller("", "ayúdame a empezar")),
        ("aide-moi à commencer", Smaller("", "aide-moi à commencer")),
        ("ajuda-me a começar", Smaller("", "ajuda-me a começar")),
        ("drop off the books", AddTask("Drop off the books")),
        ("me siento abrumada", TooMuch()),
        ("je me sens dépassée", TooMuch()),
        ("sinto-me sobrecarregado", TooMuch()),
        ("done", Done("", "done")),
        ("DONE!", Done("", "DONE!")),
        ("done with the dentist", Done("the dentist", "done with the dentist")),
        ("undo", UndoLast()),
        ("help", Help()),
        ("thanks!", Courtesy("thanks")),
        ("later", Later(at(24, 13), "", "later")),
        ("snooze", Later(at(24, 12, 10), "", "snooze")),
        ("snooze 10 minutes", Later(at(24, 12, 10), "", "snooze 10 minutes")),
        ("snooze until tomorrow morning", Later(at(25, 9), "", "snooze until tomorrow morning")),
        ("snooze the dentist until 5pm", Later(at(24, 17), "the dentist", "snooze the dentist until 5pm")),
        ("milk", Thought("Milk")),
    ],
)
def test_commands_and_single_words(text: str, intent: Intent) -> None:
    found = meant(text)
    if isinstance(found, Thought):
        assert found.text.casefold() == text
    else:
        assert found == intent


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("call mom at 5, buy milk", ["Call mom", "Buy milk"]),
        ("buy milk and call mum", ["Buy milk", "Call mum"]),
        ("buy milk\ncall mum at 5pm\npay rent on friday", ["Buy milk", "Call mum", "Pay rent"]),
        ("pick up Leo from school at 4 and buy stamps", ["Pick up Leo from school", "Buy stamps"]),
        ("remind me to call mum at 5 and to buy milk at 6", ["Call mum", "Buy milk"]),
        ("remind me to call mum and buy milk at 5", ["Call mum and buy milk"]),
        ("remind me at 5 to call mum and buy milk", ["Call mum and buy milk"]),
        ("- buy milk\n- call mum", ["Buy milk", "Call mum"]),
    ],
)
def test_things_said_in_one_breath_come_apart_only_where_each_stands(text: str, titles: list[str]) -> None:
    found = understand(text, NOW, "en")
    assert [intent.title for intent in found if isinstance(intent, Remind | AddTask)] == titles
    assert len(found) == len(titles)


def test_what_is_told_beside_something_booked_is_kept() -> None:
    booked, told = understand("dentist at 3, and I always forget how long the bus takes", NOW, "en")
    assert isinstance(booked, Remind)
    assert told == Note("I always forget how long the bus takes")


@pytest.mark.parametrize(
    ("language", "text", "title", "when"),
    [
        ("es", "recuérdame llamar al dentista mañana a las 15:00", "Llamar al dentista", at(25, 15)),
        ("es", "tengo que pagar el alquiler el viernes", "Pagar el alquiler", at(27, 0)),
        ("fr", "rappelle-moi d'appeler le dentiste demain à 15h", "Appeler le dentiste", at(25, 15)),
        ("fr", "je dois payer le loyer vendredi", "Payer le loyer", at(27, 0)),
        ("pt", "lembra-me de ligar ao dentista amanhã às 15h", "Ligar ao dentista", at(25, 15)),
        ("pt", "comprar leite", "Comprar leite", None),
        ("pt", "remind me to call mum tomorrow at 3pm", "Call mum", at(25, 15)),
    ],
)
def test_other_languages_book_and_list(language: str, text: str, title: str, when: datetime | None) -> None:
    intent = meant(text, language)
    assert isinstance(intent, Remind | AddTask)
    assert intent.title == title
    assert (intent.when if isinstance(intent, Remind) else intent.due) == when


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "¿qué dije del dentista?", Recall),
        ("es", "recuerda que Ana odia los lirios", Note),
        ("es", "deshacer", UndoLast),
        ("es", "más tarde", Later),
        ("fr", "qu'est-ce que j'ai dit sur le dentiste ?", Recall),
        ("fr", "note que Ana aime les lys", Note),
        ("fr", "aujourd'hui", ListToday),
        ("fr", "fait", Done),
        ("pt", "onde está o meu passaporte?", Recall),
        ("pt", "anota que a Ana gosta de lírios", Note),
        ("pt", "desfazer", UndoLast),
        ("pt", "feito", Done),
    ],
)
def test_other_languages_ask_note_and_command(language: str, text: str, kind: type[Intent]) -> None:
    assert isinstance(meant(text, language), kind)


@settings(max_examples=150)
@given(st.text(min_size=1, max_size=300), st.sampled_from(["en", "es", "fr", "pt"]))
def test_whatever_is_typed_means_something(text: str, language: str) -> None:
    assert understand(text, NOW, language)


@pytest.mark.parametrize(
    "text", ["word " * 2_000, "buy milk\n" * 1_100, "a" * 10_000, ", and " * 1_600, "((((" * 2_500]
)
def test_a_long_text_is_kept_whole(text: str) -> None:
    intent = meant(text)
    assert isinstance(intent, Thought | Note)
    assert intent.text.strip() == text.strip()


def test_words_are_read_where_and_when_they_were_said() -> None:
    tokyo = datetime(2026, 11, 24, 12, 0, tzinfo=UTC).astimezone(ZoneInfo("Asia/Tokyo"))
    (intent,) = understand("call the bank at 10pm", tokyo, "en")
    assert isinstance(intent, Remind)
    assert intent.when.astimezone(UTC) == datetime(2026, 11, 24, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("doctor's appointment on 3 December at 10:30", Remind),
        ("isabel called about the invoice", Note),
        ("don't forget the milk", AddTask),
        ("don't I have a meeting?", Ask),
    ],
)
def test_a_word_that_only_begins_like_a_question_asks_nothing(text: str, kind: type) -> None:
    (found,) = understand(text, NOW, "en")

    assert isinstance(found, kind)
