"""A browser's tab at Cairn's page, on its way to a provider and back."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

from tests.accounts.openid.lying import LyingProvider
from tests.accounts.openid.real import agree

V1 = "/api/v1"
PAGE = {"X-Cairn": "1"}


class Tab:
    """A browser at Cairn's page: keeps the cookies that were set, as httpx keeps none that are only for TLS."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self.client = client
        self.cookies: dict[str, str] = {}

    async def ask(self, method: str, path: str, body: Any = None) -> httpx2.Response:
        headers = {**PAGE, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        answer = await self.client.request(method, f"{V1}{path}", json=body, headers=headers)
        for cookie in answer.headers.get_list("set-cookie"):
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer

    async def to(self, provider: str, *, join: bool = False) -> str:
        """Begin at a provider; the page that it leads to."""
        asked = {"provider": provider}
        if join:
            answer = await self.ask("POST", "/me/identities/begin", asked)
        else:
            here = {"time_zone": "Europe/Lisbon", "locale": "pt-PT"}
            answer = await self.ask("POST", "/auth/openid/begin", asked | here)
        assert answer.status_code == 200, answer.text
        where: str = answer.json()["go_to"]
        return where

    async def back(self, returned: dict[str, str]) -> httpx2.Response:
        return await self.ask("POST", "/auth/openid/finish", returned)

    async def by_google(self, who: str, *, join: bool = False) -> httpx2.Response:
        return await self.back(await agree(await self.to("google", join=join), who))

    async def by_microsoft(self, microsoft: LyingProvider, **claims: Any) -> httpx2.Response:
        """Come back from the provider that says what the test wants; `None` leaves a claim out."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(await self.to("microsoft")).query).items()}
        now = int(datetime.now(UTC).timestamp())
        said = {
            "iss": microsoft.issuer,
            "aud": asked["client_id"],
            "sub": "bea",
            "exp": now + 300,
            "iat": now,
            "nonce": asked["nonce"],
            "email": "bea.openid@example.org",
            "xms_edov": True,
            **claims,
        }
        sign = microsoft.token
        microsoft.token = lambda _: sign({name: value for name, value in said.items() if value is not None})
        return await self.back({"code": "good", "state": asked["state"]})


def refused(answer: httpx2.Response, status: int, slug: str) -> None:
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}"), answer.text
