"""What is typed in a hurry, as it would be written with more time. Pure.

Only whole words are changed, and the result is used only where it is understood better than what was typed: a note
keeps the words that somebody wrote.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from cairn.assistant.grammar.split import BOOKED
from cairn.when.language import grammar
from cairn.when.tokens import fold

_SHORT: Mapping[str, str] = {
    "en": """
        u=you ur=your r=are pls=please plz=please rn=right now tommorow=tomorrow tommorrow=tomorrow
        rember=remember im=i'm ive=i've ill=i'll whats=what's wheres=where's whos=who's hows=how's its=it's
        thats=that's dont=don't cant=can't wont=won't didnt=didn't tmrw=tomorrow tmr=tomorrow tomoz=tomorrow
        2moro=tomorrow 2morrow=tomorrow 2day=today tonite=tonight mins=minutes hrs=hours msg=message
        ppl=people gonna=going to wanna=want to thx=thanks ty=thanks idk=i don't know abt=about w/=with
        b4=before nxt=next l8r=later gimme=give me halp=help theres=there's nite=night appt=appointment
        tho=though everyday=every day wensday=wednesday wendsday=wednesday wenesday=wednesday
        n=and tmrrw=tomorrow tmw=tomorrow 4got=forgot whens=when's nvm=never mind
    """,
    "es": """
        q=que k=que xq=porque pq=porque xfa=por favor porfa=por favor porfis=por favor pf=por favor
        xfavor=por favor tb=también tmb=también tngo=tengo mñn=mañana mñna=mañana hrs=horas hs=horas finde=fin de
        semana dnd=donde x=por d=de bn=bien dsp=después dps=después ta=está maniana=mañana mates=mates pal=para el
    """,
    "fr": """
        stp=s'il te plait svp=s'il vous plait auj=aujourd'hui aujourdhui=aujourd'hui ajd=aujourd'hui
        dem=demain dmn=demain 2main=demain cest=c'est jai=j'ai jdois=je dois jveux=je veux
        dm1=demain 2m1=demain dem1=demain ts=tous tte=toute ttes=toutes
        jsuis=je suis chui=je suis ya=il y a tt=tout qd=quand pr=pour ds=dans
        rdv=rendez-vous bcp=beaucoup quest=qu'est tjs=toujours pk=pourquoi dac=d'accord c=c'est
        rapl=rappelle rapel=rappelle apr=après aprm=après-midi
        jpeux=je peux faudrai=faudrait fo=faut koi=quoi ke=que jachete=j'achète
    """,
    "pt": """
        q=que vc=você vcs=vocês hj=hoje pf=por favor pfv=por favor pff=por favor sff=por favor tb=também
        tbm=também amanha=amanhã mto=muito mt=muito pq=porque td=tudo qdo=quando qnd=quando blz=ok tds=todos
        n=não dps=depois dsp=depois ta=está d=de p=para pra=para pro=para o p/=para c/=com tou=estou to=estou
        qto=quanto qts=quantos amnh=amanhã msm=mesmo obg=obrigado oq=o que pa=para
    """,
}
_PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "a bit later": "later",
        "remind me 2": "remind me to",
        "what all is": "what is",
        "m/w/f": "mondays, wednesdays and fridays",
        "mwf": "mondays, wednesdays and fridays",
        "t/th": "tuesdays and thursdays",
        "tu/th": "tuesdays and thursdays",
    },
    "es": {"x fa": "por favor", "por fa": "por favor"},
    "fr": {
        "qu'est ce que": "qu'est-ce que",
        "est ce que": "est-ce que",
        "rappelle moi": "rappelle-moi",
        "à soir": "ce soir",
        "rappel moi": "rappelle-moi",
        "rappelle mois": "rappelle-moi",
    },
    "pt": {},
}
_MINUTES = r" (?P<count>5|10|15|20|25|30|35|40|45|50|60|90)(?=\s*(?:\Z|[.,;!?]|{on}))"
_BARE: Mapping[str, str] = {
    "en": r"(?<!\w)in" + _MINUTES.format(on=r"(?:to|and(?! \d)|please|that)\b"),
    "es": r"(?<!\w)(?:en|dentro de)"
    + _MINUTES.format(on=r"(?:de (?=\w+[aei]r)|(?:que|y(?! \d)|para|por favor|\w+[aei]r(?:me|l[aeo]s?)?)\b)"),
    "fr": r"(?<!\w)dans" + _MINUTES.format(on=r"(?:de|que|et(?! \d)|pour|stp|svp)\b|d'"),
    "pt": r"(?<!\w)(?:daqui a|dentro de|em)"
    + _MINUTES.format(on=r"(?:de (?=\w+[aei]r\b)|(?:que|e(?! \d)|para|por favor|\w+[aei]r)\b)"),
}
"""A number behind "in" that counts nothing else: "remind me in 10 to check the oven". It is minutes."""
_FROM_TO: Mapping[str, str] = {
    "en": r"from \g<first> to \g<last>",
    "es": r"de \g<first> a \g<last>",
    "fr": r"de \g<first>h à \g<last>h",
    "pt": r"das \g<first> às \g<last>",
}
_RANGE = re.compile(
    r"(?<=\s)(?<!for )(?<!room )(?<!para )(?<!pour )(?P<first>\d{1,2})\s?[-–]\s?(?P<last>\d{1,2})"
    r"(?=\s*(?:\Z|[.,;!?]|(?:at|in|with|en|con|à|chez|avec|no|na|em|com)\s))"
)
"""Two hours behind something that is booked: "dinner with Kim 7-9"."""
_BOTH = re.compile(
    r"(?<![\d/])(?P<first>\d{1,2}(?:h|[ap]m)?)\s?/\s?(?P<last>\d{1,2}(?:h|[ap]m))(?![\w/])", re.IGNORECASE
)
"""Two hours with a stroke between them: "8am/8pm"."""
_WEEKDAYS_PT = ("segunda", "terça", "quarta", "quinta", "sexta")
_NUMBERED = re.compile(
    r"(?<![\w:/])[2-6](?:ª|a)s?(?:(?:\s*,\s*|\s+e\s+(?:às?\s+)?)[2-6](?:ª|a)s?(?!\w))+"
    r"|(?<=\s)(?<!\sa\s)[2-6](?:ª|a)s?(?=\s+(?:às?\s+)?\d{1,2}(?:h|:\d)|\s+(?:de manhã|à (?:tarde|noite)|feira))",
    re.IGNORECASE,
)
"""Portuguese days of the week by their numbers: "2ª, 4ª e 6ª", "6a 13h"; "2ª via" is none."""
_DOTTED = re.compile(
    r"(?<=\w )(?P<first>\d|1\d|2[0-3])\.(?P<minutes>[0-5]\d)(?P<to>\s?(?:[-–]|to)\s?)?"
    r"(?(to)(?P<last>\d|1\d|2[0-3])\.(?P<end>[0-5]\d))(?![\d.]|\s?(?:euros?|dollars?|km|kg|miles?|[€$£%]))",
    re.IGNORECASE,
)
"""Hours with dots behind something that is booked: "concert 4.30", "class 6.30-7.30am"."""
_TO_VERB = re.compile(
    r"(?<=\bneed) 2 (?=(?:book|bring|buy|call|check|clean|do|email|find|finish|fix|get|go|make|order|pay|pick"
    r"|print|read|renew|return|see|send|start|study|submit|take|talk|text|wash|work|write)\b)",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(
    r"(?P<day>\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?) (?P<first>\d{1,2})\s?[-–]\s?"
    r"(?P<last>\d{1,2})(?=\s*(?:\Z|[.,;!?]|(?:at|in|with)\s))",
    re.IGNORECASE,
)
"""Two hours behind a weekday: "study group wed 4-6"."""
_AFTER = re.compile(r"\bafter (?=\d+ ?(?:min\w*|hours?|hrs?|days?|weeks?)\b(?!\s+of\b))", re.IGNORECASE)
"""As "in" is said in India: "after 15 mins"."""
_EVE = re.compile(r"(?<=(?:day|mon|tue|hur|fri|sat|sun|row|his) )eve\b", re.IGNORECASE)
"""An evening, and no eve of a feast: "haircut sat eve"."""
_TOM = re.compile(r"(?P<booked>\b(?:appointment|appt|exam|interview|flight) )tom(?=\s+(?:at\s+)?\d|\W*\Z)")
_SHIFT = re.compile(r"(?<![\d:])(?P<first>\d{1,2})a\s?(?:-|to)\s?(?P<last>\d{1,2})p(?!\w)", re.IGNORECASE)
"""As shifts are written down: "7a-7p"."""
_AND: Mapping[str, str] = {"en": "and", "es": "y", "fr": "et", "pt": "e"}
_BOTH_PARTS: Mapping[str, tuple[str, str]] = {
    "en": (r"morning (?:and|&) (?=(?:evening|night)\W*\Z)", "in the morning and in the "),
    "es": (r"mañana y (?=(?:tarde|noche)\W*\Z)", "por la mañana y por la "),
    "fr": (r"(?P<first>matin|midi) et (?=soir\W*\Z)", r"le \g<first> et le "),
    "pt": (r"manhã e (?=(?:tarde|noite)\W*\Z)", "de manhã e à "),
}
"""Two parts of the day that nothing leads, last in what is said: "pills morning and night"."""
_DAILY_PARTS: Mapping[str, tuple[str, str]] = {
    "en": (
        r"morning(?:, (?:noon|midday|afternoon),?)? (?:and|&) (?:evening|night)(?= for (?:\d+|an?|one|two|three)\b)",
        "every day",
    ),
    "es": (
        r"mañana(?:, (?:tarde|mediodía))? y (?:tarde|noche)(?= (?:durante|por) (?:\d+|una?)\b)",
        "todos los días",
    ),
    "fr": (r"(?:matin(?:, midi)?|midi) et soir(?= pendant (?:\d+|une?)\b)", "tous les jours"),
    "pt": (
        r"manhã(?:, (?:tarde|meio-dia))? e (?:tarde|noite)(?= (?:durante|por) (?:\d+|uma?)\b)",
        "todos os dias",
    ),
}
"""The same for so many days, which is every day."""
_THREE_PARTS: Mapping[str, str] = {
    "en": r"(?<=\w )morning, (?:noon|midday|afternoon),? (?:and|&) (?:evening|night)(?=\W*\Z)",
    "es": r"(?<=\w )mañana, (?:tarde|mediodía) y noche(?=\W*\Z)",
    "fr": r"(?<=\w )matin, midi et soir(?=\W*\Z)",
    "pt": r"(?<=\w )manhã, (?:tarde|meio-dia) e noite(?=\W*\Z)",
}
"""Three of them are how medication is taken: every day."""
_AMOUNT = (
    r"(?<=\w )(?P<amount>\d+ (?!(?:times|x|fois|veces|vezes|vez|of)\b)[^\W\d]\w*(?: (?:of|de|d') ?\w+(?: \w+)?)?) "
)
_A_DAY: Mapping[str, tuple[str, str]] = {
    "en": (r"(?:a|per|each) day(?=\W*\Z)", "every day"),
    "es": (r"(?:al|por) día(?=\W*\Z)", "cada día"),
    "fr": (r"par jour(?=\W*\Z)", "chaque jour"),
    "pt": (r"(?:por|ao) dia(?=\W*\Z)", "todos os dias"),
}
"""Behind so much of something: "read 10 pages a day"."""
_COUNTS = r"\s+(?:days?|hours?|hrs?|h|min\w*|weeks?|months?)\b"
"""Behind a number that is one: "remind me 2 days before"."""
_OFTEN: Mapping[str, str] = {
    "en": """
        monday tuesday wednesday thursday friday saturday sunday tomorrow tonight january february september
        october november december remember remind reminder afternoon evening morning weekend appointment
        minutes
    """,
    "es": """
        lunes martes miércoles jueves viernes sábado domingo septiembre noviembre diciembre febrero
        recuérdame recuerda mediodía avísame minutos
    """,
    "fr": """
        lundi mercredi vendredi samedi dimanche septembre octobre novembre décembre janvier février rappelle
        rappelle-moi demain aujourd'hui souviens-toi n'oublie minutes
    """,
    "pt": """
        segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo fevereiro setembro outubro
        novembro dezembro lembra-me lembrete amanhã minutos
    """,
}
"""Words that much depends on, and whose misspellings are looked for."""

_OTHERS = frozenset({"domino", "recuerdo"})
"""Words that are none of their misspellings."""
SHORTEST = 6
"""Letters of a word that may be misspelt; shorter ones are too often others."""
_WORD = re.compile(r"[\w'/-]+")
_VITAMIN = re.compile(r"\bvitamin[ae]?\s\Z", re.IGNORECASE)


def written_out(text: str, language: str) -> str:
    """The text with its short forms written out and its slips mended; as it is where there are none."""
    base = language.split("-", maxsplit=1)[0].lower()
    if base not in _SHORT:
        base = "en"
    short, slips = _short(base), _slips(base)

    def mended(found: re.Match[str]) -> str:
        word = fold(found[0])
        called = found[0].isupper() and not text.isupper()
        named = (called and len(word) < 3) or (
            len(word) == 1 and _VITAMIN.search(text[: found.start()]) is not None
        )  # "plan C", "la PR"
        if word in short and not named:
            return short[word]
        return slips.get(word) or _near(word, base) or found[0]

    text = _NUMBERED.sub(_named_days, text) if base == "pt" else text
    told = _WORD.sub(mended, text)
    for typed, meant in _PHRASES[base].items():
        told = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)(?!{_COUNTS})", meant, told, flags=re.IGNORECASE)
    told = _BOTH.sub(rf"\g<first> {_AND[base]} \g<last>", told)
    pattern, meant = _BOTH_PARTS[base]
    told = re.sub(rf"(?<=\w )(?<!the )(?<!la )(?<!le )(?<!de )(?<!du ){pattern}", meant, told, flags=re.IGNORECASE)
    pattern, daily = _DAILY_PARTS[base]
    told = re.sub(rf"(?<=\w ){pattern}|{_THREE_PARTS[base]}", rf"{daily} \g<0>", told, flags=re.IGNORECASE)
    if base == "en":
        told = _ON_A_DAY.sub(r"\g<day> from \g<first> to \g<last>", _AFTER.sub("in ", told))
        told = _EVE.sub("evening", _TO_VERB.sub(" to ", _TOM.sub(r"\g<booked>tomorrow", told)))
        told = _DOTTED.sub(_with_colons, told) if BOOKED.search(fold(told)) else told
    told = _SHIFT.sub(r"\g<first>am-\g<last>pm", told)
    pattern, daily = _A_DAY[base]
    told = re.sub(rf"{_AMOUNT}{pattern}", rf"\g<amount> {daily}", told, flags=re.IGNORECASE)
    if BOOKED.search(fold(told)):
        told = _RANGE.sub(_FROM_TO[base], told)
    return re.sub(
        _BARE[base], r"\g<0> minutes" if base in ("en", "fr") else r"\g<0> minutos", told, flags=re.IGNORECASE
    )


def _with_colons(dotted: re.Match[str]) -> str:
    first = f"{dotted['first']}:{dotted['minutes']}"
    return f"{first}{dotted['to']}{dotted['last']}:{dotted['end']}" if dotted["to"] else first


def _named_days(numbered: re.Match[str]) -> str:
    return re.sub(
        r"([2-6])(?:ª|a)(s?)(?!\w)", lambda found: f"{_WEEKDAYS_PT[int(found[1]) - 2]}{found[2]}", numbered[0]
    )


@cache
def _short(language: str) -> Mapping[str, str]:
    listed = " ".join(_SHORT[language].split())
    pairs = re.findall(r"(\S+)=(.+?)(?= \S+=|$)", listed)
    return {fold(typed): meant for typed, meant in pairs}


@cache
def _slips(language: str) -> Mapping[str, str]:
    """Words of the list as they are typed without accents or hyphens."""
    return {fold(word).replace("-", ""): word for word in _OFTEN[language].split() if "-" in word}


@cache
def _edges(language: str) -> Mapping[str, tuple[str, ...]]:
    """The words of the list by what is left of them without any one letter."""
    found: dict[str, list[str]] = {}
    for word in _OFTEN[language].split():
        if len(word) >= SHORTEST:
            for left in _without_one(fold(word)):
                found.setdefault(left, []).append(word)
    return {left: tuple(words) for left, words in found.items()}


def _near(word: str, language: str) -> str | None:
    """The word of the list that this one is a slip of: a letter too many, too few, another, or two changed places."""
    if len(word) < SHORTEST - 1 or word in _OTHERS or word in grammar(language).lexicon:
        return None
    edges = _edges(language)
    for left in _without_one(word):
        for meant in edges.get(left, ()):
            plain = fold(meant)
            if word in (plain, f"{plain}s"):
                return None
            if abs(len(plain) - len(word)) <= 1 and (len(plain) != len(word) or _one_apart(plain, word)):
                return meant
    return None


def _without_one(word: str) -> Iterable[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _one_apart(one: str, other: str) -> bool:
    """Whether two words of one length differ in one letter, or in two neighbours that changed places."""
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return True
    first, *rest = places
    return rest == [first + 1] and one[first] == other[first + 1] and one[first + 1] == other[first]
