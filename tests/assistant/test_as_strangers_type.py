"""Everyday ways of saying things, each with what it means: as strangers to the rules typed them."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.meaning import Meaning, meaning_of

NOW = datetime(2026, 11, 28, 10, 0, tzinfo=ZoneInfo("Europe/Lisbon"))
"""A Saturday."""

SAID = """
en: i meant tomorrow not today
    command | correct | 11-29 00:00
en: sorry, 4:30 not 3:30
    command | correct | 11-28 16:30
en: wrong day, should be saturday
    command | correct | 12-05 00:00
en: do i have anything on friday?
    recall | do i have anything on friday? | 12-04 00:00
en: what's the next thing?
    command | next
en: what else have i got to do
    command | today
en: what am i doing today?
    command | today
en: i cant do this today its too much
    command | too much
en: hang on, later
    command | later | 11-28 11:00
en: sorted
    command | done
en: hi, would you mind reminding me to phone the council on tuesday afternoon? thanks
    reminder | Phone the council | 12-01 15:00
en: rent is due on the 1st of each month
    task | Rent | 12-01 00:00 | FREQ=MONTHLY;BYMONTHDAY=1
en: my essay is due on friday
    task | My essay | 12-04 00:00
en: i have a dentist appointment on wednesday
    task | Dentist appointment | 12-02 00:00
en: i have no meetings on friday
    note | I have no meetings on friday
en: parents' evening next wednesday 5.30pm
    reminder | Parents' evening | 12-02 17:30
en: quiz night friday at 8pm
    reminder | Quiz night | 12-04 20:00
en: skype with aunt june sunday 8pm
    reminder | Skype with aunt june | 11-29 20:00
en: coffee with may friday 11am
    reminder | Coffee with may | 12-04 11:00
en: docs appt wensday 9am
    reminder | Docs appointment | 12-02 09:00
en: call plumber thurs pm
    reminder | Call plumber | 12-03 15:00
en: don't forget my passport number is in the blue folder
    memory | My passport number is in the blue folder
en: dont forget sarah is allergic to nuts
    memory | Sarah is allergic to nuts
en: don't forget the meeting is at 5
    reminder | The meeting | 11-28 17:00 | ?
en: focus on thesis for 2 hours starting at 1pm
    event | Focus on thesis | 11-28 13:00 | to 11-28 15:00
en: swimming with the kids saturday 10 till 11
    event | Swimming with the kids | 12-05 10:00 | to 12-05 11:00 | ?
en: yoga tuesdays and thursdays at 6:30pm for the next 6 weeks
    reminder | Yoga | 12-01 18:30 | FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270111T235959Z
en: change the air filter every 3 months
    task | Change the air filter | 02-28 00:00 | FREQ=MONTHLY;INTERVAL=3
en: change bed sheets every two weeks
    task | Change bed sheets | 12-12 00:00 | FREQ=WEEKLY;INTERVAL=2
en: every day monday to friday at 7 walk the dog
    reminder | Walk the dog | 11-30 07:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | ?
en: from monday take vitamins every day at 8am
    reminder | Take vitamins | 11-30 08:00 | FREQ=DAILY
es: reunión de consorcio el martes 28 a las 19hs
    reminder | Reunión de consorcio | 09-28 19:00 | ?
es: mañana 8hs gimnasio, 10hs reunión con Caro y a la tarde comprar pintura
    reminder | Gimnasio | 11-29 08:00
    reminder | Reunión con Caro | 11-29 10:00 | ?
    reminder | Comprar pintura | 11-29 15:00 | ?
es: el miércoles tengo cita con el oculista
    task | Cita con el oculista | 12-02 00:00
es: me toca la pastilla a las 2
    reminder | Pastilla | 11-28 14:00 | ?
es: me gustaría que me recordaras pedir cita para la ITV la semana que viene
    reminder | Pedir cita para la ITV | 11-30 09:00 | ?
es: estudiar mates mañana a las 4 durante 2 horas
    event | Estudiar mates | 11-29 16:00 | to 11-29 18:00 | ?
es: cenar con Vale el viernes
    task | Cenar con Vale | 12-04 00:00
es: pasar por los niños a la 1:30
    reminder | Pasar por los niños | 11-28 13:30 | ?
es: pon un recordatorio para mañana a las 10 de que tengo que hablarle al contador
    reminder | Hablarle al contador | 11-29 10:00 | ?
es: dejar a los niños a las 7:45 todos los dias de lunes a viernes
    reminder | Dejar a los niños | 11-30 07:45 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
es: desde el lunes tomar vitaminas diario a las 8 am por 30 días
    reminder | Tomar vitaminas | 11-30 08:00 | FREQ=DAILY;UNTIL=20261229T235959Z
es: al rato le marco a Pepe
    note | Al rato le marco a Pepe
es: llamar a mamá tipo 8
    reminder | Llamar a mamá | 11-28 20:00 | ?
es: perdón, era a las 4
    command | correct | 11-28 16:00
es: no es mañana, es el viernes
    command | correct | 12-04 00:00
es: era para mañana no para hoy
    command | correct | 11-29 00:00
es: posponelo 20 minutos
    command | snooze 20 | 11-28 10:20
es: postergar 1 hora
    command | snooze 60 | 11-28 11:00
es: me equivoqué, deshacelo
    command | undo
es: quita lo último
    command | undo
es: qué sigue ahora
    command | next
es: mostrame lo de hoy
    command | today
es: qué pendientes tengo
    command | today
es: cuándo me toca el dentista
    recall | cuándo me toca el dentista
es: el alquiler vence el 5
    task | El alquiler | 12-05 00:00
es: recuérdame para mañana a las 10 llamar al banco
    reminder | Llamar al banco | 11-29 10:00 | ?
fr: à partir de lundi prendre mes vitamines tous les jours à 8h
    reminder | Prendre mes vitamines | 11-30 08:00 | FREQ=DAILY
pt: a partir de segunda tomar vitaminas todos os dias às 8
    reminder | Tomar vitaminas | 11-30 08:00 | FREQ=DAILY | ?
pt: lembra-me amanhã às 10 de ligar ao banco
    reminder | Ligar ao banco | 11-29 10:00 | ?
"""
"""What is said in a language, and under it what is meant: a `?` where it is read back."""


def cases() -> Iterator[tuple[str, list[str]]]:
    said, meant = "", list[str]()
    for line in [*SAID.strip().splitlines(), "end"]:
        if line.startswith(" "):
            meant.append(line.strip())
            continue
        if said:
            yield said, meant
        said, meant = line, []


def told(meant: Meaning) -> str:
    """One meaning on a line; of the ends only that of an event, which the others have from elsewhere."""
    words = [meant.kind, meant.command, meant.title]
    words.append(f"{meant.moment:%m-%d %H:%M}" if meant.moment else None)
    words.append(f"to {meant.end:%m-%d %H:%M}" if meant.end and meant.kind == "event" else None)
    words += [meant.rrule, None if meant.sure else "?"]
    return " | ".join(word for word in words if word)


@pytest.mark.parametrize(("said", "meant"), list(cases()))
def test_is_understood(said: str, meant: list[str]) -> None:
    language, text = said.split(": ", 1)
    assert [told(one) for one in meaning_of(text, NOW, language)] == meant
