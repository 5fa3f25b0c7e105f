"""What people say of themselves over years, one thing after another, in four languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """Something of which one value holds at a time.

    Args:
        first: How it is told the first time; `{}` is the value.
        newer: How another value is told later.
    """

    language: str
    relation: str
    question: str
    first: list[str]
    newer: list[str]
    values: list[str]


CITIES = ["Porto", "Lyon", "Sevilla", "Bergen", "Lausanne", "Coimbra", "Toronto", "Utrecht"]
FIRMS = ["Farfetch", "Renault", "Siemens", "Vodafone", "Decathlon", "Spotify", "Lidl", "Ikea"]
NAMES = ["Carla", "Miguel", "Sandra", "Olivier", "Teresa", "Patrick", "Irene", "Duarte"]
HOURS = ["6:15", "6:45", "7:00", "7:30", "8:15", "9:00"]

SLOTS = [
    Slot(
        "en",
        "lives_in",
        "Where do I live?",
        ["I live in {}", "I've been living in {} for a while"],
        ["I moved to {}", "I live in {} now", "We moved to {} last week"],
        CITIES,
    ),
    Slot(
        "en",
        "employer",
        "Where do I work?",
        ["I work at {}", "I work for {}"],
        ["I work at {} now", "I started working at {}"],
        FIRMS,
    ),
    Slot(
        "en",
        "wakes_at",
        "When do I get up?",
        ["I get up at {}", "I wake up at {} every day"],
        ["I wake up at {} now", "These days I get up at {}"],
        HOURS,
    ),
    Slot("en", "boss", "Who is my boss?", ["My boss is {}"], ["My new boss is {}", "My boss is {} now"], NAMES),
    Slot(
        "es",
        "lives_in",
        "¿Dónde vivo?",
        ["Vivo en {}", "Vivo en {} desde hace tiempo"],
        ["Me mudé a {}", "Ahora vivo en {}", "Nos mudamos a {} la semana pasada"],
        CITIES,
    ),
    Slot(
        "es",
        "employer",
        "¿Dónde trabajo?",
        ["Trabajo en {}"],
        ["Ahora trabajo en {}", "Empecé a trabajar en {}"],
        FIRMS,
    ),
    Slot(
        "es", "wakes_at", "¿A qué hora me levanto?", ["Me levanto a las {}"], ["Ahora me levanto a las {}"], HOURS[2:5]
    ),
    Slot(
        "es",
        "boss",
        "¿Quién manda en mi trabajo, cómo se llama mi jefe?",
        ["Mi jefe se llama {}"],
        ["Mi nuevo jefe se llama {}", "Ahora mi jefe es {}"],
        NAMES,
    ),
    Slot(
        "fr",
        "lives_in",
        "Où est-ce que j'habite ?",
        ["J'habite à {}", "Je vis à {}"],
        ["J'ai déménagé à {}", "Maintenant j'habite à {}", "On a déménagé à {} la semaine dernière"],
        CITIES,
    ),
    Slot(
        "fr",
        "employer",
        "Où est-ce que je travaille ?",
        ["Je travaille chez {}"],
        ["Maintenant je travaille chez {}", "J'ai commencé à travailler chez {}"],
        FIRMS,
    ),
    Slot(
        "fr",
        "wakes_at",
        "À quelle heure je me lève ?",
        ["Je me lève à {}"],
        ["Maintenant je me lève à {}"],
        ["6h15", "6h45", "7h00", "7h30", "8h15"],
    ),
    Slot(
        "fr",
        "boss",
        "Comment s'appelle mon chef ?",
        ["Mon chef s'appelle {}"],
        ["Mon nouveau chef s'appelle {}", "Maintenant mon chef est {}"],
        NAMES,
    ),
    Slot(
        "pt",
        "lives_in",
        "Onde é que eu moro?",
        ["Moro em {}", "Vivo em {}"],
        ["Mudei-me para {}", "Agora moro em {}", "Mudámos para {} na semana passada"],
        CITIES,
    ),
    Slot(
        "pt",
        "employer",
        "Onde é que eu trabalho?",
        ["Trabalho na {}"],
        ["Agora trabalho na {}", "Comecei a trabalhar na {}"],
        FIRMS,
    ),
    Slot("pt", "wakes_at", "A que horas acordo?", ["Acordo às {}"], ["Agora acordo às {}"], HOURS[2:]),
    Slot(
        "pt",
        "boss",
        "Quem é o meu chefe?",
        ["O meu chefe chama-se {}"],
        ["O meu novo chefe chama-se {}", "Agora o meu chefe é o {}"],
        NAMES,
    ),
]
