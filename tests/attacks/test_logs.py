"""What a traceback in the log doesn't tell."""

import pytest
import structlog
from fastapi.exceptions import ResponseValidationError
from pydantic import BaseModel

from cairn.mail.errors import MailNotTaken
from cairn.platform.telemetry import hide_secrets, hide_words

WORDS = "forty,\nsince my divorce"


class Dose(BaseModel):
    milligrams: int


def _logged(error: Exception) -> str:
    entry = structlog.processors.format_exc_info(None, "error", {"event": "failed", "exc_info": error})
    return str(hide_words(None, "error", entry)["exception"])


def test_no_address_of_a_letter() -> None:
    try:
        try:
            raise OSError("550 5.1.1 <ana.lima+adhd@example.org>: Recipient address rejected")
        except OSError as error:
            raise MailNotTaken(f"The mail server won't take it now: {error}") from error
    except MailNotTaken as error:
        told = _logged(error)
    assert "example.org" not in told
    assert "ana.lima" not in told
    assert "Recipient address rejected" in told


def test_no_value_that_failed_a_check() -> None:
    said = {"milligrams": WORDS}
    with pytest.raises(ValueError, match="milligrams") as raised:
        Dose.model_validate(said)
    told = _logged(raised.value)
    assert "divorce" not in told
    assert "milligrams" in told


def test_no_answer_that_failed_a_check() -> None:
    error = {"type": "int_type", "loc": ("text",), "msg": "not an integer", "input": {"text": "since my divorce"}}
    told = _logged(ResponseValidationError([error]))
    assert "divorce" not in told
    assert "not an integer" in told


def test_nothing_under_a_name_that_means_a_secret() -> None:
    entry = hide_secrets(None, "info", {"refresh_token": "abc", "Cookie": "abc", "method": "GET"})
    assert set(entry.values()) == {"(hidden)", "GET"}
