"""Whether somebody asks to be reminded of what isn't named: "remind me about it at 4pm", "remind me at 4". Pure."""

import re
from typing import Literal

from cairn.assistant.grammar.phrase import Setting, bare, opened, timed
from cairn.when.tokens import fold

_BETWEEN = " ,.;:!-–—"
_IT = re.compile(
    r"(?:about |of )?(?:it|this|that)(?: again)?|(?:de )?(?:eso|esto)|d[ie]ss[oa]|d[ie]sto|(?:de )?(?:ca|cela)|"
)
"""What was just named, or nothing."""
_REMINDS = {
    "en": r"remind me(?: again)?",
    "es": r"recuerdame(?:lo|la)?|recordarmelo",
    "fr": r"rappelle[- ](?:l[ea][- ])?moi",
    "pt": r"lembra-m[eo]|lembre-me|me lembr[ae]",
}
"""To be reminded, and nothing else; "wake me" and "set an alarm" are about themselves."""
_NAMES_IT = re.compile(r"recuerdame(?:lo|la)|recordarmelo|rappelle[- ]l[ea][- ]moi|lembra-mo")


def bare_reminder(part: str, setting: Setting) -> bool:
    """Whether a part asks to be reminded at a time, and not of what."""
    after = opened(setting.lexicon.remind, _without_time(part, setting))
    return after is not None and _IT.fullmatch(fold(after).strip(_BETWEEN)) is not None


def about_it(part: str, title: str, setting: Setting) -> Literal["", "it", "bare"]:
    """What a reminder is about that has this title, if it has any of its own.

    Args:
        part: All that was said.
    """
    if title.strip(_BETWEEN) and _IT.fullmatch(fold(title).strip(_BETWEEN)):
        return "it"
    said = fold(_without_time(part, setting)).strip(_BETWEEN)
    base = setting.language.partition("-")[0]
    if re.fullmatch(_REMINDS.get(base, _REMINDS["en"]), said) is None:
        return ""
    return "it" if _NAMES_IT.fullmatch(said) else "bare"


def _without_time(part: str, setting: Setting) -> str:
    return bare(timed(bare(part, setting.lexicon), setting).rest, setting.lexicon)
