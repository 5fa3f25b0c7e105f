"""Spanish."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Words
from cairn.memory.facts.languages.es.ends import REFUSED, STOPS, STOPS_OF
from cairn.memory.facts.languages.es.names import ATTRIBUTES, NOBODY, ROLES
from cairn.memory.facts.languages.es.parts import PARTS, TAKEN
from cairn.memory.facts.languages.es.phrases import PHRASES
from cairn.memory.facts.languages.es.rules import MORE, RULES
from cairn.memory.facts.languages.es.verbs import OF_ME, OF_OTHERS, VERBS

WORDS = Words(
    tag="es",
    spelt={r"\bdel\b": "de el", r"\bal\b": "a el"},
    articles=r"un poco de|el|la|los|las|un|una|unos|unas|mi|mis|nuestro|nuestra|lo",
    my=r"mi|mis|nuestro|nuestra|nuestros|nuestras",
    me=r"(?:yo |nosotros |nosotras |a mi |mi [a-z]+ y yo )?",
    led=r"(?:a )?",
    he_she={"ella": "f"},
    near_role=r"mayor|menor|pequeno|pequena|gemelo|gemela|unico|unica|mejor|gran|viejo|vieja|querido|querida|nuevo|nueva|actual|otro|otra|adorado|adorada|favorita|mediana|mediano",
    adverbs=r"realmente|siempre|actualmente|ahora|solo|todavia|aun|tambien|normalmente|habitualmente|probablemente|quizas?|mucho|muchisimo|generalmente|a menudo|suelo|incluso|hace poco|recientemente|por fin|finalmente|ya|muy|bastante|mas o menos|de momento|ahora mismo|hoy en dia|la verdad|de verdad|originalmente|tal vez|casi siempre|seguramente|personalmente|sinceramente|en realidad|posiblemente",
    lead=r"me (?:he equivocado|equivoque|confundi|he confundido)|fallo mio|error mio|bueno|pues|si(?=,)|normalmente|habitualmente|vale|ok|oye|hola|eh|ah|oh|mira|por cierto|que sepas que|para que (?:lo )?sepas|en realidad|la verdad es que|la verdad|es que|y|pero|ademas|tambien|no(?=,)|perdona|actualmente|ahora mismo|ahora|hoy en dia|de momento|por contexto|contexto|como sabes|de hecho|ten en cuenta que|recuerda que|apunta que|quiero que sepas que|te cuento que|te comento que|porque|eso no es verdad|no es verdad|eso no es cierto|no es cierto|eso es falso|correccion|mentira|por desgracia|desgraciadamente|por suerte|en general|basicamente|sobre mi|resulta que|nota|sinceramente|a decir verdad|entonces|asi que",
    doubt=r"creo que|me parece que|supongo que|quizas?|tal vez|a lo mejor|puede(?: ser)? que|probablemente|posiblemente|seguramente|diria que|no estoy segur[oa] pero|imagino que|igual|sospecho que",
    maybe=r"quizas?|tal vez|a lo mejor|creo|supongo|probablemente|posiblemente|me parece|puede que|puede ser|no estoy segur[oa]|igual|diria|seguramente|mas o menos creo|sospecho",
    anymore=r"mas|ya",
    join=r"y|e|pero|asi que|porque|aunque|mientras que|ademas|tambien|y ahora|pero ahora|y luego|pues|y tambien|y ademas",
    asks=r"que|quien|quienes|cuando|donde|cual|cuales|por que|como|cuanto|cuanta|cuantos|cuantas|puedes|podrias|sabes|tienes|hay|es|son|crees|alguna|algun|verdad|no|vale|recuerdas|te acuerdas|a que|de que|en que|y tu|conoces|quieres|o",
    unreal=r"(?:que (?:bien|bonito|alegria|ilusion|maravilla)|genial|estupendo|perfecto|fantastico|maravilloso|fenomenal),? (?:pues )?(?:a mi )?(?:me encanta|adoro)n?|si(?! (?:vivo|soy|trabajo|tengo|me gusta)\b.*no)|ojala|imagina(?:te)?|supon(?:gamos)?|pongamos|digamos|como si|cuando|en caso de|a menos que|salvo que|me gustaria|nos gustaria|quisiera|desearia|sonaba|sueno|sone|si fuera|hipoteticamente|finge|haz como|y si|cada vez que",
    fiction=r"en (?:mi|la|el|este|esta|un|una) (?:novela|historia|libro|cuento|juego|pelicula|sueno|obra|guion|cancion|partida|serie)|mi personaje|el protagonista|la protagonista|erase una vez|juego de rol|actua como|letra de",
    jokes=r"es broma|era broma|estoy de broma|estaba de broma|de broma|bromeo|bromeaba|ja(?:ja)+|jeje+|ja ja|lol|xd+|ironia|es coña|es cona|que va",
    time_lead=r"en|desde|a partir de|el|la|hasta|cada|todos|hace|durante|\d|ayer|hoy|los",
    orders=r"recuerdame|recuerda (?!que)|traduce|escribe|redacta|envia|manda|dile|di |pregunta|anade|pon|crea|haz (?!como|caso)|reserva|corrige|resume|repite|lee|busca|encuentra|programa|compra|explica|dame (?!respuestas)|muestra|ensename|lista|planea|puedes|podrias|avisame|cuentame|agenda|apunta (?!que)|anota (?!que)|responde a|completa|copia|elige|borra|cancela|mandale|preguntale|decile|ayudame|imagina",
    reports=r"(?:el|ella|ellos|ellas|tu|la gente|todo el mundo|alguien|quien|que|mi \w+|[a-z]+) (?:(?:me|te|le|nos|se) )?(?:dice|dijo|ha dicho|decia|dicen|dijeron|piensa|pensaba|piensan|cree|creen|creia|opina|afirma|afirmo|escribio|pregunta|pregunto|asegura|cuenta|conto|jura|bromea) (?:que|si|:)|segun|(?:dije|digo|dicho|decia|escribi|menti|pregunte|pense|pensaba|oi) que|rumor",
    stops=STOPS,
    stops_of=STOPS_OF,
    refused=REFUSED,
    nobody=NOBODY,
    roles=ROLES,
    attributes=ATTRIBUTES,
    since=r"desde(?: hace)?|a partir de|a partir de el",
    until=r"hasta(?: el)?",
    lasting=r"desde hace|hace|llevo|llevamos|lleva|durante|hace ya|llevo ya|hace unos|desde hace unos",
    from_to=r"(?:de|desde|entre) {year} (?:a|hasta|y) {year}",
    a_while=r"(?:un|mucho|algun|bastante|largo) tiempo|(?:muchos )?(?:anos|meses)|toda (?:mi|su|la|nuestra) vida|desde siempre",
    timely=r"\d|\b(?:ano|anos|mes|meses|semana|semanas|dia|dias|desde|hasta|hoy|ayer|manana|pasado|proximo|proxima|hace|llevo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre|verano|invierno|otono|primavera|navidad|lunes|martes|miercoles|jueves|viernes|sabado|domingo|viene|noche)\b",
    taken=TAKEN,
    and_=r"(?:y|e|o|ni)(?: (?:a|de))?|&",
    sets=PARTS,
    frames_me=OF_ME,
    frames_they=OF_OTHERS,
    verbs=VERBS,
    rules=RULES,
    more=MORE,
    phrases=PHRASES,
)
