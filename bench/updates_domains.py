"""Made-up talk about things that change, and talk that only looks like it.

`{e}` and `{f}` are two different entities, `{a}` and `{b}` two different values. Every `older` can be updated by every
`newer` of its domain; look-alikes are pairs of their own.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Domain:
    name: str
    language: str
    unseen: bool
    entities: list[str]
    values: list[str]
    older: list[str]
    newer: list[str]
    lookalikes: list[tuple[str, str]]
    rises: bool = False


def seen(name: str, language: str, *rest: list[str], lookalikes: list[tuple[str, str]], rises: bool = False) -> Domain:
    entities, values, older, newer = rest
    return Domain(name, language, False, entities, values, older, newer, lookalikes, rises)


def unseen(
    name: str, language: str, *rest: list[str], lookalikes: list[tuple[str, str]], rises: bool = False
) -> Domain:
    entities, values, older, newer = rest
    return Domain(name, language, True, entities, values, older, newer, lookalikes, rises)


DOMAINS = [
    # ------------------------------------------------------------------------------------------------ seen, English
    seen(
        "service latency",
        "en",
        ["search API", "login endpoint", "billing service", "image resizer"],
        ["120 ms", "180ms", "250 ms", "400 milliseconds", "90 ms"],
        ["the {e}'s latency target is {a}", "our latency target for the {e} is {a}, measured at p95"],
        [
            "we lowered the latency target of the {e} to {b}",
            "the {e}'s latency target is now {b}",
            "after the review the latency target for the {e} was changed to {b}, can you adjust the tests?",
            "actually the latency target of the {e} is {b}",
        ],
        lookalikes=[
            ("the {e}'s latency target is {a}", "the {f}'s latency target is {b}"),
            ("the {e}'s latency target is {a}", "should the latency target of the {e} be {b}?"),
            ("the {e}'s latency target is {a}", "the {e} had a spike of {b} last night while I slept"),
            ("the {e}'s latency target is {a}", "if the {e} were at {b} I would be happier"),
        ],
    ),
    seen(
        "test coverage",
        "en",
        ["parser", "checkout", "auth module", "scheduler"],
        ["61%", "68%", "74%", "79 percent", "86%", "92%"],
        [
            "test coverage of the {e} is at {a}",
            "I've reached {a} test coverage on the {e}",
            "I'm writing unit tests for the {e} and coverage stands at {a}, what should I test next?",
        ],
        [
            "test coverage on the {e} has improved to {b}",
            "the {e}'s coverage went up to {b} after I added the edge cases",
            "we now have {b} coverage for the {e}",
        ],
        lookalikes=[
            ("test coverage of the {e} is at {a}", "test coverage of the {f} is at {b}"),
            ("test coverage of the {e} is at {a}", "I gave {b} of my attention to the {e} today"),
            ("branch coverage of the {e} is {a}", "line coverage of the {e} is {b}"),
        ],
        rises=True,
    ),
    seen(
        "study progress",
        "en",
        ["statistics book", "Rust course", "anatomy textbook", "history reader"],
        ["3", "five", "6", "seven", "9", "11"],
        ["I've finished {a} of the 12 chapters of the {e}", "so far I have read {a} chapters of my {e}"],
        [
            "{b} chapters of the {e} done now",
            "I've now finished {b} chapters of the {e}",
            "good news, I'm through {b} chapters of the {e}",
            "{b} chapters done now",
        ],
        lookalikes=[
            ("I've finished {a} chapters of the {e}", "I've finished {b} chapters of the {f}"),
            ("chapter {a} of the {e} is about sampling", "chapter {b} of the {e} is about variance"),
            ("I read chapter {a} of the {e} and liked it", "I read chapter {b} of the {e} and liked it less"),
            ("I've finished {a} chapters of the {e}", "how many chapters of the {e} can I finish in {b} days?"),
            ("yesterday I studied {a} hours for the {e}", "today I studied {b} hours for the {e}"),
        ],
        rises=True,
    ),
    seen(
        "appointments",
        "en",
        ["Dr Lee", "Dr Osei", "the physiotherapist", "the tax advisor"],
        ["Tuesday at 3", "Thursday at 4", "Monday at 10", "Friday at 9:30", "March 14 at 2pm"],
        ["my appointment with {e} is {a}", "I'm seeing {e} on {a}", "{e} can see me {a}"],
        [
            "{e} moved it to {b}",
            "my appointment with {e} was rescheduled to {b}",
            "the appointment with {e} has been pushed back to {b}",
            "{e}'s office called, I'm coming {b} instead",
        ],
        lookalikes=[
            ("my appointment with {e} is {a}", "my appointment with {f} is {b}"),
            ("my appointment with {e} is {a}", "I have choir practice {b}"),
            ("my appointment with {e} is {a}", "lunch with my mother moved to {b}"),
            ("I saw {e} last week on {a}", "I'm going dancing {b}"),
        ],
    ),
    seen(
        "counts at home",
        "en",
        ["cats", "goldfish", "plants", "chairs"],
        ["two", "3", "four", "5", "seven"],
        ["I have {a} {e}", "we have {a} {e} at home"],
        ["I have {b} {e} now", "we're up to {b} {e}", "we have {b} {e} since the weekend"],
        lookalikes=[
            ("I have {a} {e}", "I have {b} {f}"),
            ("I have {a} {e}", "my neighbour has {b} {e}"),
            ("I have {a} {e}", "I'd love to have {b} {e} one day"),
            ("I saw {a} {e} in the park", "I saw {b} {e} on the way home"),
        ],
        rises=True,
    ),
    seen(
        "who lives here",
        "en",
        ["Ana", "Marcus", "Ioana", "Pete"],
        ["flatmate", "roommate", "lodger"],
        ["{e} is my {a}", "I live with my {a} {e}"],
        ["{e} moved out", "{e} has moved out of the flat", "{e} doesn't live here anymore", "{e} is no longer my {a}"],
        lookalikes=[
            ("{e} is my {a}", "{f} moved out of her parents' house"),
            ("{e} is my {a}", "{e} cooked dinner for us"),
            ("{e} is my {a}", "{f} is my other {a}"),
            ("{e} is my {a}", "{e} bought a new lamp for the hall"),
        ],
    ),
    seen(
        "versions and tools",
        "en",
        ["backend", "dashboard", "mobile app", "crawler"],
        ["Postgres", "MySQL", "Redis", "SQLite"],
        ["the {e} runs on {a}", "I'm using {a} for the {e}"],
        [
            "we migrated the {e} from {a} to {b}",
            "the {e} runs on {b} now",
            "I switched the {e} to {b}",
            "I replaced {a} with {b} in the {e}",
        ],
        lookalikes=[
            ("the {e} runs on {a}", "the {f} runs on {b}"),
            ("the {e} runs on {a}", "I read an article about {b} last night"),
            ("the {e} runs on {a}", "is {b} better for the {e}?"),
            ("I'm using {a} for the {e}", "I might try {b} for a toy project"),
        ],
    ),
    seen(
        "birthdays and dates",
        "en",
        ["sister", "brother", "cousin", "boss"],
        ["May 3", "June 12", "October 9", "December 1"],
        ["the party for my {e} is on {a}"],
        ["my {e}'s party got postponed to {b}", "we changed the date of my {e}'s party to {b}"],
        lookalikes=[
            ("my {e}'s birthday is {a}", "my {f}'s birthday is {b}"),
            ("I flew to Rome on {a}", "I flew to Oslo on {b}"),
            ("I go swimming on Mondays", "I go swimming with my {e} on Thursdays"),
            ("I met my {e} on {a}", "I met my {e} again on {b}"),
        ],
    ),
    # ----------------------------------------------------------------------------------------- seen, other languages
    seen(
        "presupuesto",
        "es",
        ["de la boda", "de la reforma", "del viaje", "del curso"],
        ["1.200 €", "1500 euros", "2.000 €", "900 euros"],
        ["el presupuesto {e} es de {a}"],
        [
            "hemos subido el presupuesto {e} a {b}",
            "ahora el presupuesto {e} es de {b}",
            "al final el presupuesto {e} queda en {b}",
        ],
        lookalikes=[
            ("el presupuesto {e} es de {a}", "el presupuesto {f} es de {b}"),
            ("el presupuesto {e} es de {a}", "¿crees que {b} bastan para el presupuesto {e}?"),
            ("ayer gasté {a} en ropa", "hoy gasté {b} en comida"),
        ],
    ),
    seen(
        "travail",
        "fr",
        ["Ana", "Luc", "Inès", "mon frère"],
        ["Lyon", "Nantes", "Lille", "Bordeaux"],
        ["{e} habite à {a}", "{e} vit à {a} depuis deux ans"],
        ["{e} habite désormais à {b}", "{e} a déménagé à {b}", "{e} n'habite plus à {a}"],
        lookalikes=[
            ("{e} habite à {a}", "{f} habite à {b}"),
            ("{e} habite à {a}", "{e} adore le train pour {b}"),
            ("{e} habite à {a}", "on part en week-end à {b}"),
        ],
    ),
    seen(
        "consulta",
        "pt",
        ["dentista", "oftalmologista", "fisioterapeuta", "contabilista"],
        ["terça às 15h", "quinta às 10h", "sexta às 9h30", "dia 12 de março"],
        ["tenho consulta com o {e} na {a}", "a consulta do {e} é {a}"],
        ["a consulta do {e} passou para {b}", "o {e} adiou a consulta para {b}", "agora a consulta do {e} é {b}"],
        lookalikes=[
            ("a consulta do {e} é {a}", "a consulta do {f} é {b}"),
            ("a consulta do {e} é {a}", "o jantar com a Rita passou para {b}"),
            ("a consulta do {e} é {a}", "às vezes corro na {b}"),
        ],
    ),
    # ---------------------------------------------------------------------------------------------- unseen, English
    unseen(
        "running",
        "en",
        ["half marathon", "10k", "club relay", "trail race"],
        ["1:58", "2:05", "1:52", "1:47"],
        ["my goal time for the {e} is {a}"],
        [
            "I revised my goal time for the {e} to {b}",
            "my coach thinks {b} is realistic, so that's my new goal time for the {e}",
            "my {e} goal time is {b} now",
        ],
        lookalikes=[
            ("my goal time for the {e} is {a}", "my goal time for the {f} is {b}"),
            ("I ran the {e} in {a} in spring", "I ran the {e} in {b} in autumn"),
        ],
    ),
    unseen(
        "wedding",
        "en",
        ["ceremony", "rehearsal dinner", "brunch", "reception"],
        ["80 guests", "95 guests", "110 guests", "64 guests"],
        ["we're expecting {a} for the {e}", "the guest list for the {e} has {a}"],
        [
            "the {e} guest list grew to {b}",
            "we're now expecting {b} for the {e}",
            "we cut the {e} down to {b}",
            "final count for the {e} is {b} after the last replies came in",
        ],
        lookalikes=[
            ("we're expecting {a} for the {e}", "we're expecting {b} for the {f}"),
            ("we're expecting {a} for the {e}", "my cousin's {e} had {b} and it was lovely"),
        ],
    ),
    unseen(
        "novel",
        "en",
        ["mystery novel", "memoir", "thesis", "screenplay"],
        ["18,000 words", "22,500 words", "31k words", "40,000 words"],
        ["my {e} is at {a}", "I've written {a} of the {e} so far"],
        ["the {e} has grown to {b}", "I hit {b} on the {e} this week", "my {e} stands at {b} as of today"],
        lookalikes=[
            ("my {e} is at {a}", "my {f} is at {b}"),
            ("my {e} is at {a}", "how long would {b} of the {e} take to edit?"),
        ],
        rises=True,
    ),
    unseen(
        "job hunt",
        "en",
        ["Contoso", "Globex", "Initech", "Umbrella Labs"],
        ["first interview", "second interview", "final round"],
        ["my application at {e} is still pending", "I'm waiting to hear back from {e}"],
        ["{e} rejected my application", "{e} made me an offer", "I withdrew my application at {e}"],
        lookalikes=[
            ("my application at {e} is still pending", "{f} rejected my application"),
            ("my application at {e} is still pending", "I applied at {f} as well"),
            ("my application at {e} is still pending", "the office of {e} has a nice view"),
        ],
    ),
    unseen(
        "medication",
        "en",
        ["methylphenidate", "sertraline", "vitamin D", "melatonin"],
        ["10 mg", "20 mg", "30 mg", "5 mg"],
        ["I take {a} of {e} in the morning", "my {e} dose is {a}"],
        [
            "my doctor raised my {e} to {b}",
            "I'm on {b} of {e} now",
            "my {e} dose went down to {b}",
            "I stopped taking {e}",
        ],
        lookalikes=[
            ("I take {a} of {e} in the morning", "I take {b} of {f} in the morning"),
            ("I take {a} of {e} in the morning", "my mother takes {b} of {e}"),
            ("I take {a} of {e} in the morning", "would {b} of {e} be too much?"),
        ],
    ),
    unseen(
        "rent",
        "en",
        ["studio", "garage", "workshop", "storage unit"],
        ["$850", "$920", "$1,050", "$780"],
        ["the rent for the {e} is {a} a month", "I pay {a} for the {e}"],
        [
            "the landlord raised the rent of the {e} to {b}",
            "rent for the {e} went up to {b}",
            "from May on the {e} costs {b}",
        ],
        lookalikes=[
            ("the rent for the {e} is {a} a month", "the rent for the {f} is {b} a month"),
            ("I pay {a} for the {e}", "I paid {b} for a desk in the {e}"),
        ],
    ),
    unseen(
        "releases",
        "en",
        ["firmware", "plugin", "SDK", "design system"],
        ["v1.4.0", "2.0.1", "v2.3", "3.1.0"],
        ["the {e} is on version {a}", "we ship {e} {a}"],
        ["we upgraded the {e} to {b}", "the {e} is on version {b} now", "{e} version bumped to {b}"],
        lookalikes=[
            ("the {e} is on version {a}", "the {f} is on version {b}"),
            ("the {e} is on version {a}", "version {b} of the {f} broke the build"),
        ],
        rises=True,
    ),
    unseen(
        "band rehearsal",
        "en",
        ["band", "choir", "orchestra", "theatre group"],
        ["Monday", "Wednesday", "Thursday", "Sunday"],
        ["{e} rehearsal is on {a}", "the {e} rehearses every {a}"],
        [
            "{e} rehearsal has moved to {b}",
            "from now on the {e} meets on {b} instead of {a}",
            "{e} rehearsal is on {b} now",
        ],
        lookalikes=[
            ("{e} rehearsal is on {a}", "{f} rehearsal is on {b}"),
            ("{e} rehearsal is on {a}", "I'm off work on {b}"),
        ],
    ),
    unseen(
        "work and home",
        "en",
        ["Rosa", "Kwame", "my uncle", "Jin"],
        ["Lisbon", "Toronto", "Leeds", "Oslo"],
        ["{e} lives in {a}", "{e} is based in {a}"],
        ["{e} moved to {b}", "{e} lives in {b} now", "{e} no longer lives in {a}", "{e} has relocated to {b}"],
        lookalikes=[
            ("{e} lives in {a}", "{f} lives in {b}"),
            ("{e} lives in {a}", "{e} spent a weekend in {b}"),
            ("{e} lives in {a}", "{f} moved to {b}"),
        ],
    ),
    # --------------------------------------------------------------------------------------- unseen, other languages
    unseen(
        "capítulos",
        "es",
        ["la tesis", "la novela", "el manual", "el informe"],
        ["2", "tres", "5", "siete", "8"],
        ["llevo {a} capítulos de {e}", "he escrito {a} capítulos de {e}"],
        ["ya llevo {b} capítulos de {e}", "ahora tengo {b} capítulos de {e} escritos"],
        lookalikes=[
            ("llevo {a} capítulos de {e}", "el capítulo {b} de {e} trata del mar"),
            ("el capítulo {a} me gustó", "el capítulo {b} me gustó menos"),
        ],
        rises=True,
    ),
    unseen(
        "trabajo",
        "es",
        ["Marta", "Pablo", "mi hermana", "mi primo"],
        ["Valencia", "Bilbao", "Sevilla", "Gijón"],
        ["{e} vive en {a}"],
        ["{e} se mudó a {b}", "{e} ya no vive en {a}", "{e} ahora vive en {b}"],
        lookalikes=[("{e} vive en {a}", "{f} vive en {b}"), ("{e} vive en {a}", "{e} pasó el puente en {b}")],
    ),
    unseen(
        "réunion",
        "fr",
        ["l'équipe", "le comité", "l'association", "le syndicat"],
        ["lundi à 9h", "mardi à 14h", "jeudi à 10h30", "vendredi à 16h"],
        ["la réunion avec {e} est {a}"],
        [
            "la réunion avec {e} est reportée à {b}",
            "la réunion avec {e} aura lieu {b} finalement",
            "{e} a déplacé la réunion à {b}",
        ],
        lookalikes=[
            ("la réunion avec {e} est {a}", "la réunion avec {f} est {b}"),
            ("la réunion avec {e} est {a}", "je vais au marché {b}"),
        ],
    ),
    unseen(
        "renda",
        "pt",
        ["da loja", "do quarto", "da garagem", "do escritório"],
        ["450 €", "520 €", "600 euros", "380 €"],
        ["a renda {e} é de {a}"],
        ["a renda {e} subiu para {b}", "agora a renda {e} é de {b}", "o senhorio baixou a renda {e} para {b}"],
        lookalikes=[
            ("a renda {e} é de {a}", "a renda {f} é de {b}"),
            ("a renda {e} é de {a}", "gastei {b} no supermercado"),
        ],
    ),
]
