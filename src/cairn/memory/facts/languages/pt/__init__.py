"""Portuguese, of Portugal and of Brazil."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Words
from cairn.memory.facts.languages.pt.ends import REFUSED, STOPS, STOPS_OF
from cairn.memory.facts.languages.pt.names import ATTRIBUTES, NOBODY, ROLES
from cairn.memory.facts.languages.pt.parts import PARTS, TAKEN
from cairn.memory.facts.languages.pt.phrases import PHRASES
from cairn.memory.facts.languages.pt.rules import MORE, RULES
from cairn.memory.facts.languages.pt.verbs import OF_ME, OF_OTHERS, VERBS

WORDS = Words(
    tag="pt",
    spelt={
        r"\bdo\b": "de o",
        r"\bda\b": "de a",
        r"\bdos\b": "de os",
        r"\bdas\b": "de as",
        r"\bno\b": "em o",
        r"\bna\b": "em a",
        r"\bnos\b(?= [a-z]+s\b)": "em os",
        r"\bnas\b": "em as",
        r"\bnum\b": "em um",
        r"\bnuma\b": "em uma",
        r"\bao\b": "a o",
        r"\baos\b": "a os",
        r"\bpra\b": "para",
        r"\bpro\b": "para o",
        r"(?<=[a-z])-(?=(?:me|te|nos|lhe)\b)": " ",
        "ə": "eh",
        r"\bto\b": "estou",
        r"\bta\b": "esta",
    },
    articles=r"um pouco de|um bocadinho de|o|a|os|as|um|uma|uns|umas|meu|minha|meus|minhas|nosso|nossa",
    my=r"(?:(?:o|a|os|as) )?(?:meu|minha|meus|minhas|nosso|nossa|nossos|nossas)",
    me=r"(?:eu e (?:o meu|a minha) [a-z]+ |(?:o meu|a minha) [a-z]+ e eu |eu |nos |a gente )?",
    led=r"(?:o |a )?",
    name_article=r"(?:o |a )?",
    he_she={"ela": "f", "ele": "m"},
    near_role=r"mais velho|mais velha|mais novo|mais nova|do meio|gemeo|gemea|unico|unica|melhor|grande|velho|velha|querido|querida|novo|nova|atual|outro|outra|adorado|adorada|primeiro|primeira",
    adverbs=r"realmente|sempre|atualmente|agora|so|ainda|tambem|normalmente|habitualmente|provavelmente|talvez|muito|geralmente|costumo|ate|ha pouco|recentemente|finalmente|ja|bastante|mais ou menos|de momento|neste momento|hoje em dia|mesmo|na verdade|originalmente|quase sempre|pessoalmente|sinceramente|possivelmente|se calhar|por acaso|imenso|de verdade",
    lead=r"(?:enganei me|me enganei|confundi me|me confundi|erro meu|falha minha)|bem|pois|sim|normalmente|habitualmente|ok|olha|ola|oi|ah|oh|ja agora|a proposito|para (?:tua|sua) informacao|na verdade|em a verdade|a verdade eh que|eh que|e|mas|alem disso|tambem|nao(?=,)|desculpa|atualmente|neste momento|agora|hoje em dia|de momento|para contexto|contexto|como sabes|de facto|de fato|tem em conta que|lembra te (?:de )?que|lembre se (?:de )?que|nota que|quero que saibas que|fica a saber que|so para saberes|porque|isso nao eh verdade|nao eh verdade|isso eh mentira|isso esta errado|correcao|infelizmente|felizmente|por sorte|em geral|basicamente|sobre mim|acontece que|nota|sinceramente|entao|por isso|bom|sabes que|tipo|para que saibas",
    doubt=r"acho que|penso que|creio que|parece me que|suponho que|talvez|se calhar|provavelmente|possivelmente|diria que|nao tenho a certeza mas|imagino que|pode ser que|suspeito que|me parece que|acredito que",
    maybe=r"talvez|se calhar|acho|creio|suponho|provavelmente|possivelmente|parece me|me parece|pode ser|nao tenho a certeza|diria|penso que|imagino|suspeito|acredito que",
    anymore=r"mais|ja",
    join=r"e|mas|por isso|porque|embora|enquanto|alem disso|tambem|e agora|mas agora|e depois|pois|e tambem|e ainda",
    asks=r"que|o que|quem|quando|onde|qual|quais|porque|por que|porque eh que|como|quanto|quanta|quantos|quantas|podes|pode|poderias|consegues|sabes|sabe|tens|tem|ha|eh|sao|achas|alguma|algum|verdade|nao|ok|certo|lembras|lembra|a que|de que|em que|e tu|e voce|conheces|queres|ou|nao eh|ne",
    unreal=r"(?:que (?:bom|bonito|alegria|maravilha)|otimo|optimo|perfeito|fantastico|lindo|maravilha),? (?:eu )?(?:adoro|amo)|se(?! (?:chama|chamam|calhar|breve|diret[oa]|concis[oa]|honest[oa]|amavel|gentil|mais|paciente|clar[oa])\b)|oxala|tomara|imagina|imagine|supon(?:hamos)?|digamos|como se|quando|em caso de|a menos que|a nao ser que|gostava de|gostaria de|gostariamos|gostavamos|queria|quem me dera|sonhei|sonho que|hipoteticamente|finge|faz de conta|e se|sempre que",
    fiction=r"(?:em o|em a|em um|em uma|neste|nesta)(?: meu| minha)? (?:romance|historia|livro|conto|jogo|filme|sonho|peca|guiao|roteiro|musica|cancao|novela|serie)|(?:o |a )?(?:meu|minha) personagem|o protagonista|a protagonista|era uma vez|faz de|letra de",
    jokes=r"[eé] brincadeira|estou a brincar|estava a brincar|to brincando|estou brincando|brincadeirinha|a brincar|brinco|haha+|kkk+|rsrs+|hehe+|lol|ironia|so que nao|nem por isso",
    time_lead=r"em|desde|a partir de|o|a|ate|cada|todos|todas|ha|durante|\d|ontem|hoje|as|aos",
    orders=r"lembra me|lembre me|me lembra|me lembre|traduz|traduza|escreve|escreva|redige|envia|envie|manda|mande|diz a|diz ao|diga|pergunta|pergunte|adiciona|poe|cria|crie|faz|reserva|corrige|corrija|resume|resuma|repete|le|procura|procure|encontra|agenda|agende|compra|compre|explica|explique|da me (?!respostas)|mostra|mostre|ensina|lista|planeia|podes|pode|poderias|avisa|conta me|anota(?! que)|aponta(?! que)|responde a|completa|copia|escolhe|apaga|cancela|ajuda me|ajude|imagina",
    reports=r"(?:ele|ela|eles|elas|tu|voce|toda a gente|todo mundo|alguem|quem|que|(?:meu|minha) \w+|[a-z]+) (?:(?:me|te|lhe|nos) )?(?:diz|disse|dizia|dizem|disseram|pensa|pensava|pensam|acha|acham|achava|cre|afirma|afirmou|escreveu|pergunta|perguntou|garante|conta|contou|jura|brinca)(?: me)? (?:que|se|:)|segundo o|(?:disse|digo|dizia|escrevi|menti|perguntei|pensei|pensava|achava|ouvi|li)(?: te| lhe)? que|consta que|diz se que",
    stops=STOPS,
    stops_of=STOPS_OF,
    refused=REFUSED,
    nobody=NOBODY,
    roles=ROLES,
    attributes=ATTRIBUTES,
    since=r"desde(?: ha)?|a partir de|desde o|desde a",
    until=r"ate(?: o| a)?",
    lasting=r"ha|faz|desde ha|durante|ha cerca de|ha ja|ha mais de|ha quase|por",
    from_to=r"(?:de|desde|entre) {year} (?:a|ate|e) {year}",
    timely=r"\d|\b(?:ano|anos|mes|meses|semana|semanas|dia|dias|desde|ate|hoje|ontem|amanha|passado|passada|proximo|proxima|ha|faz|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|verao|inverno|outono|primavera|natal|segunda|terca|quarta|quinta|sexta|sabado|domingo|vem)\b",
    taken=TAKEN,
    and_=r"(?:e|ou|nem)(?: (?:a|de))?|&",
    sets=PARTS,
    frames_me=OF_ME,
    frames_they=OF_OTHERS,
    verbs=VERBS,
    rules=RULES,
    more=MORE,
    phrases=PHRASES,
)
