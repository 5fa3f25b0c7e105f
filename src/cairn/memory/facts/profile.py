"""The 27 fields of a profile: what an assistant for a mind with ADHD should know without asking twice.

Name, time zone and the language of the pages belong to the account: they are shown here and read from there. All others
are filled by facts of the person themselves, whichever relation says it. Chosen so that each changes what the assistant
does: whom it means by "my sister", when it suggests something, how it speaks, what it must never propose. What merely
decorates (height, star sign, favourite colour) stays a fact and is no field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from cairn.memory.facts.relations import RELATIONS

Origin = Literal["facts", "account"]
LANGUAGES = ("en", "es", "fr", "pt")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the profile.

    Args:
        id: Its name in the interface.
        labels: What it is called, by language.
        sentences: A sentence that tells it, by language, with `{value}`; several values come as one list of words.
        many: Whether it holds several values.
        origin: `account` for what accounts keep.
        neutral: The relation that says the least of its value, for one that doesn't say what it is.
    """

    id: str
    labels: Mapping[str, str]
    sentences: Mapping[str, str]
    many: bool = False
    origin: Origin = "facts"
    neutral: str | None = None

    @property
    def relations(self) -> tuple[str, ...]:
        """The relations that fill it."""
        return tuple(relation.name for relation in RELATIONS.values() if relation.field == self.id)

    def label(self, language: str) -> str:
        return self.labels.get(_base(language), self.labels["en"])

    def sentence(self, language: str, value: str) -> str:
        return self.sentences.get(_base(language), self.sentences["en"]).replace("{value}", value)


def _base(language: str) -> str:
    return language.replace("_", "-").split("-", maxsplit=1)[0].lower()


def _field(
    name: str,
    labels: tuple[str, ...],
    sentences: tuple[str, ...],
    *,
    many: bool = False,
    origin: Origin = "facts",
    neutral: str | None = None,
) -> Field:
    return Field(
        name,
        MappingProxyType(dict(zip(LANGUAGES, labels, strict=True))),
        MappingProxyType(dict(zip(LANGUAGES, sentences, strict=True))),
        many,
        origin,
        neutral,
    )


# fmt: off
PROFILE: tuple[Field, ...] = (
    _field("name", ("Name", "Nombre", "Nom", "Nome"),
           ("Your name is {value}.", "Te llamas {value}.", "Tu t’appelles {value}.", "Chamas-te {value}."),
           origin="account"),
    _field("nickname", ("How to call you", "Cómo llamarte", "Comment t’appeler", "Como te chamar"),
           ("You like to be called {value}.", "Te gusta que te llamen {value}.", "Tu aimes qu’on t’appelle {value}.",
            "Gostas que te chamem {value}.")),
    _field("pronouns", ("Pronouns", "Pronombres", "Pronoms", "Pronomes"),
           ("Your pronouns are {value}.", "Tus pronombres son {value}.", "Tes pronoms sont {value}.",
            "Os teus pronomes são {value}.")),
    _field("birthday", ("Birthday", "Cumpleaños", "Anniversaire", "Aniversário"),
           ("Your birthday is {value}.", "Tu cumpleaños es {value}.", "Ton anniversaire est {value}.",
            "O teu aniversário é {value}.")),
    _field("home", ("Home", "Dónde vives", "Domicile", "Onde vives"),
           ("You live in {value}.", "Vives en {value}.", "Tu habites à {value}.", "Vives em {value}.")),
    _field("origin", ("Where you are from", "De dónde eres", "Origine", "De onde és"),
           ("You are from {value}.", "Eres de {value}.", "Tu viens de {value}.", "És de {value}.")),
    _field("time_zone", ("Time zone", "Zona horaria", "Fuseau horaire", "Fuso horário"),
           ("Your time zone is {value}.", "Tu zona horaria es {value}.", "Ton fuseau horaire est {value}.",
            "O teu fuso horário é {value}."), origin="account"),
    _field("app_language", ("Language of the app", "Idioma de la aplicación", "Langue de l’application",
                            "Língua da aplicação"),
           ("The app speaks {value}.", "La aplicación habla {value}.", "L’application parle {value}.",
            "A aplicação fala {value}."), origin="account"),
    _field("languages", ("Languages you speak", "Idiomas que hablas", "Langues parlées", "Línguas que falas"),
           ("You speak {value}.", "Hablas {value}.", "Tu parles {value}.", "Falas {value}."), many=True),
    _field("work", ("Work", "Trabajo", "Travail", "Trabalho"),
           ("Your work: {value}.", "Tu trabajo: {value}.", "Ton travail : {value}.", "O teu trabalho: {value}."),
           many=True),
    _field("study", ("Study", "Estudios", "Études", "Estudos"),
           ("You study {value}.", "Estudias {value}.", "Tes études : {value}.", "Estudas {value}."), many=True),
    _field("partner", ("Partner", "Pareja", "Partenaire", "Par"),
           ("Your partner is {value}.", "Tu pareja es {value}.", "Tu es en couple avec {value}.",
            "Tens uma relação com {value}.")),
    _field("family", ("Family", "Familia", "Famille", "Família"),
           ("Your family: {value}.", "Tu familia: {value}.", "Ta famille : {value}.", "A tua família: {value}."),
           many=True, neutral="relative"),
    _field("friends", ("Friends", "Amistades", "Amis", "Amigos"),
           ("People close to you: {value}.", "Personas cercanas: {value}.", "Tes proches : {value}.",
            "Pessoas próximas: {value}."), many=True, neutral="friend"),
    _field("pets", ("Pets", "Animales", "Animaux", "Animais"),
           ("You live with {value}.", "Vives con {value}.", "Tu vis avec {value}.", "Vives com {value}."), many=True),
    _field("support", ("People who support you", "Quién te apoya", "Qui te soutient", "Quem te apoia"),
           ("You are supported by {value}.", "Te apoya {value}.", "Tu es suivi par {value}.",
            "Tens o apoio de {value}."), many=True),
    _field("diagnosis", ("Diagnoses and conditions", "Diagnósticos", "Diagnostics", "Diagnósticos"),
           ("You live with {value}.", "Vives con {value}.", "Tu vis avec {value}.", "Vives com {value}."), many=True),
    _field("medication", ("Medication", "Medicación", "Médicaments", "Medicação"),
           ("You take {value}.", "Tomas {value}.", "Tu prends {value}.", "Tomas {value}."), many=True),
    _field("allergies", ("Allergies", "Alergias", "Allergies", "Alergias"),
           ("You are allergic to {value}.", "Tienes alergia a {value}.", "Tu as une allergie à {value}.",
            "Tens alergia a {value}."), many=True),
    _field("diet", ("Diet", "Alimentación", "Alimentation", "Alimentação"),
           ("Your diet: {value}.", "Tu alimentación: {value}.", "Ton alimentation : {value}.",
            "A tua alimentação: {value}.")),
    _field("energy", ("Energy", "Energía", "Énergie", "Energia"),
           ("Your energy over the day: {value}.", "Tu energía durante el día: {value}.",
            "Ton énergie dans la journée : {value}.", "A tua energia ao longo do dia: {value}."), many=True),
    _field("sleep", ("Sleep", "Sueño", "Sommeil", "Sono"),
           ("Your sleep: {value}.", "Tu sueño: {value}.", "Ton sommeil : {value}.", "O teu sono: {value}."), many=True),
    _field("focus_aids", ("What helps you focus", "Lo que te ayuda a concentrarte", "Ce qui t’aide à te concentrer",
                          "O que te ajuda a concentrar"),
           ("This helps you: {value}.", "Te ayuda: {value}.", "Cela t’aide : {value}.", "Isto ajuda-te: {value}."),
           many=True),
    _field("triggers", ("What throws you off", "Lo que te desconcentra", "Ce qui te perturbe", "O que te desconcentra"),
           ("This throws you off: {value}.", "Te desconcentra: {value}.", "Cela te perturbe : {value}.",
            "Isto desconcentra-te: {value}."), many=True),
    _field("tone", ("How I should speak", "Cómo debo hablarte", "Comment te parler", "Como devo falar contigo"),
           ("When we talk: {value}.", "Cuando hablamos: {value}.", "Quand on se parle : {value}.",
            "Quando falamos: {value}."), many=True),
    _field("interests", ("Interests", "Intereses", "Centres d’intérêt", "Interesses"),
           ("You like {value}.", "Te gusta {value}.", "Tu aimes {value}.", "Gostas de {value}."),
           many=True, neutral="likes"),
    _field("goals", ("What you want", "Lo que quieres", "Ce que tu veux", "O que queres"),
           ("You want to {value}.", "Quieres {value}.", "Tu veux {value}.", "Queres {value}."), many=True),
)
# fmt: on

BY_ID: Mapping[str, Field] = MappingProxyType({field.id: field for field in PROFILE})
