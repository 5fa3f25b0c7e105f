"""Portuguese."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.questions import Asking

_LIVE = r"(?:moro|morava|morei|vivo|vivia|vivi|resido|residia|estou a viver|estou a morar|estava a viver|tenho vivido)"
_WORK = r"(?:trabalho|trabalhava|trabalhei|estou a trabalhar)"

ASKING = Asking(
    lead=r"(?:e|olha|ola|oi|cairn|por favor|bom|ok|mas|espera|desculpa|diz-me|podes dizer-me|lembra-me|sabes|lembras-te de|lembras-te|atualmente|agora|afinal)",
    tail=r"(?:antes (?:de me mudar|da mudanca|de mudar|de nos mudarmos)|antes|antes disso|anteriormente|ate entao|agora|hoje|atualmente|por favor|neste momento|hoje em dia|exatamente|ainda|sabes|na altura|nessa altura|cairn|eu)",
    past=r"antes|antes disso|anteriormente|ate entao|morava|morei|vivia|vivi|residia|trabalhava|trabalhei|era|eram|estudava|estava|tomava|nasci|tinha",
    mine=(
        (
            "lives_in",
            rf"(?:em )?(?:a)?onde (?:e que )?(?:eu )?(?:ainda )?{_LIVE}|(?:em )?que (?:cidade|terra|pais|sitio|lugar) (?:e que )?(?:eu )?{_LIVE}|qual (?:e|era) a minha (?:cidade|casa|morada)|onde (?:e|fica|ficava|era) (?:a )?minha casa|(?:eu )?(?:ainda )?{_LIVE} (?:em|no|na) [\w' -]+",
        ),
        (
            "employer works_in",
            rf"(?:em )?(?:onde|que empresa) (?:e que )?(?:eu )?{_WORK}|para (?:quem|que empresa) (?:e que )?(?:eu )?{_WORK}|qual (?:e|era) a minha empresa",
        ),
        (
            "job employer field",
            rf"(?:em que|no que|de que) (?:e que )?(?:eu )?{_WORK}|o que (?:e que )?(?:eu )?fa(?:co|zia) na vida|qual (?:e|era) (?:o meu trabalho|a minha profissao|o meu emprego|o meu cargo)",
        ),
        (
            "studies studies_at",
            r"o que (?:e que )?(?:eu )?(?:estudo|estudava|estou a estudar)|onde (?:e que )?(?:eu )?(?:estudo|estudava)",
        ),
        (
            "allergy",
            r"a (?:o )?que (?:e que )?(?:eu )?(?:sou alergic[oa]|tenho alergia)|(?:que|quais) alergias (?:e que )?(?:eu )?tenho|quais sao as minhas alergias|tenho (?:alguma )?alergias?(?: a [\w' -]+)?|sou alergic[oa] a (?:alguma coisa|[\w' -]+)",
        ),
        (
            "medication",
            r"(?:que|quais) (?:medicacao|medicamentos?|remedios?|comprimidos) (?:e que )?(?:eu )?(?:tomo|tomava|estou a tomar)|qual (?:e|era) a minha medicacao",
        ),
        ("diagnosis", r"qual (?:e|era) o meu diagnostico|que diagnosticos? (?:e que )?(?:eu )?tenho"),
        (
            "birthday",
            r"quando (?:e|sao) (?:que )?(?:o )?(?:meus? )?(?:anos|aniversario)|quando (?:e que )?(?:eu )?(?:faco anos|nasci)|em que dia (?:e que )?(?:eu )?(?:faco anos|nasci)|qual e a minha data de nascimento",
        ),
        ("diet", r"qual e a minha dieta|que dieta (?:e que )?(?:eu )?(?:faco|sigo)|sou (?:vegan[oa]?|vegetarian[oa])"),
        ("pronouns", r"quais sao os meus pronomes|que pronomes uso"),
        ("speaks", r"que linguas (?:e que )?(?:eu )?falo|que idiomas (?:e que )?(?:eu )?falo"),
        ("from born_in", r"de onde (?:e que )?(?:eu )?(?:sou|venho)|onde (?:e que )?(?:eu )?nasci"),
        ("wakes_at", r"a que horas? (?:e que )?(?:eu )?(?:acordo|me levanto)"),
        ("sleeps_at", r"a que horas? (?:e que )?(?:eu )?(?:me deito|adormeco|vou dormir)"),
        (
            "hobby likes",
            r"(?:o|do) que (?:e que )?(?:eu )?gosto(?: de fazer)?|quais sao os meus (?:passatempos|hobbies|interesses)",
        ),
        ("dislikes", r"(?:o|do) que (?:e que )?(?:eu )?(?:nao gosto|odeio|detesto)"),
        ("focus_aid", r"o que me ajuda a (?:concentrar|focar)(?:-me)?|o que (?:e que )?me ajuda a concentrar"),
        ("trigger", r"o que (?:e que )?me (?:desconcentra|distrai)"),
    ),
    theirs=(
        (
            "lives_in",
            r"onde (?:e que )?(?:vive|vivia|mora|morava) (?:o |a )?{who}|onde (?:e que )?(?:o |a )?{who} (?:vive|mora)",
        ),
        (
            "employer works_in",
            r"onde (?:e que )?(?:trabalha|trabalhava) (?:o |a )?{who}|onde (?:e que )?(?:o |a )?{who} trabalha",
        ),
        ("job", r"(?:em que|no que) (?:e que )?trabalha (?:o |a )?{who}|o que (?:e que )?faz (?:o |a )?{who}"),
        (
            "birthday",
            r"quando (?:e que )?(?:faz anos|nasceu) (?:o |a )?{who}|quando (?:e que )?(?:o |a )?{who} (?:faz anos|nasceu)",
        ),
        ("allergy", r"a que (?:e que )?(?:o |a )?{who} e alergic[oa]|a que e alergic[oa] (?:o |a )?{who}"),
    ),
    named=(
        r"como (?:e que )?se (?:chama|chamava|chamam) {role}|{role} chama-se como|como (?:e que )?{role} se chama",
        r"(?:qual (?:e|era) )?o nome d(?:e )?{role}",
        r"quem (?:e|era|sao) {role}",
    ),
    favourite=(r"qual (?:e|era) (?:o meu|a minha) {qual} (?:favorit[oa]|preferid[oa])",),
)
WRITTEN = {
    "mother": "mãe", "sister": "irmã", "brother": "irmão", "baby": "bebé", "twin": "gémeo", "boss": "chefe",
    "teacher": "professor", "therapist": "terapeuta", "doctor": "médico", "dog": "cão", "bird": "pássaro",
    "horse": "cavalo", "grandmother": "avó", "grandfather": "avô", "pet": "animal de estimação",
}  # fmt: skip
