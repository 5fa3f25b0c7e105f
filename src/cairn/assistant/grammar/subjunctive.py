"""What a French sentence has to be done, as it stands on a list: "il faut que j'appelle" is "appeler". Pure."""

import re

from cairn.assistant.grammar.phrase import Setting
from cairn.when.tokens import fold

_IRREGULAR = """
prenne=prendre apprenne=apprendre comprenne=comprendre reprenne=reprendre fasse=faire refasse=refaire aille=aller
mette=mettre remette=remettre rende=rendre vende=vendre descende=descendre attende=attendre réponde=répondre dise=dire
lise=lire écrive=écrire voie=voir revoie=revoir vienne=venir revienne=revenir tienne=tenir sorte=sortir parte=partir
dorme=dormir serve=servir ouvre=ouvrir couvre=couvrir conduise=conduire boive=boire reçoive=recevoir sache=savoir
suive=suivre coure=courir parcoure=parcourir vive=vivre sois=être aie=avoir envoie=envoyer essaie=essayer paie=payer
nettoie=nettoyer perde=perdre recouse=recoudre cuise=cuire produise=produire traduise=traduire
"""
_INFINITIVES = dict(one.split("=") for one in _IRREGULAR.split())
_FOLDED = {fold(typed): meant for typed, meant in _INFINITIVES.items()}
_VERB = re.compile(
    r"(?P<whom>(?:(?:me|te|se|lui|leur|le|la|les|nous|vous|y|en)\s|[mtsl]['’])*)(?P<verb>[\w-]+)(?P<rest>.*)",
    re.DOTALL | re.IGNORECASE,
)
_I = re.compile(r"(?P<that>que )?(?:je |j['’])", re.IGNORECASE)
_THAT = re.compile(r"que(?: je)?\s*\Z")
_EITHER = """
sorte parte serve couvre ouvre suive lise vive aie sois paie envoie essaie nettoie perde cuise dise
"""
_ORDERS = frozenset(_EITHER.split())
"""Forms that may as well be an order or a noun, where they stand alone."""
_CUT = re.compile(r"(?<=e)(ll|tt)e\Z")


def as_infinitive(text: str, setting: Setting, before: str = "") -> str:
    """A French text that begins with what somebody has to do, with its infinitive; others as they are.

    Args:
        before: What stands before it: "il faut que je".
    """
    text = text.strip()
    first = _I.match(text)
    found = _VERB.fullmatch(text[first.end() :] if first is not None else text)
    if not setting.language.startswith("fr") or found is None:
        return text
    that = _THAT.search(fold(before)) is not None or (first is not None and first["that"] is not None)
    verb = fold(found["verb"])
    alone = not before and first is None and verb in _FOLDED and verb not in _ORDERS
    infinitive = _infinitive(found["verb"], setting) if that or alone else None
    return text if infinitive is None else f"{found['whom']}{infinitive}{found['rest']}"


def _infinitive(verb: str, setting: Setting) -> str | None:
    plain = fold(verb)
    if plain in _FOLDED:
        return _FOLDED[plain]
    if plain.endswith("isse"):
        return f"{verb[:-3]}r"
    if not plain.endswith("e"):
        return None
    cut = _CUT.sub(lambda doubled: f"{doubled[1][0]}er", verb)
    soft = re.sub(r"è(\w{1,2}e)\Z", r"e\1", verb)
    choices = [f"{soft}r", cut]
    return next((one for one in choices if fold(one) in setting.lexicon.verbs), f"{soft}r")
