"""What Schemathesis does beside its own checks: somebody else's ids in every path, and nothing of theirs in any answer.

It is loaded by Schemathesis (see `scripts/fuzz.py`), which has a virtual environment of its own.
"""

import itertools
import json
import os
from pathlib import Path
from typing import Any

import schemathesis

THEIRS: dict[str, Any] = json.loads(Path(os.environ["CAIRN_FUZZ_THEIRS"]).read_text(encoding="utf-8"))
"""Ids by the name that they have in paths, and a word that stands in all of the third person's things."""

_turn = itertools.count()


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Every second request for one thing asks for the third person's; few keep the key that was made up for them."""
    turn = next(_turn)
    if turn % 4:
        # Short keys come again and again, and would be refused before anything else is looked at.
        case.headers.pop("Idempotency-Key", None)
    if turn % 2:
        for name in THEIRS["ids"].keys() & (case.path_parameters or {}).keys():
            case.path_parameters[name] = THEIRS["ids"][name]


@schemathesis.check
def nothing_of_others(context: Any, response: Any, case: Any) -> None:
    """A thing of somebody else is not there, whatever is asked of it."""
    asked = set((case.path_parameters or {}).values()) & set(THEIRS["ids"].values())
    assert not (asked and response.status_code < 400), (
        f"{case.method} {case.formatted_path} did something with somebody else's thing: {response.status_code}"
    )
    # A picture is no text.
    assert THEIRS["word"].encode() not in response.content, (
        f"{case.method} {case.formatted_path} shows somebody else's words"
    )
