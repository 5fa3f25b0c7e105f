"""Portuguese: clauses that are no verb and what follows it."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Phrase
from cairn.memory.facts.statement import Stance

PHRASES = (
    Phrase(
        "employer",
        r"(?:eu )?(?:fui (?:despedid[oa]|demitid[oa]|mandad[oa] embora)|despediram me|me despediram|me demitiram|demitiram me)(?: de o (?:trabalho|emprego))?(?= ?(?:$|,|e|mas|em (?!o |a )|em o mes|em a semana|em o ano|ha|ontem|este|esta)).*",
        stance=Stance.ENDED,
    ),
    Phrase(
        "employer",
        r"(?:eu )?(?:fui (?:despedid[oa]|demitid[oa])|despediram me) de (?:o |a )(?!trabalho|emprego){org}",
        stance=Stance.ENDED,
    ),
    Phrase(
        "partner", r"(?:eu )?(?:estou|continuo) solteir[oa](?= ?(?:$|,|e|mas|outra|agora|desde))", stance=Stance.ENDED
    ),
    Phrase(
        "medication",
        r"(?:passei|mudei|troquei|mudaram me|passaram me) (?:de o|de a|de|o|a) (?P<drugs>(?:{medicines})) (?:para o|para a|para|por|pelo|pela) .+",
        stance=Stance.ENDED,
        goes_on=True,
    ),
    Phrase(
        "medication",
        r"(?:passei|mudei|troquei|mudaram me|passaram me) (?:de o|de a|de|o|a) (?:{medicines}) (?:para o|para a|para|por|pelo|pela) (?P<drugs>(?:{medicines})\b.*)",
    ),
    Phrase(
        "nickname",
        r"(?:toda a gente|todo o mundo|todo mundo|todos|os meus amigos|os amigos) (?:me (?:chamam?|tratam? por)|chamam? me|tratam? me por) {name}",
    ),
    Phrase(
        "lives_in",
        r"(?:(?:o|a) )?(?:meu|minha) (?:apartamento|casa|andar|estudio) (?:eh|fica|esta) em (?:o |a )?(?:(?:centro|norte|sul) de (?:o |a )?|arredores de )?{proper}",
    ),
    Phrase("eats", r"nao posso comer (?P<things>(?:{foods})\b.*)", stance=Stance.NEVER),
    Phrase(
        "employer",
        r"(?:tenho|arranjei|consegui|encontrei) (?:um )?(?:novo )?(?:emprego|trabalho)(?: novo)? em (?:o |a ){org}",
    ),
    Phrase("from", r"(?:eu )?venho de (?:o |a )?{proper}"),
    Phrase(
        "nickname",
        r"(?:por favor,? |podes |pode )*(?:me )?(?:chama me|chamar me|trata me por|me chama de|me chame de|me chama|chamar de) {name}",
    ),
    Phrase(
        "nickname",
        r"(?:todos|toda a gente|os meus amigos|todo mundo)? ?(?:me chamam|me tratam por|chamam me|tratam me por)(?: de)? {name}",
    ),
    Phrase("nickname", r"prefiro que me (?:chames|chamem|trates por|tratem por)(?: de)? {name}"),
    Phrase("pronouns", r"os meus pronomes sao (?P<text>\w+(?:/| e )\w+(?:/\w+)?)"),
    Phrase("pronouns", r"meus pronomes sao (?P<text>\w+(?:/| e )\w+(?:/\w+)?)"),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:ja nao (?:se chama|eh)|nao eh mais) (?:o |a )?{name}",
        stance=Stance.ENDED,
    ),
    Phrase(
        "role",
        r"(?:o |a )?{name} (?:ja nao eh|nao eh mais) {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|e|mas|desde))",
        stance=Stance.ENDED,
    ),
    Phrase(
        "role",
        r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:nao|nunca) (?:se chama|se chamou|eh|foi) (?:o |a )?{name}",
        stance=Stance.NEVER,
    ),
    Phrase(
        "role",
        r"(?:o |a )?{name} (?:nao|nunca) (?:eh|foi) {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|e|mas))",
        stance=Stance.NEVER,
    ),
    Phrase("role", r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:chama-se|se chama|eh (?:o |a )?){name}"),
    Phrase("role", r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? eh {name}"),
    Phrase("role", r"o nome de {my} (?:(?:{near_role}) )*{role} eh {name}"),
    Phrase("role", r"(?:o |a )?{name} eh {my} (?:(?:{near_role}) )*{role}(?= ?(?:$|,|e|mas|mais|desde))"),
    Phrase("role", r"(?:este|esta) eh {my} (?:(?:{near_role}) )*{role},? (?:o |a )?{name}"),
    Phrase(
        "partner",
        r"ja nao (?:estamos juntos|estamos juntas|namoramos|sou casad[oa]|estou casad[oa]|tenho namorad[oa])",
        stance=Stance.ENDED,
    ),
    Phrase(
        "partner",
        r"(?:eu e (?:o meu|a minha) (?:namorad[oa]|marido|mulher) )?(?:acabamos|terminamos|separamos nos|nos separamos|divorciamos nos|nos divorciamos)(?= ?(?:$|,|em|ha|o mes|o ano|a semana|ontem))",
        stance=Stance.ENDED,
    ),
    Phrase(
        "pet",
        r"(?:morreu )?{my} (?P<qual>cao|cadela|cachorr[oa]|gat[oa]|coelho|hamster|papagaio|cavalo) (?:morreu|faleceu|fugiu)",
        stance=Stance.ENDED,
    ),
    Phrase("birthday", r"(?:eu )?faco anos (?:a|em|em o dia|dia) {date}"),
    Phrase("birthday", r"(?:o )?meu aniversario eh (?:a|em|em o dia|dia|o dia)? ?{date}"),
    Phrase(
        "birthday",
        r"o aniversario de (?:o |a )?{person} eh (?:a|em|em o dia|dia)? ?(?=\d|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro){date}",
    ),
    Phrase("birthday", r"(?:o |a )?{person} (?:faz anos|nasceu) (?:a|em|em o dia|dia) (?=\d){date}"),
    Phrase("anniversary", r"(?:o )?nosso aniversario(?: de casamento)? eh (?:a|em|em o dia|dia)? ?{date}"),
    Phrase("favourite", r"{my} (?P<qual>\w+(?: de \w+)?) (?:favorit[oa]|preferid[oa])s? (?:eh|sao) {thing}"),
    Phrase("favourite", r"{thing} eh {my} (?P<qual>\w+) (?:favorit[oa]|preferid[oa])"),
    Phrase("hobby", r"{my} (?:hobby|hobbies|passatempos?|paixao) (?:eh|sao) {things}"),
    Phrase("speaks", r"(?:a )?minha lingua (?:materna|nativa) eh (?P<lang>(?:o )?{langs})"),
    Phrase("job", r"(?:o )?meu trabalho eh (?:ser )?{job}"),
    Phrase("employer", r"ja nao tenho (?:trabalho|emprego)", stance=Stance.ENDED),
    Phrase("team_size", r"{my} (?:equipa|equipe|time) (?:tem|eh de) (?P<amount>\d+)(?: pessoas)?"),
    Phrase("team_size", r"somos (?P<amount>\d+)(?: pessoas)? em a (?:minha |nossa )?(?:equipa|equipe)"),
    Phrase("weight", r"(?:o )?meu peso eh (?:de )?(?P<amount>\d[\d.,]* ?(?:kg|quilos?)?)"),
    Phrase("sleeps_at", r"(?:a )?minha hora de (?:dormir|deitar) eh (?:a|as) (?P<clock>(?:{time}))"),
    Phrase("wakes_at", r"(?:o )?meu (?:despertador|alarme) toca (?:a|as) (?P<clock>(?:{time}))"),
    Phrase(
        "focus_aid",
        r"(?!nao |que |isso |isto |esta |este ){text} (?:ajudam? me|me ajudam?) (?:muito |imenso )?a (?:me )?(?:concentrar|focar|estudar|trabalhar|acalmar|comecar)(?: me)?",
    ),
    Phrase("focus_aid", r"(?:ajudam? me|me ajudam?) (?:muito )?a (?:concentrar|focar|estudar|trabalhar) {text}"),
    Phrase("focus_aid", r"preciso de (?P<text>(?!ajuda|mais|uma pausa|tempo|algo).+?) para me (?:concentrar|focar)"),
    Phrase(
        "trigger",
        r"(?!nao |que |isso |isto |esta |este ){text} (?:sempre )?(?:distraem? me|me distraem?|distrai me|me distrai|desconcentram? me|me desconcentram?|stressam? me|me stressam?|me estressam?|sobrecarregam? me|me sobrecarregam?|irritam? me|me irritam?|deixam? me (?:ansios[oa]|nervos[oa]|maluc[oa]|exaust[oa])|me deixam? (?:ansios[oa]|nervos[oa]|maluc[oa]|exaust[oa])|tiram? me o foco|esgotam? me|me esgotam?)",
    ),
    Phrase(
        "trigger",
        r"fico (?:muito |logo )?(?:ansios[oa]|sobrecarregad[oa]|distraid[oa]|stressad[oa]|nervos[oa]) (?:com|em) {things}",
    ),
    Phrase(
        "trigger",
        r"nao (?:me consigo|consigo me|consigo) (?:concentrar(?: me)?|trabalhar|estudar) (?P<text>(?:com|em|se ha|quando ha) .+)",
    ),
    Phrase("energy_best", r"(?:a )?minha (?:energia|concentracao) (?:eh|esta) (?:mais alta|melhor|em o maximo) {best}"),
    Phrase("energy_best", r"(?:o )?meu melhor momento eh {best}"),
    Phrase(
        "energy_best",
        r"{best},? (?:rendo|concentro me|trabalho|estou|sou) (?:muito )?(?:melhor|mais produtiv[oa]|mais)",
    ),
    Phrase("energy_low", r"(?:a )?minha (?:energia|concentracao) (?:baixa|cai|desaparece|vai abaixo) {best}"),
    Phrase("energy_low", r"(?:fico|nao tenho|estou sempre) (?:sem energia|energia|exaust[oa]|de rastos) {best}"),
    Phrase(
        "tone",
        r"(?:por favor,? |a partir de agora,? )*(?P<text>(?:nao|nunca) (?:me )?(?:uses|use|escrevas|escreva|mandes|mande|envies|envie|des|fales|fale|chames|chame|trates|trate|ponhas|sejas|seja|digas|diga|respondas|responda)\b.{2,80})",
    ),
    Phrase(
        "tone",
        r"(?:por favor,? |a partir de agora,? |sempre )*(?P<text>(?:se|seja) (?:breve|diret[oa]|concis[oa]|honest[oa]|amavel|gentil|mais \w+|paciente|clar[oa])(?: comigo| e .*)?)",
    ),
    Phrase(
        "tone",
        r"(?:por favor,? |a partir de agora,? |sempre )*(?P<text>(?:(?:mantem|faz|mantenha) (?:isto |isso |as respostas |as mensagens |tudo )?(?:curt[oa]s?|breves?|simples).*|(?:usa|use) (?:listas|frases curtas|emojis?|menos .*|mais .*|uma linguagem .*|um tom .*)|(?:fala|escreve|responde|trata)(?: me)? (?:por tu|em|de forma|como|com) .*|trata me por tu|(?:responde|responda) (?:em|com|de forma|sempre) .*|sem (?:emojis?|exclamacoes|pontos de exclamacao|rodeios)(?: por favor)?))",
    ),
    Phrase(
        "tone",
        r"(?:prefiro|quero|da me) (?P<text>(?:mensagens|respostas|frases|explicacoes|instrucoes|textos) (?:curt[oa]s|breves|diret[oa]s|long[oa]s|detalhad[oa]s|simples|clar[oa]s))",
    ),
    Phrase(
        "kept_in",
        r"(?:(?:o|a|os|as) )?(?:(?:meu|minha|meus|minhas|nosso|nossa) )?(?P<owner>(?:{kept})) (?:esta|estao|fica|ficam|guarda-se)(?: sempre| guardad[oa]s?| escondid[oa]s?)* {keptwhere}",
    ),
    Phrase(
        "kept_in",
        r"(?:o|a) (?:meu |minha )?(?P<owner>carro|mota|moto|bicicleta|carrinha) esta estacionad[oa] (?P<where>(?:em|atras de|perto de|junto a|a o lado de|em frente) .+)",
    ),
    Phrase(
        "attribute",
        r"(?:(?:o|a) )?(?:meu|minha) (?:nov[oa] )?{attr}(?: mensal| semanal| atual| nov[oa])? eh (?:de )?(?P<amount>(?:r\$ ?)?[€$£+#]?\d.*)",
    ),
    Phrase(
        "attribute",
        r"(?:(?:o|a) )?(?:meu |minha )?{attr} (?:de|para|a) (?:o |a |os |as )?(?:meu |minha )?{owner} eh (?:de )?(?:em a |em o |a |o )?(?P<text>(?!muito|um |uma |meu|minha|demasiad|mesm|que ).+)",
    ),
    Phrase(
        "deadline",
        r"(?:o|a) (?:meu |minha )?(?P<owner>[a-z][\w ]{2,30}?) (?:entrega-se|tem de ser entregue|vence) (?:em a |em o |ate )?(?P<text>.+)",
    ),
    Phrase(
        "attribute",
        r"(?:(?:o|a) )?(?:meu )?(?P<attr>(?:numero de (?:socio|conta|cliente|cacifo|sapato|utente|contribuinte)|numero que calco|fatura de a luz)) eh (?:de |o |a )?(?P<amount>[€$£+#]?[\w-]*\d.*)",
    ),
    Phrase(
        "plans",
        r"(?:eu |nos )?(?P<activity>(?:vou|vamos|viajo|viajamos|mudo me|mudamos nos|caso me|casamos|sou operad[oa]|reformo me|comeco|tenho uma viagem|voo)\b.+)",
    ),
    Phrase(
        "habit",
        r"(?:eu )?(?:sempre |normalmente |costumo )*(?P<activity>{acts}\b.{0,40}? ?(?:{often}))(?= ?(?:$|,|e|mas|as|com|antes|depois|em|porque))",
    ),
    Phrase("habit", r"(?P<activity>(?:{often}),? {acts}\b.*)"),
    Phrase("works_in", r"(?:o )?meu escritorio (?:eh|fica) em (?!o meu|a minha|um ){place}"),
)
