"""The key ring on disk: turned to a new version, and old versions taken out once nothing needs them."""

import base64
import secrets as randomness
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from cairn.app import secrets
from cairn.app.errors import SetupError
from cairn.app.folders import Folders

NEWEST = 255
"""A version is one byte of what it wraps."""

STILL_IN_USE = timedelta(hours=1)
"""What was begun under the version before may still be under way; no unit of work lives that long."""


def rotate(folders: Folders, now: datetime) -> int:
    """Add a version that wraps from now on. Running processes see it the next time that they wrap.

    Raises:
        SetupError: the ring is kept elsewhere, or has no room.
    """
    _expect_ours(folders)
    made = 0

    def turn(known: dict[str, Any]) -> None:
        nonlocal made
        ring = known["key_ring"]
        # Never a number that was used before: a backup may still hold keys that it wrapped.
        made = max([ring.get("last", 0), *map(int, ring["keys"])]) + 1
        if made > NEWEST:
            raise SetupError("The key ring has had 255 versions, and a key has room for no higher number.")
        ring["keys"][str(made)] = base64.b64encode(randomness.token_bytes(secrets.KEY_BYTES)).decode()
        ring |= {"current": made, "last": made, "since": now.isoformat()}

    secrets.change(folders, turn)
    return made


def retire(folders: Folders, version: int, needed: Mapping[int, int], now: datetime) -> None:
    """Take a version out of the ring.

    Args:
        needed: How many stored keys need each version.

    Raises:
        SetupError: something needs it, or may soon; nothing changes.
    """
    _expect_ours(folders)

    def take_out(known: dict[str, Any]) -> None:
        ring = known["key_ring"]
        if str(version) not in ring["keys"]:
            raise SetupError(f"The key ring has no version {version}.")
        if ring["current"] == version:
            raise SetupError(f"Version {version} is the one that wraps. Turn the ring with `cairn keys rotate` first.")
        if count := needed.get(version, 0):
            raise SetupError(
                f"{count} stored {'key needs' if count == 1 else 'keys need'} version {version}. A worker wraps them "
                f"anew; `cairn keys rewrap` does it now."
            )
        since = datetime.fromisoformat(ring["since"]) if "since" in ring else now - STILL_IN_USE
        if now < since + STILL_IN_USE:
            raise SetupError(
                f"The ring was turned less than an hour ago, and something may still be using version {version}. "
                f"Try again after {since + STILL_IN_USE:%H:%M} UTC."
            )
        del ring["keys"][str(version)]

    secrets.change(folders, take_out)


def _expect_ours(folders: Folders) -> None:
    secrets.load(folders)
    if secrets.holds_outside("key_ring"):
        raise SetupError(
            "The key ring comes from the file named by CAIRN_SECRETS, which Cairn only reads. Change `key_ring` there: "
            "a version stays in `keys` while `cairn keys status` counts keys that need it."
        )
