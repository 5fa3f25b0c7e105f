"""What is told of how a person is reached, by kind of receipt, in every language Cairn speaks."""

_SENTENCES = {
    "en": {
        "quiet.stopped": "Stopped. I’m quiet about this now: {title}. It stays open on your page.",
        "quiet.begun": "Nothing makes a noise until {when}. What waits comes afterwards.",
        "quiet.ended": "You can be reached again. What waited comes now.",
        "quiet.hours_set": "Quiet every day, {title}. What waits comes afterwards.",
        "quiet.hours_dropped": "There are no quiet hours any more.",
        "reminder.nags": "{title}: I'll come again until it's done.",
        "reminder.nags_no_more": "{title}: I won't come again and again any more. It stays open.",
    },
    "es": {
        "quiet.stopped": "Parado. Ya no te aviso de esto: {title}. Sigue pendiente en tu página.",
        "quiet.begun": "Nada hace ruido hasta {when}. Lo que espera llega después.",
        "quiet.ended": "Ya te puedo avisar otra vez. Lo que esperaba llega ahora.",
        "quiet.hours_set": "Silencio todos los días, {title}. Lo que espera llega después.",
        "quiet.hours_dropped": "Ya no hay horas de silencio.",
        "reminder.nags": "{title}: te insistiré hasta que esté hecho.",
        "reminder.nags_no_more": "{title}: ya no insistiré. Sigue pendiente.",
    },
    "fr": {
        "quiet.stopped": "Arrêté. Je ne te relance plus pour ceci : {title}. Cela reste ouvert sur ta page.",
        "quiet.begun": "Rien ne fait de bruit jusqu’à {when}. Ce qui attend arrive après.",
        "quiet.ended": "Je peux te joindre à nouveau. Ce qui attendait arrive maintenant.",
        "quiet.hours_set": "Silence tous les jours, {title}. Ce qui attend arrive après.",
        "quiet.hours_dropped": "Il n’y a plus d’heures de silence.",
        "reminder.nags": "{title} : j’insiste jusqu’à ce que ce soit fait.",
        "reminder.nags_no_more": "{title} : je n’insiste plus. Il reste ouvert.",
    },
    "pt": {
        "quiet.stopped": "Parado. Já não te aviso disto: {title}. Continua por fazer na tua página.",
        "quiet.begun": "Nada faz barulho até {when}. O que espera chega depois.",
        "quiet.ended": "Já te posso avisar outra vez. O que esperava chega agora.",
        "quiet.hours_set": "Silêncio todos os dias, {title}. O que espera chega depois.",
        "quiet.hours_dropped": "Já não há horas de silêncio.",
        "reminder.nags": "{title}: insisto até estar feito.",
        "reminder.nags_no_more": "{title}: já não insisto. Continua por fazer.",
    },
}


def sentence(kind: str, locale: str) -> str | None:
    """The sentence of a kind of receipt, if it is about how somebody is reached."""
    base = locale.split("-", maxsplit=1)[0].lower()
    return _SENTENCES.get(base, _SENTENCES["en"]).get(kind)
