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
    # ------ seen, English
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
    # ------ seen, other languages
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
    # ------ longer messages, as to an assistant
    seen(
        "response time",
        "en",
        ["dashboard", "transactions page", "report export", "sign-up form"],
        ["800ms", "650 ms", "420ms", "310 ms", "250ms"],
        [
            "I'm working on the budget tracker and the {e} API response time is averaging around {a}, so I want to"
            " look at caching, how would you start?",
            "Here is my route. The {e} currently answers in {a} on average. I use Flask and SQLite",
        ],
        [
            "I've managed to get the {e} response time down to {b} with caching, but I still see timeouts elsewhere",
            "Profiling helped: average response time on the {e} dropped to {b}. What about the tests?",
            "with the new index the {e} answers in {b} on average now",
        ],
        lookalikes=[
            (
                "The {e} API response time is averaging around {a}, how would you start?",
                "I've managed to get the {f} response time down to {b} with caching",
            ),
            ("The {e} response time is {a}", "the timeout for the {e} job queue is {b} and I'd like to log it"),
            ("The {e} response time is {a}", "I want to get the {e} to {b}, how would I do that?"),
            ("The {e} response time is {a}", "I added a {b} delay to the toast message"),
        ],
    ),
    seen(
        "sprints",
        "en",
        ["login", "payments", "reporting", "onboarding"],
        ["March 29", "April 5", "April 12", "April 19"],
        [
            "I need to finish the {e} sprint by {a}, can you help me break it down?",
            "The deadline for the {e} sprint is {a}, and I have three tasks left",
        ],
        [
            "The {e} sprint deadline got extended to {b} because of the audit",
            "we agreed to move the {e} sprint deadline to {b}, so I've some room",
            "my manager gave us until {b} for the {e} sprint instead",
        ],
        lookalikes=[
            ("The deadline for the {e} sprint is {a}", "The deadline for the {f} sprint is {b}"),
            ("The deadline for the {e} sprint is {a}", "the demo for the {e} customers is on {b}"),
            ("The deadline for the {e} sprint is {a}", "I logged two bugs in {e} on {b}"),
        ],
    ),
    seen(
        "money aside",
        "en",
        ["emergency fund", "holiday pot", "car fund", "laptop fund"],
        ["$300", "$450", "$500", "$650", "$800"],
        ["I'm putting {a} a month into my {e}", "I've been saving {a} per month for the {e}, is that enough?"],
        [
            "I was able to increase my monthly savings for the {e} to {b}",
            "I bumped the {e} transfer to {b} a month",
            "I'm putting {b} a month into the {e} now",
        ],
        lookalikes=[
            ("I'm putting {a} a month into my {e}", "I'm putting {b} a month into my {f}"),
            ("I'm putting {a} a month into my {e}", "I'm paying {b} for groceries every month"),
            ("I'm putting {a} a month into my {e}", "I bought a bike for {b} without touching my {e}"),
        ],
        rises=True,
    ),
    seen(
        "scores",
        "en",
        ["algebra", "listening", "biology", "vocabulary"],
        ["68%", "72%", "79%", "85%", "91%"],
        ["I scored {a} on the {e} practice test, where should I improve?", "my {e} practice test score is {a}"],
        [
            "my {e} practice test score went up to {b}",
            "I improved my {e} practice test score to {b} after two weeks",
            "I got {b} on my latest {e} practice test",
        ],
        lookalikes=[
            ("my {e} practice test score is {a}", "my {f} practice test score is {b}"),
            ("my {e} practice test score is {a}", "the {e} exam counts for {b} of the grade"),
        ],
        rises=True,
    ),
    seen(
        "commits",
        "en",
        ["main branch", "feature branch", "docs repo", "API repo"],
        ["120 commits", "135 commits", "150 commits", "165 commits"],
        ["I've merged {a} into the {e} so far", "The {e} has {a}, and the history is getting messy"],
        ["the {e} has reached {b}", "I've now merged {b} into the {e}", "the {e} is at {b} as of today"],
        lookalikes=[
            ("The {e} has {a}", "The {f} has {b}"),
            ("The {e} has {a}", "can you squash {b} of the {e}?"),
        ],
        rises=True,
    ),
    seen(
        "weekly meetings",
        "en",
        ["Carla", "Devon", "Mei", "Tomás"],
        ["Tuesday at 6pm", "Thursday at 5pm", "Monday at 7pm", "Wednesday at 4:30pm"],
        [
            "{e} and I meet every {a} to review the script, and I want to prepare better",
            "my weekly call with {e} is {a}",
        ],
        [
            "{e} and I moved our weekly call to {b}",
            "my call with {e} is now on {b}",
            "{e} asked to shift our meeting to {b}, which suits me",
        ],
        lookalikes=[
            ("my weekly call with {e} is {a}", "my weekly call with {f} is {b}"),
            ("my weekly call with {e} is {a}", "I have yoga on {b}"),
            ("my weekly call with {e} is {a}", "{e} showed me a film on {b}"),
        ],
    ),
    # ------ the same, more of it
    seen(
        "newsletter",
        "en",
        ["newsletter", "podcast", "channel", "shop"],
        ["1,200 subscribers", "1,500 subscribers", "1.8k subscribers", "2,100 subscribers"],
        ["My {e} has {a} and I'd like to post more regularly, what would you suggest?", "We're at {a} on the {e}"],
        [
            "the {e} just passed {b}",
            "we've grown the {e} to {b}, thanks to the guest posts",
            "my {e} is up to {b}. Should I change the schedule?",
        ],
        lookalikes=[
            ("My {e} has {a}", "My {f} has {b}"),
            ("My {e} has {a}", "a friend's {e} has {b}"),
            ("My {e} has {a}", "I want to reach {b} with the {e} by summer"),
        ],
        rises=True,
    ),
    seen(
        "daily reading",
        "en",
        ["reading", "piano practice", "meditation", "stretching"],
        ["20 minutes", "30 minutes", "45 minutes", "an hour"],
        ["I do {a} of {e} a day, mostly before bed", "my daily {e} goal is {a}"],
        ["I increased my daily {e} to {b}", "I've adjusted my {e} goal to {b} a day", "I'm up to {b} of {e} a day"],
        lookalikes=[
            ("my daily {e} goal is {a}", "my daily {f} goal is {b}"),
            ("my daily {e} goal is {a}", "I skipped {e} and slept {b} longer"),
        ],
    ),
    seen(
        "credit",
        "en",
        ["credit score", "loan balance", "card debt", "savings balance"],
        ["4,200", "5,100", "6,300", "7,150"],
        ["My {e} is {a} and I'm worried about the mortgage, what can I do?", "currently my {e} sits at {a}"],
        ["I checked today and my {e} has changed to {b}", "my {e} is {b} now", "my {e} moved to {b} after the payment"],
        lookalikes=[
            ("My {e} is {a}", "My {f} is {b}"),
            ("My {e} is {a}", "my partner's {e} is {b}"),
        ],
    ),
    seen(
        "renovation",
        "en",
        ["kitchen", "bathroom", "attic", "porch"],
        ["$12,000", "$14,500", "$9,800", "$16k"],
        ["the quote for the {e} came in at {a}, which is more than we planned", "our {e} budget is {a}"],
        [
            "we raised the {e} budget to {b}",
            "the builder revised the quote for the {e} to {b}",
            "after cutting the extras our {e} budget is down to {b}",
        ],
        lookalikes=[
            ("our {e} budget is {a}", "our {f} budget is {b}"),
            ("our {e} budget is {a}", "we spent {b} on a car"),
        ],
    ),
    seen(
        "deadlines",
        "en",
        ["grant proposal", "visa application", "tax filing", "conference talk"],
        ["May 2", "May 16", "June 1", "June 20"],
        ["The {e} is due {a}. I haven't started, can you make a plan?", "I have to submit my {e} by {a}"],
        [
            "they pushed the {e} deadline to {b}",
            "the due date for my {e} changed to {b}",
            "I got an extension, so the {e} is due {b} now",
        ],
        lookalikes=[
            ("The {e} is due {a}", "The {f} is due {b}"),
            ("I have to submit my {e} by {a}", "I fly home on {b} after the {f}"),
        ],
    ),
    seen(
        "kanban",
        "en",
        ["To Do", "Review", "Backlog", "Testing"],
        ["18 cards", "25 cards", "32 cards", "11 cards"],
        ["the {e} column has {a} and I don't know where to begin", "there are {a} in {e}"],
        ["{e} is down to {b}", "there are {b} in {e} now", "the {e} column grew to {b} over the weekend"],
        lookalikes=[
            ("the {e} column has {a}", "the {f} column has {b}"),
            ("there are {a} in {e}", "I wrote {b} for my grandmother's friends"),
        ],
    ),
    # ------ more, English
    seen(
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
    seen(
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
    seen(
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
    seen(
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
    seen(
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
    seen(
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
    seen(
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
    seen(
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
    seen(
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
    # ------ more, other languages
    seen(
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
    seen(
        "trabajo",
        "es",
        ["Marta", "Pablo", "mi hermana", "mi primo"],
        ["Valencia", "Bilbao", "Sevilla", "Gijón"],
        ["{e} vive en {a}"],
        ["{e} se mudó a {b}", "{e} ya no vive en {a}", "{e} ahora vive en {b}"],
        lookalikes=[("{e} vive en {a}", "{f} vive en {b}"), ("{e} vive en {a}", "{e} pasó el puente en {b}")],
    ),
    seen(
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
    seen(
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
    # ------ still more, English
    seen(
        "garden",
        "en",
        ["tomatoes", "beans", "courgettes", "peppers"],
        ["6 beds", "8 beds", "10 beds", "12 beds"],
        ["I've planted {a} with {e} this year", "there are {a} of {e} in the garden"],
        ["I added two, so there are {b} of {e} now", "{e} take up {b} by now", "the {e} have expanded to {b}"],
        lookalikes=[
            ("there are {a} of {e} in the garden", "there are {b} of {f} in the garden"),
            ("there are {a} of {e} in the garden", "the allotment next door has {b} and a shed"),
        ],
        rises=True,
    ),
    seen(
        "team size",
        "en",
        ["design team", "support team", "data team", "night shift"],
        ["four people", "6 people", "seven people", "9 people"],
        ["the {e} has {a} and we're swamped, any advice?", "I lead the {e}, {a} in all"],
        [
            "two colleagues joined, so the {e} is {b} strong now",
            "the {e} has grown to {b}",
            "since the reorg the {e} has {b}",
        ],
        lookalikes=[
            ("the {e} has {a}", "the {f} has {b}"),
            ("the {e} has {a}", "{b} from the {e} went to the concert with us yesterday"),
        ],
        rises=True,
    ),
    seen(
        "flight",
        "en",
        ["Berlin", "Nairobi", "Osaka", "Lima"],
        ["6:40", "9:15", "13:20", "18:05"],
        ["my flight to {e} leaves at {a}", "I'm flying to {e} at {a}, when should I get up?"],
        [
            "the {e} flight got delayed to {b}",
            "my flight to {e} now leaves at {b}",
            "the airline changed my {e} flight, departure is {b}",
        ],
        lookalikes=[
            ("my flight to {e} leaves at {a}", "my flight to {f} leaves at {b}"),
            ("my flight to {e} leaves at {a}", "the airport bus to {f} goes at {b}"),
        ],
    ),
    seen(
        "subscriptions",
        "en",
        ["gym membership", "music plan", "cloud storage", "language app"],
        ["$9", "$12", "$15", "$25"],
        ["my {e} is {a} a month", "I have a {e} for {a} a month"],
        [
            "I cancelled my {e}",
            "I no longer have the {e}",
            "I downgraded the {e} and it's {b} a month now",
            "the {e} has gone up to {b}",
        ],
        lookalikes=[
            ("my {e} is {a} a month", "I cancelled the {f}"),
            ("my {e} is {a} a month", "a day pass costs {b} in my town"),
        ],
    ),
    seen(
        "weight",
        "en",
        ["dog", "suitcase", "bike", "backpack"],
        ["11 kg", "12.5 kg", "14 kg", "9.8 kg"],
        ["my {e} weighs {a}", "the {e} is {a}, the vet says, and that's fine"],
        ["my {e} weighs {b} now", "the {e} is down to {b}", "the {e} is {b} after the changes"],
        lookalikes=[
            ("my {e} weighs {a}", "my {f} weighs {b}"),
            ("my {e} weighs {a}", "I carried {b} of flour home"),
        ],
    ),
    seen(
        "job title",
        "en",
        ["Nadia", "my brother", "Theo", "my aunt"],
        ["Siemens", "Ikea", "Spotify", "Airbus"],
        ["{e} works at {a}", "{e} has a job at {a}"],
        [
            "{e} started at {b} after leaving {a}",
            "{e} switched jobs and works for {b} now",
            "{e} quit at {a}",
            "{e} left {a} for {b}",
        ],
        lookalikes=[
            ("{e} works at {a}", "{f} works at {b}"),
            ("{e} works at {a}", "{e} met somebody from {b} at a party"),
            ("{e} works at {a}", "{f} quit at {b}"),
        ],
    ),
    seen(
        "preferences",
        "en",
        ["coffee order", "desktop theme", "font size", "alarm sound"],
        ["14pt", "16pt", "18pt", "20pt"],
        ["my preferred {e} is {a}", "I keep the {e} at {a}"],
        ["I changed the {e} to {b}", "my preferred {e} is {b} now", "I've settled on {b} for the {e} instead"],
        lookalikes=[
            ("my preferred {e} is {a}", "my preferred {f} is {b}"),
            ("my preferred {e} is {a}", "my mother prefers {b} for her {e}"),
        ],
    ),
    seen(
        "sleep",
        "en",
        ["weekdays", "Sundays", "holidays", "workdays"],
        ["6:30", "7:00", "7:45", "8:15"],
        ["on {e} my alarm is set to {a}"],
        ["I moved my alarm on {e} to {b}", "my alarm on {e} is at {b} now"],
        lookalikes=[
            ("on {e} my alarm is set to {a}", "I missed the bus at {b}"),
            ("on {e} my alarm is set to {a}", "the bakery opens at {b} on {e}"),
        ],
    ),
    seen(
        "relationships",
        "en",
        ["Sam", "Noor", "Felix", "Lena"],
        ["girlfriend", "partner", "boyfriend", "wife"],
        ["{e} is my {a}", "I've been with {e} for three years, she's my {a}"],
        ["{e} and I broke up", "{e} and I are no longer together", "{e} and I split up in March"],
        lookalikes=[
            ("{e} is my {a}", "{f} and her husband broke up"),
            ("{e} is my {a}", "{e} and I went hiking"),
            ("{e} is my {a}", "{e} broke her arm"),
        ],
    ),
    seen(
        "hosting",
        "en",
        ["blog", "wiki", "photo archive", "mail server"],
        ["Hetzner", "Netlify", "Linode", "Vultr"],
        ["I host the {e} on {a}", "the {e} is hosted on {a}"],
        ["I moved the {e} to {b}", "the {e} is hosted on {b} these days", "I left {a} and the {e} runs on {b}"],
        lookalikes=[
            ("I host the {e} on {a}", "I host the {f} on {b}"),
            ("I host the {e} on {a}", "a colleague recommended {b} for her shop"),
        ],
    ),
    seen(
        "attendance",
        "en",
        ["workshop", "webinar", "book club", "cooking class"],
        ["15 participants", "22 participants", "28 participants", "34 participants"],
        ["{a} have signed up for the {e}, and I'm preparing the room", "the {e} has {a} so far"],
        ["we're at {b} for the {e}", "sign-ups for the {e} reached {b}", "another few joined, the {e} has {b} now"],
        lookalikes=[
            ("the {e} has {a} so far", "the {f} has {b} so far"),
            ("the {e} has {a} so far", "last year's {e} had {b}"),
        ],
        rises=True,
    ),
    # ------ still more, other languages
    seen(
        "dosis",
        "es",
        ["sertralina", "metilfenidato", "melatonina", "hierro"],
        ["10 mg", "20 mg", "30 mg", "50 mg"],
        ["tomo {a} de {e} por la mañana", "mi dosis de {e} es de {a}"],
        ["me han subido la {e} a {b}", "ahora tomo {b} de {e}", "mi dosis de {e} bajó a {b}", "dejé de tomar {e}"],
        lookalikes=[
            ("tomo {a} de {e} por la mañana", "tomo {b} de {f} por la noche"),
            ("tomo {a} de {e} por la mañana", "mi madre toma {b} de {e}"),
        ],
    ),
    seen(
        "cita",
        "es",
        ["la fisio", "el dentista", "la gestora", "el notario"],
        ["martes a las 10", "jueves a las 12", "viernes a las 9", "lunes a las 16"],
        ["tengo cita con {e} el {a}", "la cita con {e} es el {a}"],
        ["la cita con {e} se ha cambiado al {b}", "{e} me ha pasado la cita al {b}", "la cita con {e} es ahora el {b}"],
        lookalikes=[
            ("la cita con {e} es el {a}", "la cita con {f} es el {b}"),
            ("la cita con {e} es el {a}", "ceno con mis padres el {b}"),
        ],
    ),
    seen(
        "loyer",
        "fr",
        ["du studio", "du garage", "de l'atelier", "du box"],
        ["450 €", "520 €", "610 euros", "380 €"],
        ["le loyer {e} est de {a}"],
        ["le loyer {e} a augmenté à {b}", "le loyer {e} est maintenant de {b}", "le loyer {e} passe à {b}"],
        lookalikes=[
            ("le loyer {e} est de {a}", "le loyer {f} est de {b}"),
            ("le loyer {e} est de {a}", "j'ai dépensé {b} au marché hier"),
        ],
    ),
    seen(
        "chapitres",
        "fr",
        ["mémoire", "roman", "rapport", "manuel"],
        ["2", "trois", "5", "sept"],
        ["j'ai écrit {a} chapitres de mon {e}"],
        ["j'ai maintenant écrit {b} chapitres de mon {e}", "mon {e} en est à {b} chapitres"],
        lookalikes=[
            ("j'ai écrit {a} chapitres de mon {e}", "j'ai écrit {b} chapitres de mon {f}"),
            ("j'ai écrit {a} chapitres de mon {e}", "le chapitre {b} du {e} parle de la mer"),
        ],
        rises=True,
    ),
    seen(
        "casa",
        "pt",
        ["a Rita", "o Nuno", "o meu irmão", "a minha tia"],
        ["Braga", "Évora", "Coimbra", "Faro"],
        ["{e} vive em {a}", "{e} mora em {a}"],
        ["{e} mudou-se para {b}", "{e} já não vive em {a}", "agora {e} vive em {b}"],
        lookalikes=[("{e} vive em {a}", "{f} vive em {b}"), ("{e} vive em {a}", "{e} passou o verão em {b}")],
    ),
    seen(
        "páginas",
        "pt",
        ["tese", "relatório", "romance", "guião"],
        ["20 páginas", "35 páginas", "48 páginas", "60 páginas"],
        ["já escrevi {a} do {e}", "o {e} tem {a}"],
        ["o {e} já vai em {b}", "agora o {e} tem {b}", "cheguei a {b} do {e}"],
        lookalikes=[
            ("o {e} tem {a}", "o {f} tem {b}"),
            ("o {e} tem {a}", "li {b} de um livro ontem"),
        ],
        rises=True,
    ),
    # ------ unseen
    unseen(
        "podcast plan",
        "en",
        ["pilot episode", "season finale", "bonus episode", "interview special"],
        ["25 minutes", "32 minutes", "40 minutes", "18 minutes"],
        ["I want the cut right: the {e} runs {a}", "the {e} is {a} long at the moment"],
        [
            "I trimmed it, the {e} is {b} long now",
            "the {e} came down to {b} after the edit",
            "we stretched the {e} to {b}",
        ],
        lookalikes=[
            ("the {e} is {a} long", "the {f} is {b} long"),
            ("the {e} is {a} long", "I listened to a show about bees for {b} on my walk"),
        ],
    ),
    unseen(
        "server bill",
        "en",
        ["hosting bill", "phone bill", "power bill", "water bill"],
        ["$42", "$55", "$61", "$73"],
        ["my {e} comes to {a} a month, is that normal?", "we pay {a} for the {e}"],
        ["my {e} jumped to {b}", "the {e} has come down to {b} since I switched plans", "the {e} is {b} these days"],
        lookalikes=[
            ("my {e} comes to {a} a month", "my {f} comes to {b} a month"),
            ("my {e} comes to {a} a month", "I found {b} in an old coat"),
            ("my {e} comes to {a} a month", "could the {e} go up to {b}?"),
        ],
    ),
    unseen(
        "exam date",
        "en",
        ["driving test", "language exam", "oral exam", "audition"],
        ["April 3", "April 17", "May 8", "May 29"],
        ["my {e} is on {a}", "I have my {e} on {a} and I'm nervous, how do I prepare?"],
        [
            "my {e} was moved to {b}",
            "they put off my {e} until {b}",
            "I rebooked the {e} for {b}",
            "new date for my {e}: {b}",
        ],
        lookalikes=[
            ("my {e} is on {a}", "my {f} is on {b}"),
            ("my {e} is on {a}", "my parents arrive on {b}"),
            ("my {e} is on {a}", "what if my {e} were on {b}?"),
        ],
    ),
    unseen(
        "issue tracker",
        "en",
        ["frontend", "backend", "docs", "installer"],
        ["14 open issues", "19 open issues", "23 open issues", "31 open issues"],
        ["the {e} has {a}", "there are {a} for the {e}, where would you begin?"],
        [
            "the {e} is down to {b}",
            "we've got the {e} to {b}",
            "there are {b} left for the {e}",
            "the {e} backlog climbed to {b}",
        ],
        lookalikes=[
            ("the {e} has {a}", "the {f} has {b}"),
            ("the {e} has {a}", "I read {b} of an unrelated project for fun"),
        ],
    ),
    unseen(
        "family places",
        "en",
        ["Hana", "Oscar", "my cousin", "my grandmother"],
        ["Madrid", "Glasgow", "Vienna", "Austin"],
        ["{e} lives in {a} with two dogs", "{e}'s home is in {a}"],
        ["{e} just moved to {b}", "{e} left {a} and settled in {b}", "{e} lives in {b} these days"],
        lookalikes=[
            ("{e} lives in {a} with two dogs", "{f} lives in {b} with two dogs"),
            ("{e} lives in {a} with two dogs", "{e} sent a card from {b}"),
        ],
    ),
    unseen(
        "orders",
        "en",
        ["desk", "sofa", "printer", "heat pump"],
        ["one", "two"],
        ["I ordered the {e}", "the {e} is ordered and paid"],
        ["the {e} arrived", "the {e} has shipped", "they delivered the {e} this morning"],
        lookalikes=[
            ("I ordered the {e}", "the {f} arrived"),
            ("I ordered the {e}", "I dusted the {e}"),
        ],
    ),
    unseen(
        "peso",
        "es",
        ["la maleta", "el perro", "la mochila", "la bici"],
        ["9 kg", "11 kg", "12,5 kg", "14 kg"],
        ["{e} pesa {a}"],
        ["{e} ahora pesa {b}", "{e} ha bajado a {b}", "{e} ya pesa {b}"],
        lookalikes=[("{e} pesa {a}", "{f} pesa {b}"), ("{e} pesa {a}", "ayer compré {b} de naranjas")],
    ),
    unseen(
        "cours",
        "fr",
        ["le cours de piano", "le cours de yoga", "la chorale", "le club de lecture"],
        ["lundi à 18h", "mardi à 19h", "jeudi à 17h30", "samedi à 10h"],
        ["{e} est {a}", "{e} a lieu {a}"],
        ["{e} est désormais {b}", "{e} a été déplacé à {b}", "{e} passe à {b}"],
        lookalikes=[("{e} est {a}", "{f} est {b}"), ("{e} est {a}", "on dîne chez Paul {b}")],
    ),
    unseen(
        "equipa",
        "pt",
        ["a equipa de design", "a equipa de dados", "o coro", "a turma da noite"],
        ["6 pessoas", "8 pessoas", "9 pessoas", "12 pessoas"],
        ["{e} tem {a}"],
        ["{e} cresceu para {b}", "{e} agora tem {b}", "{e} já tem {b}"],
        lookalikes=[("{e} tem {a}", "{f} tem {b}"), ("{e} tem {a}", "ontem vi {b} na praia")],
        rises=True,
    ),
]
