"""What a notice says by mail: the person's own words, for when it is, and how to answer."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo

from cairn import when
from cairn.notify.repository import Begun

LATE = timedelta(minutes=1)
LONGEST_SUBJECT = 150
ANSWERED = "/reminders/"
"""What lies behind these is answered; everything else is only told."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences around the person's own words, in one language.

    Args:
        late_by_days: What names days, where `late` names hours.
        see: In place of `answer`, as `why_told` in that of `why`, where nothing is answered.
    """

    on_time: str
    late: str
    late_by_days: str
    answer: str
    why: str
    see: str
    why_told: str


# Written for each language, not translated word for word; the person is addressed as a friend would.
PHRASES = {
    "en": Phrases(
        on_time="This is for {when}.",
        late="This was for {then}. It's {now} now.",
        late_by_days="This was for {then}. It's {now} now.",
        answer="Done with it, or rather later? Answer here:",
        why="You asked Cairn to tell you. Once you press Done, it stops.",
        see="See it here:",
        why_told="You asked Cairn to tell you this. Nothing has to be answered.",
    ),
    "es": Phrases(
        on_time="Es para el {when}.",
        late="Era para las {then}. Ya son las {now}.",
        late_by_days="Era para el {then}. Ahora es {now}.",
        answer="¿Ya está, o mejor más tarde? Responde aquí:",
        why="Le pediste a Cairn que te avisara. En cuanto pulses Hecho, deja de avisarte.",
        see="Míralo aquí:",
        why_told="Le pediste a Cairn que te lo contara. No hace falta responder.",
    ),
    "fr": Phrases(
        on_time="C'est pour {when}.",
        late="C'était pour {then}. Il est {now}.",
        late_by_days="C'était pour le {then}. Nous sommes le {now}.",
        answer="C'est fait, ou plutôt plus tard ? Réponds ici :",
        why="Tu as demandé à Cairn de te prévenir. Dès que tu choisis Fait, il s'arrête.",
        see="À voir ici :",
        why_told="Tu as demandé à Cairn de te le dire. Il n'y a rien à répondre.",
    ),
    "pt": Phrases(
        on_time="É para {when}.",
        late="Era para as {then}. Já são {now}.",
        late_by_days="Era para {then}. Agora é {now}.",
        answer="Já está, ou fica para mais tarde? Responde aqui:",
        why="Pediste ao Cairn que te avisasse. Assim que escolheres Feito, ele para.",
        see="Vê aqui:",
        why_told="Pediste ao Cairn que te contasse isto. Não é preciso responder.",
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A delivery in words, for one reader at one moment."""

    subject: str
    text: str
    html: str


def words_for(delivery: Begun, *, now: datetime, zone: ZoneInfo, locale: str, page: str) -> Words:
    """What a letter says.

    Args:
        now: The moment it is handed over: a late one says so.
        page: Where people reach the page.
    """
    phrases = PHRASES.get(locale, PHRASES["en"])
    moment = moment_line(delivery.occurrence_at, now, zone, locale)
    address = f"{page}{delivery.link}"
    if not delivery.link.startswith(ANSWERED):
        phrases = replace(phrases, answer=phrases.see, why=phrases.why_told)
    lines = [delivery.title, moment, *([delivery.text] if delivery.text else []), f"{phrases.answer}\n{address}"]
    text = "\n\n".join(lines) + f"\n\n-- \n{phrases.why}\n"
    return Words(_subject(delivery.title), text, _html(delivery, moment, phrases, address, locale))


def moment_line(occurrence_at: datetime, now: datetime, zone: ZoneInfo, locale: str) -> str:
    """For when it is: in full, or, when that has passed, beside what time it is now."""
    phrases = PHRASES.get(locale, PHRASES["en"])
    if now - occurrence_at < LATE:
        return phrases.on_time.format(when=_in_full(occurrence_at, now, zone, locale))
    then_local, now_local = occurrence_at.astimezone(zone), now.astimezone(zone)
    if then_local.date() == now_local.date():
        return phrases.late.format(then=f"{then_local:%H:%M}", now=f"{now_local:%H:%M}")
    then_in_full, now_in_full = (_in_full(moment, now, zone, locale) for moment in (occurrence_at, now))
    return phrases.late_by_days.format(then=then_in_full, now=now_in_full)


def _in_full(moment: datetime, now: datetime, zone: ZoneInfo, locale: str) -> str:
    """ "Thu 26 Nov, 15:00": how far off it is would be wrong by the time a letter is read."""
    return when.say_in_full(moment, now, zone=zone, locale=locale)


def _subject(title: str) -> str:
    """The title on one line."""
    line = "".join(c if c.isprintable() else " " for c in title)
    line = " ".join(line.split())
    return line if len(line) <= LONGEST_SUBJECT else line[: LONGEST_SUBJECT - 1].rstrip() + "…"


def _html(delivery: Begun, moment: str, phrases: Phrases, address: str, locale: str) -> str:
    """Plain tags and no styles: every mail reader shows them as the person set it up."""
    body = f"<p>{_paragraph(delivery.text)}</p>\n" if delivery.text else ""
    return (
        f'<!doctype html>\n<html lang="{locale}">\n<head><meta charset="utf-8">'
        f"<title>{escape(_subject(delivery.title))}</title></head>\n<body>\n"
        f"<h1>{_paragraph(delivery.title)}</h1>\n<p>{escape(moment)}</p>\n{body}"
        f'<p>{escape(phrases.answer)}<br><a href="{escape(address)}">{escape(address)}</a></p>\n'
        f"<p><small>{escape(phrases.why)}</small></p>\n</body>\n</html>\n"
    )


def _paragraph(text: str) -> str:
    return escape(text).replace("\n", "<br>")
