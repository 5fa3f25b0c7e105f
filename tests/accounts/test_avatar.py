"""A picture is made anew from what was sent, is its person's alone, and no file can stall or fill the server."""

import asyncio
import base64
import io
import struct
import zlib

import httpx2
import pytest
from PIL import Image

from cairn.accounts.avatar.picture import LARGEST
from cairn.platform.actor import Actor

AVATAR = "/api/v1/me/avatar"


def picture(kind: str = "PNG", size: tuple[int, int] = (800, 400), **saved: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 40)).save(out, kind, **saved)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few hundred bytes whose head promises 400 million dots."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


def shown(answer: httpx2.Response) -> Image.Image:
    assert answer.headers["content-type"] == "image/webp"
    return Image.open(io.BytesIO(answer.content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_picture_becomes_a_small_square(client: httpx2.AsyncClient, kind: str) -> None:
    assert (await client.get(AVATAR)).status_code == 204
    assert (await client.put(AVATAR, content=picture(kind))).status_code == 204
    made = shown(await client.get(AVATAR))
    assert (made.size, made.format) == ((256, 256), "WEBP")


async def test_it_stands_upright_and_keeps_nothing_of_what_the_file_says_besides(client: httpx2.AsyncClient) -> None:
    turned = Image.new("RGB", (300, 300), (0, 0, 255))
    turned.paste((255, 0, 0), (0, 0, 300, 150))
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    exif[0x010E] = "Rua da Rosa 1, Lisboa"
    out = io.BytesIO()
    turned.save(out, "JPEG", exif=exif, comment=b"Rua da Rosa", icc_profile=b"Rua da Rosa" * 20)
    await client.put(AVATAR, content=out.getvalue())

    answer = await client.get(AVATAR)

    assert b"Rosa" not in answer.content
    made = shown(answer)
    assert not made.getexif()
    assert not {"exif", "icc_profile", "comment"} & set(made.info)
    top = made.convert("RGB").getpixel((128, 20))
    assert isinstance(top, tuple)
    assert top[2] > 200 > 60 > top[0]


@pytest.mark.parametrize("kind", [1, 2, 4, 7, 11])
async def test_odd_words_about_a_picture_dont_keep_it_from_standing_upright(
    client: httpx2.AsyncClient, kind: int
) -> None:
    """Cameras and programs write what they like beside the dots, such as a width that is a text."""
    entries = [struct.pack(">HHI4s", 0x0100, kind, 1, b"ab\0\1"), struct.pack(">HHIHH", 0x0112, 3, 1, 3, 0)]
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 2) + b"".join(entries) + bytes(4)
    half_red = Image.new("RGB", (300, 300), (0, 0, 255))
    half_red.paste((255, 0, 0), (0, 0, 300, 150))
    out = io.BytesIO()
    half_red.save(out, "JPEG", exif=exif)

    assert (await client.put(AVATAR, content=out.getvalue())).status_code == 204

    bottom = shown(await client.get(AVATAR)).convert("RGB").getpixel((128, 230))
    assert isinstance(bottom, tuple)
    red, _, blue = bottom
    assert red > 200 > 50 > blue


async def test_what_was_appended_to_a_picture_is_gone(client: httpx2.AsyncClient) -> None:
    sent = picture() + b"<script>alert(1)</script>"
    assert (await client.put(AVATAR, content=sent)).status_code == 204
    assert b"script" not in (await client.get(AVATAR)).content


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"no picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        picture("GIF"),
        picture("BMP"),
        picture("TIFF"),
        picture()[:60],
        picture("JPEG")[:200],
        picture("WEBP")[:-20],
    ],
    ids=["empty", "text", "svg", "gif", "bmp", "tiff", "cut png", "cut jpeg", "cut webp"],
)
async def test_what_is_no_picture_of_the_three_kinds_is_refused(client: httpx2.AsyncClient, sent: bytes) -> None:
    await client.put(AVATAR, content=picture(size=(10, 10)))
    before = (await client.get(AVATAR)).content
    answer = await client.put(AVATAR, content=sent)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/no-picture")
    assert (await client.get(AVATAR)).content == before


@pytest.mark.parametrize("sent", [bomb(), b"\x00" * (LARGEST + 1)], ids=["unpacks to gigabytes", "too many bytes"])
async def test_what_is_too_large_is_refused_before_it_is_unpacked(client: httpx2.AsyncClient, sent: bytes) -> None:
    assert (await client.put(AVATAR, content=sent)).status_code == 413


async def test_a_browser_that_has_it_is_not_sent_it_again(client: httpx2.AsyncClient) -> None:
    await client.put(AVATAR, content=picture())
    tag = (await client.get(AVATAR)).headers["etag"]
    assert (await client.get(AVATAR, headers={"If-None-Match": tag})).status_code == 304
    await client.put(AVATAR, content=picture(size=(10, 900)))
    await client.put(AVATAR, content=picture("PNG", (64, 64)))
    assert (await client.delete(AVATAR)).status_code == 204
    assert (await client.get(AVATAR, headers={"If-None-Match": tag})).status_code == 204


async def test_many_at_once_leave_one_whole_picture(client: httpx2.AsyncClient) -> None:
    await client.get("/api/v1/me")
    answers = await asyncio.gather(*(client.put(AVATAR, content=picture(size=(40 + n, 40))) for n in range(6)))
    assert {answer.status_code for answer in answers} == {204}
    assert shown(await client.get(AVATAR)).size == (256, 256)


async def test_it_is_exported_and_erased_with_its_person(client: httpx2.AsyncClient, actor: Actor) -> None:
    await client.put(AVATAR, content=picture())
    (accounts,) = (feature for feature in actor.runtime.features if feature.name == "accounts")
    assert accounts.export is not None
    async with actor.work() as work:
        (kept,) = (await accounts.export(work))["avatars"]
    assert base64.b64decode(kept["webp"])[:4] == b"RIFF"
