"""Portuguese, of Portugal and of Brazil."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.guard.speech import Speech, alternatives

_AR = [
    "apont",
    "anot",
    "agend",
    "program",
    "reserv",
    "guard",
    "cri",
    "adicion",
    "regist",
    "registr",
    "marc",
    "cancel",
    "apag",
    "elimin",
    "mud",
    "alter",
    "atualiz",
    "actualiz",
    "envi",
    "mand",
    "lig",
    "avis",
    "complet",
    "termin",
    "acab",
    "organiz",
    "prepar",
    "configur",
    "ativ",
    "activ",
    "confirm",
    "coloc",
    "deix",
    "trat",
    "encarreg",
    "adi",
    "pag",
    "compr",
    "encomend",
    "notific",
    "bloque",
    "ajust",
    "grav",
    "memoriz",
    "armazen",
    "salv",
    "lembr",
    "record",
    "acrescent",
    "arranj",
    "arrum",
    "finaliz",
    "retir",
    "contact",
    "alert",
    "assegur",
    "gerenci",
    "paus",
    "desativ",
    "modific",
    "planej",
    "fix",
    "incorpor",
    "anex",
    "agreg",
    "encaix",
    "arquiv",
    "chec",
    "verific",
    "junt",
]
_ER_IR = [
    "mov",
    "met",
    "escrev",
    "resolv",
    "inclu",
    "inser",
    "defin",
    "remov",
    "conclu",
    "transfer",
    "receb",
    "inscrev",
]
_PAST_IRREGULAR = "pus pusemos fiz fizemos pedi marquei fui buscar dei tomei inclui movi inseri defini removi conclui escrevi resolvi meti transferi"
_PART_IRREGULAR = "post[oa]s? feit[oa]s? escrit[oa]s? salv[oa]s? pront[oa]s? pag[oa]s? inscrit[oa]s? tratad[oa]s? combinad[oa]s? assente entregues?"
_PRES_IRREGULAR = "ponho faço faco movo incluo insiro defino removo concluo escrevo resolvo meto transfiro"


def _before_e(stem: str) -> str:
    return {"c": stem[:-1] + "qu", "g": stem + "u"}.get(stem[-1], stem)


_PAST = " ".join([*(f"{_before_e(s)}ei {s}amos" for s in _AR), _PAST_IRREGULAR])
_PART = " ".join([*(f"{s}ad[oa]s?" for s in _AR), *(f"{s}id[oa]s?" for s in _ER_IR), _PART_IRREGULAR])
_PRES = " ".join([*(f"{s}o {s}amos" for s in _AR), _PRES_IRREGULAR])
_FUT = " ".join(
    [*(f"{s}arei {s}aremos" for s in _AR), *(f"{s}[ei]rei" for s in _ER_IR), "porei farei poremos faremos terei"]
)
_INF = " ".join(
    [*(f"{s}a(?:r|-)" for s in _AR), *(f"{s}[ei](?:r|-)" for s in _ER_IR), r"por(?=\s(?:um|uma|isso|no|na)\b) fazer"]
)
_GER = " ".join([*(f"{s}ando" for s in _AR), *(f"{s}[ei]ndo" for s in _ER_IR), "pondo fazendo"])

SPEECH = Speech(
    slots={
        "PAST": alternatives(_PAST),
        "PART": alternatives(_PART),
        "PRES": alternatives(_PRES),
        "FUT": alternatives(_FUT),
        "INF": alternatives(_INF),
        "GER": alternatives(_GER),
        "CL": r"te|lhe|o|a|os|as|me|nos|se|eu|ja|tambem|agora|isso|isto|lhes|mesmo|vos",
        "ADV": r"ja|agora|tambem|bem|tudo|corretamente|devidamente|mesmo|acabad[oa]s? de ser|oficialmente|com sucesso|automaticamente|sempre|sido|ser",
        "THING": r"lembretes?|alarmes?|tarefas?|eventos?|consultas?|reunioes|reuniao|notas?|avisos?|alertas?|notificac(?:ao|oes)|mensagem|mensagens|e-?mails?|entradas?|reservas?|temporizador|compromissos?|anotac(?:ao|oes)|alteracoes",
        "PLACE": r"calendario|agenda|listas?|notas|lembretes|memoria|tarefas|diario|pendentes",
        "OWN": r"teu|tua|teus|tuas|seu|sua|seus|suas|o|a|os|as|um|uma|meu|minha",
    },
    done=(
        r"(?<!nao )\b(?:<PAST>)(?:-\w+)?\b",
        r"(?<!nao )\b(?!(?:sei|lei|rei|hei|bei|frei|pensei|achei|tentei|procurei|encontrei|olhei|gostei|gostarei|ficarei|estarei|hawaii|chamei-lhe)\b)\w{2,}ei\b(?:-\w+)?",
        r"\b(?:dito e feito|(?:assunto|agendamento|problema) (?:resolvido|feito|tratado)|(?:reuniao|consulta|tarefa|evento) (?:passou|mudou) para)\b",
        r"\b(?:tenho|temos|tinha) (?:<ADV>\s)*(?:<PART>)\b",
        r"\b(?:acabei|acabamos|terminei) de (?:<INF>)|\b(?:consegui|pude) (?:<INF>)",
        r"\b(?:pode|podes) deixar\b(?! (?:as|os|a|o|de|que)\b)|\b(?:encarreguei-me|tratei d|ja tratei|cuidei)\b",
    ),
    state=(
        r"(?<!nao )\b(?:esta|estao|ta|foi|foram|ficou|ficaram|fica|ficam|sera|serao|ja|vai ficar|vao ficar|encontra-se|tens|ficara|estara|tem|sido|dou por|da por|de por) (?:(?:<ADV>|te|lhe)\s)*(?:<PART>)\b",
        r"\b(?:tenho|temos|deixo) (?:\w+ ){1,6}(?:<PART>)\b",
        r"\b(?:esta|estao|fica|ficou|ja|tens|vai|aparece|consta|agora|posto|entrou) (?:\w+ ){0,3}(?:na|no|em|da|do) (?:tua|teu|sua|seu|minha|meu)? ?(?:<PLACE>)\b",
        r"\b(?:recebera?s?|vais? receber|tera?s|vais? ter|veras?|vai chegar|chega-te|chegara|vais? ver) (?:\w+ ){0,3}(?:<THING>)\b",
        r"\b(?:<THING>) (?:(?:<ADV>|esta|fica|ficou|foi|sera|ja)\s)*(?:<PART>|pront[oa]|ativ[oa]|em curso|tocara|vai tocar|vai aparecer|de pe)\b",
        r"\b(?:seras?|vais? ser|sera) (?:<ADV>\s)*(?:avisad|lembrad|notificad|alertad)[oa]\b|\b(?:tocara|vai tocar|vai avisar|avisara)\b",
        r"\bja (?:esta|ta|ficou|fica|tens|cuidei)\b(?! (?:na hora|tarde|cansad|a))|\btudo (?:pronto|feito|certo|tratado|em ordem|resolvido|sob controlo|sob controle|preparado|arranjado|combinado)\b",
        r"\b(?:considera|considere)(?:-o|-a)? (?:isso )?(?:ja )?(?:feit|tratad|resolvid|anotad)[oa]\b|\bda-o por feito\b|\bmissao cumprida\b|\bficou combinado\b",
        r"\baqui (?:esta|tens|vai) (?:o|a|teu|tua|seu|sua) (?:\w+ )?(?:lembrete|aviso|reserva|confirmacao)\b",
    ),
    promise=(
        r"(?<!nao )\b(?:<FUT>)(?:-\w+)?\b|\b\w+(?:a|e|i)r?-(?:te|lhe|lo|la|vos)-ei\b",
        r"\b(?:vou|vamos|irei|passo a|posso ja) (?:(?:<CL>|ja|entao) )*(?:<INF>)(?:-?(?:te|lo|la|lhe|los|las|lhes))?",
        r"\b(?:estou|estamos) (?:<ADV>\s|a )*(?:(?:<CL>) )*(?:<GER>|<INF>)",
        r"\b(?:eu|ja|agora|entao|tambem|te|lhe|o|a|isso|isto) (?:(?:<CL>) )*(?:<PRES>)\b(?! que)",
        r"^(?:<PRES>)(?:-te|-lhe|-o|-a|-lo)?(?:$| (?:<OWN>|isso|isto|ja|agora|tudo|para|na|no)\b)|\b(?:<PRES>)-(?:te|lhe|o|a|lo|la)\b",
        r"\b(?:deixa comigo|deixe comigo|pode deixar|podes deixar|conta comigo|conte comigo|eu trato|trato disso|cuido disso|encarrego-me|fica descansad[oa]|nao te (?:vou deixar|deixarei) esquecer|deixa-me (?:<INF>)|deixe-me (?:<INF>))",
        r"\bvou (?:ter|levar) isso em conta\b|\bfico com isso\b|\btomo nota\b",
    ),
    start=(
        r"(?:<ADV>\s)*(?:<PART>)(?:$|[ .!]*$| (?:em|como|para|as|o|a|na|no|com|teu|tua|por|hoje|amanha|este|esta|ja|agora|de|sem|e|seu|sua)\b)(?<!pronto para)(?<!pronta para)",
        r"(?:<OWN> |nov[oa] )?(?:\w+ ){0,2}(?:<THING>) (?:<ADV>\s)*(?:<PART>)\b",
        r"(?:<OWN> |nov[oa] )?(?:lembrete|tarefa|evento|consulta|alarme|nota|reserva|compromisso)(?: (?:para|as|a) .+)?$",
        r"(?:<GER>)(?:-te|-o|-a|-lo)?\b(?: (?:<OWN>|isso|isto|agora|ja|tudo)\b|[.! ]*$)(?!.*\b(?:pode|podem|poderia|ajuda|costuma|e)\b)",
        r"(?:ja esta|ja ta|feito|pronto|prontinho|tudo pronto|anotado|apontado|combinado|e para ja|as ordens|tomei nota)\b[ .!]*(?:$|,)",
    ),
    fillers=(
        r"ok(?:ay)?|claro(?: que sim)?|perfeito|otimo|optimo|muito bem|bem|sim|certo|com certeza|entendido|boas noticias|bom|pois|e|ola|oi|"
        r"excelente|fantastico|sem problema|nao te preocupes|tranquilo|como pediste|obrigad[oa]|fixe|beleza|legal|alem disso|tambem|entao|agora|mas|porque|la|boa|maravilha|de acordo|ta bom|esta bem|sem duvida|de nada"
    ),
    asked=(
        r".*(?<! ok)(?<!certo)(?<! bem)(?<! bom)(?<!acordo)(?<! ne)(?<! sim)(?<! nao)(?<!verdade)\s?\?$",
        r"(?:queres|quer|preferes|gostarias|posso|podes|devo|tens|o que|quando|onde|qual|quem|porque|por que|como|que)\b",
    ),
    conditional=(
        r"(?:e |mas |ou |so )?(?:se|quando|assim que|ate|antes|depois|enquanto|embora|para que|uma vez|logo que|caso)\b",
        r"(?:tu |voce |tambem |talvez )?(?:podes|pode|poderias|poderia|deves|devias|convem|experimenta|tenta|tente|podem|muita gente|ha quem)\b",
    ),
    consent=(
        r"\b(?:se|quando) (?:(?:tu|voce|me|assim|te) )*(?:quiseres|quiser|preferires|preferir|disseres|disser|confirmares|confirmar|achares|precisares|precisar|deres)\b",
        r"\b(?:queres|quer|preferes|prefere|gostarias|gostaria) (?:\w+ )?(?:que|de)\b|\b(?:posso|podia|poderia|diz-me|diga-me|avisa-me)\b",
    ),
    spared=(
        r"\b(?:nao|nada|nunca|nem) (?:(?:<CL>|foi|foram|esta|estao|ficou|vou|posso|estou a|tenho|consigo|fui) )*(?:<PAST>|<PART>|<FUT>|<INF>|<GER>|<PRES>)r?(?:-\w+)?\b(?: (?:nem|ou|e) (?:<PAST>|<PART>|<FUT>|<PRES>)\b)*",
        r"\b(?:estas|estar|esteja|estejas|esta) pront[oa]s? (?:para|a)\b|\bbem feito\b|\bde facto\b|\b(?:pronto|pronta) para\b",
        r"\b(?:pode|podem|poderia|deve|devia|tem que|tem de|costuma) (?:ser|estar|ficar) (?:<PART>)\b|\bfeit[oa]s? (?:de|por|com) (?:a|o|mao)\b",
        r"\bquando (?:estiver|estiveres|tiveres|acabares|terminares)\b[^,]*|\bpara (?:que )?(?:te |o |a )?(?:<INF>)r?\b|\btens? (?:<PART>)\b(?= (?:de|dormid))",
    ),
)
