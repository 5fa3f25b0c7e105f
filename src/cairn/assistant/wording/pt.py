"""Portuguese."""

from cairn.assistant.wording import Phrases

PHRASES = Phrases(
    booked="Marcado: {title}. {when}.",
    booked_often="Marcado: {title}. {rule}, a primeira vez {when}.",
    read_back="Li “{heard}” como {clock}. Está certo?",
    task_added="Na tua lista: {title}.",
    task_done="Feito: {title}.",
    reminder_done="Feito: {title}.",
    comes_again="Volta {when}.",
    snoozed="{title} volta {when}.",
    moved="Mudado: {title}. {when}.",
    kept="Guardado na memória: {title}",
    caught="Apontado: {title}",
    other="Mudado: {title}.",
    when_remind="Quando é para lembrar?",
    when_instead="Para quando?",
    when_instead_past="{when} já passou. Para quando?",
    passed="Nada está marcado para “{title}”: {when} já passou. Para quando? As tuas palavras estão guardadas.",
    passed_meanwhile="“{title}” era para {when}, e já passou. As tuas palavras estão guardadas. Para quando?",
    no_later_past="{when} já passou. Até quando espera?",
    nothing_ringing="Agora nada está a tocar, por isso não há nada para adiar.",
    nothing_open="Agora não há nada pendente.",
    not_found="Não encontro nada pendente chamado “{words}”. As tuas palavras estão guardadas.",
    undone="Desfeito: {title}.",
    undone_nothing="Não há nada para desfazer.",
    undo_refused="“{title}” não se pode desfazer: {why}",
    found="Sobre {topic} disseste isto: {when}.",
    found_plain="Disseste isto: {when}.",
    found_more="Sobre {topic} disseste isto, o mais próximo primeiro:",
    not_there="Não tenho isso. Nada do que me contaste parece falar disso.",
    today_empty="Nada está previsto para hoje.",
    today_opens="Hoje, {day}:",
    all_day="a qualquer hora",
    already_done="feito",
    next_one="Agora: {title}. {reason}",
    next_none="Nada espera. Aproveita o sossego.",
    help=(
        "Diz como pensas. “Ligar ao dentista amanhã às 15:00” marca um lembrete, "
        "“comprar leite” vai para a lista, "
        "“anota que…” fica na memória e “o que disse sobre…?” encontra-o. "
        "Também há: hoje, próximo, feito, mais tarde, desfazer."
    ),
    hello="Olá. O que tens na cabeça?",
    thanks="De nada.",
    agreed="Bem.",
    no_model="Não consigo responder a isso sem um modelo de linguagem. A tua pergunta está guardada.",
    model_away="O modelo de linguagem não responde agora.",
    model_slow="O modelo de linguagem demorou demasiado, por isso deixei de esperar.",
    model_silent="Não tenho uma boa resposta para isso.",
    nothing_changed="Não marquei nem mudei nada.",
    refused="Não funcionou: {why}",
    failed="Algo falhou do nosso lado. As tuas palavras estão a salvo nesta conversa.",
)
