"""Portuguese: people and things by their names."""

# ruff: noqa: E501  # a pattern is read whole

ROLES = {
    "partner": "parceiro|parceira|companheiro|companheira|cara-metade",
    "wife": "mulher|esposa",
    "husband": "marido|esposo",
    "girlfriend": "namorada",
    "boyfriend": "namorado",
    "parents": "pais",
    "fiance": "noivo|noiva",
    "ex": "ex|ex-namorado|ex-namorada|ex-marido|ex-mulher",
    "mother": "mae|mamã|mama",
    "father": "pai|papá",
    "stepmother": "madrasta",
    "stepfather": "padrasto",
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
}
ATTRIBUTES = {
    "deadline": "prazo|data limite|data de entrega|entrega|prazo de entrega",
    "password": "palavra-passe|senha|password|senha de o wifi|password de o wifi|palavra passe",  # nosec B105  # a word people say
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
}
NOBODY = (
    "eu me te se lhe lhes mim ti tu ele ela nós vós eles elas você vocês tudo todos todas ninguém alguém quem que qual isto isso aquilo este esta esse essa aqui ali lá o a os as um uma uns umas meu minha meus minhas "
    "seu sua nosso nossa segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
    "hoje amanhã ontem agora então e mas ou se quando onde porque como sim não ok bem bom pois obrigado obrigada olá sempre nunca só talvez alguns muitos cada dois nada algo "
    "mãe pai mamã papá deus vida trabalho casa escola amor dinheiro café música tempo chuva verão inverno primavera outono phda tdah autismo ler escrever correr dormir desde depois antes "
    "embora em de com para é são era foi sou estou tenho ser estar também ainda já inglês espanhol francês google netflix internet toda gente"
)
