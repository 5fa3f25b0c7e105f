"""Numbers, amounts and lengths of time."""

from cairn.when.moment import Grain
from cairn.when.productions.registry import produces
from cairn.when.values import Context, Duration

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_GRAINS = {
    "second": Grain.SECOND, "minute": Grain.MINUTE, "hour": Grain.HOUR, "day": Grain.DAY, "week": Grain.WEEK,
    "weekend": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.MONTH, "year": Grain.YEAR,
}  # fmt: skip


@produces("integer")
def integer(_: Context, value: int) -> int:
    return int(value)


@produces("integer")
def tens_and_ones(_: Context, tens: int, ones: int) -> int | None:
    """ "twenty" "five"; French counts on from sixty and from eighty ("soixante-dix")."""
    return tens + ones if 0 < ones < (20 if tens in (60, 80) else 10) else None


@produces("integer")
def ones_times_hundred(_: Context, ones: int, hundred: int) -> int | None:
    return ones * hundred if 1 < ones < 100 else None


@produces("integer")
def larger_and_smaller(_: Context, larger: int, smaller: int) -> int | None:
    """ "two thousand" "fourteen", "hundred" "five": the smaller fits within the larger's zeros."""
    scale = 1000 if larger % 1000 == 0 and larger else 100 if larger % 100 == 0 and larger else 0
    return larger + smaller if 0 < smaller < scale else None


@produces("year")
def year_of_digits(_: Context, value: int) -> int | None:
    return value if 1900 <= value <= 2199 else None


@produces("ordinal")
def ordinal(_: Context, value: int) -> int:
    return int(value)


@produces("ordinal")
def tens_and_ordinal(_: Context, tens: int, ones: int) -> int | None:
    return tens + ones if ones < 10 else None


@produces("amount")
def amount(_: Context, value: float) -> float:
    return float(value)


@produces("amount")
def amount_of_fraction(_: Context, fraction: tuple[int, int]) -> float | None:
    return fraction[0] / fraction[1] if 0 < fraction[0] < fraction[1] <= 4 else None


@produces("amount")
def amount_and_part(_: Context, value: int, part: float) -> float:
    """ "two and a half", "3 1/2"."""
    return value + part


@produces("amount")
def amount_and_half(_: Context, value: int) -> float:
    return value + 0.5


@produces("duration")
def duration(_: Context, value: float, unit: str) -> Duration | None:
    return _length(value, unit)


@produces("duration")
def duration_of_one(_: Context, unit: str) -> Duration | None:
    return _length(1, unit)


@produces("duration")
def duration_of_part(_: Context, part: float, unit: str) -> Duration | None:
    """ "half an hour", "three quarters of an hour"."""
    return _length(part, unit)


@produces("duration")
def duration_one_and_part(_: Context, unit: str, part: float) -> Duration | None:
    """ "an hour and a half"."""
    return _length(1 + part, unit)


@produces("duration")
def duration_some_and_part(_: Context, value: float, unit: str, part: float) -> Duration | None:
    """ "2 hours and a half"."""
    return _length(value + part, unit)


@produces("duration")
def duration_hours_minutes(_: Context, hours: float, unit: str, minutes: int) -> Duration | None:
    """ "1 h 20"."""
    if unit != "hour" or not 0 < minutes < 60 or hours != int(hours):
        return None
    return Duration(seconds=int(hours) * 3600 + minutes * 60)


@produces("duration")
def duration_sum(_: Context, longer: Duration, shorter: Duration) -> Duration | None:
    """ "2 hours and 20 minutes"; the units must fall, so that a list is not added up."""
    if _rank(longer.grain) <= _rank(shorter.grain):
        return None
    return Duration(
        longer.months + shorter.months,
        longer.days + shorter.days,
        longer.seconds + shorter.seconds,
        shorter.grain,
    )


@produces("duration")
def duration_word(_: Context, value: tuple[float, str]) -> Duration | None:
    """A word that is a length by itself: "fortnight"."""
    return _length(*value)


@produces("duration")
def duration_of_minutes(_: Context, minutes: int) -> Duration:
    return Duration(seconds=minutes * 60)


@produces("duration")
def duration_about(_: Context, length: Duration) -> Duration:
    """ "like 20 minutes", "unas dos horas"."""
    return length


def _rank(grain: Grain) -> int:
    return list(Grain).index(grain)


def _length(value: float, unit: str) -> Duration | None:
    if value < 0 or value > 100_000:
        return None
    grain = _GRAINS.get(unit)
    if grain is None:
        return None
    if unit in _SECONDS:
        return Duration(seconds=round(value * _SECONDS[unit]), grain=grain)
    whole, rest = int(value), value - int(value)
    if unit in ("day", "weekend"):
        return Duration(days=whole, seconds=round(rest * 86400), grain=grain if not rest else Grain.HOUR)
    if unit == "week":
        return Duration(days=7 * whole + round(7 * rest), grain=grain)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    if value * months > 1200 * 10:
        return None
    total = value * months
    return Duration(months=int(total), days=round((total - int(total)) * 30), grain=grain)
