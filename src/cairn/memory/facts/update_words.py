"""The small words by which talk tells that something changed, in four languages. Data only."""

import re
from dataclasses import dataclass
from functools import cache

LANGUAGES = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}


def words(text: str, between: str | None = None) -> frozenset[str]:
    return frozenset(text.split(between))


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns over lower-case text with plain apostrophes.

    Args:
        change: That something is other than it was; strong.
        now: That it is so as of late; weak.
        ended: That something is over.
        maybe: What is not said to be so.
        asks: Where a request or question begins inside a sentence.
        once: What happened on one occasion and is no state.
        habit: What recurs.
        state: That something is so, was reached, or is the measure of something.
        instead: Before what is replaced.
        breaks: Where one clause ends and another begins.
        numbers: Number words.
        months, weekdays: In their order, the spellings of each apart by `|`.
        roles: Who people are to the speaker: two different ones are two people.
    """

    change: str
    now: str
    ended: str
    maybe: str
    asks: str
    once: str
    habit: str
    state: str
    instead: str
    breaks: str
    numbers: str
    months: str
    weekdays: str
    roles: str


ENGLISH = Words(
    change=r"changed|moved|re-?scheduled|postponed|pushed|increased|raised|lowered|reduced|dropped|cut (?:to|down|the"
    r"|my|our|it)|bumped|extended|shortened|upgraded|downgraded|switched|switching|migrated|replaced|updated|revised"
    r"|improved|gr[eo]wn?|(?:to|we|i|they|and|us|me) (?:change|move|postpone|push|increase|raise|lower|reduce|drop"
    r"|bump|extend|shorten|upgrade|downgrade|switch|migrate|replace|update|revise|improve|swap|relocate|adjust|delay"
    r"|reach|hit|shift|rename|trim)|rose|risen|climbed|jumped|(?:went|gone|is|are|we're|i'm) (?:up|down)|down to"
    r"|swapped|relocated|adjusted|brought (?:forward|up|down)|(?:came|come) (?:up|down)|put off|put back|delayed"
    r"|shrunk|shrank|doubled|instead|actually|correction|turns out|no longer|any ?more|reached|hit \d[\w,.]*|got to"
    r"|made it to|shifted|renamed|trimmed|tightened|relaxed|got promoted|rather than|scaled|slipped|expanded|passed"
    r"|fell|fallen|crossed|an extension|set back|moved on to|settled on|settled in|decided on|ended up|went with"
    r"|opted for|transferred|promoted|gained|sank|surpassed|exceeded|turned into|became|handed over|took over"
    r"|converted|ported|tripled|sped up|slowed|lifted|capped|another|fewer|(?:one|two|three|some) more|started (?:at"
    r"|working)|new job|take up|added|removed|joined|rebooked|stretched|new (?:date|time|deadline|target|goal|price"
    r"|total|number)"
    r"|from \$?\d\S* to",
    now=r"now|currently|already|so far|as of (?:today|now|this \w+)|since (?:the|last|yesterday|then|i|we)|finally"
    r"|these days|from now on|from \w+ on|latest|final|new|at this point|by now|up to",
    ended=r"moved out|broke up|split up|divorced|quit|resigned|got fired|laid off|left|sold|passed away|died"
    r"|cancell?ed|called off|no longer|any ?more|stopped|gave up|given up|dropped out|gave away|got rid of|withdrew"
    r"|retired|shut down|closed down|scrapped|abandoned|ended",
    maybe=r"if|would|might|may(?! \d)|maybe|perhaps|could|should|hope|hoping|wish|want(?:ed)? to|thinking (?:of"
    r"|about)|considering|i'd|we'd|he'd|she'd|they'd|imagine|wonder|suppose|let's|for example|e\.g|tempted|probably"
    r"|possibly|dream(?:ing)? of|aim to|someday|one day|almost|nearly|can't wait",
    asks=r"can you|could you|would you|will you|how|what|which|why|when|where|should i|should we|do you|does|is there"
    r"|are there|any (?:ideas|tips|advice)|please|help me|is it|am i|did you|who",
    once=r"yesterday|today|tonight|last \w+|this (?:morning|afternoon|evening|week|weekend|month)|ago|the other day"
    r"|tomorrow|on the way|saw|ran|met|flew|went|spent|paid|bought|ate|watched|walked|studied|cooked|visited|slept"
    r"|drank|played|swam|cycled|drove|gave|took|made|had|in (?:spring|summer|autumn|winter)|once|tried|read about"
    r"|heard|won|lost|scored|came|caught|felt|got (?:a|an|some)|enjoyed|attended|used to",
    habit=r"every|each|usually|always|sometimes|often|\w+days|weekly|daily",
    state=r"is|are|am|(?:it|that|there|he|she|who|i|we|they|you)'(?:s|m|re|ve)|has|have|stands?|sits?|through"
    r"|finished|completed|done|so far|averag\w+|answers?|limit|target|goal|deadline|budget|runs?|lives?|works?|uses?"
    r"|using|takes?|costs?|takes place|expecting|due|set (?:to|for)|scheduled|based|need|needs|pay|pays|weighs?"
    r"|leaves|includes?",
    instead=r"from|instead of|rather than|replaced|replacing|no longer|not|off|away from|used to be|was|left",
    breaks=r"but|because|after|when|thanks to|while|although|though|so|and (?:i|we|my|it|he|she|they|the)|which"
    r"|since then",
    numbers="zero:0 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13"
    " fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50"
    " sixty:60 seventy:70 eighty:80 ninety:90",
    months="january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october"
    "|oct november|nov december|dec",
    weekdays="monday|mondays|mon tuesday|tuesdays|tue wednesday|wednesdays|wed thursday|thursdays|thu friday|fridays"
    "|fri saturday|saturdays|sat sunday|sundays|sun",
    roles="sister brother mother mom mum father dad son daughter cousin uncle aunt boss manager wife husband partner"
    " girlfriend boyfriend grandmother grandma grandfather grandpa niece nephew neighbour neighbor colleague coworker"
    " roommate flatmate landlord teacher tutor coach friend dentist doctor therapist kids dog cat",
)

SPANISH = Words(
    change=r"cambi(?:ó|ado|amos|é|aron)|mov(?:ió|ido|imos)|(?:se )?mud(?:ó|ado|é|amos)|pas(?:ó|ado|amos"
    r"|aron)(?: \w+){0,3} (?:a|al|para)|reprogram\w+|aplaz\w+|pospu\w+|pospuesto|retras\w+|adelant(?:ó|ado|amos|aron)"
    r"|aument\w+|sub(?:ió|ido|imos|ieron)|baj(?:ó|ado|amos|aron)|reduc\w+|reduj\w+|ampli(?:ó|ado|amos)|actualiz\w+"
    r"|sustitu\w+|reemplaz\w+|migr\w+|mejor(?:ó|ado)|crec(?:ió|ido)|en vez de|en lugar de|en realidad|al final|ya no"
    r"|corrección|alcanz\w+|lleg(?:ué|ado|ó|amos|a) (?:a|al|hasta)|va por|vamos por|más",
    now=r"ahora|ya|actualmente|de momento|por fin|desde (?:hoy|ayer|ahora)|hasta ahora|nuev[oa]|últim[oa]|por ahora",
    ended=r"ya no|dej(?:é|ó|ado|amos) de|dejé|dejó|cancel\w+|romp\w+|se fue|se mudó|se ha mudado|separ\w+|divorci\w+"
    r"|renunci\w+|despid\w+|vend(?:í|ió|ido|imos)|muri\w+|falleci\w+|abandon\w+",
    maybe=r"si|quizás?|tal vez|a lo mejor|podría\w*|debería\w*|gustaría|ojalá|espero|quiero|quisiera|querría|sería"
    r"|pienso|creo|imagina|algún día|casi|por ejemplo|igual",
    asks=r"puedes|podrías|cómo|qué|cuál|cuándo|dónde|por qué|hay alguna?|me ayudas|crees que|ayúdame",
    once=r"ayer|hoy|anoche|anteayer|(?:la|el) \w+ pasad[oa]|esta (?:mañana|tarde|noche|semana)|hace|gasté|vi|fui"
    r"|compré|corrí|pasé|leí|comí|conocí|pagué|estudié|caminé|jugué|(?<!la )mañana|pasó",
    habit=r"cada|todos los|todas las|siempre|a veces|normalmente|a menudo",
    state=r"es|está|son|están|mora|reside|tengo|tiene|tenemos|llevo|lleva|vive|vivo|trabaj\w+|uso|usa|cuesta|queda"
    r"|pago|he|hay|tomo|será|pesa|sale",
    instead=r"de|del|en vez de|en lugar de|no|ya no|era|dej[óé]",
    breaks=r"pero|porque|cuando|gracias a|aunque|mientras|así que|y (?:yo|mi|la|el|ya)",
    numbers="cero:0 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12 trece:13"
    " catorce:14 quince:15 dieciséis:16 diecisiete:17 dieciocho:18 diecinueve:19 veinte:20 treinta:30 cuarenta:40"
    " cincuenta:50",
    months="enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    weekdays="lunes martes miércoles jueves viernes sábado|sábados domingo|domingos",
    roles="hermana hermano madre mamá padre papá hijo hija primo prima tío tía jefe jefa mujer marido esposa esposo"
    " pareja novia novio abuela abuelo sobrina sobrino vecino vecina compañera compañero profesor profesora amiga"
    " amigo dentista médico médica psicóloga psicólogo psiquiatra terapeuta suegra suegro cuñada cuñado colega",
)

FRENCH = Words(
    change=r"chang(?:é|ée|és|eons)|déplac\w+|déménag\w+|report(?:é|ée|és|ées|ons)|repouss\w+|décal\w+|avanc(?:é|ée)"
    r"|augment\w+|baiss\w+|rédui\w+|prolong\w+|pass(?:é|ée|ons|e)(?: \w+){0,3} (?:à|au)|mont(?:é|ée) (?:à|au)"
    r"|remplac\w+|migr\w+|mis à jour|amélior\w+|plutôt que|au lieu de|en fait|finalement|ne \w+ plus|n'\w+ plus"
    r"|plus à|correction|attein\w+|grimp\w+|arriv(?:é|ée|ons) à|en (?:est|suis|sommes) à|de plus",
    now=r"maintenant|désormais|déjà|actuellement|à présent|dorénavant|enfin|jusqu'ici|nouve(?:au|lle)|dernière?"
    r"|depuis (?:hier|ce)",
    ended=r"ne \w+ plus|n'\w+ plus|arrêt(?:é|e|er)|annul\w+|quitt(?:é|e)|rompu|séparé\w*|divorc\w+|démissionn\w+"
    r"|viré\w*|vendu\w*|mort\w*|décéd\w+|parti\w*|abandonn\w+|déménag\w+",
    maybe=r"si|peut-être|pourrai\w+|devrai\w+|aimerai\w+|voudrai\w+|espère|veux|veut|serai[st]|serait|imagine|un jour"
    r"|presque|par exemple|je pense",
    asks=r"peux-tu|tu peux|pourrais-tu|tu pourrais|comment|quel\w*|quoi|pourquoi|quand|où|est-ce que|qu'est-ce"
    r"|aide-moi|y a-t-il",
    once=r"hier|aujourd'hui|ce matin|ce soir|cette (?:semaine|nuit)|la semaine dernière|il y a|demain|dernier|on part"
    r"|j'ai vu|j'ai acheté|j'ai mangé|j'ai dépensé|j'ai couru|je suis allée?",
    habit=r"chaque|tous les|toutes les|toujours|parfois|souvent|d'habitude",
    state=r"est|sont|a lieu|loge|c'est|ai|a|avons|habite|vit|vis|travaille|utilise|coûte|paie|prends|aura lieu|j'ai"
    r"|il y a|en suis|pèse|part",
    instead=r"de|du|des|au lieu de|plutôt que|pas|plus à|plus|était|quittée?",
    breaks=r"mais|parce que|quand|grâce à|car|alors|donc|pendant que|et (?:je|mon|ma|la|le)",
    numbers="zéro:0 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13"
    " quatorze:14 quinze:15 seize:16 vingt:20 trente:30 quarante:40 cinquante:50 soixante:60",
    months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    weekdays="lundi|lundis mardi|mardis mercredi|mercredis jeudi|jeudis vendredi|vendredis samedi|samedis dimanche"
    "|dimanches",
    roles="sœur frère mère maman père papa fils fille cousin cousine oncle tante chef cheffe patron patronne femme"
    " mari copine copain compagne compagnon nièce neveu voisin voisine collègue coloc professeur amie ami dentiste"
    " médecin psy psychiatre grand-mère grand-père colocataire cheffe beau-frère belle-sœur belle-mère beau-père",
)

PORTUGUESE = Words(
    change=r"mud(?:ou|ei|ámos|amos|ado)|pass(?:ou|ámos|ado|aram)(?: \w+){0,3} para|adi(?:ou|ei|ado|ada|ámos)"
    r"|remarc\w+|reagend\w+|adiant(?:ou|ado)|aument(?:ou|ei|ado|ámos)|sub(?:iu|imos|ido)|baix(?:ou|ei|ado|ámos)"
    r"|reduz\w+|desc(?:eu|emos)|prolong\w+|atualiz\w+|substitu\w+|troc(?:ou|ei|ámos)|migr\w+|melhor(?:ou|ei|ado)"
    r"|cresc(?:eu|ido)|em vez de|afinal|na verdade|já não|deixou de|correção|cheg(?:uei|ou|ámos|a) (?:a|à|aos|às)"
    r"|vai (?:em|nos|nas)|mais|atingi\w*",
    now=r"agora|já|atualmente|neste momento|finalmente|até agora|desde (?:ontem|hoje)|nov[oa]|últim[oa]|por agora",
    ended=r"já não|deix(?:ei|ou|ámos) de|deixei|cancel\w+|acab(?:ou|ei|ámos)|separ\w+|divorci\w+|demiti\w+|despedi\w+"
    r"|vend(?:i|eu|emos)|morreu|faleceu|desisti\w*|mudou-se|saiu de",
    maybe=r"se|talvez|se calhar|poderia|podia|devia|gostava|gostaria|oxalá|espero|quero|queria|seria|imagina|um dia"
    r"|quase|por exemplo|acho",
    asks=r"podes|podias|como|o que|qual|quando|onde|porquê|porque é que|há algum\w*|ajudas-me|achas que|ajuda-me",
    once=r"ontem|hoje|anteontem|(?:a|o) \w+ passad[oa]|esta (?:manhã|tarde|noite|semana)|há|gastei|vi|fui|comprei"
    r"|corri|passei|li|comi|conheci|paguei|estudei|joguei|amanhã",
    habit=r"cada|todos os|todas as|sempre|às vezes|normalmente|costumo",
    state=r"é|está|são|estão|mora|moro|tenho|tem|temos|vive|vivo|trabalh\w+|uso|usa|custa|fica|pago|há|tomo|será|vou"
    r"|pesa|sai|escrevi",
    instead=r"de|do|da|em vez de|não|já não|era|deix(?:ou|ei) [oa]|trocou [oa]|troquei [oa]",
    breaks=r"mas|porque|quando|graças a|embora|enquanto|então|e (?:eu|a minha|o meu|já)",
    numbers="zero:0 dois:2 duas:2 três:3 quatro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 onze:11 doze:12 treze:13"
    " catorze:14 quinze:15 vinte:20 trinta:30 quarenta:40 cinquenta:50",
    months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    weekdays="segunda|segunda-feira|segundas terça|terça-feira|terças quarta|quarta-feira|quartas quinta|quinta-feira"
    "|quintas sexta|sexta-feira|sextas sábado|sábados domingo|domingos",
    roles="irmã irmão mãe pai filho filha primo prima tio tia chefe mulher marido companheira companheiro namorada"
    " namorado avó avô sobrinha sobrinho vizinho vizinha colega professor professora amiga amigo dentista médico"
    " médica psicóloga psicólogo psiquiatra terapeuta sogra sogro cunhada cunhado mamã papá",
)

OF = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "pt": PORTUGUESE}

EMPTY = words(
    "per weekend home ask asked asks get got go going make making thing really just still well good great today"
    " yesterday tomorrow currently update quick keep let want need try trying like feel think help start started"
    " work working lot bit way back one first next come coming see seeing use using take taking have say look"
    " looking done able much many sure okay hey thanks far total day days week weeks month ve ll re don doesn set"
    " put give run runs up down stand stands hacer hago voy va ir hoy ayer mañana bien cosa ahora ya llevar llevo"
    " lleva tener poner quedar queda final sigo faire fais vais va aller hier demain bien chose maintenant"
    " désormais déjà avoir mettre ai as plus lieu aura fait fazer faço vou vai ir hoje ontem amanhã bem coisa"
    " agora já ter tenho pôr ficar fica final"
)
"""Words that say too little to show that two sentences are about one thing, beside the stop words."""

SAME_UNIT = {
    "ms": "ms milliseconds millisecond milisegundos millisecondes",
    "s": "s sec secs seconds second segundos secondes",
    "min": "min mins minutes minute minutos",
    "h": "h hr hrs hours hour horas hora heures heure",
    "days": "days day días dia dias jours jour",
    "weeks": "weeks week semanas semana semaines semaine",
    "months": "months month meses mes mois",
    "years": "years year años año ans anos ano",
    "g": "g gram grams gramos grammes gramas",
    "kg": "kg kilos kilo",
    "lb": "lb lbs pounds",
    "km": "km kilometers kilometres kilómetros kilomètres quilómetros",
    "mi": "mi miles mile",
    "mg": "mg",
    "ml": "ml",
    "mb": "mb",
    "gb": "gb",
    "kb": "kb",
    "%": "% percent pct",
    "money": "$ € £ usd eur dollars dollar euros euro bucks",
}
MEASURES = {word: unit for unit, spellings in SAME_UNIT.items() for word in spellings.split()}

LABELS = words(
    "chapter level step phase sprint week day part page room lesson unit episode season grade round stage module"
    " exercise task issue ticket question section act scene floor gate platform week capítulo nivel paso fase"
    " página lección parte chapitre niveau étape leçon partie nível passo lição número number no"
)
"""Nouns that a number after them names, and does not count."""

STAGES = tuple(
    tuple(words(stage.replace("|", "\n"), "\n") for stage in family.split(" > "))
    for family in (
        "applied|applying|pending|waiting|awaiting|submitted > interview|interviewing|shortlisted > offer|offered"
        "|rejected|declined|withdrew|accepted|hired|approved|granted|denied",
        "planned > started|began|ongoing|halfway > finished|completed|shipped|launched|released|wrapped > scrapped"
        "|abandoned",
        "broken|broke|failing|stuck|blocked > fixed|repaired|resolved|solved|unblocked|working again",
        "ordered > shipped|dispatched > arrived|delivered > returned",
        "booked|reserved|confirmed > cancelled|canceled",
        "solicitado|pendiente|esperando|enviada|enviado > rechazado|rechazada|rechazaron|aceptado|aceptada|aceptaron"
        "|aprobado|aprobada",
        "roto|rota|averiado|averiada > arreglado|arreglada|reparado|reparada|resuelto|resuelta",
        "en attente|déposé|déposée|envoyé|envoyée > refusé|refusée|accepté|acceptée|approuvé|approuvée",
        "cassé|cassée|en panne > réparé|réparée|résolu|résolue",
        "pendente|à espera|enviado|enviada > rejeitado|rejeitada|aceite|aprovado|aprovada|recusado|recusada",
        "avariado|avariada|partido|partida|estragado|estragada > arranjado|arranjada|reparado|reparada|resolvido"
        "|resolvida",
    )
)
"""What becomes of things, stage by stage. A later stage updates an earlier one."""

FRAMES = (
    "live lives living lived based move moved moving relocated settled reside resides home vive vivo vivir mudó mudado"
    " mudé mudamos habite habiter vit vis déménagé déménager mora moro mudou mudei mudámos viver flatmate roommate"
    " lodger out",
    "work works worked working job employed hired joined join trabaja trabajo trabajar travaille travailler trabalha"
    " trabalho quit resigned boss manager intern promoted",
    "use uses using used run runs running switch switched migrated migrate replaced built deploy deployed host hosted"
    " hosting uso usa usamos utilise utilisons uso usamos",
    "girlfriend boyfriend dating married wife husband partner together engaged single divorced novia novio split"
    " broke broken separated divorced relationship rompido rompimos separamos copine copain namorada namorado casado"
    " casada",
    "take takes taking dose doses dosis mg prescribed tomo tomar tomando prends prendre tomei",
)
"""Words that speak of one relation."""

MOVES = words("move moved moving relocated mudó mudado mudé mudamos déménagé déménager mudou mudei mudámos")
"""Of the first frame, those that say so only where nobody says what is moved: "moved to Oslo", not "moved the blog"."""


@cache
def pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{getattr(OF[language], name)})(?!\w)")
