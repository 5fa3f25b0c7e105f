"""Spanish: clauses that are no verb and what follows it."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Phrase
from cairn.memory.facts.statement import Stance

PHRASES = (
    Phrase(
        "employer",
        r"me (?:despidieron|han despedido|echaron|han echado)(?: de el (?:trabajo|curro))?(?= ?(?:$|,|y|pero|en (?!el |la )|el|hace|ayer|esta|este)).*",
        stance=Stance.ENDED,
    ),
    Phrase(
        "employer",
        r"me (?:despidieron|han despedido|echaron|han echado) de (?!el trabajo|el curro){org}",
        stance=Stance.ENDED,
    ),
    Phrase(
        "partner",
        r"(?:yo )?(?:estoy|sigo) (?:ahora )?solter[oa](?= ?(?:$|,|y|pero|otra|ahora|desde))",
        stance=Stance.ENDED,
    ),
    Phrase(
        "medication",
        r"(?:pase|he pasado|cambie|he cambiado|me cambiaron|me han cambiado) (?:de el|de la|de|el|la) (?P<drugs>(?:{medicines})) (?:a el|a la|a|por el|por la|por) .+",
        stance=Stance.ENDED,
        goes_on=True,
    ),
    Phrase(
        "medication",
        r"(?:pase|he pasado|cambie|he cambiado|me cambiaron|me han cambiado) (?:de el|de la|de|el|la) (?:{medicines}) (?:a el|a la|a|por el|por la|por) (?P<drugs>(?:{medicines})\b.*)",
    ),
    Phrase(
        "lives_in",
        r"mi (?:piso|casa|apartamento|estudio) esta en (?:el (?:centro|casco antiguo|norte|sur) de |las afueras de )?{proper}",
    ),
    Phrase("eats", r"no puedo comer (?P<things>(?:{foods})\b.*)", stance=Stance.NEVER),
    Phrase(
        "employer",
        r"(?:tengo|he encontrado|encontre|he conseguido|consegui) (?:un )?(?:nuevo )?trabajo(?: nuevo)? en {org}",
    ),
    Phrase("from", r"(?:yo )?vengo de {proper}"),
    Phrase("nickname", r"(?:por favor,? |puedes )*(?:llamame|llamarme) {name}"),
    Phrase("nickname", r"(?:todos|todo el mundo|mis amigos|la gente)? ?me (?:llaman|dicen) {name}"),
    Phrase("nickname", r"prefiero que me (?:llames|llamen|digas) {name}"),
    Phrase("pronouns", r"mis pronombres son (?P<text>\w+(?:/| y )\w+(?:/\w+)?)"),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? ya no (?:se llama|es)(?: el| la)? {name}",
        stance=Stance.ENDED,
    ),
    Phrase("role", r"{name} ya no es {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|y|pero|desde))", stance=Stance.ENDED),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:no|nunca) (?:se llama|se llamo|es|fue)(?: el| la)? {name}",
        stance=Stance.NEVER,
    ),
    Phrase(
        "role",
        r"{name} (?:no|nunca) (?:es|fue) {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|y|pero))",
        stance=Stance.NEVER,
    ),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:se llama|se llaman|es)(?: el| la)? {name}",
    ),
    Phrase("role", r"el nombre de {my} (?:(?:{near_role}) )*{role} es {name}"),
    Phrase("role", r"{name} es {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|y|pero|mayor|menor|desde|pequen))"),
    Phrase("role", r"(?:este|esta) es {my} (?:(?:{near_role}) )*{role},? {name}"),
    Phrase(
        "partner",
        r"ya no (?:estamos juntos|estamos juntas|estoy casad[oa]|tengo (?:novi[oa]|pareja))",
        stance=Stance.ENDED,
    ),
    Phrase(
        "pet",
        r"(?:se )?(?:me )?(?:murio|ha muerto|fallecio) {my} (?P<qual>perr[oa]|gat[oa]|conejo|hamster|loro|caballo)",
        stance=Stance.ENDED,
    ),
    Phrase(
        "pet",
        r"{my} (?P<qual>perr[oa]|gat[oa]|conejo|hamster|loro|caballo) (?:se )?(?:murio|ha muerto|fallecio)",
        stance=Stance.ENDED,
    ),
    Phrase("birthday", r"mi cumple(?:anos)? es (?:el |en )?(?:dia )?{date}"),
    Phrase("birthday", r"cumplo anos (?:el|en) {date}"),
    Phrase("birthday", r"el cumple(?:anos)? de {person} es (?:el |en )?{date}"),
    Phrase("birthday", r"{person} (?:cumple anos|nacio) el {date}"),
    Phrase("anniversary", r"(?:mi|nuestro) aniversario(?: de boda)? es (?:el )?{date}"),
    Phrase("favourite", r"{my} (?P<qual>\w+(?: de \w+)?) (?:favorit[oa]|preferid[oa])s? (?:es|son) {thing}"),
    Phrase("favourite", r"{thing} es {my} (?P<qual>\w+) (?:favorit[oa]|preferid[oa])"),
    Phrase("hobby", r"(?:mi|mis) (?:hobby|hobbies|aficion|aficiones|pasion) (?:es|son) {things}"),
    Phrase("speaks", r"mi (?:lengua materna|idioma materno|idioma nativo) es (?P<lang>{langs})"),
    Phrase("job", r"mi trabajo es (?:de |ser )?{job}"),
    Phrase("employer", r"ya no tengo (?:trabajo|empleo)", stance=Stance.ENDED),
    Phrase("team_size", r"(?:mi|nuestro) equipo (?:tiene|es de|consta de) (?P<amount>\d+)(?: personas)?"),
    Phrase("team_size", r"somos (?P<amount>\d+)(?: personas)? en (?:mi|el|nuestro) equipo"),
    Phrase("weight", r"mi peso es (?:de )?(?P<amount>\d[\d.,]* ?(?:kg|kilos?)?)"),
    Phrase("sleeps_at", r"mi hora de (?:dormir|acostarme) (?:es|son) (?:a )?(?:las? )?(?P<clock>(?:{time}))"),
    Phrase("wakes_at", r"mi (?:despertador|alarma) suena a (?:las? )?(?P<clock>(?:{time}))"),
    Phrase("focus_aid", r"(?!no )(?:lo que me ayuda a concentrarme es )(?P<text>.+)"),
    Phrase(
        "focus_aid",
        r"(?!no |que |eso |esto |esta |este ){text} me ayudan? (?:mucho |muchisimo )?a (?:concentrarme|centrarme|enfocarme|estudiar|trabajar|calmarme|empezar)",
    ),
    Phrase("focus_aid", r"me ayudan? (?:mucho )?a (?:concentrarme|centrarme|enfocarme|estudiar|trabajar) (?P<text>.+)"),
    Phrase("focus_aid", r"(?:me concentro|trabajo|estudio) mejor (?P<text>(?:con|en|cuando|escuchando) .+)"),
    Phrase(
        "focus_aid",
        r"necesito (?P<text>(?!ayuda|mas|un descanso|tiempo|algo).+?) para (?:concentrarme|centrarme|enfocarme)",
    ),
    Phrase(
        "trigger",
        r"(?!no |que |eso |esto |esta |este ){text} (?:siempre )?(?:me distraen?|me agobian?|me abruman?|me estresan?|me desconcentran?|me sacan? de quicio|me saturan?|me agotan?|me ponen? nervios[oa]|me descolocan?|me altera|me bloquean?)",
    ),
    Phrase(
        "trigger",
        r"(?:me agobian?|me abruman?|me distraen?|me estresan?|me saturan?|me desconcentran?) (?:mucho )?{things}",
    ),
    Phrase("trigger", r"no (?:me puedo|puedo) (?:concentrar(?:me)?|trabajar|estudiar) (?P<text>(?:con|en|si hay) .+)"),
    Phrase(
        "energy_best",
        r"(?:mi (?:energia|concentracion) (?:es|esta) (?:mas alta|mejor|a el maximo)|mi mejor momento es) {best}",
    ),
    Phrase("energy_best", r"{best},? (?:rindo|me concentro|trabajo|estoy|soy) (?:mucho )?(?:mejor|mas productiv[oa])"),
    Phrase("energy_low", r"mi (?:energia|concentracion) (?:baja|se hunde|cae|desaparece) {best}"),
    Phrase("energy_low", r"{best},? (?:no tengo energia|estoy agotad[oa]|me quedo sin energia|no rindo|estoy fatal)"),
    Phrase("energy_low", r"(?:no tengo energia|me quedo sin energia|no rindo|me da el bajon) {best}"),
    Phrase(
        "tone",
        r"(?:por favor,? |a partir de ahora,? )*(?P<text>no (?:me )?(?:uses|escribas|mandes|envies|des|hables|llames|trates|pongas|seas|digas|respondas|utilices)\b.{2,80})",
    ),
    Phrase(
        "tone",
        r"(?:por favor,? |a partir de ahora,? |siempre )*(?P<text>(?:se (?:breve|direct[oa]|concis[oa]|honest[oa]|amable|mas \w+|paciente|claro)(?: conmigo| y .*)?|(?:hazlo|que sea|mantenlo) (?:corto|breve|simple|sencillo).*|usa (?:listas|frases cortas|emojis?|menos .*|mas .*|un lenguaje .*|un tono .*)|(?:hablame|escribeme|respondeme|tratame) .*|tuteame|dame respuestas (?:cortas|breves|directas|largas|detalladas).*|(?:responde|contesta) (?:en|con|de forma|siempre) .*|sin (?:emojis?|exclamaciones|rodeos|jerga)(?: por favor)?))",
    ),
    Phrase(
        "tone",
        r"prefiero (?P<text>(?:mensajes|respuestas|frases|explicaciones|instrucciones|textos) (?:cort[oa]s|breves|direct[oa]s|larg[oa]s|detallad[oa]s|sencill[oa]s|clar[oa]s))",
    ),
    Phrase(
        "kept_in",
        r"(?:el|la|los|las|mi|mis|nuestro|nuestra) (?P<owner>(?:{kept})) (?:esta|estan|se guarda|se guardan)(?: siempre| guardad[oa]s?| escondid[oa]s?)* {keptwhere}",
    ),
    Phrase(
        "kept_in",
        r"(?:el|la|mi) (?P<owner>coche|carro|moto|bici|furgoneta) esta (?:aparcad[oa]|estacionad[oa]) (?P<where>(?:en|detras de|cerca de|junto a|frente a|delante de) .+)",
    ),
    Phrase(
        "attribute",
        r"mi (?:nuev[oa] )?{attr}(?: mensual| semanal| actual| nuev[oa])? es (?:de )?(?P<amount>[€$£+#]?\d.*)",
    ),
    Phrase(
        "attribute",
        r"(?:el|la|mi) {attr} (?:de|para|a) (?:el |la |los |las |mi |mis )?{owner} es (?:de )?(?:el )?(?P<text>(?!muy|un |una |mi|demasiad|la mism|el mism|lo |que ).+)",
    ),
    Phrase(
        "deadline",
        r"(?:el|la|mi) (?P<owner>[a-z][\w ]{2,30}?) (?:se entrega|hay que entregar(?:lo|la)|vence) (?:el )?(?P<text>.+)",
    ),
    Phrase(
        "attribute",
        r"(?:mi|el) (?P<attr>(?:numero de (?:pie|zapato|socio|cuenta|cliente|taquilla|habitacion)|talla de \w+|factura de la luz|factura de el \w+)) es (?:de |el |la )?(?P<amount>[€$£+#]?[\w-]*\d.*)",
    ),
    Phrase(
        "plans",
        r"(?:yo |nosotros )?(?P<activity>(?:voy|vamos|me voy|nos vamos|viajo|viajamos|me mudo|nos mudamos|me caso|nos casamos|me operan|me jubilo|me graduo|empiezo|tengo un viaje|vuelo)\b.+)",
    ),
    Phrase(
        "habit",
        r"(?:siempre |normalmente |suelo )*(?P<activity>{acts}\b.{0,40}? ?(?:{often}))(?= ?(?:$|,|y|pero|a las|con|antes|despues|en|porque))",
    ),
    Phrase("habit", r"(?P<activity>(?:{often}),? {acts}\b.*)"),
    Phrase("works_in", r"mi oficina esta en (?!el |la |un ){place}"),
)
