"""Spanish: what follows a verb."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Rule

RULES = {
    "move_we": (Rule("lives_in", r"(?:a vivir )?a {place}", only="dated"),),
    "date": (Rule("partner", "{name}"),),
    "live": (
        Rule(
            "lives_in",
            r"(?:con [^,]{2,30}? )?en una? (?:[\w-]+ )?(?:piso|casa|apartamento|estudio|habitacion|pueblo|atico|chalet|finca)(?: [\w-]+){0,2}? en {proper}",
        ),
        Rule("lives_in", r"(?:aqui )?(?:con [^,]{2,30}? )?en {place}"),
        Rule("lives_in", r"cerca de {place}"),
    ),
    "move": (Rule("lives_in", r"(?:de|desde) [^,]{2,25}? a {place}"), Rule("lives_in", r"(?:a vivir )?a {place}")),
    "born": (
        Rule("birthday", r"el {date}"),
        Rule(
            "born_in",
            r"en (?!\d|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|el ){place}",
        ),
    ),
    "grow": (Rule("from", r"en (?!un|una|el ){place}"),),
    "diagnosed": (Rule("diagnosis", r"(?:de |con )?{thing}"),),
    "be": (
        Rule("allergy", r"(?:muy )?(?:alergic[oa]s?) a {things}"),
        Rule("allergy", r"intolerante a (?:la |el )?(?P<thing>lactosa|gluten|fructosa|histamina)"),
        Rule("diet", r"(?P<thing>vegetarian[oa]|vegan[oa]|celiac[oa]|flexitarian[oa]|pescetarian[oa])"),
        Rule(
            "diagnosis",
            r"(?P<thing>autista|dislexic[oa]|bipolar|diabetic[oa]|epileptic[oa]|asmatic[oa]|tdah|neurodivergente)",
        ),
        Rule("partner", r"(?:felizmente )?(?:casad[oa]|prometid[oa]|saliendo) con {name}"),
        Rule("partner", r"novi[oa] de {name}"),
        Rule("job", r"(?P<job>(?:en paro|desemplead[oa]|jubilad[oa]|autonom[oa]|de baja|freelance))"),
        Rule("job", r"(?:una? )?(?P<job>(?:{jobs}))(?! (?:de mi|que me))"),
        Rule("studies", r"estudiante de {field}"),
        Rule(
            "from",
            r"(?:originari[oa] )?de (?!los |las |mi |tu |su |acuerdo|un |una |verdad|noche|dia|letras|ciencias|esos|esas|esas|baja|vacaciones|viaje|buen|mal|\d|izquierdas|derechas|el tipo|la gente|vuelta){proper}",
        ),
        Rule(
            "energy_best",
            r"(?P<part>(?:una persona )?(?:madrugador[a]?|matutin[oa]|nocturn[oa]|(?:un )?buho(?: nocturno)?|diurn[oa]|de mananas|de noches))",
        ),
        Rule("energy_best", r"mas (?:productiv[oa]|creativ[oa]|activ[oa]|despiert[oa]) {best}"),
        Rule("energy_low", r"(?:menos productiv[oa]|agotad[oa] siempre|hech[oa] polvo siempre) {best}"),
    ),
    "have": (
        Rule("age", r"(?P<amount>\d{1,2}) anos"),
        Rule("allergy", r"(?:una )?(?:alergia|intolerancia) a {things}"),
        Rule("diagnosis", r"(?P<things>(?:{ills})(?:(?:, | y )(?:{ills}))*)"),
        Rule(
            "role",
            r"(?:una? )(?:{near_role} )?{role}(?: [^,]{1,25}?)?,? (?:que se llama|llamad[oa]|cuyo nombre es) {name}",
        ),
        Rule("role", r"(?:una? )(?:{near_role} )?{role},? {name}"),
        Rule("child", r"(?P<thing>{num} (?:hijos|hijas|ninos|ninas))"),
        Rule("sibling", r"(?P<thing>{num} (?:herman[oa]s)(?: \w+)?)"),
        Rule("pet", r"(?P<thing>{num} (?:gat[oa]s|perr[oa]s|conejos|caballos|pajaros|loros|gallinas))"),
        Rule("role", r"(?:una? )(?P<thing>{role})(?= ?(?:$|y|,|en casa|pero))"),
        Rule(
            "owns",
            r"(?:una? )(?:nuev[oa] |viej[oa] )?(?P<thing>(?:{owned})(?: (?:electric[oa]|nuev[oa]|roj[oa]|azul|blanc[oa]|negr[oa]|verde|gris|de segunda mano))*)(?= ?(?:$|y|,|pero))",
        ),
        Rule("studies", r"(?:un|una) (?:grado|carrera|master|doctorado|licenciatura) en {field}"),
    ),
    "get": (
        Rule("role", r"(?:una? )(?:\w+ )?{role} (?:que se llama|llamad[oa]) {name}"),
        Rule(
            "owns",
            r"(?:una? )(?P<thing>(?:{owned})(?: (?:electric[oa]|nuev[oa]|roj[oa]|azul))?)(?= ?(?:$|y|,|el|en|hace|ayer))",
        ),
    ),
    "work": (
        Rule(
            "job",
            r"(?:aqui )?(?:de|como) (?!noche|dia|lunes|manana|tarde|verdad|casa|loc[oa]|un animal|siempre|la |una? (?!(?:{jobs})(?!\w)))(?:una? )?{job}",
        ),
        Rule(
            "field",
            r"en (?P<field>(?:marketing|ventas|finanzas|educacion|sanidad|publicidad|hosteleria|turismo|informatica|construccion|logistica|banca|investigacion|recursos humanos|atencion a el cliente|diseno|seguros|inmobiliaria|moda|agricultura|limpieza|tecnologia|cine|edicion))(?!\w)",
        ),
        Rule("works_in", r"(?:desde|en) (?P<place>casa)"),
        Rule("employer", r"(?:en|para|con) {org}"),
        Rule("energy_best", r"mejor {best}"),
    ),
    "study": (
        Rule("studies_at", r"en {org}"),
        Rule("studies", r"{field}"),
    ),
    "start": (
        Rule("employer", r"a trabajar (?:en|para) {org}"),
        Rule("job", r"a trabajar (?:de|como) {job}"),
        Rule("medication", r"a tomar (?P<drugs>(?:{medicines}).*)"),
        Rule("studies", r"a estudiar {field}"),
    ),
    "leave": (
        Rule("employer", r"(?:mi|el) (?:trabajo|empleo|curro) en {org}"),
        Rule("employer", r"(?:mi|el) (?:trabajo|empleo|curro)"),
        Rule("employer", r"de (?:mi trabajo|el trabajo)"),
        Rule("medication", r"(?:el |la |mi )?(?P<drugs>(?:{medicines})\b.*)"),
        Rule("smokes", r"(?:el tabaco|los cigarrillos)", "yes"),
        Rule("drinks", r"(?:el alcohol|la bebida)", "yes"),
    ),
    "retire": (Rule("job", r"(?:$|,|en|el|hace|a los|y|pronto|ya|este).*", "jubilado"),),
    "like": (Rule("likes", r"(?:mucho |muchisimo |tanto |nada |demasiado )?{things}"),),
    "hate": (Rule("dislikes", r"{things}"),),
    "speak": (Rule("speaks", r"(?:(?:un poco de|algo de|bien|solo) )*(?P<langs>{langs}\b.*)"),),
    "take": (
        Rule("medication", r"(?:(?:mi|una|un|el|la|\d+) )*(?:{dose} de )?(?P<drugs>(?:{medicines})\b.*)"),
        Rule("medication", r"(?:{dose} de )(?P<drug>[a-z].*)"),
    ),
    "smoke": (
        Rule(
            "smokes",
            r"(?:cigarrillos|tabaco|un paquete|\d+|desde|mas|ya|nada|mucho|$|,|y|pero|en|todos|el|hace|este|por|la)",
            "yes",
        ),
    ),
    "drink": (
        Rule("drinks", r"(?:nada de )?(?:alcohol|cerveza|vino|$|,|mas|ya|desde|hace)", "yes"),
        Rule(
            "habit",
            r"(?P<activity>(?:\w+ )?(?:\w+ )?(?:cafes?|tes?|agua|vasos? de \w+|tazas? de \w+|litros? de \w+) (?:{often}))",
        ),
    ),
    "eat": (
        Rule(
            "eats",
            r"(?P<things>(?:carne|pescado|cerdo|lacteos|gluten|huevos|marisco|setas|azucar|ternera|queso|cebolla|tomate|picante)\b.*)",
        ),
        Rule("diet", r"(?P<thing>vegan[oa]|vegetarian[oa]|sin gluten|kosher|halal)"),
    ),
    "play": (Rule("hobby", r"(?P<thing>(?:{instruments}))"),),
    "wake": (
        Rule(
            "wakes_at",
            r"(?:todos los dias |siempre )?(?:sobre|a|hacia|alrededor de) (?:las? )?(?P<clock>(?:{time}))",
        ),
    ),
    "bed": (
        Rule(
            "sleeps_at",
            r"(?:todos los dias |siempre )?(?:sobre|a|hacia|alrededor de) (?:las? )?(?P<clock>(?:{time}))",
        ),
    ),
    "sleep": (
        Rule(
            "sleeps_hours",
            r"(?:unas |solo |como )?(?P<amount>(?:\d{1,2}(?:[.,]5)?(?: o \d{1,2}| a \d{1,2})?|{num}|siete|ocho|nueve|diez) horas)(?: de sueno)?(?= ?(?:de sueno|a el dia|por noche|cada noche|a la noche|$|,))",
        ),
    ),
    "own": (Rule("owns", r"(?:un|una) {thing}"),),
    "sell": (Rule("owns", r"(?:mi|el|la|nuestro|nuestra) (?P<thing>(?:{owned}))"),),
    "weigh": (Rule("weight", r"(?:unos )?(?P<amount>\d{2,3}(?:[.,]\d+)? ?(?:kg|kilos?|kilogramos|libras))"),),
    "measure": (Rule("height", r"(?P<amount>\d[.,]?\d\d ?(?:m|metros|cm)?)"),),
    "keep": (Rule("kept_in", r"(?:el|la|los|las|mi|mis) (?P<owner>(?:{kept})) {keptwhere}"),),
    "put": (Rule("kept_in", r"(?:el|la|los|las|mi|mis) (?P<owner>(?:{kept})) {keptwhere}"),),
    "park": (
        Rule(
            "kept_in",
            r"(?:el|la|mi) (?P<owner>coche|carro|moto|bici|furgoneta) (?P<where>(?:en|detras de|cerca de|junto a|delante de|frente a) .+)",
        ),
    ),
    "want": (Rule("wants_to", r"(?P<activity>(?:{dreams})\b.*)"),),
    "earn": (Rule("salary", r"(?P<amount>{money}(?: a el (?:mes|ano)| por hora)?)(?= ?(?:$|,|y|pero|netos|brutos))"),),
    "pay": (Rule("rent", r"(?P<amount>{money}) (?:a el mes )?de (?:alquiler|renta)"),),
    "write": (
        Rule(
            "progress",
            r"(?:ya )?(?P<amount>\d+(?: de (?:los )?\d+)?) (?P<qual>(?:capitulos|paginas|palabras|lecciones|ejercicios|sesiones|libros|modulos)(?: de .+)?)(?: (?:escritos|leidos))?",
        ),
    ),
    "named": (Rule("name", r"{name}", only="me"),),
    "focus": (
        Rule("energy_best", r"(?:mucho )?mejor {best}"),
        Rule("focus_aid", r"(?:mucho )?mejor (?P<text>(?:con|en|cuando|si|escuchando|despues de) .+)"),
        Rule("energy_low", r"(?:peor|menos) {best}"),
    ),
    "marry": (Rule("partner", "{name}"),),
    "break": (
        Rule("partner", r"con {name}"),
        Rule("partner", r"(?:con mi (?:novi[oa]|pareja|marido|mujer)|$|el|hace|en|,|este|ayer)"),
    ),
}
MORE = {
    "employer": (Rule("job", r"(?:como|de) (?P<job>(?:{jobs}))"),),
    "job": (Rule("employer", r"(?:en|para) {org}"),),
    "studies": (Rule("studies_at", r"en (?=la |el |una |[a-z]*univ|esc)(?:la |el |una )?{org}"),),
}
