"""Passkeys (WebAuthn): a key pair on a device that checks itself who holds it, so that one is two factors at once."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import structlog
import webauthn
from sqlalchemy.exc import IntegrityError
from webauthn.helpers import base64url_to_bytes, generate_challenge, options_to_json, parse_client_data_json
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from cairn.accounts import service as accounts
from cairn.accounts.factors import recovery, repository
from cairn.accounts.factors.changes import added
from cairn.accounts.factors.errors import PasskeyNotTaken, TooManyFactors
from cairn.accounts.factors.messages import TellFactorChanged
from cairn.accounts.factors.models import FACTOR_NAME, Challenge, Passkey
from cairn.accounts.factors.rules import CHALLENGE_LASTS, MOST_PASSKEYS, Purpose
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

log = structlog.get_logger()

VERIFIED = UserVerificationRequirement.REQUIRED
TRANSPORTS = frozenset({"ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"})

Options = dict[str, Any]
Credential = dict[str, Any]
"""What the browser's own `toJSON` makes of a credential."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where passkeys belong to: the page's own host and origin, as configured, whatever a request says."""

    rp_id: str
    origin: str

    @classmethod
    def of(cls, runtime: Runtime) -> "Site":
        parts = urlsplit(accounts.page_address(runtime))
        return cls(parts.hostname or "localhost", f"{parts.scheme}://{parts.netloc}")


async def begin_registration(work: UnitOfWork) -> Options:
    """What the browser is asked to make a passkey of.

    Raises:
        TooManyFactors: there are as many as may be.
    """
    keys = await repository.passkeys(work)
    if len(keys) >= MOST_PASSKEYS:
        raise TooManyFactors
    challenge = await _ask(work, Purpose.REGISTER, user_id=work.user_id, asked_in=work.actor.session_id)
    address = await accounts.address_of(work, work.user_id)
    options = webauthn.generate_registration_options(
        rp_id=Site.of(work.runtime).rp_id,
        rp_name="Cairn",
        user_id=work.user_id.bytes,
        user_name=address,
        user_display_name=await accounts.name_of(work, work.user_id) or address,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=VERIFIED
        ),
        exclude_credentials=[_descriptor(key) for key in keys],
    )
    return _plain(options)


async def register(work: UnitOfWork, name: str, credential: Credential, challenge: bytes) -> tuple[Passkey, list[str]]:
    """Keep a new passkey that answers a challenge which was just taken away.

    Returns:
        The passkey, and fresh recovery codes if the person had none.

    Raises:
        PasskeyNotTaken: it wasn't made for this page, this person or this challenge, or is there already.
        TooManyFactors: others were added meanwhile.
    """
    site = Site.of(work.runtime)
    try:
        made = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except Exception as error:  # a stranger may have made it up: whatever reading it stumbles over is a refusal
        raise PasskeyNotTaken from error
    await repository.in_turn(work)
    if len(await repository.passkeys(work)) >= MOST_PASSKEYS:
        raise TooManyFactors
    passkey_id = work.runtime.new_id()
    key = Passkey(
        id=passkey_id,
        user_id=work.user_id,
        name_cipher=(await accounts.data_key(work, work.user_id)).seal(name, FACTOR_NAME.of(work.user_id, passkey_id)),
        created_at=work.now,
        confirmed_at=work.now,
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        transports=_transports(credential),
    )
    work.session.add(key)
    try:
        await work.session.flush()
    except IntegrityError as error:  # it is somebody's already, or theirs twice
        raise PasskeyNotTaken from error
    await work.audit("factor.passkey_added", key.id, kind="factor")
    await added(work, "passkey_added")
    return key, await recovery.ensure(work)


async def begin_assertion(work: UnitOfWork, purpose: Purpose, asked_in: UUID | None) -> Options:
    """What the browser is asked to sign, by one of the person's passkeys."""
    keys = await repository.passkeys(work)
    challenge = await _ask(work, purpose, user_id=work.user_id, asked_in=asked_in)
    options = webauthn.generate_authentication_options(
        rp_id=Site.of(work.runtime).rp_id,
        challenge=challenge,
        allow_credentials=[_descriptor(key) for key in keys],
        user_verification=VERIFIED,
    )
    return _plain(options)


async def begin_sign_in(work: UnitOfWork) -> Options:
    """The same for whoever comes, in the system's unit of work: the passkey says whose it is."""
    await repository.forget_challenges(work)
    challenge = await _ask(work, Purpose.SIGN_IN, user_id=None, asked_in=None)
    options = webauthn.generate_authentication_options(
        rp_id=Site.of(work.runtime).rp_id, challenge=challenge, user_verification=VERIFIED
    )
    return _plain(options)


async def answered(
    work: UnitOfWork, credential: Credential, purpose: Purpose, *, user_id: UUID | None, asked_in: UUID | None
) -> bytes | None:
    """The challenge that a passkey answers, taken away by this; None if it doesn't stand.

    Let this commit before the answer is looked at, so that one that is wrong can't be followed by another.
    """
    challenge = _challenge_in(credential)
    stood = challenge is not None and await repository.answer_challenge(
        work, challenge, purpose, user_id=user_id, asked_in=asked_in
    )
    return challenge if stood else None


def credential_in(assertion: Credential) -> bytes | None:
    """The id of the passkey that an assertion names."""
    try:
        return base64url_to_bytes(assertion["rawId"])
    except (KeyError, TypeError, ValueError):
        return None


async def check(work: UnitOfWork, assertion: Credential, challenge: bytes) -> bool:
    """Whether one of the person's passkeys signed a challenge, for this page, and checked who holds it."""
    credential_id = credential_in(assertion)
    key = await repository.passkey_by_credential(work, credential_id) if credential_id else None
    if key is None or key.user_id != work.user_id or not _is_handle_of(work.user_id, assertion):
        return False
    site = Site.of(work.runtime)
    try:
        proven = webauthn.verify_authentication_response(
            credential=assertion,
            expected_challenge=challenge,
            expected_rp_id=site.rp_id,
            expected_origin=site.origin,
            credential_public_key=key.public_key,
            credential_current_sign_count=0,  # compared below, where two at once can't both pass
            require_user_verification=True,
        )
    except Exception as error:  # noqa: BLE001  # as above; what it was is for whoever reads the log
        log.info("passkey.refused", error=type(error).__name__)
        return False
    if await repository.count_passkey(work, key.id, proven.new_sign_count):
        return True
    # The key counts its uses, and this one was counted before: somewhere there is a copy of it.
    await work.audit("factor.passkey_copied", key.id, kind="factor")
    work.enqueue(TellFactorChanged(user_id=work.user_id, change_id=work.runtime.new_id(), what="passkey_copied"))
    return False


async def _ask(work: UnitOfWork, purpose: Purpose, *, user_id: UUID | None, asked_in: UUID | None) -> bytes:
    challenge = generate_challenge()
    work.session.add(
        Challenge(
            id=work.runtime.new_id(),
            user_id=user_id,
            purpose=purpose,
            asked_in=asked_in,
            challenge=challenge,
            expires_at=work.now + CHALLENGE_LASTS,
        )
    )
    await work.session.flush()
    return challenge


def _challenge_in(credential: Credential) -> bytes | None:
    try:
        return parse_client_data_json(base64url_to_bytes(credential["response"]["clientDataJSON"])).challenge
    except Exception as error:  # noqa: BLE001  # as above
        log.info("passkey.unreadable", error=type(error).__name__)
        return None


def _is_handle_of(user_id: UUID, assertion: Credential) -> bool:
    """A passkey may tell whose it is; if it does, it must be right."""
    try:
        handle = assertion["response"].get("userHandle")
        return not handle or base64url_to_bytes(handle) == user_id.bytes
    except (KeyError, TypeError, ValueError, AttributeError):
        return False


def _transports(credential: Credential) -> list[str]:
    told = credential["response"].get("transports")  # verified before, so it is an object
    return (
        sorted(TRANSPORTS.intersection(one for one in told if isinstance(one, str))) if isinstance(told, list) else []
    )


def _descriptor(key: Passkey) -> PublicKeyCredentialDescriptor:
    return PublicKeyCredentialDescriptor(id=key.credential_id)


def _plain(options: Any) -> Options:
    plain: Options = json.loads(options_to_json(options))
    return plain
