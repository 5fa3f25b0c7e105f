"""Ciphertext that is moved, changed, replayed or of an unknown make opens for nobody."""

from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts.models import EMAIL, NAME, WRAPPED
from cairn.platform.actor import Actor
from cairn.platform.crypto import NONCE, Cell, DataKey, KeyRing, Unreadable, Versions
from cairn.platform.runtime import Runtime
from tests.conftest import NewPerson

ANA, BEN = uuid4(), uuid4()


def _ring(*versions: int) -> KeyRing:
    return KeyRing(Versions({n: bytes([n]) * 32 for n in versions}, max(versions)), index_key=bytes(32))


@pytest.mark.parametrize(
    "elsewhere",
    [
        Cell("users", "email", str(BEN), str(ANA)),
        Cell("users", "email", str(ANA), str(BEN)),
        Cell("users", "name", str(ANA), str(ANA)),
        Cell("phones", "email", str(ANA), str(ANA)),
    ],
    ids=["another row", "another person", "another column", "another table"],
)
def test_a_value_opens_in_its_own_cell_alone(elsewhere: Cell) -> None:
    key = DataKey.fresh()
    sealed = key.seal("ana@example.org", EMAIL.of(ANA))
    assert key.open(sealed, EMAIL.of(ANA)) == "ana@example.org"
    with pytest.raises(Unreadable):
        key.open(sealed, elsewhere)


def test_the_parts_of_a_cell_cannot_run_into_one_another() -> None:
    with pytest.raises(ValueError, match="bar"):
        Cell("users|email", "x", "row", "person")


def test_any_flipped_bit_is_noticed() -> None:
    key = DataKey.fresh()
    sealed = key.seal("Ana", NAME.of(ANA))
    for place in range(len(sealed)):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[place] ^= 1 << bit
            with pytest.raises(Unreadable):
                key.open(bytes(changed), NAME.of(ANA))


def test_any_flipped_bit_of_a_wrapped_key_is_noticed() -> None:
    ring = _ring(1, 2)
    _, wrapped = ring.new_data_key("person_keys|wrapped|1")
    for place in range(len(wrapped)):
        changed = bytearray(wrapped)
        changed[place] ^= 1
        with pytest.raises(Unreadable):
            ring.unwrap(bytes(changed), "person_keys|wrapped|1")


@pytest.mark.parametrize("cut", range(31))
def test_what_is_too_short_is_refused(cut: int) -> None:
    key = DataKey.fresh()
    sealed = key.seal("", NAME.of(ANA))
    with pytest.raises(Unreadable):
        key.open(sealed[:cut], NAME.of(ANA))
    with pytest.raises(Unreadable):
        _ring(1).unwrap(bytes([1]) * cut, "person_keys|wrapped|1")


@pytest.mark.parametrize("form", [0, 3, 255])
def test_an_unknown_format_is_refused(form: int) -> None:
    key = DataKey.fresh()
    sealed = key.seal("Ana", NAME.of(ANA))
    with pytest.raises(Unreadable, match="format"):
        key.open(bytes([form]) + sealed[1:], NAME.of(ANA))


def test_a_newer_value_cannot_be_passed_off_as_one_of_the_first_release() -> None:
    """The older format binds no person, so whoever could relabel a value could move it between people."""
    key = DataKey.fresh()
    sealed = key.seal("Ana", NAME.of(ANA))
    with pytest.raises(Unreadable):
        key.open(b"\x01" + sealed[3:], NAME.of(ANA))


def test_what_the_first_release_sealed_is_still_read() -> None:
    key = DataKey({1: bytes(range(32))})
    # Made by that release, with a nonce of zeros: `users|name|` and the id as associated data.

    old = (
        b"\x01" + bytes(12) + AESGCM(bytes(range(32))).encrypt(bytes(12), "Ána".encode(), f"users|name|{ANA}".encode())
    )
    assert key.open(old, NAME.of(ANA)) == "Ána"
    with pytest.raises(Unreadable):
        key.open(old, NAME.of(BEN))
    wrapped = b"\x01" + bytes(12) + AESGCM(bytes([1]) * 32).encrypt(bytes(12), bytes(range(32)), b"here")
    assert _ring(1, 2).unwrap(wrapped, "here") == key


def test_a_version_that_is_not_in_the_ring_is_refused() -> None:
    _, wrapped = _ring(1, 2).new_data_key("here")
    with pytest.raises(Unreadable, match="version 2"):
        _ring(1).unwrap(wrapped, "here")


def test_a_wrapped_key_of_one_person_is_of_no_use_to_another() -> None:
    ring = _ring(1)
    _, wrapped = ring.new_data_key(WRAPPED.place(ANA))
    with pytest.raises(Unreadable):
        ring.unwrap(wrapped, WRAPPED.place(BEN))


def test_no_nonce_comes_twice() -> None:
    key, ring = DataKey.fresh(), _ring(1)
    values = {key.seal("the same", NAME.of(ANA))[3 : 3 + NONCE] for _ in range(20_000)}
    keys = {ring.wrap(key, "here")[1 : 1 + NONCE] for _ in range(20_000)}
    assert (len(values), len(keys)) == (20_000, 20_000)


def test_equal_words_look_unlike() -> None:
    key = DataKey.fresh()
    assert key.seal("Ana", NAME.of(ANA)) != key.seal("Ana", NAME.of(ANA))


def test_a_fingerprint_tells_nothing_beyond_its_own_column() -> None:
    ring = _ring(1)
    purposes = ["email", "letters.to_index", "phones.number_index", "phones.number"]
    assert len({ring.blind_index("+351 912 345 678", purpose) for purpose in purposes}) == len(purposes)
    assert ring.blind_index("+351", "phones.number_index") == _ring(1, 2).blind_index("+351", "phones.number_index")


def test_no_key_shows_in_what_is_printed() -> None:
    key, ring = DataKey({1: b"k" * 32}), _ring(1)
    told = repr(key) + repr(ring) + repr(ring.newest()) + str(vars(ring).keys())
    assert "kkkk" not in told
    assert "\\x01" not in told


@pytest.mark.parametrize(
    "move",
    [
        "update users set name_cipher = (select name_cipher from users where id = :other) where id = :me",
        "update users set name_cipher = email_cipher where id = :me",
        "update person_keys set wrapped = (select wrapped from person_keys where user_id = :other) where user_id = :me",
        "update users set name_cipher = set_byte(name_cipher, 20, get_byte(name_cipher, 20) # 1) where id = :me",
    ],
    ids=["from another person", "from another column", "another person's key", "a bit flipped"],
)
async def test_what_was_moved_in_the_database_is_not_shown(runtime: Runtime, person: NewPerson, move: str) -> None:
    """Whoever can write to the database alone can break a value, but not put one in another's place."""
    me, other = await person(name="Ana"), await person(name="Ben")
    async with runtime.system() as work:
        await work.session.execute(text(move), {"me": me.user_id, "other": other.user_id})
    with pytest.raises(Unreadable):
        await _name(me)
    assert await _name(other) == "Ben"
    async with runtime.system() as work:
        await work.session.execute(text("delete from users where id = :me"), {"me": me.user_id})


async def _name(actor: Actor) -> str:
    async with actor.work() as work:
        return await accounts.name_of(work, work.user_id)
