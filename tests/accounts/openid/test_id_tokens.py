"""What a provider may say and what it may not: everything that doesn't hold signs nobody in."""

import base64
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from structlog.testing import capture_logs

from cairn.platform.clock import StillClock
from tests.accounts.openid.lying import LyingProvider
from tests.accounts.openid.tab import Tab, refused

NOW = datetime.now(UTC)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://login.example"},
        {"iss": None},
        {"iss": ["http://127.0.0.1"]},
        {"aud": "somebody-else"},
        {"aud": None},
        {"aud": ["cairn-at-microsoft", "somebody-else"]},
        {"aud": ["cairn-at-microsoft", "somebody-else"], "azp": "somebody-else"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": int(NOW.timestamp()) - 3600},
        {"exp": None},
        {"exp": "tomorrow"},
        {"iat": int(NOW.timestamp()) + 3600},
        {"iat": None},
        {"nbf": int(NOW.timestamp()) + 3600},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"email": "not an address"},
        {"email": ["bea.openid@example.org"]},
    ],
)
async def test_a_token_that_doesnt_hold_signs_nobody_in(
    tab: Tab, microsoft: LyingProvider, claims: dict[str, Any]
) -> None:
    refused(await tab.by_microsoft(microsoft, **claims), 401, "sign-in-failed")
    assert (await tab.ask("GET", "/me")).status_code == 401


@pytest.mark.parametrize("how", ["unsigned", "by_public_key", "by_another_key"])
async def test_a_token_signed_otherwise_is_refused(tab: Tab, microsoft: LyingProvider, how: str) -> None:
    microsoft.token = getattr(microsoft, how)

    refused(await tab.by_microsoft(microsoft), 401, "sign-in-failed")


@pytest.mark.parametrize("token", [None, 7, "", "a.b.c", "x" * 100_000])
async def test_what_is_no_token_is_refused(tab: Tab, microsoft: LyingProvider, token: Any) -> None:
    microsoft.token = lambda _: token

    refused(await tab.by_microsoft(microsoft), 401, "sign-in-failed")


async def test_a_key_that_is_newer_than_ours_is_looked_up_at_most_once_a_minute(
    tab: Tab, microsoft: LyingProvider, clock: StillClock
) -> None:
    assert (await tab.by_microsoft(microsoft)).status_code == 200
    microsoft.key = type(microsoft.key).generate_key(2048, {"kid": "two"}, private=True)
    microsoft.token = microsoft.honest
    before = microsoft.keys_read

    for _ in range(3):
        refused(await tab.by_microsoft(microsoft), 401, "sign-in-failed")
        microsoft.token = microsoft.honest
    assert microsoft.keys_read == before
    clock.forward(timedelta(seconds=61))
    assert (await tab.by_microsoft(microsoft)).status_code == 200
    assert microsoft.keys_read == before + 1


async def test_microsofts_issuer_names_the_tenant_of_the_token(tab: Tab, microsoft: LyingProvider) -> None:
    microsoft.issuer_said = "https://login.example/{tenantid}/v2.0"

    right = await tab.by_microsoft(microsoft, iss="https://login.example/t1/v2.0", tid="t1")
    assert right.status_code == 200, right.text
    microsoft.token = microsoft.honest
    wrong = await tab.by_microsoft(microsoft, iss="https://login.example/t1/v2.0", tid="t2")
    refused(wrong, 401, "sign-in-failed")


async def test_a_document_of_another_issuer_is_not_believed(tab: Tab, microsoft: LyingProvider) -> None:
    microsoft.issuer_said = "https://elsewhere.example"

    refused(await tab.ask("POST", "/auth/openid/begin", {"provider": "microsoft"}), 503, "provider-away")


async def test_a_provider_that_fails_is_away_and_nobody_is_signed_in(tab: Tab, microsoft: LyingProvider) -> None:
    microsoft.status = 500

    refused(await tab.by_microsoft(microsoft), 503, "provider-away")


@pytest.mark.parametrize(
    ("status", "said", "logged"),
    [
        (401, {"error": "invalid_client", "error_description": "secret 'whatever' has expired"}, "invalid_client"),
        (400, {"error": "unauthorized_client"}, "unauthorized_client"),
        (403, {"error": ["odd"]}, ""),
        (401, b"whatever", ""),
    ],
)
async def test_a_client_that_the_provider_does_not_know_is_ours_to_mend_and_logged_without_secrets(
    tab: Tab, microsoft: LyingProvider, status: int, said: Any, logged: str
) -> None:
    microsoft.refusal = (status, said)

    with capture_logs() as lines:
        refused(await tab.by_microsoft(microsoft), 503, "set-up-wrong")
    (line,) = [line for line in lines if line["event"] == "openid.set_up_wrong"]
    assert (line["provider"], line["status"], line["said"]) == ("127.0.0.1", status, logged)
    assert "whatever" not in str(lines)


@pytest.mark.parametrize("said", [{"error": "invalid_grant"}, {"error": 1}, b"odd", []])
async def test_a_code_that_is_not_taken_is_that_sign_in_alone(tab: Tab, microsoft: LyingProvider, said: Any) -> None:
    microsoft.refusal = (400, said)

    with capture_logs() as lines:
        refused(await tab.by_microsoft(microsoft), 401, "sign-in-failed")
    assert [line for line in lines if line["event"] == "openid.set_up_wrong"] == []


async def test_the_code_is_redeemed_with_the_verifier_that_was_promised(tab: Tab, microsoft: LyingProvider) -> None:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(await tab.to("microsoft")).query).items()}
    await tab.back({"code": "good", "state": asked["state"]})

    sent = microsoft.asked[-1]
    challenge = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).decode().rstrip("=")
    assert (asked["code_challenge"], asked["code_challenge_method"]) == (challenge, "S256")
    assert len(sent["code_verifier"]) >= 43
    assert sent["redirect_uri"] == asked["redirect_uri"] == "http://localhost:8000/sign-in/with"
