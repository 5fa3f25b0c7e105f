"""Spanish."""

from cairn.assistant.wording import Phrases

PHRASES = Phrases(
    booked="Reservado: {title}. {when}.",
    booked_often="Reservado: {title}. {rule}, la primera vez {when}.",
    read_back="He leído «{heard}» como las {clock}. ¿Está bien?",
    task_added="En tu lista: {title}.",
    task_done="Hecho: {title}.",
    reminder_done="Hecho: {title}.",
    comes_again="Vuelve {when}.",
    snoozed="{title} vuelve {when}.",
    moved="Cambiado: {title}. {when}.",
    kept="Guardado en la memoria: {title}",
    caught="Apuntado: {title}",
    other="Cambiado: {title}.",
    when_remind="¿Cuándo te lo recuerdo?",
    when_instead="¿Para cuándo?",
    when_instead_past="{when} ya pasó. ¿Para cuándo?",
    passed="No hay nada reservado para «{title}»: {when} ya pasó. ¿Para cuándo? He guardado tus palabras.",
    passed_meanwhile="«{title}» era para {when}, y ya pasó. He guardado tus palabras. ¿Para cuándo?",
    no_later_past="{when} ya pasó. ¿Hasta cuándo espera?",
    nothing_ringing="Ahora no suena nada, así que no hay nada que aplazar.",
    nothing_open="Ahora no hay nada pendiente.",
    not_found="No encuentro nada pendiente que se llame «{words}». He guardado tus palabras.",
    undone="Deshecho: {title}.",
    undone_nothing="No hay nada que deshacer.",
    undo_refused="«{title}» no se puede deshacer: {why}",
    found="Sobre {topic} dijiste esto: {when}.",
    found_plain="Dijiste esto: {when}.",
    found_more="Sobre {topic} dijiste esto, lo más cercano primero:",
    not_there="Eso no lo tengo. Nada de lo que me contaste parece tratar de ello.",
    today_empty="No hay nada previsto para hoy.",
    today_opens="Hoy, {day}:",
    all_day="a cualquier hora",
    already_done="hecho",
    next_one="Ahora: {title}. {reason}",
    next_none="No hay nada esperando. Disfruta de la calma.",
    help=(
        "Dilo como lo piensas. «Llamar al dentista mañana a las 15:00» reserva un recordatorio, "
        "«comprar leche» va a tu lista, "
        "«recuerda que…» queda en la memoria y «¿qué dije sobre…?» lo encuentra. "
        "También: hoy, siguiente, hecho, más tarde, deshacer."
    ),
    hello="Hola. ¿Qué tienes en la cabeza?",
    thanks="De nada.",
    agreed="Bien.",
    no_model="No puedo responder a eso sin un modelo de lenguaje. He guardado tu pregunta.",
    model_away="El modelo de lenguaje no responde ahora mismo.",
    model_slow="El modelo de lenguaje tardaba demasiado y he dejado de esperar.",
    model_silent="No tengo una buena respuesta para eso.",
    nothing_changed="No he reservado ni cambiado nada.",
    refused="No ha funcionado: {why}",
    failed="Algo ha fallado por nuestra parte. Tus palabras están a salvo en esta conversación.",
)
