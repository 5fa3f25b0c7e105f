"""Two times of which one is meant, "at 5 or 6": neither is taken, and both stay in the words. Pure."""

import re
from collections.abc import Sequence

from cairn.when import Moment
from cairn.when.tokens import fold

_AT = r"(?:(?:at|on|a|as?|aos?|al|las?|el|le|na|no|em|vers|around|about)\s+)*"
_OR = re.compile(rf"\s*,?\s*(?:or|o|u|ou)\s+(?:else\s+)?{_AT}")
_HOUR = re.compile(r"\d{1,2}(?:[:h.]\d{2}|\s?h)?(?:\s?[ap]\.?m\b\.?)?(?!\w|[:.,]\d)(?!\s*(?:%|€|[a-z]+s\b))")
_HOUR_BEFORE = re.compile(rf"(?<![\w.,:])\d{{1,2}}(?:[:h]\d{{2}}|\s?h)?\s+(?:or|o|u|ou)\s+{_AT}\Z")


def either_of(text: str, found: Sequence[Moment], chosen: Sequence[Moment]) -> bool:
    """Whether one of the places of the time that was chosen is one of two between which "or" stands."""
    folded = fold(text)
    for place in chosen:
        start, end = place.span
        joint = _OR.match(folded, end)
        if joint is not None and (
            _HOUR.match(folded, joint.end()) or any(end < one.span[0] <= joint.end() <= one.span[1] for one in found)
        ):
            return True
        before = [one for one in found if one.span[1] <= start]
        if any(_OR.fullmatch(folded[one.span[1] : start] + " ") for one in before):
            return True
        if _HOUR_BEFORE.search(folded[:start]) and folded[start:end].lstrip()[:1].isdigit():
            return True
    return False
