"""A person takes their reminders and deliveries along, and nothing of them stays when they go."""

from cairn.notify import preferences
from cairn.notify.feature import feature as notify
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from cairn.reminders.feature import feature as reminders
from tests.conftest import NewPerson
from tests.reminders.booking import IN_AN_HOUR, booked


async def test_rows_are_exported_and_erased_with_their_person_alone(
    runtime: Runtime, actor: Actor, person: NewPerson, clock: StillClock
) -> None:
    stays = await person(name="Bob")
    for who in (actor, stays):
        await booked(who)
        async with who.work() as work:
            await preferences.do_not_disturb(work, IN_AN_HOUR)
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)

    async def rows(who: Actor) -> dict[str, int]:
        found: dict[str, int] = {}
        async with who.work() as work:
            for feature in (reminders, notify):
                assert feature.export is not None
                found |= {table: len(exported) for table, exported in (await feature.export(work)).items()}
        return found

    assert await rows(actor) == {
        "reminders": 1,
        "deliveries": 2,
        "notification_preferences": 1,
        "push_subscriptions": 0,
    }
    async with actor.work() as work:
        for feature in (notify, reminders):
            assert feature.erase is not None
            await feature.erase(work)
    assert await rows(actor) == {
        "reminders": 0,
        "deliveries": 0,
        "notification_preferences": 0,
        "push_subscriptions": 0,
    }
    assert await rows(stays) == {
        "reminders": 1,
        "deliveries": 2,
        "notification_preferences": 1,
        "push_subscriptions": 0,
    }
