"""Times in words, in the order and the abbreviations of a language, on a clock of 24 hours."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from cairn.when.vocabulary import Vocabulary, vocabulary


def say(moment: datetime, now: datetime, *, zone: ZoneInfo, locale: str = "en") -> str:
    """A moment in full, with how far off it is: "Thu 26 Nov, 15:00 (in 3 h 20)".

    The year is said when it is not the one of `now`.
    """
    return f"{say_in_full(moment, now, zone=zone, locale=locale)} ({say_away(moment, now, locale)})"


def say_in_full(moment: datetime, now: datetime, *, zone: tzinfo, locale: str = "en") -> str:
    """What stays true of a moment, whenever it is read: "Thu 26 Nov, 15:00"."""
    words = vocabulary(locale)
    local = moment.astimezone(zone)
    year = f" {local.year}" if local.year != now.astimezone(zone).year else ""
    day = f"{words.days_short[local.weekday()]} {local.day} {words.months_short[local.month - 1]}{year}"
    return f"{day}, {local:%H:%M}"


def with_its_time(
    title: str, moment: datetime, now: datetime, *, zone: tzinfo, locale: str, longest: int, clock: bool = True
) -> str:
    """A title with what stays true of its moment: "Dentist (Sat 28 Nov, 15:00)".

    Args:
        longest: So many characters in all; the title is cut.
        clock: Whether the hour is told, too.
    """
    full = say_in_full(moment, now, zone=zone, locale=locale)
    told = f" ({full if clock else full.rsplit(',', maxsplit=1)[0]})"
    return f"{title[: longest - len(told)]}{told}"


_NOT_ON = {"en": "Not on {days}.", "es": "Menos el {days}.", "fr": "Sauf le {days}.", "pt": "Exceto a {days}."}


def say_left_out(skips: Iterable[str], now: datetime, *, zone: ZoneInfo, locale: str = "en") -> str | None:
    """On which days something doesn't come, told in one sentence: "Not on Fri 20 Mar."; nothing for none."""
    days = dict.fromkeys(datetime.fromisoformat(one).replace(hour=12, tzinfo=zone) for one in skips)
    told = [say_in_full(day, now, zone=zone, locale=locale).split(",", maxsplit=1)[0] for day in days]
    # Months are shortened with a point of their own in some languages.
    return _NOT_ON[vocabulary(locale).tag].format(days=", ".join(told).removesuffix(".")) if told else None


def say_away(moment: datetime, now: datetime, locale: str = "en") -> str:
    """How far off a moment is: "in 3 h 20", "2 h ago", "now"."""
    words = vocabulary(locale)
    seconds = (moment - now).total_seconds()
    if abs(seconds) < 30:
        return words.now
    form = words.ahead if seconds > 0 else words.behind
    return form.format(_rounded(abs(seconds), words))


def say_duration(delta: timedelta, locale: str = "en") -> str:
    """A length of time, to the minute: "3 h 20", "25 min", "2 days"."""
    return _rounded(abs(delta.total_seconds()), vocabulary(locale))


def _rounded(seconds: float, words: Vocabulary) -> str:
    if seconds < 30:
        return f"{round(seconds)} s"
    minutes = int((seconds + 30) // 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h {minutes:02d}" if minutes else f"{hours} h"
    days, hours = divmod(hours, 24)
    if days < 3 and hours:
        return f"{_counted(days, words.day)} {hours} h"
    if days < 60:
        return _counted(days + (hours >= 12), words.day)
    if days < 730:
        return _counted(round(days / 30.4), words.month)
    return _counted(round(days / 365.25), words.year)


def _counted(count: int, forms: tuple[str, str]) -> str:
    return f"{count} {forms[0] if count == 1 else forms[1]}"


def say_rule(rrule: str, locale: str = "en") -> str:
    """A recurrence in words, without its clock time: "every weekday", "every 2 weeks on Mon"."""
    words = vocabulary(locale)
    fields = dict(field.partition("=")[::2] for field in rrule.split(";"))
    said = _pattern(fields, words)
    hours = fields.get("BYHOUR", "").split(",")
    if len(hours) > 1 and fields["FREQ"] != "MINUTELY":
        said += f", {_listed([f'{hour} h' for hour in hours], words)}"
    if "COUNT" in fields:
        said += " " + words.times.format(fields["COUNT"])
    if "UNTIL" in fields:
        until = date.fromisoformat(fields["UNTIL"][:8])
        said += " " + words.until.format(f"{until.day} {words.months_short[until.month - 1]} {until.year}")
    return said


def _pattern(fields: dict[str, str], words: Vocabulary) -> str:
    months = [words.months[int(month) - 1] for month in fields.get("BYMONTH", "").split(",") if month]
    if not months or ("BYMONTHDAY" in fields and fields["FREQ"] == "YEARLY"):
        return _in_any_month(fields, words)
    return f"{_in_any_month(fields, words)} {words.in_months.format(_listed(months, words))}"


def _in_any_month(fields: dict[str, str], words: Vocabulary) -> str:
    freq, interval = fields["FREQ"], int(fields.get("INTERVAL", "1"))
    days = fields.get("BYDAY", "").split(",") if fields.get("BYDAY") else []
    if interval == 1 and freq in ("WEEKLY", "DAILY") and days:
        return _every_days(days, words)
    base = words.every_one[freq] if interval == 1 else words.every_many[freq].format(interval)
    if "BYSETPOS" in fields and days == list(words.codes[:5]):
        nth = int(fields["BYSETPOS"])
        if nth == -1 or 1 <= nth <= 5:
            return f"{base} {words.nth[nth - 1 if nth > 0 else 5].format(words.workday)}"
    if days and days[0][0] in "-123456789":
        named = [words.on_nth_weekday(int(day[:-2]), words.codes.index(day[-2:])) for day in days]
        return f"{base} {_listed(named, words)}"
    if days:
        names = [words.days_short[words.codes.index(day)] for day in days]
        return f"{base} {words.on_days.format(_listed(names, words))}"
    if "BYMONTH" in fields and "BYMONTHDAY" in fields:
        month = words.months[int(fields["BYMONTH"].split(",")[0]) - 1]
        return f"{base} {words.on_date.format(fields['BYMONTHDAY'], month)}"
    if "BYMONTHDAY" in fields:
        numbers = [words.ordinal(int(number)) for number in fields["BYMONTHDAY"].split(",")]
        return f"{base} {words.on_monthday.format(_listed(numbers, words))}"
    return base


def _every_days(days: list[str], words: Vocabulary) -> str:
    if days == list(words.codes[:5]):
        return words.every_workday
    if days == list(words.codes[5:]):
        return words.every_weekend
    if len(days) == 7:
        return words.every_one["DAILY"]
    return words.every_days(tuple(words.codes.index(day) for day in days))


def _listed(items: list[str], words: Vocabulary) -> str:
    if len(items) == 1:
        return items[0]
    return f"{', '.join(items[:-1])} {words.and_} {items[-1]}"
