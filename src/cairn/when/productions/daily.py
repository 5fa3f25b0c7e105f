"""Hours of what comes again, told by the parts of the day or as a stretch: "every morning and evening"."""

from cairn.when.productions.clocks import bare_hour, before_morning
from cairn.when.productions.registry import produces
from cairn.when.productions.repeats import WORKDAYS, every_weekdays
from cairn.when.values import Clock, Context, PartName, Rule, Time


@produces("atom")
def every_parts(context: Context, part: PartName, other: PartName) -> Time | None:
    """ "every morning and evening"."""
    return rule_parts(context, Rule("DAILY"), part, other)


@produces("atom")
def rule_parts(context: Context, rule: Rule, part: PartName, other: PartName) -> Time | None:
    """ "every day, morning and evening": at the person's hours of both, where one rule can say these."""
    first, last = sorted((getattr(context.parts, part), getattr(context.parts, other)))
    if rule.freq not in ("DAILY", "WEEKLY") or rule.by_hour or first.hour == last.hour or first.minute != last.minute:
        return None
    return Time(rule=rule._replace(by_hour=(first.hour, last.hour)), clock=Clock(first.hour, first.minute))


@produces("atom")
def rule_three_parts(context: Context, rule: Rule, *parts: PartName | int) -> Time | None:
    """ "every day, morning, noon and night"; a number is noon, which is an hour in some languages."""
    hours = sorted(getattr(context.parts, "noon" if isinstance(part, int) else part) for part in parts)
    if rule.freq not in ("DAILY", "WEEKLY") or rule.by_hour or len({at.hour for at in hours}) < len(hours):
        return None
    if len({at.minute for at in hours}) > 1:
        return None
    first = hours[0]
    return Time(rule=rule._replace(by_hour=tuple(at.hour for at in hours)), clock=Clock(first.hour, first.minute))


@produces("atom")
def every_three_parts(context: Context, *parts: PartName | int) -> Time | None:
    """ "every morning, noon and night"."""
    return rule_three_parts(context, Rule("DAILY"), *parts)


@produces("atom")
def parts_of_rule(context: Context, part: PartName, other: PartName, rule: Rule) -> Time | None:
    """ "morning and evening, every day"."""
    return rule_parts(context, rule, part, other)


@produces("atom")
def hours_of_rule(context: Context, rule: Rule, first: int, last: int) -> Time | None:
    """ "every saturday 10 to 11": hours, since the day is said."""
    begins, ends = bare_hour(first, context), bare_hour(last, context)
    if begins is None or ends is None or not 0 < first <= 23 or not 0 < last <= 24 or first == last:
        return None
    return Time(rule=rule, clock=begins, end=Time(clock=ends)) if rule.freq in ("DAILY", "WEEKLY") else None


@produces("atom")
def every_part(_: Context, part: PartName) -> Time:
    return Time(rule=Rule("DAILY"), part=part)


@produces("atom")
def every_daybreak(_: Context, hour: int) -> Time:
    """ "toda madrugada"."""
    return before_morning(_, hour)._replace(rule=Rule("DAILY"))


@produces("atom")
def each_part(_: Context, part: PartName) -> Time:
    """ "mornings", which in a sentence may be what somebody likes."""
    return every_part(_, part)._replace(weak=True)


@produces("atom")
def workdays_part(_: Context, _workday: str, part: PartName) -> Time:
    """ "weekday mornings"."""
    return Time(rule=Rule("WEEKLY", by_day=WORKDAYS), part=part)


@produces("atom")
def every_weekdays_part(_: Context, weekdays: tuple[int, ...], part: PartName) -> Time:
    return Time(rule=every_weekdays(_, weekdays), part=part)
