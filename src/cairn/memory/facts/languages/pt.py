"""Portuguese, of Portugal and of Brazil."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.languages import Frame, Phrase, Rule, Tense, Verb, Words
from cairn.memory.facts.medicines import DOSE, MEDICINES
from cairn.memory.facts.statement import Stance

_ILLS = (
    r"p?h?da|tdah?|phda|deficit de atencao|autismo|asperger|dislexia|discalculia|dispraxia|toc|poc|stress pos-traumatico|(?:perturbacao|transtorno) (?:bipolar|borderline|obsessivo.compulsiv[ao])|tourette"
    r"|(?:depressao|ansiedade|fadiga|insonias?|enxaquecas?)(?: (?:cronic[oa]s?|social|generalizada|severa))?|dor cronica|asma|diabetes(?: (?:de )?tipo (?:1|2))?|epilepsia"
    r"|hipotiroidismo|hipotireoidismo|hipertiroidismo|hipertensao|tensao alta|pressao alta|intestino irritavel|(?:doenca de )?crohn|doenca celiaca|endometriose|artrite|fibromialgia|lupus|esclerose multipla|zumbidos?|psoriase|apneia(?: do sono)?|narcolepsia|anemia|escoliose|cancro|cancer|covid longa"
)
_JOBS = r"(?:advogad[oa]|ator|atriz|administrativ[oa]|agricultor[a]?|analista(?: de \w+)?|arquitet[oa]|artista|assistente(?: social| de \w+)?|auxiliar(?: de \w+)?|barista|bibliotecari[oa]|biolog[oa]|bombeir[oa]|cabeleireir[oa]|caixa de supermercado|carpinteir[oa]|carteir[oa]|cientista|cirurgi[ao]|cozinheir[oa]|comercial|condutor[a]?|consultor[a]?|contabilista|contador[a]?|dentista|desenvolvedor[a]?(?: \w+)?|programador[a]?(?: \w+)?|diretor[a]?(?: de \w+)?|designer(?: (?:grafic[oa]|web|industrial|de \w+))?|economista|editor[a]?|educador[a]?(?: (?:social|de infancia))?|eletricista|empregad[oa] de mesa|garcom|garconete|enfermeir[oa]|engenheir[oa](?: (?:civil|industrial|de \w+|informatic[oa]|eletrotecnic[oa]))?|escritor[a]?|estudante|farmaceutic[oa]|fisioterapeuta|fotograf[oa]|funcionari[oa] public[oa]|gestor[a]?(?: de \w+)?|gerente|guia(?: turistic[oa])?|ilustrador[a]?|informatic[oa]|investigador[a]?|pesquisador[a]?|jardineir[oa]|jornalista|mecanic[oa]|medic[oa]|militar|motorista|music[oa]|nutricionista|padeir[oa]|pedreir[oa]|pilot[oa]|pintor[a]?|policia|professor[a]?(?: de [a-z]+)?|psicolog[oa]|psiquiatra|quimic[oa]|rececionista|recepcionista|reformad[oa]|aposentad[oa]|secretari[oa]|solicitador[a]?|taxista|tecnic[oa](?: de \w+)?|terapeuta(?: da fala| ocupacional)?|tradutor[a]?|vendedor[a]?|veterinari[oa])"
_DAYS = r"(?:segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?)(?:-feiras?)?"
_OFTEN = rf"(?:(?:todos os|todas as|cada|toda a|todo o|toda|todo) (?:dias?|manhas?|tardes?|noites?|semanas?|mes(?:es)?|fins? de semana|{_DAYS}(?:(?:,| e) {_DAYS})*)|(?:as|aos|nas|nos) {_DAYS}(?:(?:,| e)(?: as| aos)? {_DAYS})*|(?:uma vez|duas vezes|tres vezes|quatro vezes|cinco vezes|\d vezes) (?:por|ao) (?:dia|semana|mes)|diariamente|de manha todos os dias)"
_HOUR = r"(?:uma|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze)"
_TIME = rf"(?:\d{{1,2}}(?:[:.h]\d\d)?(?: ?h| horas)?(?: e meia| e um quarto)?(?: da (?:manha|tarde|noite|madrugada))?|meia-noite|meio-dia|{_HOUR}(?: e meia| e um quarto)?(?: da (?:manha|tarde|noite))?)"
_PART = r"(?:(?:de|da|pela|a|na|durante a|a meio da|ao fim da) (?:manha|tarde|noite|madrugada)|logo de manha|de manha cedo|a noite|ao fim do dia|depois (?:de almocar|do almoco|de jantar|do jantar|de comer|das \d+)|antes (?:de almocar|do almoco|do jantar))"
_INSTRUMENTS = r"(?:(?:a|o) )?(?:guitarra|viola|violao|piano|violino|bateria|violoncelo|flauta|baixo|ukulele|saxofone|trompete|clarinete|harpa|acordeao|cavaquinho|futebol|tenis|basquetebol|basquete|voleibol|volei|rugby|hoquei|golfe|badminton|padel|xadrez|andebol|squash|pingue-pongue|poquer|videojogos|videogames|jogos de tabuleiro|futsal)"
_LANGS = r"(?:ingles|espanhol|castelhano|frances|portugues|alemao|italiano|holandes|neerlandes|polaco|polones|russo|ucraniano|chines|mandarim|japones|coreano|arabe|hindi|turco|grego|sueco|noruegues|dinamarques|finlandes|checo|romeno|hungaro|catalao|basco|galego|hebraico|persa|vietnamita|tailandes|esperanto|irlandes|crioulo|lingua gestual|libras|mirandes)"
_KEEP = r"(?:(?:copia da )?chaves? ?(?:suplentes?|de reserva|de casa|do carro|extra|da arrecadacao|sobresselentes?|reserva|da \w+|do \w+)?|passaporte|carteira|oculos(?: de sol)?|carregador(?: do \w+)?|auscultadores|fones|portatil|notebook|tablet|telemovel|celular|comando|guarda-chuva|documentos?|papeis|certidao|cartao(?: \w+)?(?: de \w+)?|contrato|pasta|faturas?|recibos?|medicacao|medicamentos|comprimidos|inalador|bomba da asma|ferramentas|berbequim|martelo|escadote|mala|mochila|caderno|diario|camara|tenda|casaco|pilhas|lanterna|tesoura|ferro|aspirador|dinheiro|anel|relogio|disco externo|bicicleta|carro)"
_WHERE = r"(?:em|no|na|nos|nas|num|numa|debaixo d[aoe]s?|por baixo d[aoe]s?|atras d[aoe]s?|dentro d[aoe]s?|em cima d[aoe]s?|ao lado d[aoe]s?|junto a|sobre|sob|entre|perto d[aoe]s?) .+"
_DREAMS = r"(?:aprender|ser|tornar me|mudar me|correr (?:um|uma|a|o)|escrever (?:um|uma|o meu)|comecar (?:um|uma|o meu|a correr|terapia)|deixar de (?:fumar|beber)|parar de (?:fumar|beber)|deixar o (?:meu )?(?:emprego|tabaco|trabalho)|perder (?:peso|\d+ quilos)|emagrecer|viajar|visitar|construir|acabar (?:a|o) (?:minha |meu )?(?:\w+ )?(?:tese|curso|livro|romance|mestrado|doutoramento|licenciatura)|terminar (?:a|o) (?:minha |meu )?(?:\w+ )?(?:tese|curso|livro|romance|mestrado|doutoramento|faculdade)|estudar|poupar|economizar|comprar (?:um|uma) (?:casa|apartamento|carro|bicicleta|barco)|abrir (?:um|uma|o meu|a minha)|mudar de (?:emprego|carreira|trabalho)|ficar em forma|tirar a carta|ler mais|dormir mais|fazer mais exercicio|adotar|reformar me|publicar|gravar|ter (?:filhos|um filho|um cao|um gato)|vender (?:a|o))"
_MONEY = r"(?:r\$ ?)?\d[\d.,]* ?(?:euros?|reais|dolares|€|eur)?"
_ACTS = r"(?:vou|vamos|corro|nado|caminho|ando de bicicleta|faco|medito|escrevo|treino|pratico|visito|vejo|ligo|jogo|limpo|rego|cozinho|leio|desenho|pinto|danco|escalo|janto|almoco|trabalho (?:de|em) casa|dou aulas|tenho (?:terapia|aulas?|ensaio|consulta)|saio com|estou com|falo com)"

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
    lead=r"bem|pois|sim|normalmente|habitualmente|ok|olha|ola|oi|ah|oh|ja agora|a proposito|para (?:tua|sua) informacao|na verdade|em a verdade|a verdade eh que|eh que|e|mas|alem disso|tambem|nao(?=,)|desculpa|atualmente|neste momento|agora|hoje em dia|de momento|para contexto|contexto|como sabes|de facto|de fato|tem em conta que|lembra te (?:de )?que|lembre se (?:de )?que|nota que|quero que saibas que|fica a saber que|so para saberes|porque|isso nao eh verdade|nao eh verdade|isso eh mentira|isso esta errado|correcao|infelizmente|felizmente|por sorte|em geral|basicamente|sobre mim|acontece que|nota|sinceramente|entao|por isso|bom|sabes que|tipo|para que saibas",
    doubt=r"acho que|penso que|creio que|parece me que|suponho que|talvez|se calhar|provavelmente|possivelmente|diria que|nao tenho a certeza mas|imagino que|pode ser que|suspeito que|me parece que|acredito que",
    maybe=r"talvez|se calhar|acho|creio|suponho|provavelmente|possivelmente|parece me|me parece|pode ser|nao tenho a certeza|diria|penso que|imagino|suspeito|acredito que",
    anymore=r"mais|ja",
    join=r"e|mas|por isso|porque|embora|enquanto|alem disso|tambem|e agora|mas agora|e depois|pois|e tambem|e ainda",
    asks=r"que|o que|quem|quando|onde|qual|quais|porque|por que|porque eh que|como|quanto|quanta|quantos|quantas|podes|pode|poderias|consegues|sabes|sabe|tens|tem|ha|eh|sao|achas|alguma|algum|verdade|nao|ok|certo|lembras|lembra|a que|de que|em que|e tu|e voce|conheces|queres|ou|nao eh|ne",
    unreal=r"se(?! (?:chama|chamam|calhar|breve|diret[oa]|concis[oa]|honest[oa]|amavel|gentil|mais|paciente|clar[oa])\b)|oxala|tomara|imagina|imagine|supon(?:hamos)?|digamos|como se|quando|em caso de|a menos que|a nao ser que|gostava de|gostaria de|gostariamos|gostavamos|queria|quem me dera|sonhei|sonho que|hipoteticamente|finge|faz de conta|e se|sempre que",
    fiction=r"(?:em o|em a|em um|em uma|neste|nesta)(?: meu| minha)? (?:romance|historia|livro|conto|jogo|filme|sonho|peca|guiao|roteiro|musica|cancao|novela|serie)|(?:o |a )?(?:meu|minha) personagem|o protagonista|a protagonista|era uma vez|faz de|letra de",
    jokes=r"[eé] brincadeira|estou a brincar|estava a brincar|to brincando|estou brincando|brincadeirinha|a brincar|brinco|haha+|kkk+|rsrs+|hehe+|lol|ironia|so que nao|nem por isso",
    time_lead=r"em|desde|a partir de|o|a|ate|cada|todos|todas|ha|durante|\d|ontem|hoje|as|aos",
    orders=r"lembra me|lembre me|me lembra|me lembre|traduz|traduza|escreve|escreva|redige|envia|envie|manda|mande|diz a|diz ao|diga|pergunta|pergunte|adiciona|poe|cria|crie|faz|reserva|corrige|corrija|resume|resuma|repete|le|procura|procure|encontra|agenda|agende|compra|compre|explica|explique|da me (?!respostas)|mostra|mostre|ensina|lista|planeia|podes|pode|poderias|avisa|conta me|anota(?! que)|aponta(?! que)|responde a|completa|copia|escolhe|apaga|cancela|ajuda me|ajude|imagina",
    reports=r"(?:ele|ela|eles|elas|tu|voce|toda a gente|todo mundo|alguem|quem|que|(?:meu|minha) \w+|[a-z]+) (?:(?:me|te|lhe|nos) )?(?:diz|disse|dizia|dizem|disseram|pensa|pensava|pensam|acha|acham|achava|cre|afirma|afirmou|escreveu|pergunta|perguntou|garante|conta|contou|jura|brinca)(?: me)? (?:que|se|:)|segundo o|(?:disse|digo|dizia|escrevi|menti|perguntei|pensei|pensava|achava|ouvi|li)(?: te| lhe)? que|consta que|diz se que",
    stops=r"agora|neste momento|atualmente|hoje em dia|porque|ja que|desde|ate|mas|por isso|que|quem|onde|quando|enquanto|embora|tambem|de momento|por agora|por enquanto|ja|outra vez|hoje|ontem|amanha|se|depois|antes|e (?:eu|o meu|a minha|me|ela|ele|depois|agora|tenho|sou|estou|trabalho|moro|vivo|nao|tambem|mais)|com (?:o meu|a minha|os meus|as minhas|meu|minha|um|uma|dois|duas|tres|uns|umas|amigos|gente)|acho|suponho|talvez|se calhar|por favor|obrigad[oa]|ja agora|pelo menos|mais (?:de )?que|muito|imenso|na verdade|durante|cada|todos os|todas as|eh|sao|era|foi|esta|como sabes|a tempo (?:inteiro|parcial)|em vez|pois|sem|ha (?:um|uma|dois|duas|tres|quatro|cinco|\d)",
    stops_of={
        "place": r"para|a|por|como|com|sozinh[oa]|junt[oa]s?|em (?:um|uma|o (?:meu|centro)|a minha)|perto|\d+|temporariamente|ha",
        "org": r"como|para|em|com|a fazer|fazendo|de (?:enfermeir|professor|cozinheir)[a-z]*|\d+|por|ha",
        "job": r"em|para|com|de (?:a minha|uma|a empresa)|por|a|\d+|perto|aqui|ha",
        "thing": r"para|como|em (?:o verao|o inverno|geral|a primavera|o outono|o meu|a minha)|com|quando|sobretudo|de (?:noite|manha|verdade)|nada|por|desde|especialmente|principalmente",
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
    },
    refused={
        "place": r"um|uma|meu|minha|teu|seu|este|esta|isso|aqui|ali|la|cama|paz|medo|(?:o |a |as |os )?(?:mundo|momento|passado|presente|nuvens?|lua|limbo|escuridao|meio|centro|campo|rua|limite|idade)|constante|comum|familia|caos|geral|silencio|divida|pena|casa|negacao|\d|plena|tensao|stress|guerra|os arredores|uniao|condominio|os",
        "org": r"(?:(?:la|el|le|a|o) )?(?:semana|mes|ano|ultima|ultimo|passad)\w*|casa|(?:o |a )?(?:setor|sector|area|mundo|campo|ambito)|(?:a |o )?(?:noite|manha|tarde|escritorio|computador|cama|meu|mesmo|cafe de|isso|silencio|relatorio|projeto|livro|artigo|apresentacao|tese|romance|site)|(?:o meu|a minha|meu|minha) (?:casa|tese|livro|projeto|quarto|romance|computador)|mim|isso|isto|um (?:projeto|livro|romance|relatorio|artigo)|uma (?:ideia|tese|apresentacao)|turnos|equipa|grupo|remoto|vao|excesso|pijama|horario|\d|dois|duas|tres|meio|algo|conta propria",
        "thing": r"(?:(?:o|a|os|as) )?(?:meu|minha|meus|minhas|nosso|nossa)|isso|isto|aquilo|est[ea]s?|ess[ea]s?|aquel[ea]s?|que|como|quando|de ti|ti|teus?|tuas?|seus?|suas?|(?:o meu|a minha|minha|meu) (?:vida|dia|trabalho|emprego)|nada|tudo|todos|algo|a ideia|o plano|o livro|o filme|a musica|a coisa|o sitio|a app|a maneira|a forma|a resposta|o design|ter (?:de|que)|estar|ser|se|nao|ir a|outr[oa]|cada|el[ea]s?|o facto|o fato|muito|mais|bastante|uma ideia|voces?|mim|quem|quando|la",
        "name": r"nao|um|uma|o|a|meu|minha|tu|muito|bem|aqui|ali|melhor|pior|sempre|nunca|isso|depois|amanha|hoje|agora|quando|se|talvez|me|te|assim|que|como|a atencao|isto",
        "job": r"o|a|este|um pouco|um desastre|uma pessoa|meu|minha|parte|de|muito|teu|uma seca",
        "drug": r"\d+|isso|isto|o (?:autocarro|metro|comboio|carro|sol|onibus|trem|pequeno)|notas|um|uma|algo|parte|cafe|conta|banho|nota",
        "date": r"nao|um|uma|meu|minha|muito|em breve|dentro|quase|este|amanha|hoje|ontem|importante|perto|otimo|divertido|especial|a (?:semana|proxima)|o (?:proximo|melhor|pior)|em (?:um|dois|tres|\d)",
        "owner": r"isto|isso|o|aqui|ali|primeir[oa]|ultim[oa]|unico|melhor|pior|problema|coisa|dia|ideia|que|pergunta|vida|mundo|hoje",
        "qual": r"parte|coisa|pessoa|momento|frase|eh|de|forma|maneira|vez",
        "field": r"um|uma|muito|pouco|para|por|com|melhor|todo|toda|tudo|cada|meu|minha|o|a|os|as|isso|isto|em|de|desde|que|se|mais|menos|bem|ate|tarde|demais|ao|ha",
        "amount": r"nao|a mais|demais",
        "where": r"em (?:o (?:caminho|ar|futuro|passado|meio|fundo|mundo|limite)|a (?:moda|lua|miseria|duvida|mesma)|andamento|curso|obras|perigo|silencio|promocao|causa|jogo|dia|boas|mas|crise|falta|risco|as nuvens|as ultimas|boa|bom)",
    },
    nobody=(
        "eu tu ele ela nós vós eles elas você vocês tudo todos todas ninguém alguém quem que qual isto isso aquilo este esta esse essa aqui ali lá o a os as um uma uns umas meu minha meus minhas "
        "seu sua nosso nossa segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
        "hoje amanhã ontem agora então e mas ou se quando onde porque como sim não ok bem bom pois obrigado obrigada olá sempre nunca só talvez alguns muitos cada dois nada algo "
        "mãe pai mamã papá deus vida trabalho casa escola amor dinheiro café música tempo chuva verão inverno primavera outono phda tdah autismo ler escrever correr dormir desde depois antes "
        "embora em de com para é são era foi sou estou tenho ser estar também ainda já inglês espanhol francês google netflix internet toda gente"
    ),
    roles={
        "partner": "parceiro|parceira|companheiro|companheira|cara-metade",
        "wife": "mulher|esposa",
        "husband": "marido|esposo",
        "girlfriend": "namorada",
        "boyfriend": "namorado",
        "parents": "pais",
        "fiance": "noivo|noiva",
        "ex": "ex|ex-namorado|ex-namorada|ex-marido|ex-mulher",
        "mother": "mae|mamã|mama|madrasta",
        "father": "pai|papá|padrasto",
        "sister": "irma|mana|meia-irma",
        "brother": "irmao|mano|meio-irmao",
        "twin": "gemeo|gemea",
        "son": "filho|enteado",
        "daughter": "filha|enteada",
        "child": "filhos|filhas|miudos|criancas",
        "baby": "bebe",
        "grandmother": "avó",
        "grandfather": "avô",
        "aunt": "tia",
        "uncle": "tio",
        "cousin": "primo|prima",
        "niece": "sobrinha",
        "nephew": "sobrinho",
        "grandchild": "neto|neta",
        "mother-in-law": "sogra",
        "father-in-law": "sogro",
        "sister-in-law": "cunhada",
        "brother-in-law": "cunhado",
        "friend": "amigo|amiga",
        "flatmate": "colega de casa|colega de quarto",
        "boss": "chefe|patrao|patroa|supervisor|supervisora|gerente",
        "colleague": "colega|colega de trabalho|socio|socia",
        "teacher": "professor|professora|explicador|explicadora|professor de piano|professora de piano",
        "neighbour": "vizinho|vizinha",
        "landlord": "senhorio|senhoria|proprietario de a casa",
        "therapist": "terapeuta|psicologo|psicologa|psicoterapeuta",
        "psychiatrist": "psiquiatra",
        "doctor": "medico|medica|doutor|doutora|medico de familia|medica de familia|neurologista|cardiologista|ginecologista|pediatra|dermatologista",
        "dentist": "dentista",
        "coach": "coach|treinador|treinadora",
        "dog": "cao|cadela|cachorro|cachorra|cachorrinho",
        "cat": "gato|gata|gatinho|gatinha",
        "rabbit": "coelho|coelha",
        "hamster": "hamster|porquinho-da-india",
        "parrot": "papagaio|periquito",
        "bird": "passaro|canario",
        "horse": "cavalo|egua",
        "turtle": "tartaruga|cagado",
        "fish": "peixe",
        "pet": "animal de estimacao",
    },
    attributes={
        "deadline": "prazo|data limite|data de entrega|entrega|prazo de entrega",
        "password": "palavra-passe|senha|password|senha de o wifi|password de o wifi|palavra passe",
        "code": "codigo|pin|combinacao|codigo de acesso",
        "phone": "telefone|numero de telefone|telemovel|numero|numero de telemovel|celular|numero de o celular|contacto|contato",
        "address": "morada|endereco",
        "email": "email|e-mail|correio eletronico",
        "budget": "orcamento",
        "price": "preco|custo",
        "rent": "renda|aluguel|aluguer",
        "salary": "salario|ordenado",
        "size": "tamanho",
        "colour": "cor",
        "goal": "objetivo|meta|limite",
    },
    since=r"desde(?: ha)?|a partir de|desde o|desde a",
    until=r"ate(?: o| a)?",
    lasting=r"ha|faz|desde ha|durante|ha cerca de|ha ja|ha mais de|ha quase|por",
    from_to=r"(?:de|desde|entre) {year} (?:a|ate|e) {year}",
    timely=r"\d|\b(?:ano|anos|mes|meses|semana|semanas|dia|dias|desde|ate|hoje|ontem|amanha|passado|passada|proximo|proxima|ha|faz|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|verao|inverno|outono|primavera|natal|segunda|terca|quarta|quinta|sexta|sabado|domingo|vem)\b",
    taken=rf"{_OFTEN}|(?:uma vez|duas vezes|tres vezes) (?:a o|por) dia|(?:de|pela) manha|a noite|de noite|antes de dormir|a o (?:pequeno-almoco|almoco|jantar)|as? {_TIME}",
    and_=r"(?:e|ou|nem)(?: (?:a|de))?|&",
    sets={
        "ills": _ILLS,
        "jobs": _JOBS,
        "often": _OFTEN.replace("nas|nos", "em as|em os").replace("aos", "a os").replace("ao", "a o"),
        "time": _TIME.replace("da (", "de a ("),
        "langs": _LANGS,
        "instruments": _INSTRUMENTS,
        "best": "(?P<part>"
        + _PART.replace("|na|", "|em a|")
        .replace("|da|", "|de a|")
        .replace("ao fim da", "a o fim de a")
        .replace("ao fim do", "a o fim de o")
        .replace("meio da", "meio de a")
        .replace("depois (?:", "depois (?:")
        .replace("do almoco", "de o almoco")
        .replace("do jantar", "de o jantar")
        .replace("das \\d", "de as \\d")
        + ")",
        "kept": _KEEP.replace("da ", "de a ").replace("do ", "de o "),
        "keptwhere": r"(?P<where>(?:em|debaixo de|por baixo de|atras de|dentro de|em cima de|a o lado de|junto a|sobre|sob|entre|perto de) .+)",
        "medicines": MEDICINES,
        "dose": DOSE,
        "dreams": _DREAMS,
        "money": _MONEY,
        "acts": _ACTS,
        "owned": r"carro|mota|moto|bicicleta|bici|carrinha|trotinete|trotineta|barco|casa|apartamento|telemovel|celular|iphone|portatil|notebook|tablet|camara|guitarra|piano|horta|kindle",
        "foods": r"carne|peixe|porco|lacticinios|laticinios|gluten|ovos|marisco|cogumelos|acucar|queijo|cebola|tomate|picante|lactose|trigo|frutos secos|amendoins",
        "num": r"(?:dois|duas|tres|quatro|cinco|seis|\d)",
        "near_role": "mais velh[oa]|mais nov[oa]|melhor|grande|velh[oa]",
    },
    frames_me=(
        Frame(Tense.ENDED, "~ja nao~ {now}"),
        Frame(Tense.ENDED, "~nao~ {now} mais"),
        Frame(Tense.ENDED, "~(?:deixei|deixamos|parei|paramos) de {base}"),
        Frame(Tense.ENDED, "~(?:costumava|costumavamos) {base}"),
        Frame(Tense.ENDED, "~antes {past}"),
        Frame(Tense.NEVER, "~(?:nunca|jamais)~ {past}"),
        Frame(Tense.NOT, "~nao~ {now}"),
        Frame(Tense.NOT, "~nunca~ {now}"),
        Frame(Tense.NOT, "~nao estou a {base}"),
        Frame(Tense.MAYBE, "~(?:posso|poderei|podia|poderia) {base}"),
        Frame(Tense.NOW, "~(?:estou|estamos|ando) a {base}"),
        Frame(Tense.NOW, "~(?:estou|estamos) {doing}"),
        Frame(Tense.NOW, "~{now}"),
        Frame(Tense.PAST, "~{past}"),
    ),
    frames_they=(
        Frame(Tense.ENDED, "~ja nao~ {now}"),
        Frame(Tense.ENDED, "~nao~ {now} mais"),
        Frame(Tense.ENDED, "~(?:deixou|parou) de {base}"),
        Frame(Tense.ENDED, "~costumava {base}"),
        Frame(Tense.ENDED, "~antes {past}"),
        Frame(Tense.NEVER, "~(?:nunca|jamais)~ {past}"),
        Frame(Tense.NOT, "~nao~ {now}"),
        Frame(Tense.NOW, "~(?:esta|anda) a {base}"),
        Frame(Tense.NOW, "~{now}"),
        Frame(Tense.PAST, "~{past}"),
    ),
    verbs={
        "be": Verb(
            "sou|estou|somos|estamos",
            "eh|esta",
            "ser|estar",
            "era|fui|estava|estive|eramos",
            "era|foi|estava|esteve",
            "sendo",
            "sido",
        ),
        "live": Verb(
            "moro|vivo|moramos|vivemos|resido",
            "mora|vive|reside|moram|vivem",
            "morar|viver",
            "morava|morei|vivia|vivi|moravamos|viviamos",
            "morava|morou|vivia|viveu",
            "morando|vivendo",
            "",
        ),
        "move": Verb(
            "",
            "",
            "",
            "mudei me|me mudei|mudei",
            "mudou-se|se mudou|mudou",
            "",
            "",
            event=True,
        ),
        "born": Verb("", "", "", "nasci", "nasceu", "", "", event=True),
        "grow": Verb("", "", "", "cresci|fui criado|fui criada", "cresceu", "", "", event=True),
        "diagnosed": Verb(
            "",
            "",
            "",
            "fui diagnosticado|fui diagnosticada|diagnosticaram me|me diagnosticaram",
            "foi diagnosticado|foi diagnosticada",
            "",
            "",
            event=True,
        ),
        "have": Verb("tenho|temos|a gente tem", "tem", "ter", "tinha|tive|tinhamos", "tinha|teve", "tendo", "tido"),
        "get": Verb("", "", "", "adotei|adotamos|comprei|compramos|arranjei", "adotou|comprou", "", "", event=True),
        "work": Verb(
            "trabalho|trabalhamos",
            "trabalha",
            "trabalhar",
            "trabalhava|trabalhei",
            "trabalhava|trabalhou",
            "trabalhando",
            "",
        ),
        "study": Verb(
            "estudo|curso|estou a tirar|estou a fazer um mestrado em|estou a fazer o mestrado em|faco um mestrado em|estou a fazer um doutoramento em|estou fazendo um mestrado em|estou fazendo mestrado em",
            "estuda|esta a tirar",
            "estudar",
            "estudava|estudei",
            "estudava|estudou",
            "estudando|cursando",
            "",
        ),
        "start": Verb("", "", "", "comecei|entrei", "comecou|entrou", "", "", event=True),
        "leave": Verb(
            "",
            "",
            "",
            "deixei|perdi|despedi me|despediram me|fui despedido|fui despedida|fui demitido|fui demitida|sai",
            "deixou|perdeu|saiu",
            "",
            "",
            ends=True,
        ),
        "like": Verb(
            "gosto de|adoro|gosto muito de|amo|curto|gostamos de|adoramos|gosto imenso de|sou fa de|sou apaixonado por|sou apaixonada por",
            "gosta de|adora|ama",
            "gostar de",
            "",
            "",
            "",
            "",
        ),
        "hate": Verb("odeio|detesto|nao suporto|nao aguento", "odeia|detesta|nao suporta", "", "", "", "", ""),
        "speak": Verb("falo|falamos", "fala", "falar", "", "", "", ""),
        "take": Verb("tomo", "toma", "tomar", "tomava|tomei", "tomava", "tomando", ""),
        "smoke": Verb("fumo", "fuma", "fumar", "fumava|fumei", "fumava", "fumando", ""),
        "drink": Verb("bebo|tomo", "bebe", "beber|tomar", "bebia|bebi", "bebia", "", ""),
        "eat": Verb("como", "come", "comer", "", "", "", ""),
        "play": Verb(
            "toco|jogo|pratico|jogo a o",
            "toca|joga|pratica",
            "tocar|jogar|praticar",
            "tocava|jogava",
            "tocava|jogava",
            "",
            "",
        ),
        "wake": Verb("acordo|levanto me|me levanto", "acorda|levanta-se", "acordar|levantar me", "", "", "", ""),
        "bed": Verb(
            "deito me|me deito|vou dormir|adormeco|vou para a cama|durmo",
            "deita-se|adormece",
            "deitar me",
            "",
            "",
            "",
            "",
        ),
        "sleep": Verb("durmo|preciso de dormir|preciso de", "dorme", "dormir", "", "", "", ""),
        "own": Verb("conduzo|dirijo", "conduz|dirige", "conduzir|dirigir", "conduzia", "conduzia", "", ""),
        "sell": Verb("", "", "", "vendi|vendemos", "vendeu", "", "", ends=True),
        "weigh": Verb("peso", "pesa", "pesar", "", "", "", ""),
        "measure": Verb("meco|tenho", "mede", "medir", "", "", "", ""),
        "keep": Verb("guardo|guardamos", "guarda", "guardar", "", "", "", ""),
        "put": Verb("", "", "", "pus|deixei|guardei|coloquei|escondi|meti", "", "", "", event=True),
        "park": Verb("", "", "", "estacionei|deixei estacionado", "", "", "", event=True),
        "want": Verb("quero|queremos|gostava de|gostaria de|sonho|espero|estou a tentar", "quer", "", "", "", "", ""),
        "earn": Verb("ganho|recebo", "ganha|recebe", "ganhar", "", "", "", ""),
        "pay": Verb("pago|pagamos", "paga", "pagar", "", "", "", ""),
        "write": Verb(
            "", "", "", "ja escrevi|escrevi|ja acabei|acabei|ja li|terminei|completei|ja fiz", "", "", "", event=True
        ),
        "named": Verb("chamo me|me chamo|o meu nome eh|meu nome eh", "chama-se|se chama", "", "", "", "", ""),
        "focus": Verb("rendo|concentro me|me concentro|trabalho|penso|funciono|produzo", "", "", "", "", "", ""),
        "move_we": Verb(past="mudamos nos|nos mudamos|mudamos", event=True),
        "marry": Verb(
            "", "", "", "casei com|casei me com|me casei com|comecei a namorar com", "casou com", "", "", event=True
        ),
        "break": Verb(
            "estou divorciado|estou divorciada|estou separado|estou separada",
            "",
            "",
            "acabamos|terminamos|separamos nos|separei me|divorciei me|me divorciei|me separei|acabei|terminei",
            "",
            "",
            "",
            ends=True,
        ),
        "date": Verb("namoro com|namoro", "", "", "", "", "", ""),
    },
    rules={
        "move_we": (Rule("lives_in", r"(?:de casa )?(?:para|pra) (?:o |a )?{place}", only="dated"),),
        "live": (
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
            Rule("allergy", r"(?P<thing>intolerante (?:a|a o) (?:lactose|gluten|frutose))"),
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
            Rule("job", r"(?:aqui )?como (?:uma? )?(?!louc|um animal|sempre){job}"),
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
            Rule("smokes", r"(?:o tabaco|os cigarros|o cigarro)", "yes"),
            Rule("drinks", r"(?:o alcool|a bebida)", "yes"),
        ),
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
                r"(?:todos os dias |sempre )?(?:a|as|por volta de as|pelas|la para as|cerca de as) (?P<clock>(?:{time}))",
            ),
        ),
        "bed": (
            Rule(
                "sleeps_at",
                r"(?:todos os dias |sempre )?(?:a|as|por volta de as|pelas|la para as|cerca de as) (?P<clock>(?:{time}))",
            ),
        ),
        "sleep": (
            Rule(
                "sleeps_hours",
                r"(?:umas |so |cerca de )?(?P<amount>\d{1,2}(?:[.,]5)?(?: ou \d{1,2}| a \d{1,2})? horas)(?: de sono)?(?= ?(?:de sono|por dia|por noite|$|,))",
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
        "keep": (
            Rule("kept_in", r"(?:(?:o|a|os|as) )?(?:(?:meu|minha|meus|minhas) )?(?P<owner>(?:{kept})) {keptwhere}"),
        ),
        "put": (
            Rule("kept_in", r"(?:(?:o|a|os|as) )?(?:(?:meu|minha|meus|minhas) )?(?P<owner>(?:{kept})) {keptwhere}"),
        ),
        "park": (
            Rule(
                "kept_in",
                r"(?:o|a) (?:meu |minha )?(?P<owner>carro|mota|moto|bicicleta|carrinha) (?P<where>(?:em|atras de|perto de|junto a|a o lado de|em frente) .+)",
            ),
        ),
        "want": (Rule("wants_to", r"(?P<activity>(?:{dreams})\b.*)"),),
        "earn": (
            Rule(
                "salary", r"(?P<amount>{money}(?: por (?:mes|ano|hora)| a o mes)?)(?= ?(?:$|,|e|mas|liquidos|brutos))"
            ),
        ),
        "pay": (Rule("rent", r"(?P<amount>{money}) (?:por mes )?de (?:renda|aluguel|aluguer)"),),
        "write": (
            Rule(
                "progress",
                r"(?:ja )?(?P<amount>\d+(?: de (?:os )?\d+)?) (?P<qual>capitulos|paginas|palavras|licoes|exercicios|sessoes|livros|modulos)",
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
    },
    more={
        "employer": (Rule("job", r"como (?P<job>(?:{jobs}))"),),
        "job": (Rule("employer", r"(?:em (?:o |a |os |as |um |uma )|para (?:o |a )){org}"),),
        "studies": (Rule("studies_at", r"em (?:o |a ){org}"),),
    },
    phrases=(
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
            "role", r"{my} (?:(?:{near_role}) )*{role}(?: (?:{near_role}))? (?:chama-se|se chama|eh (?:o |a )?){name}"
        ),
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
        Phrase(
            "focus_aid", r"preciso de (?P<text>(?!ajuda|mais|uma pausa|tempo|algo).+?) para me (?:concentrar|focar)"
        ),
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
        Phrase(
            "energy_best", r"(?:a )?minha (?:energia|concentracao) (?:eh|esta) (?:mais alta|melhor|em o maximo) {best}"
        ),
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
    ),
)
