"""A provider's side of OpenID Connect: its document, its keys, its token endpoint, and what its ID token must hold."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

import httpx2
import structlog
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from cairn.accounts.openid.errors import NoSuchProvider, ProviderAway, SetUpWrong, SignInFailed
from cairn.accounts.openid.settings import OpenIdSettings, ProviderName, safe_address
from cairn.platform.errors import CairnError
from cairn.platform.runtime import Runtime

log = structlog.get_logger()

ALGORITHMS = ("RS256", "ES256")
HOLDS = timedelta(hours=1)
LOOK_AGAIN = timedelta(minutes=1)
LEEWAY = 60
LARGEST_ANSWER = 512 * 1024
TENANT = "{tenantid}"
OUR_FAULTS = frozenset(
    {
        "invalid_client",
        "invalid_request",
        "invalid_scope",
        "redirect_uri_mismatch",
        "unauthorized_client",
        "unsupported_grant_type",
    }
)
"""What a token endpoint says of a request that no person's sign-in can mend (RFC 6749, 5.2; one is Google's own)."""


@dataclass(frozen=True, slots=True)
class Client:
    """Us, as a provider knows us."""

    issuer: str
    id: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Who a provider says somebody is.

    Args:
        subject: Issuer and subject: an address can change hands at a provider, this can't.
        vouched: Whether the provider checked that the address is theirs.
    """

    subject: str
    email: str
    vouched: bool
    name: str


@dataclass(frozen=True, slots=True)
class _Document:
    issuer: str
    authorize: str
    token: str
    keys_at: str
    can_choose: bool
    read_at: datetime


class Providers:
    """The providers that are set up. Their documents and keys are kept for an hour."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        settings = runtime.settings.of(OpenIdSettings)
        self._clients: dict[ProviderName, Client] = {}
        if settings.google_client_id and settings.google_client_secret:
            self._clients["google"] = Client(
                settings.google_issuer, settings.google_client_id, settings.google_client_secret.get_secret_value()
            )
        if settings.microsoft_client_id and settings.microsoft_client_secret:
            self._clients["microsoft"] = Client(
                settings.microsoft_issuer,
                settings.microsoft_client_id,
                settings.microsoft_client_secret.get_secret_value(),
            )
        self._documents: dict[ProviderName, _Document] = {}
        self._keys: dict[ProviderName, tuple[KeySet, datetime]] = {}
        self._http: httpx2.AsyncClient | None = None

    def has(self, name: ProviderName) -> bool:
        return name in self._clients

    async def page_of(self, name: ProviderName, *, state: str, nonce: str, verifier: str, back_to: str) -> str:
        """The address of the provider's page that asks the person.

        Raises:
            NoSuchProvider, ProviderAway: there is none, or it doesn't answer.
        """
        document = await self._document(name)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        query = {
            "client_id": self._client(name).id,
            "response_type": "code",
            "scope": "openid email profile",
            "redirect_uri": back_to,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        if document.can_choose:  # on a shared computer the provider may still know who was here before
            query["prompt"] = "select_account"
        return f"{document.authorize}{'&' if '?' in document.authorize else '?'}{urlencode(query)}"

    async def redeem(
        self, name: ProviderName, code: str, *, nonce: str, verifier: str, back_to: str, said_issuer: str | None
    ) -> Person:
        """Turn a code into who the person is.

        Raises:
            SignInFailed: the code, the answer or the token in it doesn't hold.
            SetUpWrong: the provider doesn't take us for its client.
            NoSuchProvider, ProviderAway: there is none, or it doesn't answer.
        """
        client, document = self._client(name), await self._document(name)
        if said_issuer is not None and TENANT not in document.issuer and said_issuer != document.issuer:
            raise SignInFailed
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back_to,
            "client_id": client.id,
            "client_secret": client.secret,
            "code_verifier": verifier,
        }
        answer = await self._asked("POST", document.token, form)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise SignInFailed
        claims = await self._claims(name, token)
        self._check(claims, client, document, nonce)
        return _person(name, claims)

    async def aclose(self) -> None:
        if self._http is not None:
            await self._http.aclose()

    def _client(self, name: ProviderName) -> Client:
        if name not in self._clients:
            raise NoSuchProvider
        return self._clients[name]

    async def _document(self, name: ProviderName) -> _Document:
        client, now = self._client(name), self._runtime.clock.now()
        known = self._documents.get(name)
        if known is not None and known.read_at + HOLDS > now:
            return known
        said = await self._asked("GET", f"{client.issuer}/.well-known/openid-configuration")
        try:
            issuer = str(said["issuer"])
            # Microsoft's document for every tenant names the issuer with a place for the tenant.
            if issuer != client.issuer and TENANT not in issuer:
                raise ProviderAway
            found = _Document(
                issuer,
                safe_address(str(said["authorization_endpoint"])),
                safe_address(str(said["token_endpoint"])),
                safe_address(str(said["jwks_uri"])),
                "select_account" in said.get("prompt_values_supported", ["select_account"]),
                now,
            )
        except (KeyError, ValueError, TypeError) as error:
            raise ProviderAway from error
        self._documents[name] = found
        return found

    async def _claims(self, name: ProviderName, token: str) -> Mapping[str, Any]:
        try:
            return jwt.decode(token, await self._key_set(name, anew=False), algorithms=ALGORITHMS).claims
        except (JoseError, ValueError, KeyError, TypeError):
            pass  # signed by a key that is newer than ours, perhaps
        try:
            return jwt.decode(token, await self._key_set(name, anew=True), algorithms=ALGORITHMS).claims
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise SignInFailed from error

    async def _key_set(self, name: ProviderName, *, anew: bool) -> KeySet:
        now = self._runtime.clock.now()
        known = self._keys.get(name)
        if known is not None and known[1] + (LOOK_AGAIN if anew else HOLDS) > now:
            return known[0]
        said = await self._asked("GET", (await self._document(name)).keys_at)
        try:
            keys = KeySet.import_key_set(cast(Any, said))
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise ProviderAway from error
        self._keys[name] = (keys, now)
        return keys

    def _check(self, claims: Mapping[str, Any], client: Client, document: _Document, nonce: str) -> None:
        """What OpenID Connect Core 3.1.3.7 asks of an ID token."""
        issuer = document.issuer
        if TENANT in issuer:
            issuer = issuer.replace(TENANT, str(claims.get("tid", "")))
        registry = jwt.JWTClaimsRegistry(
            now=int(self._runtime.clock.now().timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": client.id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            registry.validate(dict(claims))
        except (JoseError, ValueError, TypeError) as error:
            raise SignInFailed from error
        audience = claims["aud"]
        if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != client.id:
            raise SignInFailed
        if not isinstance(claims["sub"], str) or not claims["sub"]:
            raise SignInFailed

    async def _asked(self, method: str, url: str, form: Mapping[str, str] | None = None) -> dict[str, Any]:
        self._http = self._http or httpx2.AsyncClient(timeout=10, follow_redirects=False)
        try:
            async with self._http.stream(method, url, data=form, headers={"Accept": "application/json"}) as answer:
                body = b""
                async for piece in answer.aiter_bytes():
                    body += piece
                    if len(body) > LARGEST_ANSWER:
                        raise ProviderAway
                if form is not None and answer.status_code in (400, 401, 403):
                    raise _refused(url, answer.status_code, body)
                if answer.status_code != 200:
                    raise ProviderAway
        except httpx2.HTTPError as error:
            raise ProviderAway from error
        try:
            said = httpx2.Response(200, content=body).json()
        except ValueError as error:
            raise ProviderAway from error
        if not isinstance(said, dict):
            raise ProviderAway
        return said


def _refused(url: str, status: int, body: bytes) -> CairnError:
    """Whose fault it is that a code wasn't taken. What the provider said is only logged where it is a word we know."""
    try:
        said = httpx2.Response(status, content=body).json()
    except ValueError:
        said = None
    code = said.get("error") if isinstance(said, dict) else None
    ours = isinstance(code, str) and code in OUR_FAULTS
    if not ours and status == 400:
        return SignInFailed()
    log.error("openid.set_up_wrong", provider=urlsplit(url).hostname, status=status, said=code if ours else "")
    return SetUpWrong()


def _person(name: ProviderName, claims: Mapping[str, Any]) -> Person:
    email = claims.get("email")
    if not isinstance(email, str) or not email:
        raise SignInFailed("The service didn't say your address. Allow it to, or sign in another way.")
    # A tenant's administrator can write any address into Microsoft's `email`; `xms_edov` says that it was checked.
    vouched = claims.get("email_verified") is True if name == "google" else claims.get("xms_edov") in (True, 1, "1")
    said = claims.get("name")
    return Person(
        subject=f"{claims['iss']}|{claims['sub']}",
        email=email,
        vouched=vouched,
        name=said[:100].strip() if isinstance(said, str) else "",
    )
