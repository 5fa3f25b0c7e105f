"""Portuguese: parts that patterns are put together from."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.memory.facts.medicines import DOSE, MEDICINES

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
_INSTRUMENTS = r"(?:(?:a|o) )?(?:guitarra|viola|violao|piano|violino|bateria|violoncelo|flauta|baixo|ukulele|saxofone|trompete|clarinete|harpa|acordeao|cavaquinho|futebol|tenis|basquetebol|basquete|voleibol|volei|rugby|hoquei|golfe|badminton|padel|xadrez|andebol|squash|pingue-pongue|poquer|videojogos|videogames|jogos de tabuleiro|futsal)"
_LANGS = r"(?:ingles|espanhol|castelhano|frances|portugues|alemao|italiano|holandes|neerlandes|polaco|polones|russo|ucraniano|chines|mandarim|japones|coreano|arabe|hindi|turco|grego|sueco|noruegues|dinamarques|finlandes|checo|romeno|hungaro|catalao|basco|galego|hebraico|persa|vietnamita|tailandes|esperanto|irlandes|crioulo|lingua gestual|libras|mirandes)"
_DREAMS = r"(?:aprender|ser|tornar me|mudar me|correr (?:um|uma|a|o)|escrever (?:um|uma|o meu)|comecar (?:um|uma|o meu|a correr|terapia)|deixar de (?:fumar|beber)|parar de (?:fumar|beber)|deixar o (?:meu )?(?:emprego|tabaco|trabalho)|perder (?:peso|\d+ quilos)|emagrecer|viajar|visitar|construir|acabar (?:a|o) (?:minha |meu )?(?:\w+ )?(?:tese|curso|livro|romance|mestrado|doutoramento|licenciatura)|terminar (?:a|o) (?:minha |meu )?(?:\w+ )?(?:tese|curso|livro|romance|mestrado|doutoramento|faculdade)|estudar|poupar|economizar|comprar (?:um|uma) (?:casa|apartamento|carro|bicicleta|barco)|abrir (?:um|uma|o meu|a minha)|mudar de (?:emprego|carreira|trabalho)|ficar em forma|tirar a carta|ler mais|dormir mais|fazer mais exercicio|adotar|reformar me|publicar|gravar|ter (?:filhos|um filho|um cao|um gato)|vender (?:a|o))"
_MONEY = r"(?:r\$ ?)?\d[\d.,]* ?(?:euros?|reais|dolares|€|eur)?"
_ACTS = r"(?:vou|vamos|corro|nado|caminho|ando de bicicleta|faco|medito|escrevo|treino|pratico|visito|vejo|ligo|jogo|limpo|rego|cozinho|leio|desenho|pinto|danco|escalo|janto|almoco|trabalho (?:de|em) casa|dou aulas|tenho (?:terapia|aulas?|ensaio|consulta)|saio com|estou com|falo com)"

PARTS = {
    "ills": _ILLS,
    "jobs": _JOBS,
    "often": r"(?:(?:todos os|todas as|cada|toda a|todo o|toda|todo) (?:dias?|manhas?|tardes?|noites?|semanas?|mes(?:es)?|fins? de semana|(?:segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?)(?:-feiras?)?(?:(?:,| e) (?:segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?)(?:-feiras?)?)*)|(?:as|a os|em as|em os) (?:segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?)(?:-feiras?)?(?:(?:,| e)(?: as| a os)? (?:segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?)(?:-feiras?)?)*|(?:uma vez|duas vezes|tres vezes|quatro vezes|cinco vezes|\d vezes) (?:por|a o) (?:dia|semana|mes)|diariamente|de manha todos os dias)",
    "time": r"(?:\d{1,2}(?:[:.h]\d\d)?(?: ?h| horas)?(?: e meia| e um quarto)?(?: de a (?:manha|tarde|noite|madrugada))?|meia-noite|meio-dia|(?:uma|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze)(?: e meia| e um quarto)?(?: de a (?:manha|tarde|noite))?)",
    "langs": _LANGS,
    "instruments": _INSTRUMENTS,
    "best": r"(?P<part>(?:(?:de|de a|pela|a|em a|durante a|a meio de a|a o fim de a) (?:manha|tarde|noite|madrugada)|logo de manha|de manha cedo|a noite|a o fim de o dia|depois (?:de almocar|de o almoco|de jantar|de o jantar|de comer|de as \d+)|antes (?:de almocar|de o almoco|de o jantar)))",
    "kept": r"(?:(?:copia de a )?chaves? ?(?:suplentes?|de reserva|de casa|de o carro|extra|de a arrecadacao|sobresselentes?|reserva|de a \w+|de o \w+)?|passaporte|carteira|oculos(?: de sol)?|carregador(?: de o \w+)?|auscultadores|fones|portatil|notebook|tablet|telemovel|celular|comando|guarda-chuva|documentos?|papeis|certidao|cartao(?: \w+)?(?: de \w+)?|contrato|pasta|faturas?|recibos?|medicacao|medicamentos|comprimidos|inalador|bomba de a asma|ferramentas|berbequim|martelo|escadote|mala|mochila|caderno|diario|camara|tenda|casaco|pilhas|lanterna|tesoura|ferro|aspirador|dinheiro|anel|relogio|disco externo|bicicleta|carro)",
    "keptwhere": r"(?P<where>(?:em|debaixo de|por baixo de|atras de|dentro de|em cima de|a o lado de|junto a|sobre|sob|entre|perto de) .+)",
    "medicines": MEDICINES,
    "dose": DOSE,
    "dreams": _DREAMS,
    "money": _MONEY,
    "acts": _ACTS,
    "owned": r"carro|mota|moto|bicicleta|bici|carrinha|trotinete|trotineta|barco|casa|apartamento|telemovel|celular|iphone|portatil|notebook|tablet|camara|guitarra|piano|horta|kindle",
    "foods": r"carne|peixe|porco|lacticinios|laticinios|gluten|ovos|marisco|cogumelos|acucar|queijo|cebola|tomate|picante|lactose|trigo|frutos secos|amendoins",
    "num": r"(?:dois|duas|tres|quatro|cinco|seis|\d)",
    "near_role": "mais velh[oa]|mais nov[oa]|melhor|grande|velh[oa]|nov[oa]|atual",
}
TAKEN = rf"{_OFTEN}|(?:uma vez|duas vezes|tres vezes) (?:a o|por) dia|(?:de|pela) manha|a noite|de noite|antes de dormir|a o (?:pequeno-almoco|almoco|jantar)|as? {_TIME}"
