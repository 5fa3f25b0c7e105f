"""Feasts that tell what kind of thing something is, and not when: "christmas dinner", "presentes de natal". Pure."""

import re
from collections.abc import Mapping

from cairn import when
from cairn.when import Moment
from cairn.when.tokens import fold

_OF = re.compile(r"(?:d[eoa]s?|d['’])(?:\s|(?<=['’]))")
_LEADS = re.compile(r"\b(?:on|at|for|by|before|until|till|after|over|around|during|since|next|this|last)\s+\Z")
_FOLLOWING = """
and or but at by for in on with to from until till we i you they he she my our the a an is are was then please
this next last morning afternoon evening night eve day week weekend off holiday holidays
"""
_AFTER = frozenset(_FOLLOWING.split())
"""Words behind a feast that it says nothing of."""
_WHERE = re.compile(r"\s+(?:at|with|in|en|con|chez|avec|a|na|no|com|em|la)\s")
"""Behind a feast that is kept somewhere, or with somebody."""
_BOUGHT: Mapping[str, str] = {
    "en": r"(?:i |we )?(?:need to |have to |must |should |gotta )?(?:buy|get|order|wrap|make|write|send|choose|find"
    r"|plan|organi[sz]e|book|decorate|put up|bake)\b",
    "es": r"(?:tengo que |hay que )?(?:compra|pedi|envolve|hace|escribi|envia|manda|elegi|busca|planea|organiza"
    r"|decora|pone|prepara)r?\b",
    "fr": r"(?:je dois |il faut )?(?:achete|commande|emballe|fai|ecri|envoye|choisi|trouve|planifie|organise"
    r"|decore|prepare)r?e?\b",
    "pt": r"(?:tenho (?:de|que) |preciso (?:de )?)?(?:compra|encomenda|embrulha|faze|escreve|envia|manda|escolhe"
    r"|procura|planea|organiza|decora|prepara)r?\b",
}
"""What is done to a thing before its feast, and not on it."""


def is_kind(moment: Moment, text: str, tag: str) -> bool:
    """Whether a time found in a text is a feast that says of which kind the thing before or behind it is."""
    begins, ends = moment.span
    if not when.is_feast(text[begins:ends], tag):
        return False
    if not text[:begins].strip() and _WHERE.match(fold(text[ends:])):
        return True  # "christmas at mom's"
    if tag != "en":
        return _OF.match(fold(text[begins:ends])) is not None and text[:begins].rstrip()[-1:].isalnum()
    follows = re.match(r"\s+([a-z]+)", fold(text[ends:]))
    return follows is not None and follows[1] not in _AFTER and _LEADS.search(fold(text[:begins])) is None


def is_got(text: str, tag: str) -> bool:
    """Whether a text opens with what is done ahead of a feast: "buy christmas presents" is for no day."""
    return re.match(_BOUGHT[tag], fold(text)) is not None
