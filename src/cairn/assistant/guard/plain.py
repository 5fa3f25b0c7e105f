"""One plain spelling for the many ways a sentence can be dressed up."""

import re
import unicodedata

TICK = "\x01"
"""Stands for every mark that says "done" or "booked" by itself: ticks, calendars, bells."""

_TICKS = "✅✔☑✓🗹🗓📅📆⏰⏱🔔🛎📌📍💾📝🗒📋🆗👍👌🙌"
# Letters of other alphabets that look like ours. NFKC leaves them alone, since they are not the same letter.
_LOOKALIKES = str.maketrans(
    {
        **dict(zip("аеіорсухѕјһԁԛԝӏвкмнтгп", "aeiopcyxsjhdqwlbkmhtrn", strict=True)),
        **dict(zip("АЕІОРСУХЅЈНВКМТ", "aeiopcyxsjhbkmt", strict=True)),
        **dict(zip("αεικνορτυχγωηβμ", "aeiknoptuxywnbm", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True)),
        **dict(zip("ıłøđħŧ", "ilodht", strict=True)),
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "＇": "'", "′": "'",
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
        "“": '"', "”": '"', "«": '"', "»": '"', "…": "...",
        "œ": "oe", "æ": "ae", "ß": "ss",
    }
)  # fmt: skip
_SPACED_OUT = re.compile(r"(?<!\w)\w(?:[ .\-_·*]{1,2}\w){3,}(?!\w)")
_DECORATION = re.compile(r"[*_#>~|\\^=•●▪◦‣⁃]+")


def plain(sentence: str) -> str:
    """Lower case, unaccented, without decoration, one space between words; ticks become `TICK`."""
    text = unicodedata.normalize("NFKC", sentence.translate(_LOOKALIKES)).translate(_LOOKALIKES)
    text = "".join(_letter(character) for character in unicodedata.normalize("NFD", text))
    text = text.casefold().translate(_LOOKALIKES)
    text = text.replace("e-mail", "email")
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = _SPACED_OUT.sub(lambda run: re.sub(r"[^\w]", "", run[0]), text)
    text = _DECORATION.sub(" ", text)
    return re.sub(r"\s+", " ", text).strip()


def _letter(character: str) -> str:
    if character in _TICKS:
        return f" {TICK} "
    category = unicodedata.category(character)
    if category == "Cf" or category == "Mn" or (category == "Cc" and character not in "\n\t"):
        return ""  # zero-width characters and accents
    if category in ("So", "Sk", "Cn", "Co"):
        return " "
    return character
