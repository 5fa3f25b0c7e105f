"""Authenticator apps: set up by a picture, in use once a code has shown that it works (RFC 6238)."""

import hmac
from dataclasses import dataclass, field
from datetime import datetime

import pyotp
import segno

from cairn.accounts import service as accounts
from cairn.accounts.factors import recovery, repository
from cairn.accounts.factors.changes import added
from cairn.accounts.factors.errors import NothingToConfirm, WrongCode
from cairn.accounts.factors.models import APP_SECRET, FACTOR_NAME, Authenticator
from cairn.accounts.factors.rules import SETUP_LASTS, STEP, WINDOW, six_digits
from cairn.platform.work import UnitOfWork

ISSUER = "Cairn"


@dataclass(frozen=True, slots=True)
class Setup:
    """What an app needs: a secret to type, the same as an address, and that as a picture."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)
    qr: str = field(repr=False)


async def begin(work: UnitOfWork, name: str) -> Setup:
    """Begin to set up an app. The one in use stays until this one has shown that it works."""
    await repository.in_turn(work)
    unfinished = await repository.new_app(work)
    if unfinished is not None:
        await repository.remove(work, unfinished.id)
    key = await accounts.data_key(work, work.user_id)
    secret = pyotp.random_base32()
    app_id = work.runtime.new_id()
    app = Authenticator(id=app_id, user_id=work.user_id, created_at=work.now)
    app.name_cipher = key.seal(name, FACTOR_NAME.of(work.user_id, app_id))
    app.secret_cipher = key.seal(secret, APP_SECRET.of(work.user_id, app_id))
    work.session.add(app)
    await work.session.flush()
    uri = pyotp.TOTP(secret).provisioning_uri(name=await accounts.address_of(work, work.user_id), issuer_name=ISSUER)
    return Setup(secret, uri, segno.make(uri, error="m").svg_data_uri(scale=4, border=4, light="#fff"))


async def confirm(work: UnitOfWork, code: str) -> tuple[Authenticator, list[str]]:
    """Put an app to use by a code that it shows, in place of the one before.

    Returns:
        The app, and fresh recovery codes if the person had none.

    Raises:
        NothingToConfirm: nothing was begun within the hour.
        WrongCode: the code isn't the app's; try again.
    """
    await repository.in_turn(work)
    app = await repository.new_app(work)
    if app is None or app.created_at + SETUP_LASTS <= work.now:
        raise NothingToConfirm
    if not await check(work, app, code):
        raise WrongCode(field="code")
    before = await repository.app(work)
    if before is not None:
        await repository.remove(work, before.id)
    app.confirmed_at = work.now
    await work.session.flush()
    await work.audit("factor.app_added", app.id, kind="factor")
    await added(work, "app_added")
    return app, await recovery.ensure(work)


async def check(work: UnitOfWork, app: Authenticator, typed: str) -> bool:
    """Whether an app shows this code now, or did a moment ago. It works once, and so do those before it."""
    code = six_digits(typed)
    if code is None:
        return False
    key = await accounts.data_key(work, work.user_id)
    secret = key.open(app.secret_cipher, APP_SECRET.of(work.user_id, app.id))
    step = matching_step(secret, code, work.now)
    return step is not None and await repository.use_step(work, app.id, step)


def matching_step(secret: str, code: str, now: datetime) -> int | None:
    """The step near now in which an app shows a code."""
    totp = pyotp.TOTP(secret)
    current = int(now.timestamp()) // STEP
    steps = [current + offset for offset in WINDOW]
    return next((step for step in steps if hmac.compare_digest(totp.generate_otp(step), code)), None)
