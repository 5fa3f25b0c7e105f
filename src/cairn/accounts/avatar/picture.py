"""What was sent, made anew: nothing of the file itself is kept, so nothing can hide in it."""

import io
import warnings

import structlog
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from cairn.accounts.avatar.errors import NoPicture, PictureTooLarge

SIDE = 256
LARGEST = 2 * 1024 * 1024
MOST_DOTS = 16_000_000
"""A file of a few bytes can unpack to gigabytes: how large it is says its head, before anything is unpacked."""

FORMATS = ("PNG", "JPEG", "WEBP")

log = structlog.get_logger()

# Pillow's own `exif_transpose` writes everything that the file says of itself anew, which fails where that is odd.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def remade(sent: bytes) -> bytes:
    """A square WebP of the middle of a picture, upright, without metadata. Takes up to half a second: use a thread.

    Raises:
        NoPicture: it is none of the three kinds, or is broken.
        PictureTooLarge: it would take too much room.
    """
    if len(sent) > LARGEST:
        raise PictureTooLarge
    try:
        # What the file says about itself besides its dots is nobody's business.
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(sent), formats=FORMATS) as found:
            if found.width * found.height > MOST_DOTS:
                raise PictureTooLarge
            found.draft("RGB", (2 * SIDE, 2 * SIDE))  # a JPEG is unpacked no larger than needed
            square = ImageOps.fit(_upright(found).convert("RGBA"), (SIDE, SIDE))
    except Image.DecompressionBombError as error:
        raise PictureTooLarge from error
    # A broken file fails in as many ways as there are parts of it.
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, OverflowError) as error:
        raise NoPicture from error
    clean = Image.new("RGBA", (SIDE, SIDE))
    clean.paste(square)
    out = io.BytesIO()
    clean.save(out, "WEBP", quality=85)
    return out.getvalue()


def _upright(found: Image.Image) -> Image.Image:
    """A picture turned as its camera says it was held; as it is where that can't be read."""
    try:
        turn = _UPRIGHT.get(found.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception as error:  # noqa: BLE001  # its dots may be fine, in whatever way the rest is broken
        log.info("picture.unreadable_turn", error=type(error).__name__)
        turn = None
    return found if turn is None else found.transpose(turn)
