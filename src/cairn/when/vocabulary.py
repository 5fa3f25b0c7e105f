"""The words in which each language says times."""

from collections.abc import Mapping
from dataclasses import dataclass

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Vocabulary:
    tag: str
    days: tuple[str, ...]
    days_short: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    now: str
    ahead: str
    behind: str
    day: tuple[str, str]
    month: tuple[str, str]
    year: tuple[str, str]
    every_one: Mapping[str, str]
    every_many: Mapping[str, str]
    every_day: tuple[str, ...]  # per weekday
    every_workday: str
    every_weekend: str
    on_days: str
    on_monthday: str
    last_day: str
    on_date: str
    nth: tuple[str, ...]  # first to fifth, then last; "{}" is the weekday
    workday: str
    in_months: str
    and_: str
    times: str
    until: str
    codes: tuple[str, ...] = _CODES

    def ordinal(self, number: int) -> str:
        if number < 0:
            return self.last_day
        if self.tag == "en":
            ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{ending}"
        return "1er" if self.tag == "fr" and number == 1 else str(number)

    def on_nth_weekday(self, nth: int, weekday: int) -> str:
        return self.nth[nth - 1 if nth > 0 else 5].format(self.days[weekday])

    def every_days(self, weekdays: tuple[int, ...]) -> str:
        first, *rest = weekdays
        if not rest:
            return self.every_day[first]
        names = [self.days[day] + ("s" if self.tag == "fr" else "") for day in rest]
        return f"{', '.join([self.every_day[first], *names[:-1]])} {self.and_} {names[-1]}"


def vocabulary(locale: str) -> Vocabulary:
    """The words of a locale such as "en", "fr-CA" or "pt_BR"; English for one that is not known."""
    return _VOCABULARIES.get(locale.replace("_", "-").split("-")[0].lower(), _EN)


# fmt: off
_EN = Vocabulary(
    tag="en",
    days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    days_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October",
            "November", "December"),
    months_short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    now="now", ahead="in {}", behind="{} ago",
    day=("day", "days"), month=("month", "months"), year=("year", "years"),
    every_one={"MINUTELY": "every minute", "HOURLY": "every hour", "DAILY": "every day",
        "WEEKLY": "every week",
               "MONTHLY": "every month", "YEARLY": "every year"},
    every_many={"MINUTELY": "every {} minutes", "HOURLY": "every {} hours", "DAILY": "every {} days",
                "WEEKLY": "every {} weeks", "MONTHLY": "every {} months", "YEARLY": "every {} years"},
    every_day=("every Monday", "every Tuesday", "every Wednesday", "every Thursday", "every Friday",
               "every Saturday", "every Sunday"),
    every_workday="every weekday", every_weekend="every weekend",
    on_days="on {}", on_monthday="on the {}", last_day="last day", on_date="on {} {}", workday="working day",
        in_months="in {}",
    nth=("on the first {}", "on the second {}", "on the third {}", "on the fourth {}", "on the fifth {}",
         "on the last {}"),
    and_="and", times="{} times", until="until {}",
)

_ES = Vocabulary(
    tag="es",
    days=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    days_short=("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
    months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre",
            "noviembre", "diciembre"),
    months_short=("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    now="ahora", ahead="en {}", behind="hace {}",
    day=("día", "días"), month=("mes", "meses"), year=("año", "años"),
    every_one={"MINUTELY": "cada minuto", "HOURLY": "cada hora", "DAILY": "cada día",
        "WEEKLY": "cada semana",
               "MONTHLY": "cada mes", "YEARLY": "cada año"},
    every_many={"MINUTELY": "cada {} minutos", "HOURLY": "cada {} horas", "DAILY": "cada {} días",
                "WEEKLY": "cada {} semanas", "MONTHLY": "cada {} meses", "YEARLY": "cada {} años"},
    every_day=("cada lunes", "cada martes", "cada miércoles", "cada jueves", "cada viernes", "cada sábado",
               "cada domingo"),
    every_workday="de lunes a viernes", every_weekend="cada fin de semana",
    on_days="el {}", on_monthday="el día {}", last_day="último", on_date="el {} de {}", workday="día laborable",
        in_months="en {}",
    nth=("el primer {}", "el segundo {}", "el tercer {}", "el cuarto {}", "el quinto {}", "el último {}"),
    and_="y", times="{} veces", until="hasta el {}",
)

_FR = Vocabulary(
    tag="fr",
    days=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    days_short=("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre"),
    months_short=("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
                  "déc."),
    now="maintenant", ahead="dans {}", behind="il y a {}",
    day=("jour", "jours"), month=("mois", "mois"), year=("an", "ans"),
    every_one={"MINUTELY": "chaque minute", "HOURLY": "chaque heure", "DAILY": "chaque jour",
               "WEEKLY": "chaque semaine", "MONTHLY": "chaque mois", "YEARLY": "chaque année"},
    every_many={"MINUTELY": "toutes les {} minutes", "HOURLY": "toutes les {} heures",
                "DAILY": "tous les {} jours", "WEEKLY": "toutes les {} semaines",
                "MONTHLY": "tous les {} mois",
                "YEARLY": "tous les {} ans"},
    every_day=("tous les lundis", "tous les mardis", "tous les mercredis", "tous les jeudis",
               "tous les vendredis", "tous les samedis", "tous les dimanches"),
    every_workday="du lundi au vendredi", every_weekend="chaque week-end",
    on_days="le {}", on_monthday="le {}", last_day="dernier jour", on_date="le {} {}", workday="jour ouvré",
        in_months="en {}",
    nth=("le premier {}", "le deuxième {}", "le troisième {}", "le quatrième {}", "le cinquième {}",
         "le dernier {}"),
    and_="et", times="{} fois", until="jusqu'au {}",
)

_PT = Vocabulary(
    tag="pt",
    days=("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado",
        "domingo"),
    days_short=("seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."),
    months=("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro",
            "novembro", "dezembro"),
    months_short=("jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
                  "dez."),
    now="agora", ahead="em {}", behind="há {}",
    day=("dia", "dias"), month=("mês", "meses"), year=("ano", "anos"),
    every_one={"MINUTELY": "a cada minuto", "HOURLY": "a cada hora", "DAILY": "todos os dias",
               "WEEKLY": "toda semana", "MONTHLY": "todo mês", "YEARLY": "todo ano"},
    every_many={"MINUTELY": "a cada {} minutos", "HOURLY": "a cada {} horas", "DAILY": "a cada {} dias",
                "WEEKLY": "a cada {} semanas", "MONTHLY": "a cada {} meses", "YEARLY": "a cada {} anos"},
    every_day=("toda segunda-feira", "toda terça-feira", "toda quarta-feira", "toda quinta-feira",
               "toda sexta-feira", "todo sábado", "todo domingo"),
    every_workday="de segunda a sexta", every_weekend="todo fim de semana",
    on_days="na {}", on_monthday="no dia {}", last_day="último", on_date="em {} de {}", workday="dia útil",
        in_months="em {}",
    nth=("no primeiro {}", "no segundo {}", "no terceiro {}", "no quarto {}", "no quinto {}",
        "no último {}"),
    and_="e", times="{} vezes", until="até {}",
)

_VOCABULARIES = {words.tag: words for words in (_EN, _ES, _FR, _PT)}
