"""`cairn when` and `cairn understand`, as a program that checks them calls them."""

import io
import json
from typing import Any

import pytest

from cairn.app.cli import main

AT = "2026-11-26T12:00:00+00:00"


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    def asked(command: str, lines: str, *options: str) -> list[dict[str, Any]]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        assert main([command, "--at", AT, *options]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return asked


def test_each_phrase_is_answered_by_a_line(ask: Any) -> None:
    hour, rule, nothing, empty = ask("when", "amanhã às 15h\ntodas as segundas às 9\nblá\n\n", "--language", "pt")
    assert hour == {
        "text": "amanhã às 15h",
        "moment": "2026-11-27T15:00:00+00:00",
        "end": None,
        "grain": "hour",
        "rrule": None,
        "sure": True,
    }
    assert rule["rrule"] == "FREQ=WEEKLY;BYDAY=MO"
    assert nothing == {"text": "blá", "moment": None, "end": None, "grain": None, "rrule": None, "sure": None}
    assert empty["text"] == ""


def test_a_zone_is_where_the_hours_are_meant(ask: Any) -> None:
    (found,) = ask("when", "at 3pm\n", "--zone", "America/New_York")
    assert found["moment"] == "2026-11-26T15:00:00-05:00"


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("call mom at 5, buy milk, and idea: red bike", ["reminder", "task", "note"]),
        ("meeting with Ana from 3 to 5 tomorrow", ["event"]),
        ("dinner with Rui friday at 8pm for 2 hours", ["event"]),
        ("remember that the key is under the stone", ["memory"]),
        ("I live in Porto", ["note"]),
        ("what did I say about the dentist?", ["recall"]),
        ("call the plumber yesterday at 9", ["ask"]),
        ("hello", ["note"]),
        ("that soup has too much salt", ["note"]),
    ],
)
def test_each_thing_in_a_sentence_has_its_kind(ask: Any, said: str, kinds: list[str]) -> None:
    (found,) = ask("understand", f"{said}\n")
    assert [one["kind"] for one in found["found"]] == kinds


def test_an_event_has_its_end(ask: Any) -> None:
    (event,) = ask("understand", "meeting with Ana from 3 to 5 tomorrow\n")[0]["found"]
    assert event == {
        "kind": "event",
        "title": "Meeting with Ana",
        "moment": "2026-11-27T15:00:00+00:00",
        "end": "2026-11-27T17:00:00+00:00",
        "rrule": None,
        "command": None,
        "sure": False,
    }


@pytest.mark.parametrize(
    ("said", "language", "command"),
    [
        ("done", "en", "done"),
        ("later", "en", "later"),
        ("snooze 25", "en", "snooze 25"),
        ("adiar 15", "pt", "snooze 15"),
        ("snooze 2 hours", "en", "snooze 120"),
        ("later today", "en", "later"),
        ("snooze until tomorrow", "en", "later"),
        ("next", "en", "next"),
        ("today", "en", "today"),
        ("undo", "en", "undo"),
        ("help", "en", "help"),
        ("no, thursday", "en", "correct"),
        ("too much", "en", "too much"),
        ("es demasiado", "es", "too much"),
        ("je suis débordée", "fr", "too much"),
        ("é muita coisa", "pt", "too much"),
    ],
)
def test_a_command_is_named(ask: Any, said: str, language: str, command: str) -> None:
    (found,) = ask("understand", f"{said}\n", "--language", language)
    assert [(one["kind"], one["command"]) for one in found["found"]] == [("command", command)]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--at", "noon"],
        ["--at", "2026-11-26T12:00:00"],
        ["--at", "9999-12-31T23:00:00+00:00"],
        ["--zone", "Atlantis/Capital"],
    ],
)
def test_a_moment_or_zone_that_is_none_is_told(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["when", *wrong])
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_an_hour_that_comes_twice_is_not_sure(ask: Any) -> None:
    said = "remind me at 01:30 on 31 october 2027 to call Ana\nremind me at 03:30 on 31 october 2027 to call Ana\n"
    twice, once = (one["found"][0] for one in ask("understand", said, "--zone", "Europe/Lisbon"))
    assert (twice["sure"], once["sure"]) == (False, True)
