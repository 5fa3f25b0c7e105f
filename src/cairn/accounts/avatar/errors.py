"""What can go wrong with a picture."""

from cairn.platform.errors import Invalid, TooLarge


class NoPicture(Invalid):
    """This can't be read as a picture. PNG, JPEG and WebP work."""


class PictureTooLarge(TooLarge):
    """This picture is too large. Up to 2 MB and 16 million dots work."""
