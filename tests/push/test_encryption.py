"""What is sent can be opened by its browser and by nobody else, and its length says little."""

import base64
import secrets

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from hypothesis import given
from hypothesis import strategies as st

from cairn.push.encryption import LARGEST, TooLong, encrypt, sealed
from tests.push.push_server import Browser, unpacked


def test_the_example_of_the_standard_comes_out_as_printed() -> None:
    """RFC 8291, section 5: these keys are the standard's own, printed there for everybody."""
    own = unpacked("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")  # pragma: allowlist secret
    ours = derive_private_key(int.from_bytes(own, "big"), SECP256R1())
    point = unpacked("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
    auth, salt = unpacked("BTBZMqHH6r4Tts7J_aSIgg"), unpacked("DGv6ra1nlYgDCS1FRnbzlw")
    plain = b"When I grow up, I want to be a watermelon\x02"
    body = sealed(plain, point, auth, ours, salt)
    printed = (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlml"  # pragma: allowlist secret
        "MoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4M"  # pragma: allowlist secret
        "qgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"  # pragma: allowlist secret
    )
    assert base64.urlsafe_b64encode(body).rstrip(b"=").decode() == printed


@given(st.binary(max_size=LARGEST))
def test_any_content_is_read_as_it_was_written(content: bytes) -> None:
    browser = Browser("https://push.example.org/1")
    body = encrypt(content, browser.point, browser.auth)
    assert browser.opened(body) == content
    assert len(body) <= 4096


@pytest.mark.parametrize(("shorter", "longer"), [(0, 1024), (1025, LARGEST)])
def test_messages_of_unlike_length_look_alike(shorter: int, longer: int) -> None:
    browser = Browser("https://push.example.org/1")
    lengths = {len(encrypt(b"x" * size, browser.point, browser.auth)) for size in (shorter, longer)}
    assert len(lengths) == 1


def test_the_same_words_never_look_the_same() -> None:
    browser = Browser("https://push.example.org/1")
    assert encrypt(b"same", browser.point, browser.auth) != encrypt(b"same", browser.point, browser.auth)


def test_another_browser_cannot_open_it() -> None:
    mine, other = Browser("https://push.example.org/1"), Browser("https://push.example.org/2")
    body = encrypt(b"for me", mine.point, mine.auth)
    with pytest.raises(InvalidTag):
        other.opened(body)
    mine.auth = secrets.token_bytes(16)
    with pytest.raises(InvalidTag):
        mine.opened(body)


def test_more_than_fits_is_not_cut_off_in_silence() -> None:
    browser = Browser("https://push.example.org/1")
    with pytest.raises(TooLong):
        encrypt(b"x" * (LARGEST + 1), browser.point, browser.auth)
