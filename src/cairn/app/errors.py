"""What keeps Cairn from starting, said so that a person can put it right."""


class SetupError(Exception):
    """Something outside the program must change first; the message says what, and how."""

    exit_code = 1


class AlreadyRunning(SetupError):
    """Another `cairn up` holds this data folder."""

    exit_code = 3
