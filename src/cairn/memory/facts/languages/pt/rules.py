"""Portuguese: what follows a verb."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Rule

RULES = {
    "move_we": (Rule("lives_in", r"(?:de casa )?(?:para|pra) (?:o |a )?{place}", only="dated"),),
    "live": (
        Rule(
            "lives_in",
            r"(?:com [^,]{2,30}? )?em uma? (?:[\w-]+ )?(?:apartamento|casa|estudio|quarto|aldeia|vivenda|moradia|andar|quinta)(?: [\w-]+){0,2}? em (?:o |a |os |as )?{proper}",
        ),
        Rule("lives_in", r"(?:aqui |ca )?(?:com [^,]{2,30}? )?em (?:o |a |os |as )?{place}"),
        Rule("lives_in", r"perto de (?:o |a )?{place}"),
    ),
    "move": (
        Rule("lives_in", r"(?:me )?(?:de casa )?de (?:o |a )?[^,]{2,25}? para (?:o |a )?{place}"),
        Rule("lives_in", r"(?:me )?(?:de casa )?(?:para|pra) (?:o |a )?{place}"),
    ),
    "born": (
        Rule("birthday", r"(?:a|em|em o dia|a o dia|dia) (?=\d){date}"),
        Rule(
            "born_in",
            r"em (?:o |a )?(?!\d|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro){place}",
        ),
    ),
    "grow": (Rule("from", r"em (?:o |a )?(?!um|uma){place}"),),
    "diagnosed": (Rule("diagnosis", r"(?:com |de )?{thing}"),),
    "be": (
        Rule("allergy", r"(?:muito )?(?:alergic[oa]s?) a(?:s|os)? {things}"),
        Rule("allergy", r"intolerante (?:a o|a a|a) (?P<thing>lactose|gluten|frutose|histamina)"),
        Rule("diet", r"(?P<thing>vegetarian[oa]|vegan[oa]|celiac[oa]|flexitarian[oa]|pescetarian[oa])"),
        Rule(
            "diagnosis",
            r"(?P<thing>autista|dislexic[oa]|bipolar|diabetic[oa]|epileptic[oa]|asmatic[oa]|tdah|phda|neurodivergente)",
        ),
        Rule("partner", r"(?:bem )?(?:casad[oa]|noiv[oa]|a namorar|namorando) com (?:o |a )?{name}"),
        Rule("partner", r"namorad[oa] de (?:o |a ){name}"),
        Rule(
            "job",
            r"(?P<job>(?:desempregad[oa]|reformad[oa]|aposentad[oa]|autonom[oa]|de baixa|trabalhador[a]? independente|freelancer))",
        ),
        Rule("job", r"(?:uma? )?(?P<job>(?:{jobs}))(?! (?:de o meu|que me))"),
        Rule("studies", r"estudante de {field}"),
        Rule(
            "from",
            r"(?:originari[oa] |natural )?de (?:o |a |os |as )?(?!meu|minha|teu|seu|acordo|um|uma|verdade|noite|dia|letras|ciencias|esses|essas|aqueles|baixa|ferias|viagem|bom|mau|\d|esquerda|direita|tipo|gente|volta|pe|boa|rastos){proper}",
        ),
        Rule(
            "energy_best",
            r"(?P<part>(?:uma? )?(?:pessoa )?(?:madrugador[a]?|matutin[oa]|matinal|noturn[oa]|(?:uma )?(?:coruja|ave noturna)|de manhas|da manha|de a manha|de a noite))",
        ),
        Rule("energy_best", r"mais (?:produtiv[oa]|criativ[oa]|ativ[oa]|despert[oa]|concentrad[oa]) {best}"),
        Rule("energy_low", r"(?:menos produtiv[oa]|sempre exaust[oa]|sempre cansad[oa]) {best}"),
    ),
    "have": (
        Rule("age", r"(?P<amount>\d{1,2}) anos"),
        Rule("allergy", r"(?:uma )?(?:alergia|intolerancia) a(?:s|os)? {things}"),
        Rule("diagnosis", r"(?P<things>(?:{ills})(?:(?:, | e )(?:{ills}))*)"),
        Rule(
            "role",
            r"(?:uma? )(?:{near_role} )?{role}(?: [^,]{1,25}?)?,? (?:que se chama|chamad[oa]|cujo nome eh) {name}",
        ),
        Rule("role", r"(?:uma? )(?:{near_role} )?{role},? {name}"),
        Rule("child", r"(?P<thing>{num} (?:filhos|filhas|criancas))"),
        Rule("sibling", r"(?P<thing>{num} (?:irmaos|irmas)(?: mais \w+)?)"),
        Rule("pet", r"(?P<thing>{num} (?:gat[oa]s|caes|cachorros|cadelas|coelhos|cavalos|passaros|galinhas))"),
        Rule("role", r"(?:uma? )(?P<thing>{role})(?= ?(?:$|e|,|em casa|mas))"),
        Rule(
            "owns",
            r"(?:uma? )(?:nov[oa] |velh[oa] )?(?P<thing>(?:{owned})(?: (?:eletric[oa]|nov[oa]|vermelh[oa]|azul|branc[oa]|pret[oa]|verde|cinzent[oa]|em segunda mao))*)(?= ?(?:$|e|,|mas))",
        ),
        Rule("studies", r"(?:um|uma) (?:licenciatura|mestrado|doutoramento|curso|graduacao) em {field}"),
    ),
    "get": (
        Rule("role", r"(?:uma? )(?:\w+ )?{role} (?:que se chama|chamad[oa]) {name}"),
        Rule(
            "owns",
            r"(?:uma? )(?P<thing>(?:{owned})(?: (?:eletric[oa]|nov[oa]|vermelh[oa]|azul))?)(?= ?(?:$|e|,|em|ha|ontem))",
        ),
    ),
    "work": (
        Rule("job", r"(?:aqui )?como (?!louc|sempre|uma? (?!(?:{jobs})(?!\w)))(?:uma? )?{job}"),
        Rule(
            "field",
            r"(?:em|com) (?:o |a )?(?P<field>(?:marketing|vendas|financas|educacao|saude|publicidade|hotelaria|restauracao|turismo|informatica|construcao|logistica|banca|investigacao|pesquisa|recursos humanos|atendimento a o cliente|design|seguros|imobiliario|moda|agricultura|limpeza|limpezas|tecnologia|cinema|edicao|ti))(?!\w)",
        ),
        Rule("works_in", r"(?:a partir de|de|em) (?P<place>casa)"),
        Rule("employer", r"(?:em (?:o |a |os |as |um |uma )|para (?:o |a )?|com (?:o |a )){org}"),
        Rule("works_in", r"em (?!o |a |os |as |casa|turnos|equipa|grupo|um|uma|excesso|demasia|part|full){place}"),
        Rule("energy_best", r"melhor {best}"),
    ),
    "study": (
        Rule("studies_at", r"em (?:o |a ){org}"),
        Rule(
            "studies",
            r"(?:um |uma )?(?:licenciatura em |mestrado em |curso de |doutoramento em )?(?!exercicio|desporto|compras|isso|tudo|nada|bolos?|comida|jantar|almoco|parte|questao|anos|yoga|terapia|voluntariado|caminhadas){field}",
        ),
    ),
    "start": (
        Rule("employer", r"a trabalhar (?:em (?:o |a )?|para (?:o |a )?){org}"),
        Rule("job", r"a trabalhar como {job}"),
        Rule("medication", r"a tomar (?P<drugs>(?:{medicines}).*)"),
        Rule("studies", r"a estudar {field}"),
    ),
    "leave": (
        Rule("employer", r"(?:o )?(?:meu )?(?:trabalho|emprego) em (?:o |a ){org}"),
        Rule("employer", r"(?:o )?(?:meu )?(?:trabalho|emprego)"),
        Rule(
            "employer",
            r"de (?:o|a) (?P<firm>(?!casa|meu|minha|trabalho|cama|escola|reuniao|carro)[a-z][\w&.-]+)(?= (?:em|ha|o ano)|$)",
        ),
        Rule("employer", r"de o (?:meu )?(?:trabalho|emprego)"),
        Rule("medication", r"(?:o |a |de tomar )?(?P<drugs>(?:{medicines})\b.*)"),
        Rule("smokes", r"(?:o tabaco|os cigarros|o cigarro)", "yes"),
        Rule("drinks", r"(?:o alcool|a bebida)", "yes"),
    ),
    "retire": (Rule("job", r"(?:$|,|em|ha|aos|a os|e|cedo|este).*", "reformado"),),
    "like": (Rule("likes", r"(?:muito (?:de )?|imenso (?:de )?|mesmo (?:de )?)?{things}"),),
    "hate": (Rule("dislikes", r"{things}"),),
    "speak": (Rule("speaks", r"(?:(?:um pouco de|um bocadinho de|algum|bem|so) )*(?P<langs>{langs}\b.*)"),),
    "take": (
        Rule("medication", r"(?:(?:a minha|o meu|um|uma|o|a|\d+) )*(?:{dose} de )?(?P<drugs>(?:{medicines})\b.*)"),
        Rule("medication", r"(?:{dose} de )(?P<drug>[a-z].*)"),
    ),
    "smoke": (
        Rule(
            "smokes",
            r"(?:cigarros|tabaco|um maco|\d+|desde|mais|ja|nada|muito|$|,|e|mas|em|todos|o|ha|este|a|por)",
            "yes",
        ),
    ),
    "drink": (
        Rule("drinks", r"(?:nada de )?(?:alcool|cerveja|vinho|$|,|mais|ja|desde|ha)", "yes"),
        Rule(
            "habit",
            r"(?P<activity>(?:\w+ )?(?:\w+ )?(?:cafes?|chas?|agua|copos? de \w+|chavenas? de \w+|xicaras? de \w+|litros? de \w+) (?:{often}))",
        ),
    ),
    "eat": (
        Rule(
            "eats",
            r"(?P<things>(?:carne|peixe|porco|lacticinios|gluten|ovos|marisco|cogumelos|acucar|queijo|cebola|tomate|picante)\b.*)",
        ),
        Rule("diet", r"(?P<thing>vegan[oa]|vegetarian[oa]|sem gluten|kosher|halal)"),
    ),
    "play": (Rule("hobby", r"(?:a o )?(?P<thing>(?:{instruments}))"),),
    "wake": (
        Rule(
            "wakes_at",
            r"(?:todos os dias |sempre )?(?:a|as|por volta de as?|pelas|la para as|cerca de as) (?P<clock>(?:{time}))",
        ),
    ),
    "bed": (
        Rule(
            "sleeps_at",
            r"(?:todos os dias |sempre )?(?:a|as|por volta de as?|pelas|la para as|cerca de as) (?P<clock>(?:{time}))",
        ),
    ),
    "sleep": (
        Rule(
            "sleeps_hours",
            r"(?:umas |so |cerca de )?(?P<amount>(?:\d{1,2}(?:[.,]5)?(?: ou \d{1,2}| a \d{1,2})?|{num}|sete|oito|nove|dez) horas)(?: de sono)?(?= ?(?:de sono|por dia|por noite|$|,))",
        ),
    ),
    "own": (Rule("owns", r"(?:um|uma) {thing}"),),
    "sell": (
        Rule("owns", r"(?:o |a )?(?:meu|minha|nosso|nossa) (?P<thing>(?:{owned}))"),
        Rule("owns", r"(?:o|a) (?P<thing>(?:{owned}))"),
    ),
    "weigh": (Rule("weight", r"(?:uns )?(?P<amount>\d{2,3}(?:[.,]\d+)? ?(?:kg|quilos?|kilos?))"),),
    "measure": (
        Rule("height", r"(?P<amount>\d[.,]?\d\d ?(?:m|metros|cm)?)(?: de altura)?(?= ?(?:de altura|$|,|e|mas))"),
    ),
    "keep": (Rule("kept_in", r"(?:(?:o|a|os|as) )?(?:(?:meu|minha|meus|minhas) )?(?P<owner>(?:{kept})) {keptwhere}"),),
    "put": (Rule("kept_in", r"(?:(?:o|a|os|as) )?(?:(?:meu|minha|meus|minhas) )?(?P<owner>(?:{kept})) {keptwhere}"),),
    "park": (
        Rule(
            "kept_in",
            r"(?:o|a) (?:meu |minha )?(?P<owner>carro|mota|moto|bicicleta|carrinha) (?P<where>(?:em|atras de|perto de|junto a|a o lado de|em frente) .+)",
        ),
    ),
    "want": (Rule("wants_to", r"(?P<activity>(?:{dreams})\b.*)"),),
    "earn": (
        Rule("salary", r"(?P<amount>{money}(?: por (?:mes|ano|hora)| a o mes)?)(?= ?(?:$|,|e|mas|liquidos|brutos))"),
    ),
    "pay": (Rule("rent", r"(?P<amount>{money}) (?:por mes )?de (?:renda|aluguel|aluguer)"),),
    "write": (
        Rule(
            "progress",
            r"(?:ja )?(?P<amount>\d+(?: de (?:os )?\d+)?) (?P<qual>(?:capitulos|paginas|palavras|licoes|exercicios|sessoes|livros|modulos)(?: de .+)?)",
        ),
    ),
    "named": (Rule("name", r"{name}", only="me"),),
    "focus": (
        Rule("energy_best", r"(?:me )?(?:muito )?(?:melhor|mais) {best}"),
        Rule("focus_aid", r"(?:me )?(?:muito )?melhor (?P<text>(?:com|em|quando|se|a ouvir|depois de|ouvindo) .+)"),
        Rule("energy_low", r"(?:pior|menos) {best}"),
    ),
    "marry": (Rule("partner", "(?:o |a )?{name}"),),
    "date": (Rule("partner", "(?:com )?(?:o |a )?{name}"),),
    "break": (
        Rule("partner", r"com (?:o |a )?(?!meu|minha){name}"),
        Rule(
            "partner",
            r"(?:com (?:o meu|a minha|meu|minha) (?:namorad[oa]|marido|mulher|companheir[oa])|o namoro|a relacao)",
        ),
    ),
}
MORE = {
    "employer": (Rule("job", r"como (?P<job>(?:{jobs}))"),),
    "job": (Rule("employer", r"(?:em (?:o |a |os |as |um |uma )|para (?:o |a )){org}"),),
    "studies": (Rule("studies_at", r"em (?:o |a ){org}"),),
}
