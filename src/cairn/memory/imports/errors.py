"""What can go wrong with a file that somebody brings in. Each is said before anything of it is kept."""

from cairn.platform.errors import Invalid, TooLarge


class NotAnExport(Invalid):
    """This isn't an export that Cairn can read. Nothing was imported."""


class Unreadable(Invalid):
    """This file breaks off, or isn't JSON in UTF-8 all through. Nothing was imported. Fetch it again."""


class BrokenArchive(Invalid):
    """This zip file is damaged or locked with a password. Nothing was imported. Fetch or pack it again."""


class BadRecord(Invalid):
    """This Cairn export holds something that can't be kept. Nothing was imported."""


class NothingInside(Invalid):
    """There is nothing to import in this file."""


class UnpacksTooLarge(TooLarge):
    """This zip file unpacks to more than we take at once. Nothing of it was imported. Try it in parts."""
