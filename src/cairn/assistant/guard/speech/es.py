"""Spanish, with the forms of tú and of usted."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.guard.speech import Speech, alternatives

_AR = [
    "apunt",
    "anot",
    "agend",
    "program",
    "reserv",
    "guard",
    "cre",
    "agreg",
    "registr",
    "marc",
    "cancel",
    "borr",
    "elimin",
    "cambi",
    "actualiz",
    "envi",
    "mand",
    "llam",
    "avis",
    "complet",
    "termin",
    "acab",
    "arregl",
    "organiz",
    "prepar",
    "configur",
    "activ",
    "confirm",
    "coloc",
    "dej",
    "encarg",
    "ocup",
    "aplaz",
    "tom",
    "pag",
    "compr",
    "orden",
    "notific",
    "bloque",
    "ajust",
    "grab",
    "memoriz",
    "almacen",
    "agreg",
    "ingres",
    "cre",
    "retras",
    "adelant",
    "quit",
    "sum",
    "mand",
    "contact",
    "alert",
    "asegur",
    "solucion",
    "gestion",
    "tramit",
    "paus",
    "desactiv",
    "modific",
    "recuerd",
    "record",
    "salv",
    "plane",
    "planific",
    "fij",
    "incorpor",
    "list",
]
_ER_IR = "añad met escrib inclu mov resolv recib inscrib".replace("ñ", "n").split()
_IRREGULAR_PAST = (
    "puse pusimos hice hicimos pedi pospuse dispuse movi incluimos inclui anadi meti escribi resolvi añadi dije tuve"
)
_IRREGULAR_PART = "puest[oa]s? hech[oa]s? escrit[oa]s? pospuest[oa]s? resuelt[oa]s? dich[oa]s? inscrit[oa]s? dispuest[oa]s? list[oa]s?"
_IRREGULAR_PRESENT = "pongo hago muevo recuerdo incluyo pospongo anado añado meto escribo resuelvo"
_IRREGULAR_FUTURE = "pondre pondremos hare haremos recordare movere pospondre tendre"


def _before_e(stem: str) -> str:
    return {"c": stem[:-1] + "qu", "g": stem + "u", "z": stem[:-1] + "c"}.get(stem[-1], stem)


_PAST = " ".join([*(f"{_before_e(s)}e {s}amos" for s in _AR if s != "list"), _IRREGULAR_PAST])
_PART = " ".join([*(f"{s}ad[oa]s?" for s in _AR if s != "list"), *(f"{s}id[oa]s?" for s in _ER_IR), _IRREGULAR_PART])
_PRES = " ".join([*(f"{s}o {s}amos" for s in _AR if s not in ("list", "record", "recuerd")), _IRREGULAR_PRESENT])
_FUT = " ".join([*(f"{s}are {s}aremos" for s in _AR), *(f"{s}ere {s}ire {s}iremos" for s in _ER_IR), _IRREGULAR_FUTURE])
_INF = " ".join([*(f"{s}ar" for s in _AR), *(f"{s}[ei]r" for s in _ER_IR), "poner hacer posponer tener"])
_GER = " ".join(
    [*(f"{s}ando" for s in _AR), *(f"{s}iendo" for s in _ER_IR), "poniendo haciendo posponiendo incluyendo"]
)

SPEECH = Speech(
    slots={
        "PAST": alternatives(_PAST),
        "PART": alternatives(_PART),
        "PRES": alternatives(_PRES),
        "FUT": alternatives(_FUT),
        "INF": alternatives(_INF),
        "GER": alternatives(_GER),
        "CL": r"te|lo|la|los|las|le|les|se|me|nos|os|yo|ya|tambien|ahora|mismo|asi que|te lo|se lo",
        "ADV": r"ya|ahora|tambien|bien|todo|correctamente|perfectamente|debidamente|recien|justo|mismo|siempre|oficialmente|exitosamente|automaticamente|con exito|sin problema",
        "THING": r"recordatorios?|alarmas?|tareas?|eventos?|citas?|reuniones|reunion|notas?|avisos?|alertas?|notificacion(?:es)?|mensajes?|correos?|entradas?|reservas?|temporizador|apuntes?|pendientes?|cambios",
        "PLACE": r"calendario|agenda|listas?|notas|recordatorios|memoria|tareas|pendientes|diario",
        "OWN": r"tu|tus|su|sus|mi|el|la|los|las|un|una|nuestro",
    },
    done=(
        r"\b(?:he|hemos|habia|habiamos) (?:<ADV>\s)*(?:<PART>|podido <INF>|logrado <INF>)\b",
        r"\b(?:<PAST>)\b(?! (?:usted|que)\b)",
        r"\b(?:he|hemos) (?:<ADV>\s)*(?!(?:entendid|visto|oid|leid|pensad|buscad|encontrad|sid|estad|podid|querid|notad|escuchad|mirad)[oa]?)\w{3,}(?:ado|ido)\b",
        r"\bse (?:ha |han )?(?:movio|cambio|anadio|creo|guardo|agendo|apunto|anoto|envio|reservo|cancelo|borro|elimino|actualizo|programo|paso)\b|\b(?:reunion|cita|tarea|evento) paso (?:a|al|para)\b|\bdicho y hecho\b",
        r"\b(?:acabo|acabamos) de (?:<INF>)",
        r"\b(?:logre|pude|consegui) (?:<INF>)",
        r"\b(?:me|nos) (?:encargue|ocupe|asegure|he encargado|he ocupado)\b",
    ),
    state=(
        r"\b(?:esta|estan|queda|quedas|quedan|quedo|quedaron|ha sido|han sido|fue|fueron|sera|seran|ha quedado|quedara|se ha|se han|ya|va a quedar|tienes|tengo|lo dejo|doy por|ha|han|estara|estaran|sido) (?:(?:lo|la|te|todo|<ADV>)\s)*(?:<PART>)\b",
        r"\b(?:tengo|tenemos|dejo) (?:\w+ ){1,6}(?:<PART>)\b",
        r"\b(?:esta|estan|queda|quedo|ya|tienes|va|aparece|figura|puesto|sale|ahora) (?:\w+ ){0,3}en (?:tu|su|la|el|mi) (?:<PLACE>)\b",
        r"\b(?:recibiras?|tendras?|veras?|te llegara|le llegara|te aparecera|te saltara|vas? a (?:recibir|tener|ver)|te va a (?:llegar|aparecer|saltar|sonar)) (?:\w+ ){0,3}(?:<THING>|\w*recordatorio)\b",
        r"\b(?:<THING>) (?:<ADV>\s|esta |queda |quedo |ya |es |sera |fue |ha sido )*(?:<PART>|list[oa]s?|activ[oa]s?|en marcha|en pie|sonara|saltara|llegara|te avisara)\b",
        r"\b(?:sonara|saltara|te avisara|se te (?:recordara|avisara|notificara)|seras (?:avisad|recordad|notificad)[oa])\b",
        r"\bya (?:esta|quedo|queda|lo tienes|lo tengo|te lo)\b(?! (?:en|aqui|lejos|ahi)\b)|\btodo (?:listo|hecho|en orden|arreglado|bajo control|preparado|resuelto)\b",
        r"\b(?:dalo|delo|considera(?:lo|do)?|considere(?:lo)?) (?:por )?(?:hech|list|anotad|apuntad|resuelt)[oa]\b|\bcuenta con (?:ello|eso|mi recordatorio)\b",
        r"\b(?:misi[o]n cumplida|trabajo hecho|asunto (?:arreglado|resuelto))\b|\baqui (?:esta|tienes) (?:tu|el) (?:recordatorio|aviso|reserva|confirmacion)\b",
    ),
    promise=(
        r"\b(?:<FUT>)\b(?! (?:sincer|honest))",
        r"\b(?:voy|vamos|ire|paso|procedo|procedemos) a (?:(?:<CL>) )*(?:<INF>)(?:te|lo|la|los|las|le|se|me|nos|telo|selo)*\b",
        r"\b(?:estoy|estamos|sigo) (?:<ADV>\s)*(?:<GER>)(?:te|lo|la|los|las|telo)*\b",
        r"\b(?:te|lo|la|los|las|le|se|yo|ya|ahora(?: mismo)?|enseguida|me|nos|tambien|entonces|pues|y) (?:(?:<CL>) )*(?:<PRES>)\b(?! que)",
        r"^(?:<PRES>) (?:<OWN>|nota|esto|eso|todo|ahora|para)\b",
        r"\b(?:me|nos) (?:encargo|ocupo|encargare|ocupare|aseguro|asegurare)\b|\bdejalo en mis manos\b|\bcuenta conmigo\b|\bdejamelo a mi\b|\bno (?:dejare|te dejare|voy a dejar) que\b|\bdejame (?:<INF>)",
        r"\bte tendre al tanto\b|\blo tendre en cuenta\b|\blo tengo en cuenta\b|\bte hare saber\b",
    ),
    start=(
        r"(?:<ADV>\s)*(?:<PART>)(?:$|[ .!]*$| (?:en|como|para|a|el|la|lo|con|tu|tus|su|por|que|hoy|manana|este|esta|ya|ahora|de|correctamente|sin|y)\b)",
        r"(?:<OWN> |nuev[oa] )?(?:\w+ ){0,2}(?:<THING>) (?:<ADV>\s)*(?:<PART>)\b",
        r"(?:<OWN> |nuev[oa] )?(?:recordatorio|tarea|evento|cita|alarma|nota|reserva)(?: (?:para|el|a las) .+)?$",
        r"(?:<GER>)(?:te|lo|la|los|las|telo|selo)?\b(?: (?:<OWN>|esto|eso|ahora|ya|todo)\b|$|[.! ]*$)(?!.*\b(?:puede|pueden|podria|ayuda|suele|es|se puede)\b)",
        r"(?:ya esta|listo|hecho|todo listo|anotado|apuntado|tomo nota|tomada nota|lo tengo|oido cocina|ahi queda|eso es todo|a la orden)\b[ .!]*(?:$|,)",
    ),
    fillers=(
        r"vale|claro(?: que si)?|perfecto|genial|muy bien|bien|ok(?:ay)?|si|estupendo|por supuesto|de acuerdo|entendido|buenas noticias|bueno|pues|y|"
        r"hola|hey|excelente|fantastico|sin problema|no hay problema|no te preocupes|tranquil[oa]|como pediste|gracias|venga|super|ademas|tambien|entonces|asi|ahora|pero|porque|desde luego|con gusto|ya|de nada"
    ),
    asked=(
        r"¿(?!.*\b(?:vale|ok|de acuerdo|verdad|no|si|bien)\W*$)|.*(?<!vale)(?<!verdad)(?<!acuerdo)(?<! ok)(?<! no)(?<! bien)\s?\?$",
    ),
    conditional=(
        r"(?:¿?\s*)(?:y |pero |o |solo )?(?:si|cuando|una vez|en cuanto|hasta|antes|despues|mientras|aunque|para que|como si)\b",
        r"(?:tu |usted |tambien |quizas? |tal vez )?(?:puedes|puede|podrias|podria|debes|deberias|convendria|prueba|intenta|conviene|se puede|pueden|mucha gente|hay quien)\b",
    ),
    consent=(
        r"\b(?:si|cuando) (?:(?:te|tu|lo|me|asi) )*(?:quieres|quiera|parece|prefieres|gusta|digas|dices|confirmas|confirmes|apetece|necesitas|das|va bien)\b",
        r"\b(?:quieres|quiere|prefieres|necesitas|te gustaria|deseas|te parece) (?:\w+ )?(?:que|si)\b|\b(?:puedo|podria|podriamos|dime|avisame)\b",
    ),
    spared=(
        r"\b(?:no|nada|nunca|aun no|todavia no|ni) (?!(?:te )?(?:dejare|voy a dejar|permitire) que)(?:(?:<CL>|he|hemos|ha|han|esta|estan|fue|fueron|queda|voy a|puedo|estoy|ha sido|esta) )*(?:<PAST>|<PART>|<FUT>|<INF>|<GER>|<PRES>)(?:te|lo|la|los)?\b(?: (?:ni|o|y) (?:<PAST>|<PART>|<FUT>|<INF>|<PRES>)\b)*",
        r"\b(?:quieres|quiere|prefieres|necesitas|te gustaria|deseas|te parece|para|hace falta|espera a|pideme|puedes pedirme|dime|esperas) (?:\w+ ){0,2}?que (?:(?:<CL>) )*(?:<PAST>)\b",
        r"\bquer(?:es)? que (?:\w+ )?(?:<PAST>)\b|\bde hecho\b|\best(?:a|e) (?:pasada|pasado|listo para)\b|\b(?:estas|esta|estar|estes|este) list[oa]s?\b|\bbien hecho\b|\bha(?:s|n|beis) (?:<PART>)\b(?= (?:de|a|con|los|las|por) )|\bhas (?:<PART>)\b",
        r"\b(?:puede|pueden|podria|podrian|debe|deberia|hay que|tiene que|suele) (?:ser|estar|quedar) (?:<PART>)\b|\bun hecho\b|\bhech[oa]s? (?:de|por|con) (?:la|el|los|las|mano)\b",
        r"\bcuando (?:este|estes|hayas|acabes|termines)\b[^,]*|\bpara (?:que )?(?:<INF>)\b|\bsi (?:<PAST>)\b",
    ),
)
