"""Spanish."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.reactions import Words

_NO = r"(?:(?:no|que va|oye|espera|eh|perdon|pero|bueno|cairn)[,. ]+)*"

WORDS = Words(
    wrong=rf"{_NO}(?:(?:eso|esto) (?:no (?:es|era|esta) (?:asi|verdad|cierto|correcto|bien|eso|lo correcto)|esta mal|es (?:falso|mentira|incorrecto|un error)|es erroneo)|no (?:es|era) (?:asi|verdad|cierto|correcto)|no es eso|esta mal|(?:es )?(?:falso|mentira|incorrecto)|te equivocas|estas equivocad[oa]|(?:yo )?(?:no|nunca) (?:he dicho|dije) eso|ese no soy yo|esa no soy yo|yo no|no soy yo|eso no|lo tienes mal|quita eso)",
    no=r"(?:no|que va|no del todo)",
    over=rf"{_NO}(?:(?:yo )?ya no(?: (?:\w+ ){{0,3}}(?:ahi|alli|alla|aqui|eso|esa|ese|ellos|ella|el|lo))?|ya no es (?:asi|verdad|cierto)|eso ya no(?: es (?:asi|verdad|cierto))?|eso (?:era|fue) antes|eso ha cambiado|eso cambio|eso se acabo|ahora no|eso ya paso|(?:yo )?ya no (?:vivo|trabajo|estudio|tomo|hago|estoy)(?: (?:ahi|alli|alla|aqui|eso))?)",
    forget=rf"{_NO}(?:por favor,? |puedes )*(?:olvida(?:lo|la|te de eso| eso| esto| lo que (?:dije|he dicho|te dije)|te)?|borra(?:lo|la| eso| esto)?|elimina(?:lo| eso| esto)|(?:olvida|borra) {{which}})(?:,? por favor| para siempre)*",
    why=rf"{_NO}(?:por que (?:lo )?(?:crees|piensas|dices)(?: eso| esto)?|por que|como (?:lo )?sabes(?: eso)?|de donde (?:lo )?(?:sacas|sabes|has sacado)(?: eso)?|quien (?:lo dice|ha dicho eso|dijo eso|te lo ha dicho)|cuando (?:dije|he dicho) eso|(?:yo )?(?:dije|he dicho) eso)",
    about_me=r"(?:(?:y|oye|cairn|por favor)[, ]+)*(?:que (?:sabes|recuerdas|has aprendido)(?: tu)? (?:de|sobre|acerca de) mi(?: hasta ahora)?|quien soy(?: yo)?|que tienes sobre mi|mi perfil|muestra(?:me)? mi perfil|que hay en mi perfil|dime (?:que|lo que) sabes de mi)",
    against=r"no|que va|eso (?:no es (?:asi|verdad|cierto|correcto)|esta mal)|no es (?:asi|verdad|cierto|correcto)|mal|en realidad|perdon|espera|quiero decir|mas bien|correccion|falso|ya no",
    no_value=r"(?:muchas )?gracias|(?:lo )?se|(?:ni )?idea|importa|pasa nada|nada|hace falta|(?:esta )?bien|vale|ok|verdad|cierto|correcto|luego|mas tarde",
    yes=r"(?:si|vale|ok|claro|dale|hazlo|hazlos|adelante|de acuerdo|por favor)(?:[,. ]+(?:si|hazlo|por favor|gracias|adelante|claro))*",
    leave=r"(?:no|mejor no|dejalo(?: asi)?|no lo hagas|da igual|olvidalo)(?:[,. ]+(?:no|gracias|mejor no|dejalo|no lo hagas))*",
    first=r"(?:el|la|lo)? ?primer[oa]?|1|uno|una",
    second=r"(?:el|la|lo)? ?(?:segund[oa]|ultim[oa]|otr[oa])|2|dos",
    third=r"(?:el|la|lo)? ?tercer[oa]?|3|tres",
    every=r"todo(?: eso)?|tod[oa]s|amb[oa]s|l[oa]s dos",
    both=r"amb[oa]s|l[oa]s dos(?: son correct[oa]s| son verdad)?|l[oa]s dos cosas",
    neither=r"ningun[oa](?: de (?:l[oa]s )?(?:dos|ell[oa]s))?|ni (?:un[oa] ni otr[oa]|lo uno ni lo otro)",
    it_is=r"es|era|son|en|a|(?:lo|la) (?:correct[oa]|buen[oa]) es|se llama",
    before=r"\b(?:justo )?antes (?:de que |de(?:l)? (?=\w))(?P<event>[^?]+?)\s*\??\s*$",
    happened=r"\b(?:fue|fui|tuve|tuvo|era|estuve|hice|me mude|empece|termine|deje|paso|operaron|\w+(?:aron|ieron))\b",
    moved=r"\bmudar(?:me|nos)\b|\bme mud(?:e|ara|ase)\b|\bnos mudamos\b|\bmudanza\b|\bme cambi(?:e|ara) de (?:casa|piso|ciudad)|\bcambiarme de (?:casa|piso|ciudad)",
)
