"""French."""

from cairn.assistant.wording import Phrases

PHRASES = Phrases(
    booked="Réservé : {title}. {when}.",
    booked_often="Réservé : {title}. {rule}, la première fois {when}.",
    read_back="J’ai compris « {heard} » comme {clock}. C’est juste ?",
    task_added="Sur ta liste : {title}.",
    task_done="Fait : {title}.",
    reminder_done="Fait : {title}.",
    comes_again="Ça revient {when}.",
    snoozed="{title} revient {when}.",
    moved="Déplacé : {title}. {when}.",
    kept="Gardé en mémoire : {title}",
    caught="Attrapé : {title}",
    other="Changé : {title}.",
    when_remind="Quand faut-il te le rappeler ?",
    when_instead="Pour quand ?",
    when_instead_past="{when}, c’est passé. Pour quand ?",
    passed="Rien n’est réservé pour « {title} » : {when}, c’est passé. Pour quand ? Tes mots sont gardés.",
    passed_meanwhile="« {title} » était pour {when}, et c’est passé. Tes mots sont gardés. Pour quand ?",
    no_later_past="{when}, c’est passé. Jusqu’à quand faut-il attendre ?",
    nothing_ringing="Rien ne sonne en ce moment, donc rien à reporter.",
    nothing_open="Rien n’est en attente.",
    not_found="Je ne trouve rien en attente qui s’appelle « {words} ». Tes mots sont gardés.",
    undone="Annulé : {title}.",
    undone_nothing="Il n’y a rien à annuler.",
    undo_refused="« {title} » ne peut pas être annulé : {why}",
    found="Sur {topic}, tu as dit ceci : {when}.",
    found_plain="Tu as dit ceci : {when}.",
    found_more="Sur {topic}, tu as dit ceci, le plus proche d’abord :",
    not_there="Je n’ai pas ça. Rien de ce que tu m’as dit ne semble en parler.",
    today_empty="Rien n’est prévu aujourd’hui.",
    today_opens="Aujourd’hui, {day} :",
    all_day="à toute heure",
    already_done="fait",
    next_one="Maintenant : {title}. {reason}",
    next_none="Rien n’attend. Profite du calme.",
    help=(
        "Dis-le comme tu le penses. « Appeler le dentiste demain à 15 h » réserve un rappel, "
        "« acheter du lait » va sur ta liste, "
        "« note que… » reste en mémoire et « qu’est-ce que j’ai dit sur… ? » le retrouve. "
        "Il y a aussi : aujourd’hui, suivant, fait, plus tard, annuler."
    ),
    hello="Bonjour. Qu’as-tu en tête ?",
    thanks="Avec plaisir.",
    agreed="Bien.",
    no_model="Je ne peux pas répondre à ça sans modèle de langage. Ta question est gardée.",
    model_away="Le modèle de langage ne répond pas en ce moment.",
    model_slow="Le modèle de langage était trop lent, alors je n’attends plus.",
    model_silent="Je n’ai pas de bonne réponse à ça.",
    nothing_changed="Je n’ai rien réservé ni changé.",
    refused="Ça n’a pas marché : {why}",
    failed="Quelque chose a échoué de notre côté. Tes mots sont en sûreté dans cette conversation.",
)
