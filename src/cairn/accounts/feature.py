"""Accounts: the way in, and who is who."""

from sqlalchemy import text

from cairn.accounts import permissions, service
from cairn.accounts.audits import AUDITS
from cairn.accounts.avatar import service as avatars
from cairn.accounts.avatar.audits import AUDITS as AVATAR_AUDITS
from cairn.accounts.avatar.routes import router as avatar_router
from cairn.accounts.consent_routes import router as consent_router
from cairn.accounts.devices import service as devices
from cairn.accounts.devices.places import Places
from cairn.accounts.devices.routes import router as devices_router
from cairn.accounts.factors import service as factors
from cairn.accounts.factors.audits import AUDITS as FACTOR_AUDITS
from cairn.accounts.factors.jobs import jobs as factor_jobs
from cairn.accounts.factors.models import APP_SECRET, FACTOR_NAME
from cairn.accounts.factors.routes import router as factor_router
from cairn.accounts.factors.way_in_routes import router as way_in_router
from cairn.accounts.jobs import jobs
from cairn.accounts.keys import service as keys
from cairn.accounts.keys.routes import router as keys_router
from cairn.accounts.leaving.audits import AUDITS as LEAVING_AUDITS
from cairn.accounts.leaving.jobs import jobs as leaving_jobs
from cairn.accounts.leaving.routes import router as leaving_router
from cairn.accounts.models import EMAIL, KEY_NAME, LINK_ADDRESS, NAME, SIGNING, WRAPPED
from cairn.accounts.openid import service as openid
from cairn.accounts.openid.models import ADDRESS
from cairn.accounts.openid.provider import Providers
from cairn.accounts.openid.routes import router as openid_router
from cairn.accounts.openid.settings import OpenIdSettings
from cairn.accounts.people import permissions as people_permissions
from cairn.accounts.people.audits import AUDITS as PEOPLE_AUDITS
from cairn.accounts.people.jobs import jobs as people_jobs
from cairn.accounts.people.routes import router as people_router
from cairn.accounts.phones import service as phones
from cairn.accounts.phones.jobs import jobs as phone_jobs
from cairn.accounts.phones.models import CODE, NUMBER
from cairn.accounts.phones.routes import router as phone_router
from cairn.accounts.routes import root_router, router
from cairn.accounts.settings import AccountSettings
from cairn.accounts.tokens import Tokens
from cairn.platform.feature import Exported, Feature
from cairn.platform.http.credentials import AccessTokens
from cairn.platform.runtime import Runtime
from cairn.platform.trail import PersonKeys
from cairn.platform.work import UnitOfWork


def _provide(runtime: Runtime) -> dict[type, object]:
    tokens = Tokens(runtime)
    return {
        Tokens: tokens,
        AccessTokens: tokens,
        Providers: Providers(runtime),
        Places: Places(runtime.settings.of(AccountSettings).geoip_file),
        PersonKeys: service.Keys(),
    }


async def _export(work: UnitOfWork) -> Exported:
    """The account as the person takes it along; hashes, keys and secrets stay."""
    return {
        **await service.exported(work),
        **await phones.exported(work),
        **await factors.exported(work),
        **await avatars.exported(work),
        "identities": await openid.exported(work),
        "sessions": await devices.exported(work),
        "api_keys": await keys.exported(work),
    }


async def _erase(work: UnitOfWork) -> None:
    """The account itself goes last; keys, sessions and tokens go with it."""
    await work.session.execute(text("delete from users where id = :id"), {"id": work.user_id})


jobs.include(people_jobs)
jobs.include(leaving_jobs)
jobs.include(phone_jobs)
jobs.include(factor_jobs)
router.include_router(avatar_router)
router.include_router(consent_router)
router.include_router(openid_router)
router.include_router(people_router)
router.include_router(leaving_router)
router.include_router(phone_router)
router.include_router(devices_router)
router.include_router(keys_router)
router.include_router(factor_router)
router.include_router(way_in_router)

feature = Feature(
    name="accounts",
    audits={**AUDITS, **AVATAR_AUDITS, **FACTOR_AUDITS, **LEAVING_AUDITS, **PEOPLE_AUDITS},
    router=router,
    root_router=root_router,
    jobs=jobs,
    permissions=[
        permissions.READ,
        permissions.WRITE,
        permissions.ERASE,
        permissions.CONSENTS_WRITE,
        permissions.SESSIONS_READ,
        permissions.SESSIONS_WRITE,
        permissions.KEYS_READ,
        permissions.KEYS_WRITE,
        *people_permissions.EVERY,
    ],
    settings=[AccountSettings, OpenIdSettings],
    provide=_provide,
    tables=[
        "users",
        "person_keys",
        "sessions",
        "refresh_tokens",
        "api_keys",
        "email_tokens",
        "identities",
        "openid_journeys",
        "phones",
        "phone_codes",
        "consents",
        "factors",
        "recovery_codes",
        "sign_ins",
        "passkey_challenges",
        "factor_tries",
        "known_devices",
        "avatars",
        "events",
        "idempotent_answers",
    ],
    sealed=[EMAIL, NAME, KEY_NAME, LINK_ADDRESS, ADDRESS, NUMBER, CODE, FACTOR_NAME, APP_SECRET],
    wrapped=[WRAPPED, SIGNING],
    export=_export,
    erase=_erase,
)
