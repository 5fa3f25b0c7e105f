"""Notices as features hand them over, deliveries as people see them, and how people wish to be reached."""

from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from cairn.notify.models import Channel, Preset, State
from cairn.platform.http import Schema

__all__ = [
    "ONCE",
    "ChangePreferences",
    "Channel",
    "DeliveryOut",
    "DoNotDisturb",
    "Ladder",
    "Nag",
    "Notice",
    "PreferencesOut",
    "Preset",
    "Queued",
    "QuietHours",
    "Rung",
    "State",
    "Wait",
]

MOST_RUNGS = 8
MOST_NAGS = 60
"""So many times a notice comes again at most: "until it's done" is no reason for a flood that nobody reads."""

Wait = Literal["time", "quiet_hours", "do_not_disturb"]
Channels = Annotated[list[Channel], Field(min_length=1, max_length=len(Channel))]


class Rung(Schema):
    """One step of a ladder: these channels, so long after the moment it rings."""

    channels: Channels
    after_minutes: int = Field(0, ge=0, le=24 * 60)

    @model_validator(mode="after")
    def _each_once(self) -> "Rung":
        if len(set(self.channels)) < len(self.channels):
            raise ValueError("name each channel once")
        return self

    @property
    def noisy(self) -> list[Channel]:
        """Those that reach out to the person; the page only stands there."""
        return [channel for channel in self.channels if channel is not Channel.PAGE]


class Nag(Schema):
    """The last step that reaches out, again and again until it's done."""

    every_minutes: int = Field(10, ge=1, le=24 * 60)
    times: int | None = Field(
        None, ge=1, le=MOST_NAGS, description=f"How often; null is until it's done, {MOST_NAGS} times at most."
    )


class Ladder(Schema):
    """Where a notice goes, step by step, until it is answered. The page shows it from the first moment anyway."""

    rungs: Annotated[list[Rung], Field(min_length=1, max_length=MOST_RUNGS)]
    nag: Nag | None = None

    @model_validator(mode="after")
    def _climbs(self) -> "Ladder":
        delays = [rung.after_minutes for rung in self.rungs]
        if any(later <= earlier for earlier, later in pairwise(delays)):
            raise ValueError("each step comes later than the one before it")
        if self.nag is not None and not any(rung.noisy for rung in self.rungs):
            raise ValueError("coming again needs a step that reaches out, not the page alone")
        return self


ONCE = Ladder(rungs=[Rung(channels=list(Channel))])
"""Told once, wherever it reaches the person: for what must not nag, whatever they chose for their reminders."""


class QuietHours(Schema):
    """From when to when the noisy channels wait, on the clock where the person is; over midnight too."""

    start: time
    end: time
    channels: Channels | None = Field(None, description="Which channels wait; all but the page by default.")

    @model_validator(mode="after")
    def _on_a_clock(self) -> "QuietHours":
        if self.start.tzinfo is not None or self.end.tzinfo is not None:
            raise ValueError("give times on the wall, without a zone")
        if self.start == self.end:
            raise ValueError("start and end can't be the same")
        return self


class ChangePreferences(Schema):
    """How you wish to be reached: all of it, in place of what was."""

    preset: Preset = Preset.USUAL
    ladder: Ladder | None = Field(None, description="With `preset` own, and only then.")
    quiet_hours: QuietHours | None = None
    off: list[Channel] = Field(default_factory=list, max_length=len(Channel), description="Channels you don't want.")

    @model_validator(mode="after")
    def _whole(self) -> "ChangePreferences":
        if (self.preset is Preset.OWN) != (self.ladder is not None):
            raise ValueError("give a ladder with preset own, and only then")
        if Channel.PAGE in self.off:
            raise ValueError("the page can't be turned off: it is where every notice can be found")
        return self


class DoNotDisturb(Schema):
    """Until when nothing makes a noise."""

    until: AwareDatetime


class PreferencesOut(BaseModel):
    """How a person is reached.

    Args:
        ladder: The one that is climbed, whichever preset it comes from.
        presets: The ladders that need no setting up, by their names.
        channels: Every channel there is.
        do_not_disturb_until: Set while nothing may make a noise.
        nothing_but_the_page: Every other channel is off.
        mail_stays_here: No mail server is set up: what goes by mail waits among your letters here.
    """

    preset: Preset
    ladder: Ladder
    presets: dict[Preset, Ladder]
    quiet_hours: QuietHours | None
    off: list[Channel]
    channels: list[Channel]
    do_not_disturb_until: AwareDatetime | None
    nothing_but_the_page: bool
    mail_stays_here: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell a person, on every channel they have.

    Args:
        kind: What it is about, as in its URL: `reminder`.
        occurrence_at: The moment it is for. One subject tells a person of one moment once.
        title: The person's own words.
        body: What else to say; may be empty.
        link: Where in the page it is answered, from the root: `/reminders/…`.
        ladder: Its own, in place of the person's.
        urgent: Whether it goes in quiet times, too.
        again: Whether the subject may have told of an earlier moment, whose ladder this one ends.
        mail: Whether it may go by mail; what is over in a moment doesn't.
    """

    user_id: UUID
    kind: str
    subject_id: UUID
    occurrence_at: datetime
    title: str
    body: str = ""
    link: str = ""
    ladder: Ladder | None = None
    urgent: bool = False
    again: bool = False
    mail: bool = True


@dataclass(frozen=True, slots=True)
class Queued:
    """A delivery that was made for a notice just now; `planned` is still to come."""

    id: UUID
    user_id: UUID
    subject_id: UUID
    channel: Channel
    planned: bool = False


class DeliveryOut(BaseModel):
    """One notice on one channel, with every step it took and when.

    Args:
        state: `planned` (still to come), `queued` (not handed over), `sending`, `sent` (the carrier took it, or it is
            `kept`),
            `confirmed` (the carrier says it arrived), `seen`, `acknowledged` (you answered), `failed`, `cancelled`
            (answered before it was sent) or `skipped` (passed over; `reason` says why).
        kept: No mail server is set up: it waits among your letters here, and no mailbox took it.
        rung: Which step of the ladder, from 1; 0 stands on the page from the first moment.
        nag: The how-manieth repetition; 0 is none.
        nag_every: Minutes until it comes again, if it does and isn't done by then.
        nag_more: How many more of these follow.
        planned_for: When it goes by the ladder.
        expected_at: When one that is planned goes, as it looks now.
        waits_for: What it waits for: its `time`, the end of `quiet_hours` or of `do_not_disturb`.
        possible_duplicates: How often an attempt was cut off in a way that the notice may have arrived
            without anybody knowing, and was sent once more.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    kind: str
    subject_id: UUID
    occurrence_at: AwareDatetime
    channel: Channel
    state: State
    title: str
    text: str
    queued_at: AwareDatetime
    sending_at: AwareDatetime | None
    sent_at: AwareDatetime | None
    confirmed_at: AwareDatetime | None
    seen_at: AwareDatetime | None
    acknowledged_at: AwareDatetime | None
    failed_at: AwareDatetime | None
    cancelled_at: AwareDatetime | None
    reason: str | None
    kept: bool = False
    attempts: int
    possible_duplicates: int
    rung: int = 0
    nag: int = 0
    nag_every: int | None = None
    nag_more: int | None = None
    urgent: bool = False
    planned_for: AwareDatetime | None = None
    expected_at: AwareDatetime | None = None
    waits_for: Wait | None = None
