"""The secrets that live beside the database and never in it: made once, kept with mode 600."""

import base64
import binascii
import json
import os
import secrets as randomness
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cairn.app.environment import variable
from cairn.app.errors import SetupError
from cairn.app.folders import Folders
from cairn.app.locks import FileLock
from cairn.platform.crypto import KeyRing, Versions
from cairn.push.service import VapidKey, new_secret

KEY_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """Everything Cairn must know that the database must not hold. It has no readable repr on purpose."""

    superuser_password: str
    owner_password: str
    app_password: str
    system_password: str
    key_ring: KeyRing
    token_pepper: bytes
    push_key: bytes


def given() -> Path | None:
    """The file named by CAIRN_SECRETS."""
    path = variable("CAIRN_SECRETS")
    return Path(path) if path else None


def load(folders: Folders) -> Secrets:
    """Read the secrets, making those that are missing; processes that do so at once agree.

    What the JSON file named by CAIRN_SECRETS holds goes before what the data folder holds.

    Raises:
        SetupError: a file is damaged, open to others, or gone while its database is still there.
    """
    outside = _outside()
    kept = _read(folders.secrets)
    if _missing(kept | outside):
        kept = _complete(folders, outside)
    return _parse(kept | outside, folders)


def versions(folders: Folders) -> Versions:
    """The key ring's versions as they are in the files now."""
    known = _read(folders.secrets) | _outside()
    try:
        return _versions(known["key_ring"])
    except _NOT_AS_WRITTEN:
        raise _damaged(folders.secrets) from None


def change(folders: Folders, how: Callable[[dict[str, Any]], None]) -> None:
    """Change what the data folder holds: alone, and all at once or not at all."""
    with FileLock(folders.root / "secrets.lock").hold():
        kept = _read(folders.secrets)
        how(kept)
        _write(folders, kept)


def holds_outside(name: str) -> bool:
    """Whether a secret comes from the file named by CAIRN_SECRETS, which Cairn only reads."""
    return name in _outside()


def _outside() -> dict[str, Any]:
    path = given()
    return _read(path) if path else {}


def _text() -> str:
    return randomness.token_urlsafe(KEY_BYTES)


def _key() -> str:
    return base64.b64encode(randomness.token_bytes(KEY_BYTES)).decode()


def _push_key() -> str:
    return base64.b64encode(new_secret()).decode()


def _first_ring() -> dict[str, Any]:
    return {"current": 1, "keys": {"1": _key()}}


MAKERS: dict[str, Callable[[], Any]] = {
    "superuser_password": _text,
    "owner_password": _text,
    "app_password": _text,
    "system_password": _text,
    "key_ring": _first_ring,
    "blind_index_key": _key,
    "token_pepper": _key,
    "push_key": _push_key,
}


def _missing(known: dict[str, Any]) -> list[str]:
    return [name for name in MAKERS if name not in known]


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read()
    except FileNotFoundError:
        if variable("CAIRN_SECRETS") == str(path):
            raise SetupError(f"CAIRN_SECRETS names {path}, which is not there.") from None
        return {}
    except OSError as fault:
        raise SetupError(f"The secrets in {path} cannot be read: {fault.strerror}.") from fault
    if mode & 0o077:
        raise SetupError(f"Other users can read the secrets in {path}. Close it with `chmod 600 {path}`.")
    try:
        known = json.loads(content)
    except ValueError:
        known = None
    if not isinstance(known, dict):
        raise _damaged(path)
    return known


def _complete(folders: Folders, outside: dict[str, Any]) -> dict[str, Any]:
    """Make the missing secrets under a lock, so that two processes never keep different ones."""
    path = folders.root / "secrets.lock"
    with FileLock(path).hold():
        _hand_over(path, folders)
        kept = _read(folders.secrets)
        missing = _missing(kept | outside)
        if not missing:
            return kept
        if (folders.postgres / "PG_VERSION").exists() and not folders.secrets.exists():
            raise SetupError(
                f"The database in {folders.postgres} is there, but its secrets in {folders.secrets} are "
                f"gone, and new ones could not open it. Put the file back from your backup."
            )
        kept |= {name: MAKERS[name]() for name in missing}
        _write(folders, kept)
        return kept


def _write(folders: Folders, known: dict[str, Any]) -> None:
    """Replace the file in one step that survives a loss of power."""
    fresh = folders.root / f".secrets.{os.getpid()}"
    fresh.unlink(missing_ok=True)
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "w") as file:
        json.dump(known, file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    _hand_over(fresh, folders)
    fresh.rename(folders.secrets)
    folder = os.open(folders.root, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _hand_over(path: Path, folders: Folders) -> None:
    """Give a file that root wrote to whoever owns the folders that Cairn made: its processes read it."""
    if os.geteuid() == 0:
        owner = (folders.mail if folders.mail.exists() else folders.root).stat()
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)


_NOT_AS_WRITTEN = (KeyError, TypeError, ValueError, AttributeError, binascii.Error)


def _parse(known: dict[str, Any], folders: Folders) -> Secrets:
    try:
        ring = KeyRing(
            _versions(known["key_ring"]),
            index_key=_bytes(known["blind_index_key"]),
            look=_Watch(folders),
        )
        return Secrets(
            superuser_password=_password(known["superuser_password"]),
            owner_password=_password(known["owner_password"]),
            app_password=_password(known["app_password"]),
            system_password=_password(known["system_password"]),
            key_ring=ring,
            token_pepper=_bytes(known["token_pepper"]),
            push_key=_private_key(known["push_key"]),
        )
    except _NOT_AS_WRITTEN:
        raise _damaged(folders.secrets) from None


def _versions(ring: dict[str, Any]) -> Versions:
    keys = {int(version): _bytes(key) for version, key in ring["keys"].items()}
    if ring["current"] not in keys:
        raise KeyError(ring["current"])
    return Versions(keys, ring["current"])


class _Watch:
    """Tells the ring's versions, and reads the files again only when one of them is another than before."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._seen: list[tuple[int, int, int] | None] = []
        self._found: Versions | None = None

    def __call__(self) -> Versions:
        # Looked at before it is read: what changes in between is found the next time.
        seen = [_state(path) for path in (self._folders.secrets, given()) if path]
        if self._found is None or seen != self._seen:
            self._found = versions(self._folders)
            self._seen = seen
        return self._found


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _password(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _bytes(value: str) -> bytes:
    key = base64.b64decode(value, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError
    return key


def _private_key(value: str) -> bytes:
    secret = _bytes(value)
    VapidKey(secret)  # raises what isn't one
    return secret


def _damaged(path: Path) -> SetupError:
    return SetupError(
        f"The secrets in {path} are damaged. Put the file back from your backup: new ones could not read your data."
    )
