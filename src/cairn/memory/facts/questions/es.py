"""Spanish."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.questions import Asking

_LIVE = r"(?:vivo|vivia|vivi|resido|residia|estoy viviendo|estaba viviendo|he vivido)"
_WORK = r"(?:trabajo|trabajaba|trabaje|estoy trabajando)"

ASKING = Asking(
    lead=r"(?:y|oye|hola|cairn|por favor|bueno|vale|pero|espera|perdon|dime|me puedes decir|puedes decirme|recuerdame|sabes|te acuerdas de|recuerdas|de nuevo|actualmente|ahora)",
    tail=r"(?:antes de (?:mudarme|que me mudara|la mudanza|mudarnos)|antes|antes de eso|anteriormente|hasta entonces|ahora|hoy|actualmente|por favor|ahora mismo|hoy en dia|exactamente|de momento|todavia|aun|lo sabes|entonces|en aquel entonces|cairn|yo)",
    past=r"antes|antes de eso|anteriormente|hasta entonces|vivia|vivi|he vivido|residia|trabajaba|trabaje|era|eran|estudiaba|estaba|tomaba|naci|tenia",
    mine=(
        (
            "lives_in",
            rf"(?:en )?donde (?:es que )?(?:yo )?(?:todavia |aun )?{_LIVE}(?: yo)?|(?:en )?(?:que|cual) (?:ciudad|pueblo|pais|lugar|sitio) {_LIVE}|cual (?:es|era) mi (?:ciudad|casa|domicilio|direccion)|donde (?:esta|estaba) mi casa|{_LIVE} en [\w' -]+",
        ),
        (
            "employer works_in",
            rf"(?:en )?(?:donde|que empresa|que sitio) {_WORK}|para (?:quien|que empresa) {_WORK}|cual (?:es|era) mi (?:empresa|empleador)",
        ),
        (
            "job employer field",
            rf"en que {_WORK}|de que {_WORK}|a que me dedic(?:o|aba)|cual (?:es|era) mi (?:trabajo|profesion|oficio|puesto)|que trabajo tengo",
        ),
        (
            "studies studies_at",
            r"que (?:estudio|estudiaba|estudie|estoy estudiando)|(?:en )?donde (?:estudio|estudiaba|estudie)",
        ),
        (
            "allergy",
            r"a que (?:soy alergic[oa]|tengo alergia)|(?:que|cuales) alergias tengo|tengo (?:alguna )?alergias?(?: a (?:algo|[\w' -]+))?|cuales? (?:es|son) mis? alergias?|soy alergic[oa] a (?:algo|[\w' -]+)",
        ),
        (
            "medication",
            r"que (?:medicacion|medicamentos?|medicinas?|pastillas) (?:tomo|tomaba|estoy tomando)|cual (?:es|era) mi medicacion",
        ),
        ("diagnosis", r"cual(?:es)? (?:es|son) mis? diagnosticos?|que diagnosticos? tengo|que me diagnosticaron"),
        (
            "birthday",
            r"cuando (?:es|cae) mi cumple(?:anos)?|cuando cumplo (?:anos)?|cuando naci|que dia (?:es mi cumple(?:anos)?|cumplo anos|naci)|cual es mi fecha de nacimiento",
        ),
        ("diet", r"cual es mi dieta|que dieta (?:sigo|llevo)|soy (?:vegan[oa]|vegetarian[oa])"),
        ("pronouns", r"cuales son mis pronombres|que pronombres uso"),
        ("speaks", r"que (?:idiomas?|lenguas?) hablo"),
        ("from born_in", r"de donde (?:soy|vengo)|donde naci|(?:en )?donde (?:me )?crie"),
        ("wakes_at", r"a que hora me (?:levanto|despierto)|cuando me (?:levanto|despierto)"),
        ("sleeps_at", r"a que hora me (?:acuesto|duermo)|cuando me (?:acuesto|duermo)"),
        ("hobby likes", r"que me gusta(?: hacer)?|cuales son mis (?:aficiones|hobbies|intereses)"),
        ("dislikes", r"que no me gusta|que odio"),
        ("focus_aid", r"que me ayuda a (?:concentrarme|enfocarme)"),
        ("trigger", r"que me (?:desconcentra|distrae)"),
    ),
    theirs=(
        ("lives_in", r"(?:en )?donde (?:vive|vivia|vivio|esta viviendo) {who}"),
        ("employer works_in", r"(?:en )?donde (?:trabaja|trabajaba) {who}|para quien trabaja {who}"),
        ("job", r"en que trabaja {who}|a que se dedica {who}"),
        ("birthday", r"cuando (?:es|cae) el cumple(?:anos)? de {who}|cuando (?:cumple anos|nacio) {who}"),
        ("allergy", r"a que (?:es alergic[oa]|tiene alergia) {who}"),
    ),
    named=(
        r"como se (?:llama|llaman|llamaba) {role}",
        r"cual (?:es|era) el nombre de {role}|el nombre de {role}",
        r"(?:quien|quienes) (?:es|era|son) {role}",
    ),
    favourite=(r"cual (?:es|era) mi {qual} (?:favorit[oa]|preferid[oa])",),
)
WRITTEN = {
    "mother": "madre", "father": "padre", "aunt": "tía", "uncle": "tío", "therapist": "terapeuta", "doctor": "médico",
    "bird": "pájaro", "hamster": "hámster", "baby": "bebé", "child": "hijos",
}  # fmt: skip
