"""What is left of an address, a number or a name where somebody should recognise it and nobody should learn it."""

import re

ADDRESS = re.compile(r"[^\s<>\"'(),;:=]{1,64}@[^\s<>\"'(),;:]{1,255}")
"""An e-mail address inside other words; rather too much than too little."""

NUMBER = re.compile(r"(?<![\w+])(?:\+|00)[1-9](?:[ ().\-/]{0,2}\d){7,14}(?!\d)")
"""A telephone number in its international form, with whatever people put between the digits."""

SHOWN = 2
"""How many digits at the end of a number stay: enough to tell one's own numbers apart."""


def address(value: str) -> str:
    """`a***@example.org`: the first letter and the domain."""
    name, at, domain = value.rpartition("@")
    # A name of one letter would be told whole.
    return f"{name[:1] if len(name) > 1 else ''}***{at}{domain}" if at else "***"


def phone(value: str) -> str:
    """`+351 *** *** *12`: the country, as far as its sign and spaces show it, and the last two digits."""
    digits = [place for place, sign in enumerate(value) if sign.isdigit()]
    if len(digits) < 3 * SHOWN:
        return "***"
    country = re.match(r"\+\d{1,3}(?=[ \-(])", value)
    hidden = [place for place in digits[:-SHOWN] if country is None or place >= country.end()]
    return "".join("*" if place in hidden else sign for place, sign in enumerate(value))


def id_number(value: str) -> str:
    """`*********12`: the last two signs of what a document, a card or an account is known by."""
    signs = [place for place, sign in enumerate(value) if sign.isalnum()]
    if len(signs) < 3 * SHOWN:
        return "***"
    hidden = signs[:-SHOWN]
    return "".join("*" if place in hidden else sign for place, sign in enumerate(value))


def blank(words: str) -> str:
    """Words in which no address and no telephone number is left."""
    if "@" in words:
        words = ADDRESS.sub("(address)", words)
    return NUMBER.sub("(number)", words)
