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
en: tomorrow go to the bank, buy bread and wash the car
    task | Go to the bank | 11-29 00:00
    task | Buy bread | 11-29 00:00
    task | Wash the car | 11-29 00:00
en: physio every tuesday at 8am for 10 sessions
    reminder | Physio | 12-01 08:00 | FREQ=WEEKLY;BYDAY=TU;COUNT=10
en: every tuesday at 8am physio for 10 weeks
    reminder | Physio | 12-01 08:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20270208T235959Z
en: hi, how are you? remind me to pay rent tomorrow
    reminder | Pay rent | 11-29 09:00 | ?
en: antibiotic morning and evening for 7 days
    reminder | Antibiotic | 11-28 19:00 | FREQ=DAILY;BYHOUR=9,19;UNTIL=20261204T235959Z
en: pills morning, noon and night
    reminder | Pills | 11-28 12:00 | FREQ=DAILY;BYHOUR=9,12,21
en: gym 2 times a week
    task | Gym | 11-30 00:00 | FREQ=WEEKLY;BYDAY=MO,TH | ?
en: passport renewal on january 12
    task | Passport renewal | 01-12 00:00 | ?
en: work 2 hours on the thesis tomorrow at 2pm
    event | Work on the thesis | 11-29 14:00 | to 11-29 16:00
en: drink 2 litres of water per day
    task | Drink 2 litres of water | 11-29 00:00 | FREQ=DAILY
es: todos los martes a las 8 fisio durante 10 semanas
    reminder | Fisio | 12-01 08:00 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20270208T235959Z | ?
es: hola, qué tal? recuérdame pagar la luz mañana
    reminder | Pagar la luz | 11-29 09:00 | ?
es: tomar hierro en días alternos
    task | Tomar hierro | 11-29 00:00 | FREQ=DAILY;INTERVAL=2
es: ahora a las 11 tomar la pastilla
    reminder | Tomar la pastilla | 11-28 11:00 | ?
es: limpiar la casa mañana 2 horas a partir de las 10
    event | Limpiar la casa | 11-29 10:00 | to 11-29 12:00 | ?
es: llamar a Ana hoy mismo
    task | Llamar a Ana | 11-28 00:00
fr: être à la gare à 6h45 demain
    reminder | Être à la gare | 11-29 06:45
fr: appeler la mutuelle lun matin
    reminder | Appeler la mutuelle | 11-30 09:00
fr: acheter croquettes chat dmn
    task | Acheter croquettes chat | 11-29 00:00
fr: prendre l'antibiotique matin, midi et soir pendant 7 jours
    reminder | Prendre l'antibiotique | 11-28 12:00 | FREQ=DAILY;BYHOUR=9,12,19;UNTIL=20261204T235959Z
fr: du lundi au vendredi réveil à 7h
    reminder | Réveil | 11-30 07:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
fr: demain rappelle-moi d'acheter le pain à 8h, de payer la crèche et d'appeler Sarah à midi
    reminder | Acheter le pain | 11-29 08:00
    task | Payer la crèche
    reminder | Appeler Sarah | 11-29 12:00 | ?
fr: appeler Vidéotron, payer le cell pis acheter du café
    task | Appeler Vidéotron
    task | Payer le cell
    task | Acheter du café
fr: quand est-ce que je vois Sophie ?
    recall | quand est-ce que je vois Sophie ?
fr: qu'est-ce que Julie aime ?
    recall | qu'est-ce que Julie aime ?
fr: à qui j'ai prêté ma perceuse ?
    recall | à qui j'ai prêté ma perceuse ?
fr: et après ?
    command | next
fr: ok c'est réglé
    command | done
fr: donne-moi une plus petite étape
    command | smaller
fr: trop difficile, plus simple svp
    command | smaller
fr: passe au suivant
    command | next
fr: en fait c'est vendredi
    command | correct | 12-04 00:00
fr: mets dans ta mémoire que Julie aime les tulipes
    memory | Julie aime les tulipes
fr: barbecue chez les voisins samedi à partir de 17h
    reminder | Barbecue chez les voisins | 12-05 17:00 | ?
fr: dispo à partir du 3 décembre
    task | Dispo | 12-03 00:00
fr: réunion à 10h pour 1h
    event | Réunion | 11-28 10:00 | to 11-28 11:00
fr: contrôle technique le 12/01
    task | Contrôle technique | 01-12 00:00 | ?
pt: segunda dentista às 10h, quinta reunião às 18h
    reminder | Dentista | 11-30 10:00
    reminder | Reunião | 12-03 18:00
pt: de segunda a sexta acordar às 6h30
    reminder | Acordar | 11-30 06:30 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
pt: dias úteis às 13h tomar o segundo comprimido
    reminder | Tomar o segundo comprimido | 11-30 13:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
pt: ler 10 páginas por dia
    task | Ler 10 páginas | 11-29 00:00 | FREQ=DAILY
pt: fisioterapia toda terça e quinta às 8h por 10 sessões
    reminder | Fisioterapia | 12-01 08:00 | FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10
pt: zoom com a equipa de São Paulo amanhã às 14h hora de São Paulo
    reminder | Zoom com a equipa de São Paulo | 11-29 17:00
pt: tomar o concerta agora às 18h30
    reminder | Tomar o concerta | 11-28 18:30
pt: oi tudo bem? queria que você me lembrasse de passar na farmácia amanhã por favor
    reminder | Passar na farmácia | 11-29 09:00 | ?
pt: tô cansado demais hoje
    note | Tô cansado demais hoje
pt: quando é que faz anos a Joana?
    recall | que faz anos a Joana
pt: qual meu tipo sanguíneo?
    recall | qual meu tipo sanguíneo?
pt: quando tenho a inspeção do carro?
    recall | a inspeção do carro
pt: fiz
    command | done
pt: tá muito difícil, quebra em partes menores
    command | smaller
pt: enganei-me, anula isso
    command | undo
pt: não, era na quarta
    command | correct | 12-02 00:00
pt: não era quinta, era quarta
    command | correct | 12-02 00:00
pt: logo à tarde enviar o email à professora
    reminder | Enviar o email à professora | 11-28 15:00
pt: logo às 21h ver o jogo
    reminder | Ver o jogo | 11-28 21:00
pt: prova de cálculo dia 22/03 às 19h
    reminder | Prova de cálculo | 03-22 19:00 | ?
pt: preciso mandar o email pro professor ainda hoje
    task | Mandar o email pro professor | 11-28 00:00
pt: preciso de me lembrar de levar o casaco amanhã
    task | Levar o casaco | 11-29 00:00
pt: boa tarde, agradecia que me lembrasse de telefonar à minha irmã no domingo às três da tarde, obrigado
    reminder | Telefonar à minha irmã | 11-29 15:00
en: buy christmas presents
    task | Buy christmas presents
en: buy christmas presents by december 10
    task | Buy christmas presents | 12-10 00:00
en: christmas dinner with mom
    task | Christmas dinner with mom | 12-25 00:00
en: christmas at mom's
    task | Christmas at mom's | 12-25 00:00
en: can you remind me please to call bob tomorrow
    reminder | Call bob | 11-29 09:00 | ?
en: cancel
    command | undo
en: return the books by friday at the latest
    task | Return the books | 12-04 00:00
en: call the plumber this week
    task | Call the plumber | 11-29 00:00
es: cena de navidad con mamá
    task | Cena de navidad con mamá | 12-25 00:00
fr: appeler le garage à 1h
    reminder | Appeler le garage | 11-28 13:00 | ?
fr: vol mardi à 4h30
    reminder | Vol | 12-01 04:30 | ?
fr: rappelle le moi dans 10 minutes
    command | snooze 10 | 11-28 10:10
fr: Souvenez-vous que mon numéro est le 756
    memory | Mon numéro est le 756
fr: rappel moi de prendre mes clés a 13h
    reminder | Prendre mes clés | 11-28 13:00
fr: sortir les poubelles tous les mardis soirs
    reminder | Sortir les poubelles | 12-01 19:00 | FREQ=WEEKLY;BYDAY=TU
fr: standup tous les jours de la semaine à 9h45
    reminder | Standup | 11-30 09:45 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
fr: paie aux deux semaines le jeudi
    task | Paie | 12-03 00:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH
fr: cours de danse samedi prochain 9h à 16h
    event | Cours de danse | 12-05 09:00 | to 12-05 16:00
fr: quand est-ce que je travaille ce weekend
    recall | quand est-ce que je travaille ce weekend | 11-28 00:00
fr: as-tu noté quelque chose pour samedi?
    recall | as-tu noté quelque chose pour samedi? | 11-21 00:00
fr: Merci c'est fait
    command | done
fr: j'ai trop de trucs à faire
    command | too much
fr: merger la PR avant ce soir
    reminder | Merger la PR | 11-28 19:00
fr: dossier à renvoyer au plus tard le 31 mai
    task | Dossier à renvoyer | 05-31 00:00 | ?
pt: qual a senha do wifi?
    recall | wifi
pt: qual o próximo?
    command | next
pt: que horas é o dentista?
    recall | o dentista
pt: oq eu tenho pra amanhã?
    recall | o que eu tenho para amanhã? | 11-29 00:00
pt: e o que falta fazer hoje?
    command | today
pt: quando a bia toma a vacina?
    recall | quando a bia toma a vacina?
pt: reunião dia 12 de dezembro à tarde
    reminder | Reunião | 12-12 15:00
pt: tu me lembra de tirar o feijão do fogo em 45 min?
    reminder | Tirar o feijão do fogo | 11-28 10:45
pt: Boa tarde meu filho, me lembre de tomar o remédio às 7 da noite
    reminder | Tomar o remédio | 11-28 19:00
pt: pode me lembrar por favor de ligar pro banco amanhã às 10?
    reminder | Ligar pro banco | 11-29 10:00 | ?
pt: Por gentileza, você poderia me avisar sexta-feira às nove horas da manhã que tenho que ir ao banco?
    reminder | Ir ao banco | 12-04 09:00
pt: soneca 15
    command | snooze 15 | 11-28 10:15
pt: guarde aí que a chave reserva está com a vizinha Neide
    memory | A chave reserva está com a vizinha Neide
pt: vacina da gripe no posto até o fim do mês
    task | Vacina da gripe no posto | 11-30 00:00
en: remind me every 2 hours to drink water until 6pm
    reminder | Drink water | 11-28 12:00 | FREQ=HOURLY;INTERVAL=2;UNTIL=20261128T180000Z
en: every monday call mom until march
    task | Call mom | 11-30 00:00 | FREQ=WEEKLY;BYDAY=MO;UNTIL=20270301T235959Z
en: remind me at noon and at 6 to take antibiotics
    reminder | Take antibiotics | 11-28 12:00 | ?
    reminder | Take antibiotics | 11-28 18:00 | ?
en: physio at 11 and then dentist at 2 tomorrow
    reminder | Physio | 11-29 11:00 | ?
    reminder | Dentist | 11-29 14:00 | ?
en: call mom at 5 and dad tomorrow at 6
    reminder | Call mom | 11-28 17:00 | ?
    reminder | Call dad | 11-29 18:00 | ?
es: pagar la tarjeta todos los 25
    task | Pagar la tarjeta | 12-25 00:00 | FREQ=MONTHLY;BYMONTHDAY=25
fr: rappelle-moi toutes les 2 heures de boire jusqu'à 18h
    reminder | Boire | 11-28 12:00 | FREQ=HOURLY;INTERVAL=2;UNTIL=20261128T180000Z
fr: rdv médecin jeu 3 déc 9h20
    reminder | Rdv médecin | 12-03 09:20
en: dentist is at 11 not 10
    reminder | Dentist | 11-28 11:00 | ?
es: la junta es a las 11 no a las 10
    reminder | La junta | 11-28 11:00 | ?
es: clase de yoga lunes 19 a 20
    event | Clase de yoga | 11-30 19:00 | to 11-30 20:00 | ?
es: qué hay pal lunes
    recall | qué hay para el lunes | 11-30 00:00
es: cuál era el CBU de Nico?
    recall | el CBU de Nico
es: haceme acordar de sacar turno con la psiquiatra
    task | Sacar turno con la psiquiatra
es: Buenas tardes, me hace el favor de acordarme de regar las matas pasado mañana
    reminder | Regar las matas | 11-30 09:00 | ?
es: recordar q Pedro es alergico al maní
    memory | Pedro es alergico al maní
es: recuérdame que la reunión es a las 5
    reminder | La reunión | 11-28 17:00 | ?
es: recuérdame que tengo dentista mañana
    reminder | Dentista | 11-29 09:00 | ?
es: dale, después
    command | later | 11-28 11:00
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
