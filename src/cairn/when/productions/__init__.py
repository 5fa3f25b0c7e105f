"""How meanings combine, the same in every language, and the word orders that all of them share."""

from collections.abc import Mapping

from cairn.when.productions import (
    assembly,
    clocks,
    dates,
    numbers,
    periods,
    relative,
    repeats,
    weekdays,
)
from cairn.when.productions.registry import PRODUCTIONS

__all__ = [
    "COMMON",
    "PRODUCTIONS",
    "assembly",
    "clocks",
    "dates",
    "numbers",
    "periods",
    "relative",
    "repeats",
    "weekdays",
]

COMMON: Mapping[str, tuple[str, ...]] = {
    "integer": ("<digits>", "<small>", "<tens>", "<hundred>", "<thousand>"),
    "year_of_digits": ("<digits>",),
    "ordinal": ("<ordword>", "<ordnum>"),
    "amount": ("<integer>", "<decimal>", "<vague>"),
    "amount_of_fraction": ("<slashed>",),
    "duration": ("<amount> <unit>",),
    "duration_word": ("<lengthword>",),
    "clock": ("<hm>",),
    "hourish_clock": ("<clock>",),
    "hourish_number": ("<integer>",),
    "clock_half_said": ("<clock> <half>", "<dotted> <half>"),
    "hour_half_said": ("<integer> <half>",),
    "hour_minute_half_said": ("<integer> <integer> <half>",),
    "atom_clock": ("<clock>",),
    "atom_clock_zone": ("<clock> <zone>", "<clock> ( <zone> )"),
    "atom_hour_zone": ("<integer> <zone>",),
    "day_relative": ("<relative>",),
    "day_relative_part": ("<relpart>",),
    "weekday_alone": ("<weekday>",),
    "day_of_monthday": ("<monthday>",),
    "day_of_numbers": ("<ymd>", "<ymd> t"),
    "slashed_alone": ("<slashed>",),
    "holiday": ("<feast>",),
    "holiday_of_year": ("<feast> <year>",),
    "instant_now": ("<present>",),
    "within_period": ("<period>",),
    "within_unit": ("<unit>",),
    "within_month": ("<month>",),
    "atom_day": ("<day>",),
    "atom_period": ("<period>",),
    "atom_month_alone": ("<month>",),
    "atom_rule": ("<rule>",),
    "adverb": ("<adverb>",),
    "weekday_list": ("<weekday>",),
    "time_of_atom": ("<atom>",),
    "time_and_atom": ("<time> <atom>", "<time> , <atom>"),
    "edge_time": ("<time>",),
    "edge_hour": ("<integer>",),
}
