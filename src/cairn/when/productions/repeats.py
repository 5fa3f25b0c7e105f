"""What comes again: "every weekday", "monthly on the 3rd"."""

from cairn.when.productions.clocks import bare_hour
from cairn.when.productions.registry import produces
from cairn.when.values import Clock, Context, Duration, Rule, Time

DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = DAY_NAMES[:5]
_FREQUENCY = {
    "minute": ("MINUTELY", 1), "hour": ("HOURLY", 1), "day": ("DAILY", 1), "week": ("WEEKLY", 1),
    "month": ("MONTHLY", 1), "quarter": ("MONTHLY", 3), "year": ("YEARLY", 1),
}  # fmt: skip


@produces("rule")
def every_unit(_: Context, unit: str) -> Rule | None:
    return every_units(_, 1, unit)


@produces("rule")
def every_units(context: Context, count: int, unit: str) -> Rule | None:
    if unit == "day" and count == context.fortnight:
        return Rule("WEEKLY", 2)  # "cada quince días"
    if unit == "workday":
        return Rule("WEEKLY", by_day=WORKDAYS) if count == 1 else None
    if unit == "weekend":
        return Rule("WEEKLY", count, by_day=("SA", "SU"))
    if unit not in _FREQUENCY or not 0 < count < 1000:
        return None
    freq, step = _FREQUENCY[unit]
    return Rule(freq, step * count)


@produces("rule")
def every_length(_: Context, length: Duration) -> Rule | None:
    """ "every half hour", "cada hora y media"."""
    minutes, odd = divmod(length.seconds, 60)
    if length.months or length.days or odd or not 0 < minutes <= 1440:
        return None
    return Rule("MINUTELY", minutes) if minutes % 60 else Rule("HOURLY", minutes // 60)


@produces("rule")
def units_in_units(_: Context, count: int, again: int, unit: str) -> Rule | None:
    """Portuguese "de 8 em 8 horas"."""
    return every_units(_, count, unit) if count == again else None


@produces("rule")
def parts_in_parts(_: Context, part: float, again: float, unit: str) -> Rule | None:
    """ "de meia em meia hora"."""
    return Rule("MINUTELY", int(part * 60)) if part == again and unit == "hour" else None


@produces("rule")
def unit_yes_unit_no(_: Context, unit: str, again: str) -> Rule | None:
    """ "dia sim, dia não"."""
    return every_units(_, 2, unit) if unit == again else None


@produces("rule")
def weekday_yes_weekday_no(_: Context, weekday: int, again: int) -> Rule | None:
    return Rule("WEEKLY", 2, by_day=_names((weekday,))) if weekday == again else None


@produces("rule")
def every_month_named(_: Context, month: int) -> Rule:
    """ "every december": as it begins."""
    return Rule("YEARLY", by_month=(int(month),), by_month_day=(1,))


@produces("rule")
def every_other_unit(_: Context, unit: str) -> Rule | None:
    return every_units(_, 2, unit)


@produces("rule")
def adverb(_: Context, rule: Rule) -> Rule:
    """ "daily", "weekdays"."""
    return rule


@produces("rule")
def rule_same(_: Context, rule: Rule) -> Rule:
    return rule


@produces("weekdays")
def weekday_list(_: Context, weekday: int) -> tuple[int, ...]:
    return (int(weekday),)


@produces("weekdays")
def weekday_list_more(_: Context, first: int, rest: tuple[int, ...]) -> tuple[int, ...] | None:
    return None if int(first) in rest else (int(first), *rest)


@produces("shortdays")
def short_list(_: Context, weekday: int) -> tuple[int, ...]:
    return (int(weekday),)


@produces("shortdays")
def short_list_more(_: Context, first: int, rest: tuple[int, ...]) -> tuple[int, ...] | None:
    return weekday_list_more(_, first, rest)


@produces("weekdays")
def short_weekdays(_: Context, weekdays: tuple[int, ...]) -> tuple[int, ...] | None:
    """ "mar jeu sam", where one alone may be another word."""
    return weekdays if len(weekdays) > 1 else None


@produces("weekdays_plural")
def plural_list(_: Context, weekday: int) -> tuple[int, ...]:
    return (int(weekday),)


@produces("weekdays_plural")
def plural_list_more(_: Context, first: int, rest: tuple[int, ...]) -> tuple[int, ...] | None:
    return weekday_list_more(_, first, rest)


@produces("weekdays")
def weekday_stretch(_: Context, first: int, last: int) -> tuple[int, ...] | None:
    """ "monday to friday"."""
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1)) if first != last else None


@produces("atom")
def weekdays_once(_: Context, weekdays: tuple[int, ...]) -> Time | None:
    """ "monday, wednesday and friday": each of them once, unless every week is meant."""
    if len(weekdays) < 2:
        return None
    return Time(rule=Rule("WEEKLY", by_day=_names(weekdays), times=len(weekdays)), doubtful=True)


@produces("clocks")
def clock_list(_: Context, clock: Clock) -> tuple[Clock, ...]:
    return (clock,)


@produces("clocks")
def clock_list_more(_: Context, first: Clock, rest: tuple[Clock, ...]) -> tuple[Clock, ...] | None:
    return (first, *rest) if len(rest) < 12 else None


@produces("time")
def clocks_before_rule(_: Context, clocks: tuple[Clock, ...], rule: Rule) -> Time | None:
    """ "at 8am, 2pm and 9pm every day"."""
    time: Time | None = Time(rule=rule, clock=clocks[0])
    for clock in clocks[1:]:
        time = rule_more_clocks(_, time, clock) if time else None
    return time if len(clocks) > 1 else None


@produces("rule")
def every_weekdays(_: Context, weekdays: tuple[int, ...]) -> Rule:
    return Rule("WEEKLY", by_day=_names(weekdays))


@produces("rule")
def several_weekdays(_: Context, weekdays: tuple[int, ...]) -> Rule | None:
    """ "segundas e quintas", where one alone may be another word ("quintas" are farms)."""
    return every_weekdays(_, weekdays) if len(weekdays) > 1 else None


@produces("rule")
def every_other_weekdays(_: Context, weekdays: tuple[int, ...]) -> Rule:
    return Rule("WEEKLY", 2, by_day=_names(weekdays))


@produces("rule")
def every_nth_weekdays(_: Context, count: int, weekdays: tuple[int, ...]) -> Rule | None:
    return Rule("WEEKLY", count, by_day=_names(weekdays)) if 0 < count < 60 else None


@produces("rule")
def rule_on_weekdays(_: Context, rule: Rule, weekdays: tuple[int, ...]) -> Rule | None:
    if rule.freq in ("HOURLY", "MINUTELY") and not rule.by_day:
        return rule._replace(by_day=_names(weekdays))
    if rule.freq == "DAILY" and rule.interval in (8, 15):
        rule = rule._replace(freq="WEEKLY", interval=rule.interval // 7)  # "de quinze em quinze dias ao domingo"
    if rule.freq not in ("WEEKLY", "DAILY") or (rule.freq == "DAILY" and rule.interval > 1):
        return None
    if rule.by_day and not rule.guessed:
        return None
    return rule._replace(freq="WEEKLY", by_day=_names(weekdays), guessed=rule.guessed and rule.freq == "DAILY")


@produces("rule")
def rule_on_day(_: Context, rule: Rule, day: int) -> Rule | None:
    if rule.freq != "MONTHLY" or rule.by_month_day or rule.by_day or not 1 <= day <= 31:
        return None
    return rule._replace(by_month_day=(day,))


@produces("rule")
def day_of_rule(_: Context, day: int, rule: Rule) -> Rule | None:
    """ "the 1st of every month"."""
    return rule_on_day(_, rule, day)


@produces("daylist")
def day_list(_: Context, first: int, second: int) -> tuple[int, ...] | None:
    """ "the 1st and the 15th"."""
    return day_list_more(_, first, (second,))


@produces("daylist")
def day_list_more(_: Context, first: int, rest: tuple[int, ...]) -> tuple[int, ...] | None:
    fits = first not in rest and all(1 <= day <= 31 for day in (first, *rest))
    return tuple(sorted((first, *rest))) if fits else None


@produces("rule")
def rule_on_days(_: Context, rule: Rule, days: tuple[int, ...]) -> Rule | None:
    """ "every month on the 1st and the 15th"."""
    if rule.freq != "MONTHLY" or rule.by_day or (rule.by_month_day and not rule.guessed):
        return None
    return rule._replace(by_month_day=days, guessed=False)


@produces("rule")
def days_of_rule(_: Context, days: tuple[int, ...], rule: Rule) -> Rule | None:
    return rule_on_days(_, rule, days)


@produces("rule")
def nth_workday_of_rule(_: Context, nth: int, _workday: str, rule: Rule) -> Rule | None:
    """ "the first working day of every month"."""
    if rule.freq != "MONTHLY" or rule.by_month_day or rule.by_day or not (1 <= nth <= 20 or nth == -1):
        return None
    return rule._replace(by_day=WORKDAYS, by_set_pos=nth)


@produces("rule")
def last_workday_of_rule(_: Context, workday: str, rule: Rule) -> Rule | None:
    return nth_workday_of_rule(_, -1, workday, rule)


@produces("rule")
def last_day_of_rule(_: Context, rule: Rule) -> Rule | None:
    if rule.freq != "MONTHLY" or rule.by_month_day or rule.by_day:
        return None
    return rule._replace(by_month_day=(-1,))


@produces("rule")
def rule_on_nth_weekday(_: Context, rule: Rule, nth: int, weekday: int) -> Rule | None:
    """ "every month on the first monday"."""
    if rule.freq != "MONTHLY" or rule.by_month_day or rule.by_day or not (1 <= nth <= 5 or nth == -1):
        return None
    return rule._replace(by_day=(f"{nth}{DAY_NAMES[weekday]}",))


@produces("rule")
def nth_weekday_of_rule(_: Context, nth: int, weekday: int, rule: Rule) -> Rule | None:
    return rule_on_nth_weekday(_, rule, nth, weekday)


@produces("rule")
def last_weekday_of_rule(_: Context, weekday: int, rule: Rule) -> Rule | None:
    return rule_on_nth_weekday(_, rule, -1, weekday)


@produces("rule")
def nths_weekday_of_rule(_: Context, first: int, second: int, weekday: int, rule: Rule) -> Rule | None:
    """ "the first and third monday of every month"."""
    one, two = (rule_on_nth_weekday(_, rule, nth, weekday) for nth in sorted((first, second)))
    return rule._replace(by_day=(*one.by_day, *two.by_day)) if one and two and first != second else None


@produces("rule")
def every_nth_weekday_alone(_: Context, nth: int, weekday: int) -> Rule | None:
    """ "every third friday", which could be every three weeks; "every second friday" is every other."""
    rule = None if nth == 2 else every_nth_weekday(_, nth, weekday)
    return rule._replace(guessed=nth > 2) if rule else None


@produces("rule")
def every_nth_weekday(_: Context, nth: int, weekday: int) -> Rule | None:
    """ "every first monday of the month"."""
    return rule_on_nth_weekday(_, Rule("MONTHLY"), nth, weekday)


@produces("rule")
def every_last_weekday(_: Context, weekday: int) -> Rule | None:
    return rule_on_nth_weekday(_, Rule("MONTHLY"), -1, weekday)


@produces("rule")
def every_monthday(_: Context, pair: tuple[int, int]) -> Rule:
    return Rule("YEARLY", by_month=(pair[0],), by_month_day=(pair[1],))


@produces("rule")
def every_month_day(_: Context, day: int) -> Rule | None:
    """ "every 15th"."""
    return rule_on_day(_, Rule("MONTHLY"), day)


@produces("rule")
def rule_on_monthday(_: Context, rule: Rule, pair: tuple[int, int]) -> Rule | None:
    if rule.freq != "YEARLY" or rule.by_month:
        return None
    return rule._replace(by_month=(pair[0],), by_month_day=(pair[1],))


@produces("rule")
def monthday_again(_: Context, pair: tuple[int, int], rule: Rule) -> Rule | None:
    """ "june 14 every year"."""
    return rule_on_monthday(_, rule, pair)


@produces("rule")
def weekdays_again(_: Context, weekdays: tuple[int, ...], rule: Rule) -> Rule | None:
    """ "tuesday every week"."""
    return rule_on_weekdays(_, rule, weekdays) if rule.freq == "WEEKLY" else None


@produces("atom")
def atom_rule(_: Context, rule: Rule) -> Time:
    return Time(rule=rule)


@produces("rule")
def every_nths_weekday(_: Context, first: int, second: int, weekday: int) -> Rule | None:
    """ "every 2nd and 4th tuesday", which are those of a month."""
    return nths_weekday_of_rule(_, first, second, weekday, Rule("MONTHLY"))


@produces("time")
def rule_more_clocks(_: Context, time: Time, clock: Clock) -> Time | None:
    """ "every day at 9 and at 21"."""
    first = time.clock
    if time.rule is None or first is None or first.minute != clock.minute or first.hour == clock.hour:
        return None
    hours = (first.hour,) if time.rule.guessed else time.rule.by_hour or (first.hour,)
    rule = time.rule._replace(by_hour=tuple(sorted({*hours, clock.hour})), guessed=False)
    settled = first.settled and clock.settled
    return time._replace(rule=rule, clock=first._replace(settled=True), doubtful=time.doubtful or not settled)


@produces("time")
def rule_more_hours(context: Context, time: Time, hour: int) -> Time | None:
    clock = bare_hour(hour, context)
    return rule_more_clocks(context, time, clock) if clock else None


@produces("hours")
def hours_two(_: Context, first: int, second: int) -> tuple[int, ...]:
    return (first, second)


@produces("hours")
def hours_more(_: Context, first: int, rest: tuple[int, ...]) -> tuple[int, ...]:
    return (first, *rest)


@produces("time")
def rule_hours(_: Context, time: Time, hours: tuple[int, ...]) -> Time | None:
    """ "every day at 10, 2 and 6": bare hours in a row, each later than the one before."""
    first = time.clock
    if time.rule is None or first is None or first.minute or time.rule.by_hour or time.part or time.end:
        return None
    if not all(0 <= hour < 24 for hour in hours):
        return None
    for start in (first.hour,) if first.settled else (first.hour, (first.hour + 12) % 24):
        in_order = [start]
        for hour in hours:
            later = [choice for choice in (hour, hour + 12) if in_order[-1] < choice < 24]
            in_order += later[:1]
        if len(in_order) == len(hours) + 1:
            rule = time.rule._replace(by_hour=tuple(in_order), guessed=False)
            return time._replace(rule=rule, clock=first._replace(hour=start, settled=True))
    return None


def _names(weekdays: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(DAY_NAMES[day] for day in sorted(set(weekdays)))
