"""Portuguese: where values end, and what they may not be."""

# ruff: noqa: E501  # a pattern is read whole

STOPS = r"agora|neste momento|atualmente|hoje em dia|porque|ja que|desde|ate|mas|por isso|que|quem|onde|quando|enquanto|embora|tambem|de momento|por agora|por enquanto|ja|outra vez|hoje|ontem|amanha|se|depois|antes|e (?:eu|o meu|a minha|me|ela|ele|depois|agora|tenho|sou|estou|trabalho|moro|vivo|nao|tambem|mais)|com (?:o meu|a minha|os meus|as minhas|meu|minha|um|uma|dois|duas|tres|uns|umas|amigos|gente)|acho|suponho|talvez|se calhar|por favor|obrigad[oa]|ja agora|pelo menos|mais (?:de )?que|muito|imenso|na verdade|durante|cada|todos os|todas as|eh|sao|era|foi|esta|como sabes|a tempo (?:inteiro|parcial)|em vez|pois|sem|ha (?:um|uma|dois|duas|tres|quatro|cinco|\d)"
STOPS_OF = {
    "place": r"para|a|por|como|com|sozinh[oa]|junt[oa]s?|em (?:um|uma|o (?:meu|centro)|a minha)|perto|\d+|temporariamente|ha",
    "org": r"como|para|em|com|a fazer|fazendo|de (?:enfermeir|professor|cozinheir)[a-z]*|\d+|por|ha",
    "job": r"em|para|com|de (?:a minha|uma|a empresa)|por|a|\d+|perto|aqui|ha",
    "thing": r"a?os \d+|a os \d+|com \d+ anos|para|como|em (?:o verao|o inverno|geral|a primavera|o outono|o meu|a minha)|com|quando|sobretudo|de (?:noite|manha|verdade)|nada|por|desde|especialmente|principalmente",
    "name": r"ou|para|com|em|a|por|como|mora|vive|trabalha|nao|mas|se|ha",
    "lang": r"com|em|como|por|para|a|fluentemente|bem|bastante|muito|quase|perfeitamente|melhor|nativ[oa]",
    "drug": r"para|em|a|com|uma|duas|tres|cada|quando|como|desde|por|\d+|antes|durante|contra|todas|todos|diari[oa]|de (?:manha|noite|\d)|pela|ha",
    "activity": r"porque|mas|para que|ja que|com o meu|algum dia|um dia|este ano|para o ano|antes que|quando|em breve|outra vez",
    "date": r"mas|por isso|para|com|ou|embora",
    "where": r"porque|mas|por isso|ja que|caso|ate|onde|quando|e (?:eu|agora|o|a)|agora",
    "part": r"porque|mas|por isso|quando|e|com|se|ou|que|embora",
    "field": r"em|para|como|agora|com|por|desde|\d+|perto|a distancia|ha",
    "amount": r"e|mas|por isso|para|agora|em|desde|porque|de altura|como|com|que|ha",
    "owner": r"eh",
}
REFUSED = {
    "place": r"um|uma|meu|minha|teu|seu|este|esta|isso|aqui|ali|la|cama|paz|medo|(?:o |a |as |os )?(?:mundo|momento|passado|presente|nuvens?|lua|limbo|escuridao|meio|centro|campo|rua|limite|idade)|constante|comum|familia|caos|geral|silencio|divida|pena|casa|negacao|\d|plena|tensao|stress|guerra|os arredores|uniao|condominio|os",
    "org": r"(?:(?:la|el|le|a|o) )?(?:semana|mes|ano|ultima|ultimo|passad)\w*|casa|(?:o |a )?(?:setor|sector|area|mundo|campo|ambito)|(?:a |o )?(?:noite|manha|tarde|escritorio|computador|cama|meu|mesmo|cafe de|isso|silencio|relatorio|projeto|livro|artigo|apresentacao|tese|romance|site)|(?:o meu|a minha|meu|minha) (?:casa|tese|livro|projeto|quarto|romance|computador)|mim|isso|isto|um (?:projeto|livro|romance|relatorio|artigo)|uma (?:ideia|tese|apresentacao)|turnos|equipa|grupo|remoto|vao|excesso|pijama|horario|\d|dois|duas|tres|meio|algo|conta propria",
    "thing": r"(?:(?:o|a|os|as) )?(?:meu|minha|meus|minhas|nosso|nossa)|isso|isto|aquilo|est[ea]s?|ess[ea]s?|aquel[ea]s?|que|como|quando|de ti|ti|te|teus?|tuas?|seus?|suas?|(?:o meu|a minha|minha|meu) (?:vida|dia|trabalho|emprego)|nada|tudo|todos|algo|a ideia|o plano|o livro|o filme|a musica|a coisa|o sitio|a app|a maneira|a forma|a resposta|o design|ter (?:de|que)|estar|ser|se|nao|ir a|outr[oa]|cada|el[ea]s?|o facto|o fato|muito|mais|bastante|uma ideia|voces?|mim|quem|quando|la",
    "name": r"nao|um|uma|o|a|meu|minha|tu|muito|bem|aqui|ali|melhor|pior|sempre|nunca|isso|depois|amanha|hoje|agora|quando|se|talvez|me|te|assim|que|como|a atencao|isto",
    "job": r"o|a|este|um pouco|um desastre|uma pessoa|meu|minha|parte|de|muito|teu|uma seca",
    "drug": r"\d+|isso|isto|o (?:autocarro|metro|comboio|carro|sol|onibus|trem|pequeno)|notas|um|uma|algo|parte|cafe|conta|banho|nota",
    "date": r"nao|um|uma|meu|minha|muito|em breve|dentro|quase|este|amanha|hoje|ontem|importante|perto|otimo|divertido|especial|a (?:semana|proxima)|o (?:proximo|melhor|pior)|em (?:um|dois|tres|\d)",
    "owner": r"isto|isso|o|aqui|ali|primeir[oa]|ultim[oa]|unico|melhor|pior|problema|coisa|dia|ideia|que|pergunta|vida|mundo|hoje",
    "qual": r"parte|coisa|pessoa|momento|frase|eh|de|forma|maneira|vez",
    "field": r"um|uma|muito|pouco|para|por|com|melhor|todo|toda|tudo|cada|meu|minha|o|a|os|as|isso|isto|em|de|desde|que|se|mais|menos|bem|ate|tarde|demais|ao|ha",
    "amount": r"nao|a mais|demais",
    "where": r"em (?:o (?:caminho|ar|futuro|passado|meio|fundo|mundo|limite)|a (?:moda|lua|miseria|duvida|mesma)|andamento|curso|obras|perigo|silencio|promocao|causa|jogo|dia|boas|mas|crise|falta|risco|as nuvens|as ultimas|boa|bom)",
}
