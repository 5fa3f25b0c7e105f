"""Zip files that mean no good, or are broken."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.memory.imports.archive import Limits
from cairn.memory.imports.errors import BrokenArchive, NotAnExport, UnpacksTooLarge, Unreadable
from cairn.memory.imports.reading import read
from cairn.platform.errors import CairnError
from tests.memory.imports.made_up import NOTES, as_json, chatgpt, claude, zipped

EXPORT = {"conversations.json": as_json(chatgpt()), "user.json": b'{"id": "u"}', "chat.html": b"<html>"}


def test_an_export_is_found_in_its_zip_whatever_its_file_is_called() -> None:
    bare = list(read(as_json(chatgpt())))
    assert list(read(zipped(EXPORT))) == bare
    assert list(read(zipped({"some/other.JSON": EXPORT["conversations.json"]}))) == bare


def test_an_export_in_several_files_is_read_whole() -> None:
    found = list(read(zipped({"a.json": as_json(claude()), "b.json": as_json(chatgpt()), "README.md": b"Hello"})))
    assert [format_ for format_, _ in found] == ["claude"] * 2 + ["chatgpt"] * 3


def test_a_zip_without_anything_to_read_is_no_export() -> None:
    with pytest.raises(NotAnExport, match="Cairn reads"):
        list(read(zipped({"a.txt": b"x", "b.json": b"{broken"})))
    with pytest.raises(NotAnExport):
        list(read(zipped({})))


def test_an_archive_in_an_archive_is_not_opened_but_told() -> None:
    with pytest.raises(NotAnExport, match="unpack it"):
        list(read(zipped({"inner.zip": zipped(EXPORT)})))


@pytest.mark.parametrize("keep", [4, 60, -30])
def test_a_zip_that_breaks_off_is_told(keep: int) -> None:
    with pytest.raises(BrokenArchive):
        list(read(zipped(EXPORT)[:keep]))


def test_an_export_that_breaks_off_inside_is_told_and_not_half_of_it_taken_for_all() -> None:
    with pytest.raises(Unreadable):
        list(read(zipped({"conversations.json": as_json([*chatgpt(), *chatgpt()])[:-20]})))


def test_a_zip_with_a_password_is_told() -> None:
    packed = bytearray(zipped(EXPORT))
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(start) + flags] |= 1
    with pytest.raises(BrokenArchive):
        list(read(bytes(packed)))


def test_content_that_was_changed_is_told() -> None:
    packed = zipped({"conversations.json": as_json(chatgpt())}, zipfile.ZIP_STORED)
    with pytest.raises(BrokenArchive):
        list(read(packed.replace(b"thistle", b"thimble")))


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(UnpacksTooLarge):
        list(read(zipped({"conversations.json": b" " * 20_000_000})))


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_either() -> None:
    packed = bytearray(zipped({"conversations.json": b" " * 20_000_000}))
    for start, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", packed, packed.index(start) + place, 100)
    with pytest.raises(BrokenArchive):
        list(read(bytes(packed)))


def test_many_files_together_have_a_limit() -> None:
    notes = zipped({f"{number}.md": bytes(range(48, 58)) * 10 for number in range(10)})
    assert len(list(read(notes, limits=Limits(unpacked=1_000)))) == 10
    with pytest.raises(UnpacksTooLarge):
        list(read(notes, limits=Limits(unpacked=999)))
    with pytest.raises(UnpacksTooLarge):
        list(read(notes, limits=Limits(entries=9)))


def test_entries_that_lie_over_one_another_count_each() -> None:
    """A quine of a zip: many names for the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.md", b"0123456789" * 10)
        first = archive.infolist()[0]
        for number in range(1, 10):
            twin = zipfile.ZipInfo(f"{number}.md")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(twin, name, getattr(first, name))
            archive.filelist.append(twin)
    with pytest.raises((UnpacksTooLarge, BrokenArchive)):
        list(read(packed.getvalue(), limits=Limits(unpacked=500)))


@settings(max_examples=300)
@given(st.data())
def test_whatever_is_done_to_a_zip_the_answer_is_one_of_ours(data: st.DataObject) -> None:
    packed = bytearray(zipped(NOTES | EXPORT))
    for _ in range(data.draw(st.integers(1, 6))):
        packed[data.draw(st.integers(4, len(packed) - 1))] = data.draw(st.integers(0, 255))
    detail = refusal(bytes(packed))
    assert detail is None or "Nothing" in detail


def refusal(data: bytes) -> str | None:
    try:
        list(read(data))
    except CairnError as error:
        return error.detail
    return None
