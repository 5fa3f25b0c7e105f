"""What is said beside a thing for the list: that it matters or can wait, how long it takes and what energy, #tags,
@places and "at home". Pure."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from cairn import when
from cairn.assistant.grammar.intents import Energies, Intent
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting
from cairn.assistant.grammar.split import begins_with_verb
from cairn.assistant.grammar.things import AddTask
from cairn.when.tokens import fold

LONGEST_LABEL = 100
MOST_TAGS = 10
_TAG = re.compile(r"(?<!\S)#(?P<word>[^\W\d][\w-]{0,49})(?![\w-])")
_PLACE = re.compile(r"(?<!\S)@(?P<word>[^\W\d][\w-]{0,49})(?![\w.@-])")

_SOMEDAY = {
    "en": r"(?:some ?day(?:/maybe)?|one day|maybe some ?day)\b",
    "es": r"(?:algun dia|un dia de estos|algun dia quizas)\b",
    "fr": r"(?:un jour|un de ces jours|un jour peut-etre)\b",
    "pt": r"(?:um dia(?: destes)?|algum dia|um dia talvez)\b",
}
_WAITS = {
    "en": r"(?:(?:i'm|i am|we're|we are|still) )*waiting (?:for|on|to hear from)\b",
    "es": r"(?:(?:estoy|estamos|sigo|todavia) )*(?:esperando|a la espera de|pendiente de)\b(?: (?:a|que)\b)*",
    "fr": r"(?:(?:je suis|toujours) )*(?:en attente|dans l'attente) (?:de\b|du\b|d')"
    r"|(?:j'attends|on attend|nous attendons)(?: toujours)?(?: que\b| qu')?",
    "pt": r"(?:(?:estou|estamos|continuo|ainda) )*(?:a espera|aguardando|a aguardar|esperando)\b"
    r"(?: d[eoa]s?\b)?(?: que\b)?",
}
_WHO = re.compile(
    r"(?P<named>(?:[Oo]s? |[Aa]s? |[Ee]l |[Ll][ae] |[Tt]he |[Mm]y )?[A-ZÀ-Ý][\w'-]*?(?: [A-ZÀ-Ý][\w'-]*?)*)(?:['’]s)?\s"
    r"|(?P<agent>(?:\w+ ){1,3}?)to [a-z]"
    r"|.*\s(?:de|do|da|del|du|d['’])\s?(?P<owner>[A-ZÀ-Ý][\w-]*(?: [A-ZÀ-Ý][\w-]*)*)\Z"
)
"""Who is waited for: "Tom to send it", "Ana's answer", "que Tomás mande el contrato", "la réponse d'Ana"."""
_THAT = re.compile(r"\bqu(?:e|')\s*:?\s*\Z")
_ANYBODY = re.compile(r"(?:you|it|this|that|him|her|them|te|ti|eso|toi|tu|ca|cela|isso|voce)\Z")
_BESIDE = {
    "en": r"(?:after|before) (?:(?:the|my) )?",
    "es": r"(?:despues|antes) de(?:l| la| el)? ",
    "fr": r"(?:apres|avant) (?:le |la |l'|les |de |d'|mon |ma )?",
    "pt": r"(?:depois|antes) d(?:e|o|a) ",
}
"""What leads to something of the day that has no hour, beside which a thing is to be done."""
_MATTERS = {
    "en": r"(?:(?:(?:it|that|this)(?:'s| is) )?(?:(?:very|really|so) )?(?:important|urgent)|high[ -]priority|priority"
    r"|asap)",
    "es": r"(?:(?:es )?(?:muy )?(?:importante|urgente)|prioridad alta|alta prioridad)",
    "fr": r"(?:(?:c'est )?(?:tres )?(?:important|urgent)|priorite haute|haute priorite|prioritaire)",
    "pt": r"(?:(?:e )?(?:muito )?(?:importante|urgente)|prioridade alta|alta prioridade)",
}
_ENERGY: dict[str, dict[Energies, str]] = {
    "en": {
        "low": r"(?:low|little|no) energy",
        "medium": r"(?:medium|some) energy",
        "high": r"(?:high|lots of|full) energy",
    },
    "es": {
        "low": r"(?:poca|baja) energia|energia baja",
        "medium": r"energia media|media energia",
        "high": r"(?:mucha|alta) energia|energia alta",
    },
    "fr": {
        "low": r"(?:peu d'|faible )energie|energie (?:basse|faible)",
        "medium": r"energie moyenne|moyenne energie",
        "high": r"(?:beaucoup d'|haute )energie|energie (?:haute|elevee)",
    },
    "pt": {
        "low": r"(?:pouca|baixa) energia|energia baixa",
        "medium": r"energia media|media energia",
        "high": r"(?:muita|alta) energia|energia alta",
    },
}

_WHERE = {
    "en": r"(?:(?:at|from|in|on|by|via|over|with)(?: the| my| a)? )"
    r"(?P<where>home|work|office|school|library|computer|laptop|pc|phone|e-?mail|tablet|garden|garage|car|town)",
    "es": r"(?:(?:en|por|desde|con)(?: el| la| mi)? )"
    r"(?P<where>casa|trabajo|oficina|escuela|biblioteca|ordenador|computadora|portatil|telefono|movil|correo|jardin|coche)",
    "fr": r"(?:(?:au|a la|a l'|a|sur|par|dans|depuis|en)(?: ?(?:le|la|l'|mon|ma|un))? ?)"
    r"(?P<where>maison|travail|bureau|ecole|bibliotheque|ordinateur|ordi|telephone|portable|mail|jardin|garage|voiture|ville)"
    r"|chez moi(?P<home>)",
    "pt": r"(?:(?:em|no|na|por|pelo|ao|do|com)(?: o| a| meu| minha)? )"
    r"(?P<where>casa|trabalho|escritorio|escola|biblioteca|computador|portatil|telefone|telemovel|celular|e-?mail|jardim|carro)",
}
_AT_HOME = {"fr": "maison"}
"""What "at mine" is, where no word of it says so."""
_TAKES = {
    "en": r"(?:(?:it|this|that)(?:'s| is|'ll| will| should| would)? )?(?:only |just )?(?:takes?|taking|needs?|lasts?)?"
    r" ?(?:only|just|about|around|roughly|for|some|max)?",
    "es": r"(?:me |se )?(?:lleva|lleva[rn]|llevara|tarda|tardo|toma|tomara|dura|es|son|necesita)?"
    r" ?(?:solo|unos|unas|como|aproximadamente|durante)?",
    "fr": r"(?:(?:ca|cela) )?(?:me )?(?:prend|prendra|dure|durera|c'est|il faut)?"
    r" ?(?:environ|seulement|pendant|a peu pres)?",
    "pt": r"(?:isso |isto )?(?:leva|levara|demora|demorara|dura|sao|precisa de)? ?(?:so|uns|umas|cerca de|durante)?",
}
_AT_MOST = {
    "en": r"(?:max|tops|at most|or so|of work)?",
    "es": r"(?:como mucho|mas o menos|maximo|de trabajo)?",
    "fr": r"(?:maximum|max|au plus|a peu pres|de travail)?",
    "pt": r"(?:no maximo|mais ou menos|de trabalho)?",
}
_QUICK = {
    "en": r"(?:it's |it is )?(?:a )?(?:quick(?: one)?|short)",
    "es": r"(?:es )?(?:algo )?(?:rapid[oa]|cort[oa])",
    "fr": r"(?:c'est )?(?:rapide|court)",
    "pt": r"(?:e )?(?:rapid[oa]|curt[oa])",
}
_LAST = re.compile(r"\s*(?:,|\(|(?<!\w)[-–—]|[-–—](?!\w))\s*(?P<label>(?:(?!\s[-–—]\s)[^,()])+?)\s*\)?[\s.!]*\Z")
"""What stands behind the last mark, or in brackets."""
_ABOUT = {
    "en": r"about|around|roughly|only|just|for",
    "es": r"unos|unas|solo|como|durante|por",
    "fr": r"environ|pendant|seulement|durant",
    "pt": r"uns|umas|so|cerca de|durante|por",
}
_BOUND = {
    "en": r"(?:at|on|by)\b(?!.*\b(?:car|town|garden|garage)\Z)",
    "es": r"(?:en|por)\b(?!.*\b(?:coche|jardin)\Z)",
    "fr": r"(?:au|a|sur|par|chez)\b(?!.*\b(?:jardin|garage|voiture|ville)\Z)",
    "pt": r"(?:em|no|na|por)\b(?!.*\b(?:carro|jardim)\Z)",
}
"""What leads to a place that a deed is done at; what is in a car or a garden is more often put there."""
_PLACING = {
    "en": r"leave|put|place|keep|store|park|drop|pick|meet|visit|stay|be|eat|sleep|arrive|go|see|collect|fetch|find|get"
    r"|look|hang|work",
    "es": r"(?:deja|guarda|aparca|visita|cena|trabaja|llega|encuentra|busca|queda|recoge|mete|come|duerme)\w{0,2}"
    r"|pon(?:er)?|recoger|meter|ver|ir|estar|comer|dormir|encontrar",
    "fr": r"(?:laisse|pose|gare|depose|recupere|reste|mange|dine|travaille|retrouve|rencontre|cherche|va|alle)[rz]?"
    r"|mettre|mets|etre|dormir|voir|chercher",
    "pt": r"(?:deixa|guarda|estaciona|busca|fica|janta|trabalha|visita|encontra|apanha|leva)r?|por|poe|meter|mete"
    r"|ir|estar|comer|dormir|ver|trazer",
}
"""Deeds of which the place is a part: "leave the keys at home"."""
_TYING = """
a an the of for about on and or with my your this that these last next first least most than every each in at to from by
after before within per another extra timer alarm el la los las un una unos unas de del para por con y o cada mi al en
sobre ultimos ultimas primeros menos temporizador alarma le les une du des d pour sur et ou avec chaque mon ma dans
apres avant moins minuteur alarme os as um uma do da dos das em com e ao no na meu minha
"""
_TIES = frozenset(_TYING.split())
"""Words that what follows belongs to: "watch the 30 min …", "read about high energy"."""
LONGEST_ESTIMATE = 7 * 24 * 60
_LONGEST_BOUND = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class _Label:
    """What one piece says of a thing.

    Args:
        takes: It says in words that this is how long it takes.
    """

    important: bool = False
    energy: Energies | None = None
    estimate: timedelta | None = None
    context: str = ""
    takes: bool = False


_SHOPPING = re.compile(
    r"(?:(?:shopping|grocery) list|shopping|groceries|lista de (?:la |las )?compras?|compras?|super(?:mercado)?"
    r"|mercado|(?:liste (?:de|des) )?courses|a acheter|por comprar) ?: *\S"
)
"""What heads a list of things to buy: "groceries: milk, eggs"."""


def opens_as_task(clean: str, setting: Setting) -> AddTask | None:
    """A thing for some other time ("someday learn the piano"), one that matters, or one that waits for somebody."""
    someday, waits, before = _patterns(_tag(setting))
    folded = fold(clean)
    if _SHOPPING.match(folded):
        return AddTask(_begun(clean))
    for pattern in (someday, before):
        found = pattern.match(folded)
        if found is not None and begins_with_verb(what := clean[found.end() :], setting):
            return AddTask(_begun(what), someday=pattern is someday, important=pattern is before)
    found = waits.match(folded)
    if found is not None and (what := clean[found.end() :].strip(" :,.")) and not _ANYBODY.match(fold(what)):
        who = _WHO.match(what)
        whom = next((one for one in who.groups() if one), what) if who is not None else what
        that = _THAT.search(folded[: found.end()])
        return AddTask(_begun(clean[that.start() :] if that else what), waiting_for=whom.strip()[:LONGEST_LABEL])
    return _told_first(clean, setting)


def _told_first(clean: str, setting: Setting) -> AddTask | None:
    """A thing to do behind what is said of it: "15 min: reply to Tom", "after lunch call Kim"."""
    what, label = _headed(clean, setting)
    if label is not None and begins_with_verb(what, setting):
        return AddTask(_begun(what), estimate=label.estimate, energy=label.energy, context=label.context)
    beside = re.match(_BESIDE[_tag(setting)], fold(clean))
    if beside is None:
        return None
    words = [one.start() for one in re.finditer(r"(?<!\S)\S", clean) if one.start() >= beside.end()][1:3]
    for start in words:
        if begins_with_verb(clean[start:], setting) and len(clean[start:].split()) > 1:
            first = clean[:start].strip(" ,")
            return AddTask(_begun(f"{clean[start:].rstrip(' .!')} {first[:1].lower()}{first[1:]}"))
    return None


def _headed(title: str, setting: Setting) -> tuple[str, _Label | None]:
    """What stands behind the first colon of a title, and what is said of it before that, if nothing else is."""
    head, colon, what = title.partition(":")
    return what.strip(), _label(head.strip(), setting) if colon and what.strip() else None


def with_labels(pieces: list[str], setting: Setting) -> list[str]:
    """Pieces of one sentence, each with the labels behind it: "it takes an hour" is no thing of its own."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _label(piece.strip(" .!"), setting) is not None:
            joined[-1] = f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def apart(part: str, setting: Setting) -> tuple[str, str]:
    """A piece, and the labels at its end where one says how long it takes: "ça prend une heure" names no hour."""
    left, labels = _peeled(part, setting)
    if not any(one.takes for one in labels):
        return part, ""
    return left, part[len(left) :].strip()


def labelled(task: Intent, setting: Setting) -> Intent:
    """A task without its labels in the title, where something else is left of it; all else as it is."""
    if not isinstance(task, AddTask):
        return task
    _, _, before = _patterns(_tag(setting))
    title, important = task.title, task.important
    found = before.search(fold(title))
    if found is not None:
        title, important = title[found.end() :], True
    what, first = _headed(title, setting)
    title, labels = _peeled(what if first is not None else title, setting, bound=True)
    said = _together([first, *labels] if first is not None else labels)
    tags = tuple(dict.fromkeys(found["word"] for found in _TAG.finditer(title)))[:MOST_TAGS]
    places = [found["word"] for found in _PLACE.finditer(title)]
    bare = _begun(_TAG.sub(" ", _PLACE.sub(" ", title) if len(places) == 1 else title))
    if not bare or bare == task.title:
        return task
    return replace(
        task,
        title=bare,
        important=important or said.important,
        energy=said.energy or task.energy,
        estimate=said.estimate or task.estimate,
        tags=tags,
        context=places[0] if len(places) == 1 else said.context,
    )


def _peeled(title: str, setting: Setting, *, bound: bool = False) -> tuple[str, list[_Label]]:
    """A title without the labels at its end, and these from the first to the last.

    Each stands behind a mark of its own; with `bound` also what needs none: "clean the desk 10 min low energy".
    """
    left, labels = title, list[_Label]()
    while True:
        last = _LAST.search(left)
        label = _label(last["label"], setting) if last is not None else None
        if last is not None and label is not None and left[: last.start()].strip():
            left, labels = left[: last.start()], [label, *labels]
        elif bound and (found := _bound(left.rstrip(" .!"), setting)) is not None:
            left, labels = found[0], [found[1], *labels]
        else:
            return left, labels


def _bound(title: str, setting: Setting) -> tuple[str, _Label] | None:
    """A title without the energy, the length or the place that it ends with, and that, where it is no part of it."""
    tag, folded = _tag(setting), fold(title)
    begins, label = None, _Label()
    words = [one.start() for one in re.finditer(r"(?<!\S)\S", folded)][1:]
    for start in words[-4:]:
        if (energy := energy_said(title[start:], setting)) is not None:
            begins, label = start, _Label(energy=energy)
            break
        if re.match(_BOUND[tag], folded[start:]) and (place := place_said(title[start:], setting)):
            placing = len(folded[:start].split()) < 2 or re.match(rf"(?:{_PLACING[tag]})\b", folded)
            begins, label = (None if placing else start), _Label(context=place)
            break
    if begins is None:
        lengths = when.durations(title, setting.language)
        if not lengths or lengths[-1][1][1] != len(title) or lengths[-1][0] > _LONGEST_BOUND:
            return None
        length, (begins, _) = lengths[-1]
        about = re.search(rf"(?<=\s)(?:{_ABOUT[tag]})\s*\Z", folded[:begins])
        begins, label = (about.start() if about is not None else begins), _Label(estimate=length)
    left = title[:begins].rstrip()
    before = re.findall(r"[\w]+", fold(left))
    return (left, label) if before and before[-1] not in _TIES else None


def _together(labels: list[_Label]) -> _Label:
    """What several say; of two of a kind the first."""
    return _Label(
        any(one.important for one in labels),
        next((one.energy for one in labels if one.energy), None),
        next((one.estimate for one in labels if one.estimate), None),
        next((one.context for one in labels if one.context), ""),
    )


def _label(said: str, setting: Setting) -> _Label | None:
    """What a piece says of a thing, if it says nothing else."""
    tag, folded = _tag(setting), fold(said)
    if re.fullmatch(_MATTERS[tag], folded):
        return _Label(important=True)
    if (level := energy_said(said, setting)) is not None:
        return _Label(energy=level)
    if place := place_said(said, setting):
        return _Label(context=place)
    if re.fullmatch(_QUICK[tag], folded):
        return _Label()
    lengths = when.durations(said, setting.language)
    if len(lengths) != 1:
        return None
    length, (start, end) = lengths[0]
    before, after = folded[:start].strip(), folded[end:].strip()
    if not re.fullmatch(_TAKES[tag], before) or not re.fullmatch(_AT_MOST[tag], after):
        return None
    fits = 1 <= length / timedelta(minutes=1) <= LONGEST_ESTIMATE
    return _Label(estimate=length, takes=bool(before)) if fits else None


def energy_said(said: str, setting: Setting) -> Energies | None:
    """The energy that a piece names, if it says nothing else."""
    levels = _ENERGY[_tag(setting)].items()
    return next((level for level, needs in levels if re.fullmatch(needs, fold(said))), None)


def place_said(said: str, setting: Setting) -> str:
    """The place that a piece names, if it says nothing else: "at home"."""
    tag = _tag(setting)
    where = re.fullmatch(_WHERE[tag], fold(said))
    if where is None:
        return ""
    return said[slice(*where.span("where"))].lower() if where["where"] else _AT_HOME[tag]


def _begun(text: str) -> str:
    text = " ".join(text.split()).strip(" :,.-")
    return text[:1].upper() + text[1:]


def _tag(setting: Setting) -> str:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return tag if tag in SUPPORTED else "en"


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{_SOMEDAY[tag]})\s*[:,]?\s*(?:i(?:'d| would| want| will)?(?: like)?(?: to)?\s+)?"),
        re.compile(rf"(?:{_WAITS[tag]})\s*:?\s*"),
        re.compile(rf"\A(?:{_MATTERS[tag]})\s*[:!,-]+\s*"),
    )
