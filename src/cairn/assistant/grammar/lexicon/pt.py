"""Portuguese, of Portugal and of Brazil."""

# ruff: noqa: E501  # a pattern is read whole

from cairn.assistant.grammar.lexicon import Words

WORDS = Words(
    polite_lead=r"(?:(?:olha|ora\ bem|ora|bem|epa|pronto|pois|ja\ agora|a\ proposito|ouve(?=,)|uma\ coisa|ola|oi|aff+|eita|nossa|ei|opa|ok|bom\ dia|boa\ tarde|boa\ noite|bom|ah|ai|uf+|ups|e|entao|cairn|tambem|por\ favor|sem\ falta)\b[,\s]*)*(?:vo?ce?\ (?=me\ (?:lembra|avisa|acorda)))?(?:(?:(?:voce\ |tu\ )?(?:podes|pode|podia|podias|poderia|poderias|consegues|consegue))\ (?:por\ favor\ )?|quero\ que\ )?",
    polite_tail=r"[,\s]+(?:por\ favor|se\ faz\ favor|sff|obrigad[oa]|ok|sem\ falta)\s?[.!?]*",
    remind=r"(?:nao\ me\ (?:deixes|deixe|deixa)\ esquecer|nao\ deixes?\ que\ (?:eu\ )?me\ esqueca|lembra-m[eo]|lembre-me|lembra\ me|me\ lembra|me\ lembres?|lembrar-me|me\ lembrar|avisa-me|me\ avisa|avise-me|(?:poe|cria|coloca|mete)(?:-me)?\ (?:um\ lembrete|um\ alarme)|(?:um\ )?lembrete|alarme|acorda-me|me\ acorda)(?:\ (?:de\ que|que|de|do|da|para|pra|sobre|a))?[:,]?",
    jotted=r"anota|aponta|nota",
    note=r"(?:lembra-te|lembre-se|lembra|lembre|recorda|anota|aponta|nota|tem\ em\ conta|nao\ (?:te\ |se\ )?(?:esquecas|esqueca|esquece)|guarda|memoriza|grava)(?:\ (?:ai|isto|isso|bem))*(?:\ (?:de\ )?que\b|[:,])|(?:anota|aponta|memoriza)(?:\ (?:ai|isto|isso))*\b(?!\ \w+[aei]r\b)",
    idea=r"(?:(?:uma\ )?(?:nova\ )?ideias?|ideia\ nova|pensamento)\ ?:",
    need=r"(?:(?:tenho\ (?:de|que)\ )?(?:me\ lembrar|lembrar-me)\ de|tenho\ (?:de|que)|preciso(?:\ de)?|(?:anota|aponta)(?:-me)?(?:\ ai)?|devo|devia|e\ preciso|temos\ (?:de|que)|nao\ (?:me\ )?(?:posso\ )?esquecer(?:\ de)?|nao\ me\ deixes\ esquecer\ (?:de)?|nao\ te\ esquecas\ de)(?=\ ?\w*[aeio]r\b)|nao\ (?:te\ |se\ |me\ )?(?:esquecer|esquecas|esqueca)(?:\ d[oa]s?(?=\ )|(?=\ (?:o|a|os|as|um|uma|meu|minha)\b))|(?:tarefa|por\ fazer|a\ fazer)\ ?[:,-]",
    plan=r"(?:vou|vamos|quero|queria|gostava\ de|gostaria\ de)",
    having=r"(?:tenho|temos|ha|agenda(?:-me)?)(?:\ (?:um|uma|o|a|meu|minha))?",
    onto_list=r"(?:adicionar?|acrescentar?|poe|por|meter?|colocar?|juntar?|anotar?)\ (?P<what>.+?)\ (?:a|na|à|em)\ (?:minha\ )?lista(?:\ de\ [\w\s]+)?",
    happens=r"\ (?:e|sao|vem|comeca|comecam|sera|(?P<tells>saem?|sai|partem?|abrem?|fecham?|chegam?|aterra))",
    recall=r"""(?:o\ )?que\ (?:e\ que\ )?(?:(?:o|a|os|as|me|nos)\ )?(?:\w+\ )?(?:disse|contou|recomendou|pediu|queria|trouxe|ofereceu)\b|(?:eu\ )?ja\ (?:eu\ )?(?:\w+ei|fiz|pus|dei|li|fui|bebi|comi|pedi|vi)\b(?=.*\?)|quem\ (?:e\ que\ )?(?:me|nos)\ \w+ou\b|(?:o\ )?que\ (?:e\ que\ )?(?:eu\ )?(?:disse|te\ disse|falei|contei|anotei|escrevi|fiz|comprei|comi|sabes)\b|(?:quando|onde|quem|quanto|quantas?|quantos|porque|como|com\ quem)\ (?:e\ que\ )?(?:eu\ )?(?:foi|era|fui|vi|deixei|pus|coloquei|estacionei|guardei|disse|fiz|comprei|paguei|conheci|liguei|tomei|falei|estava|custou)\b
        |onde\ (?:esta|estao|fica|ficam|tenho)|a\ que\ horas\ (?:e|sao|era|foi|tenho)\b|quando\ (?:e|tenho)\ (?:o|a|meu|minha)\b|qual\ (?:e|era)\ (?:(?:o\ |a\ )?(?:meu|minha|nosso|nossa)|(?:o|a)\ (?:codigo|senha|palavra-passe|numero|nome|morada|endereco|tamanho|matricula|data|hora)\b)|o\ que\ (?:e\ que\ )?(?:voce|tu)\ sabes?\ (?:sobre|de)\b|a\ que\ (?:e\ que\ )?(?:eu\ )?sou\ (?:alergic|intolerante)\w*|como\ se\ chama|lembras-te|voce\ lembra|recordas-te|lembra-me\ (?:o\ que|onde|quando|quem)\ (?:disse|e|esta|deixei|pus|foi)|procura""",
    recall_about=r"\b(?:sobre|acerca\ d[aoe]|a\ respeito\ d[aoe]|d[oae]s?|com)\ (?P<topic>[^?]+)|\b(?:esta|estao|e|era|deixei|pus|fica)\ (?P<thing>(?:o|a|os|as|meu|minha|meus|minhas)\ [^?]+)",
    question=r"(?:o\ que|que|quando|onde|quem|porque|por\ que|como|qual|quais|quanto|quanta|quantos|quantas|posso|devo|sera\ que|e|sao|ha)(?=\b.*\?)|(?:porque|por\ que|como|qual|sera\ que)\b",
    statement=r"(?:eu|estou|estamos|estarei|estaremos|sou|a\ minha|o\ meu|minha|meu|nos|ele|ela|eles|isto|isso|hoje|ontem|ja|nao|foi|fui|tenho|tive|fiz|vi|comprei|deixei|pus|estacionei|paguei|conheci|falei|comi|liguei|acho|sinto|odeio|adoro|prefiro)\b",
    finite=r"\b(?:é|sao|era|eram|foi|foram|fui|fomos|esta|estao|estava|tem|tinha|sou|estou|tenho|tive|fiz|deixei|pus|gosta|gosto|quer|mora|vive|trabalha|disse|diz|prefere|precisa|ha|havia|odeia|adora|doi|custa|faz|nasceu|morreu|conheci|vi|comprei|comi|paguei|estacionei|acho|sinto)\b",
    join=r"\s*,\s*(?:e\s+|depois\s+|tambem\s+)?|\s+(?:e\s+depois|e\s+tambem|e|depois)\s+",
    leaving=r"(?:(?:diz|diga)-me\ (?:quando|a\ que\ horas?)\ sair|(?:quando|a\ que\ horas?)\ (?:e\ que\ )?(?:eu\ )?(?:tenho\ (?:de|que)|devo|preciso\ de|preciso|temos\ de)\ (?:sair|ir|ir\ embora)(?:\ (?:para|pra|ao|a)\ .+)?|tenho\ de\ sair\ ja|quanto\ (?:tempo\ )?falta\ para\ (?:eu\ )?sair)\s?\??",
    today=r"(?:o\ |meu\ )?(?:plano|programa)\ (?:de|para|pra)\ hoje|(?:mostra|diz)(?:[- ]me)?\ (?:o\ )?(?:meu\ )?dia|(?:(?:o\ que\ (?:(?:e\ que\ )?(?:eu\ )?tenho|ha|tem|temos)(?:\ (?:para|pra))?|mostra(?:-me)?|diz-me|lista(?:r)?)\ ?)?(?:\ ?(?:para|a\ minha|de|a|o|minha|fazer))*\ ?(?:hoje|lista|agenda|dia|tarefas|pendentes)\s?\??|como\ (?:e|esta|vai\ ser)\ (?:o\ )?meu\ dia\s?\??",
    too_much=r"(?:isto\ |isso\ )?(?:e\ )?muito\ (?:para|pra)\ mim|(?:(?:isto|isso|tudo)\ )?(?:e\ )?(?:demasiado|demais|muita\ coisa)(?:\ (?:para\ mim|pra\ mim|por\ hoje|para\ hoje|hoje|agora))*|e\ (?:tudo\ )?(?:demasiado|demais)|(?:estou|tou|to|sinto-me|me\ sinto)\ (?:(?:muito|completamente)\ )?(?:sobrecarregad[oa]|assoberbad[oa]|sufocad[oa])|nao\ aguento(?:\ mais)?|(?:ja\ )?nao\ dou\ conta(?:\ (?:de\ nada|disto|do\ recado))?|nao\ (?:consigo|dou\ conta|aguento)\ (?:com\ |de\ )?(?:mais|(?:isto\ |isso\ )?(?:tudo|tanto)(?:\ (?:isto|isso))?)",
    smaller=r"""(?:ajuda-me|me\ ajuda)\ a\ (?:comecar|arrancar)(?:\ (?:com\ )?(?P<begun>.+))?|(?:ainda\ |bem\ )menor(?:es)?|menor(?:es)?|(?:quebra|parte|divide)(?:\ (?:isso|isto))?\ em\ (?:pedacos|partes|passos)\ (?:menores|mais\ pequen[oa]s)|(?:(?:um\ passo|ainda|muito|algo|alguma\ coisa)\ )?mais\ (?:pequen[oa]s?|facil)|(?:torna|faz)-[oa]\ mais\ (?:pequen[oa]|facil)|torna\ (?P<made>.+?)\ mais\ pequen[oa]|(?:e\ )?(?:(?:demasiado|muito)\ grande|(?:grande|dificil)\ demais)|(?:divide|parte|desdobra)(?:-[oa]|\ (?:isto|isso))?(?:\ em\ (?:passos|partes)(?:\ (?:mais\ )?pequen[oa]s)?)?|(?:divide|desdobra)\ (?P<what>.+?)(?:\ em\ (?:passos|partes)(?:\ (?:mais\ )?pequen[oa]s)?)?|(?:em\ )?passos\ (?:mais\ )?pequenos|passo\ a\ passo|nao\ consigo\ (?:comecar|arrancar)|(?:estou\ )?(?:bloquead[oa]|encravad[oa])""",
    spare=r"(?:(?:so\ )?(?:tenho|restam|ha|tem)(?:\ (?:so|apenas|uns|umas))*|com|o\ que\ (?:posso\ fazer|faco)\ (?:em|com)|algo\ para)\ (?P<rest>.+)",
    light=r"(?:(?:tenho\ |com\ )?(?:(?:muito\ )?pouca|sem|zero|nenhuma)\ energia(?:\ (?:hoje|agora))*|(?:da-me\ |me\ da\ )?(?:algo|alguma\ coisa)\ (?:facil|leve|simples)|um[a]?\ facil|sem\ forcas)",
    not_that=r"(?:ess[ae]\ nao|isso\ nao|est[ae]\ nao|outr[ao](?:\ coisa)?|algo\ diferente|salta\ (?:essa|isso|esta)|pula\ (?:essa|isso|esta))",
    next=r"(?:a\ seguir|(?:diz-me|me\ diz)\ o\ que\ (?:fazer|faco)(?:\ agora)?|(?:qual\ e\ )?(?:[ao]\ )?proxim[oa]|(?:e\ agora\ )?o\ que\ faco\ a\ seguir|seguinte|(?:e\ )?agora|o\ que\ (?:vem|ha)\ (?:a\ seguir|depois)|o\ que\ faco(?:\ agora)?|e\ depois|o\ que\ se\ segue|nao\ sei\ (?:por\ onde\ comecar|o\ que\ fazer)|escolhe\ por\ mim|por\ onde\ comeco)\s?\??",
    done=r"feit[oa]\ ja|(?P<named>(?:(?!(?:nao|me|se|que|quase|esta|ja|o|a|nada|sem|ta)\b)[\w'-]+\ ){1,4}?)(?:ja\ )?(?:esta\ |ta\ )?(?:feit|terminad|acabad|pront)[oa]s?|(?:isso\ |isto\ )?ja\ (?:esta|ta)|(?:ja\ )?(?:esta\ |ta\ )?(?:feit[oa]|pront[oa]|terminad[oa]|acabad[oa])(?:(?:\ com|:)?\ (?P<what>.+))?|ja\ (?:esta|(?:o\ )?fiz)|(?!(?:que|quem|como|quando|onde|se|tudo|nada|o\ que)\b)(?P<whole>(?:(?!\bnao\b).)+?)\ (?:ja\ )?(?:esta|estao)\ (?:feit[oa]s?|pront[oa]s?|terminad[oa]s?)|(?:marca|risca)\ (?P<marked>.+?)(?:\ como\ feit[oa])?|(?:ja\ )?(?:terminei|acabei)(?:\ (?:com|de))?\ ?(?P<finished>.*)",
    later=r"(?:(?:talvez\ )?mais\ (?:tarde|logo)|agora\ nao\ (?:da|posso|consigo)|pergunta-me(?=\ (?:daqui|depois|mais|amanha|em|outra))|(?:eu\ )?faco\ (?:isso\ )?(?:depois|mais\ tarde)|deixa(?:\ isso)?\ (?:para|pra)\ (?:depois|mais\ tarde)|depois(?!\ d[eo])|agora\ nao|adia(?:r|-o|-a)?|lembra-me\ (?:depois(?!\ d[eoa])|mais\ tarde|outra\ vez)|ainda\ nao|daqui\ a\ (?:pouco|bocado|nada))(?P<rest>(?:[\s,:]+.+)?)",
    more=r"mais|outros",
    infinitive=r"(?!(?:mulher|lugar|lar|par|bar|mar|jantar|colher|celular|qualquer|telemovel|familiar|escolar|melhor|maior|pior|senhor|favor|cor|dor|flor|amor|por)\b)\w{2,}(?:ar|er|ir)(?:-(?:me|te|se|o|a|os|as|lo|la|lhe|lhes))?",
    snooze_default_minutes=10,
    undo=r"(?:desfaz(?:er|-o)?(?:\ (?:isso|isto))?|anula(?:r|\ isso)?|esquece(?:\ isso)?|cancela\ isso|volta\ atras)",
    help=r"(?:me\ )?ajuda(?:-me)?|\?|o\ que\ (?:e\ que\ )?(?:voce\ |tu\ )?(?:podes?|sabes?)\ fazer\??|como\ (?:funciona|e\ que\ isto\ funciona)\??|comandos",
    hello=r"(?:ola|oi|bom\ dia|boa\ (?:tarde|noite)|(?:ja\ )?(?:voltei|estou\ de\ volta))",
    thanks=r"(?:muito\ )?obrigad[oa]",
    agreed=r"(?:(?:sim[,\ ]+)?(?:esta\ certo|certo|e\ isso|isso\ mesmo|isso|exato|exatamente)|sim[,\ ]+(?:obrigad[oa]|por\ favor)|ok|sim|nao|certo|perfeito|otimo|esta\ bem|ta)",
    denied=r"(?:nao|errado|isso\ nao|nao\ e\ (?:isso|assim)|nao\ esta\ certo)(?:[,\s]+(?:nao|obrigad[oa]|desculpa|isso\ nao|nao\ e\ (?:isso|assim)))*",
    not_but=r"nao\ (?:e\ )?(?:n?[ao]\ )?(?P<old>[^,]+?)(?:,\s*|\s+mas\s+)(?:mas\s+|e\s+)?(?P<new>[^,]+)|(?:n?[ao]\ )?(?P<wrong>[^,]+?)\ nao,\s*(?P<right>[^,]+)",
    then=r"\bdepois\b",
    determiners="o a os as um uma uns umas meu minha meus minhas teu tua seu sua este esta ao",
    rather=r"(?:enganei-me|me\ enganei|errei|nao|antes|melhor|alias|afinal|desculpa|na\ verdade|espera|quero\ dizer|queria\ dizer|digo|que\ seja|muda(?:-o|-a)?(?:\ (?:para|isso\ para))?|(?:passa|empurra|adia)(?:-o|-a|\ isso)?\ para|poe(?:-no|-na)?|faz|marca\ antes)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    instead=r"[,\s]+(?:antes|entao|em\ vez\ disso|esta\ bem|e\ melhor)[.!]*",
    leading=r"(?:sim|ok|talvez|por\ volta\ d[aeo]s?|la\ para|digamos|que\ tal|para|pode\ ser|lembra-me|lembre-me)(?=[\s,:;.!-]|$)[\s,:;.!-]*",
    at="às",
    verbs="""abrir acabar adicionar ajudar apagar apanhar apontar arranjar arrumar aspirar avisar beber buscar cancelar carregar comecar comer completar
        comprar confirmar contactar convidar copiar cortar cozinhar cuidar dar decidir deixar descansar descarregar devolver dizer dormir encomendar
        encontrar entregar enviar escolher escrever esperar estender estudar fazer fechar felicitar guardar imprimir instalar ir jogar lavar ler levar
        ligar limpar mandar marcar medir meter mudar organizar pagar parar passar pedir perguntar planear por praticar preparar procurar pôr reciclar
        recolher regar renovar reparar reservar responder rever sair secar tirar tomar trabalhar tratar trazer treinar usar varrer vender ver verificar visitar
        abre acaba adiciona ajuda apaga apanha arranja arruma aspira bebe busca cancela carrega comeca come compra confirma contacta convida copia corta
        cozinha decide deixa devolve encomenda entrega envia escolhe escreve estuda faz fecha guarda imprime lava le leva liga limpa manda marca mete muda
        organiza paga passa pede pergunta poe prepara procura rega renova repara reserva responde seca tira toma trabalha traz treina usa varre vende ve
        verifica visita compre ligue envie pague leve limpe lave marque""",
    nounish="compra cozinha entrega marca toma seca passa corta reserva pergunta ve come ajuda liga muda guarda por ir dar faz le usa visita",
)
