"""How you wish to be reached, over HTTP."""

from cairn.notify import preferences
from cairn.notify.errors import NotAhead, TooLongQuiet
from cairn.notify.permissions import PREFERENCES_READ, PREFERENCES_WRITE
from cairn.notify.schemas import ChangePreferences, DoNotDisturb, PreferencesOut
from cairn.platform.errors import NotAllowed, NotSignedIn
from cairn.platform.http import Router, SignedIn, errors, needs

router = Router("/notifications", tag="notifications")

WHO = (NotSignedIn, NotAllowed)


@router.get(
    "/preferences",
    response_model=PreferencesOut,
    dependencies=[needs(PREFERENCES_READ)],
    responses=errors(*WHO),
)
async def how_reached(work: SignedIn) -> PreferencesOut:
    """How you are reached: your ladder, your quiet hours, what is off."""
    return await preferences.get(work)


@router.put(
    "/preferences",
    response_model=PreferencesOut,
    dependencies=[needs(PREFERENCES_WRITE)],
    responses=errors(*WHO),
)
async def change_how_reached(work: SignedIn, body: ChangePreferences) -> PreferencesOut:
    """Change how you are reached, all of it at once. What rings already keeps its ladder."""
    return await preferences.change(work, body)


@router.put(
    "/do-not-disturb",
    response_model=PreferencesOut,
    dependencies=[needs(PREFERENCES_WRITE)],
    responses=errors(*WHO, NotAhead, TooLongQuiet),
)
async def do_not_disturb(work: SignedIn, body: DoNotDisturb) -> PreferencesOut:
    """Let nothing make a noise until then. What waits goes afterwards and says that it is late."""
    return await preferences.do_not_disturb(work, body.until)


@router.delete(
    "/do-not-disturb",
    response_model=PreferencesOut,
    dependencies=[needs(PREFERENCES_WRITE)],
    responses=errors(*WHO),
)
async def disturb_again(work: SignedIn) -> PreferencesOut:
    """You may be reached again; what waited goes now. Said twice, it is the same as once."""
    return await preferences.do_not_disturb(work, None)
