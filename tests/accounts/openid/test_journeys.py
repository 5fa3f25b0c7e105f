"""Google and Microsoft: who they sign in, and whose accounts are joined."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts.openid.provider import Providers
from cairn.accounts.openid.settings import OpenIdSettings
from cairn.accounts.schemas import Register
from cairn.mail.settings import MailSettings
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Section, Settings
from tests.accounts.letters import letters_in, text_of
from tests.accounts.openid.lying import LyingProvider
from tests.accounts.openid.real import agree
from tests.accounts.openid.tab import PAGE, V1, Tab, refused
from tests.accounts.proofs import App
from tests.conftest import PASSWORD, RunJobs


async def registered(tab: Tab, email: str) -> str:
    body = {"email": email, "password": PASSWORD, "name": "Ana"}
    answer = await tab.ask("POST", "/auth/register", body)
    assert answer.status_code == 201, answer.text
    opened = await tab.ask("POST", "/auth/login", {"email": email, "password": PASSWORD, "as": "page"})
    assert opened.status_code == 200
    found: str = opened.json()["user"]["id"]
    return found


async def test_the_sign_in_page_is_told_what_can_be_chosen(tab: Tab) -> None:
    assert (await tab.ask("GET", "/auth/openid")).json() == {"google": True, "microsoft": True}


async def test_somebody_new_gets_an_account_and_is_known_the_next_time(tab: Tab, another: Tab) -> None:
    arrived = await tab.by_google("ana")

    assert arrived.status_code == 200, arrived.text
    user = arrived.json()["user"]
    assert arrived.json()["came_of_it"] == "signed-in"
    assert (user["email"], user["name"], user["locale"]) == ("ana.openid@example.org", "Ana Openid", "pt")
    assert user["time_zone"] == "Europe/Lisbon"
    assert (await tab.ask("GET", "/me")).json()["id"] == user["id"]
    again = await another.by_google("ana")
    assert again.json()["user"]["id"] == user["id"]
    assert (await another.by_google("rui")).json()["user"]["id"] != user["id"]


async def test_a_providers_word_is_one_factor_and_the_second_is_asked_for(
    tab: Tab, another: Tab, clock: StillClock
) -> None:
    await tab.by_google("ana")
    setup = await tab.ask("POST", "/me/factors/totp", {})
    app = App(setup.json()["secret"])
    confirmed = await tab.ask("POST", "/me/factors/totp/confirm", {"code": app.code(clock.now(), -1)})
    assert confirmed.status_code == 201

    arrived = await another.by_google("ana")

    assert arrived.json()["came_of_it"] == "half"
    assert arrived.json()["methods"] == ["totp", "recovery"]
    assert "user" not in arrived.json()
    assert (await another.ask("GET", "/me")).status_code == 401
    body = {"mfa_token": arrived.json()["mfa_token"], "method": "totp", "code": app.code(clock.now())}
    assert (await another.ask("POST", "/auth/login/second", body)).status_code == 200
    assert (await another.ask("GET", "/me")).status_code == 200


async def test_who_has_no_password_is_told_that_none_proves_it(tab: Tab) -> None:
    await tab.by_google("ana")
    assert (await tab.ask("GET", "/auth/step-up")).json() == {"methods": [], "password": False}
    refused(await tab.ask("POST", "/auth/step-up", {"password": "!"}), 403, "wrong-step-up")


async def test_no_password_goes_with_an_account_that_has_none(tab: Tab) -> None:
    await tab.by_google("ana")

    for password in ("!", "any password at all", PASSWORD):
        login = {"email": "ana.openid@example.org", "password": password}
        refused(await tab.ask("POST", "/auth/login", login), 401, "wrong-credentials")


async def test_only_the_browser_that_began_can_finish(tab: Tab, another: Tab) -> None:
    returned = await agree(await tab.to("google"), "ana")

    refused(await another.back(returned), 401, "sign-in-failed")
    await another.to("google")
    refused(await another.back(returned), 401, "sign-in-failed")
    assert (await tab.back(returned)).status_code == 200


async def test_a_return_works_once_also_when_it_comes_many_times_at_once(tab: Tab) -> None:
    returned = await agree(await tab.to("google"), "ana")
    kept = dict(tab.cookies)

    async def come() -> int:
        one = Tab(tab.client)
        one.cookies = dict(kept)
        return (await one.back(returned)).status_code

    statuses = await asyncio.gather(*(come() for _ in range(20)))

    assert sorted(statuses) == [200] + [401] * 19
    tab.cookies = kept
    refused(await tab.back(returned), 401, "sign-in-failed")


async def test_a_journey_ends_after_ten_minutes(tab: Tab, clock: StillClock) -> None:
    returned = await agree(await tab.to("google"), "ana")
    clock.forward(timedelta(minutes=10))

    refused(await tab.back(returned), 401, "sign-in-failed")


@pytest.mark.parametrize("changed", [{"code": "made-up"}, {"state": "x" * 43}, {"iss": "https://elsewhere.example"}])
async def test_what_was_changed_on_the_way_back_is_refused(tab: Tab, changed: dict[str, str]) -> None:
    returned = await agree(await tab.to("google"), "ana")

    refused(await tab.back({**returned, **changed}), 401, "sign-in-failed")


async def test_another_page_can_neither_begin_nor_finish(tab: Tab) -> None:
    returned = await agree(await tab.to("google"), "ana")
    shown = {"Cookie": "; ".join(f"{name}={value}" for name, value in tab.cookies.items())}

    for headers in (shown, {**shown, **PAGE, "Origin": "https://elsewhere.example"}):
        answer = await tab.client.post(f"{V1}/auth/openid/finish", json=returned, headers=headers)
        refused(answer, 403, "foreign-page")
        begun = await tab.client.post(f"{V1}/auth/openid/begin", json={"provider": "google"}, headers=headers)
        refused(begun, 403, "foreign-page")
    assert (await tab.back(returned)).status_code == 200


async def test_an_account_with_the_same_address_is_joined_only_by_who_is_signed_in_to_it(
    tab: Tab, another: Tab
) -> None:
    user_id = await registered(tab, "ana.openid@example.org")

    refused(await another.by_google("ana"), 409, "link-first")
    joined = await tab.by_google("ana", join=True)

    assert joined.json()["came_of_it"] == "connected", joined.text
    assert (await another.by_google("ana")).json()["user"]["id"] == user_id
    assert (await tab.by_google("ana", join=True)).json()["came_of_it"] == "connected"  # twice is once
    listed = (await tab.ask("GET", "/me/identities")).json()["items"]
    assert [(one["provider"], one["email"]) for one in listed] == [("google", "ana.openid@example.org")]


async def test_who_is_joined_is_told_by_letter_and_led_to_what_is_connected(
    tab: Tab, run_jobs: RunJobs, tmp_path: Path
) -> None:
    await registered(tab, "told.openid@example.org")
    assert (await tab.by_google("rui", join=True)).status_code == 200

    await run_jobs()

    (letter,) = (tmp_path / "data/mail/new").glob("*")
    told = letter.read_text()
    assert "To: told.openid@example.org" in told
    assert "http://localhost:8000/you/services" in told


@pytest.mark.parametrize(
    ("locale", "subject"),
    [
        ("en", "A way to sign in was taken away"),
        ("es", "Se quitó una forma de iniciar sesión"),
        ("fr", "Une façon de te connecter a été retirée"),
        ("pt", "Foi retirada uma forma de iniciar sessão"),
    ],
)
async def test_who_parts_from_a_provider_is_told_by_letter_in_their_language(
    tab: Tab, run_jobs: RunJobs, tmp_path: Path, locale: str, subject: str
) -> None:
    address = f"{locale}.parts@example.org"
    await registered(tab, address)
    assert (await tab.ask("PATCH", "/me", {"locale": locale})).status_code == 200
    assert (await tab.by_google("rui", join=True)).status_code == 200
    identity = (await tab.ask("GET", "/me/identities")).json()["items"][0]["id"]
    await run_jobs()

    assert (await tab.ask("DELETE", f"/me/identities/{identity}")).status_code == 204
    refused(await tab.ask("DELETE", f"/me/identities/{identity}"), 404, "not-found")
    await run_jobs()

    joined, parted = letters_in(tmp_path / "data/mail")(address)
    assert parted["Subject"] == subject != joined["Subject"]
    assert "http://localhost:8000/you/services" in text_of(parted)


async def test_another_address_may_be_joined_and_nobody_elses_identity(tab: Tab, another: Tab) -> None:
    await registered(tab, "work.openid@example.org")
    await registered(another, "home.openid@example.org")

    assert (await tab.by_google("rui", join=True)).status_code == 200
    refused(await another.by_google("rui", join=True), 409, "linked-elsewhere")


async def test_joining_needs_a_proof_that_is_fresh(tab: Tab, clock: StillClock) -> None:
    await registered(tab, "ana.openid@example.org")
    clock.forward(timedelta(minutes=16))

    refused(await tab.ask("POST", "/me/identities/begin", {"provider": "google"}), 403, "proof-needed")


async def test_joining_ends_with_the_session_that_began_it(tab: Tab) -> None:
    await registered(tab, "ana.openid@example.org")
    returned = await agree(await tab.to("google", join=True), "ana")
    kept = tab.cookies["__Host-cairn-openid"]
    assert (await tab.ask("POST", "/auth/logout")).status_code == 204
    tab.cookies = {"__Host-cairn-openid": kept}

    refused(await tab.back(returned), 401, "sign-in-failed")


async def test_the_last_way_in_stays_until_there_is_another(tab: Tab, another: Tab, runtime: Runtime) -> None:
    user = (await tab.by_google("ana")).json()["user"]
    identity = (await tab.ask("GET", "/me/identities")).json()["items"][0]["id"]
    await registered(another, "rui.openid@example.org")

    refused(await another.ask("DELETE", f"/me/identities/{identity}"), 404, "not-found")
    refused(await tab.ask("DELETE", f"/me/identities/{identity}"), 409, "last-way-in")
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set password_hash = '$argon2id$' where id = :id"), {"id": user["id"]}
        )
    assert (await tab.ask("DELETE", f"/me/identities/{identity}")).status_code == 204
    assert (await tab.ask("GET", "/me/identities")).json()["items"] == []


async def test_somebody_suspended_stays_out(tab: Tab, another: Tab, runtime: Runtime) -> None:
    user = (await tab.by_google("ana")).json()["user"]
    async with runtime.system() as work:
        await work.session.execute(text("update users set disabled_at = now() where id = :id"), {"id": user["id"]})

    refused(await another.by_google("ana"), 401, "sign-in-failed")


async def test_who_says_no_address_is_told_so(tab: Tab) -> None:
    answer = await tab.by_google("may")

    refused(answer, 401, "sign-in-failed")
    assert "address" in answer.json()["detail"]


class TestWhereLettersGoOut:
    """With a mail server an address must be proven; a provider's word for it counts only if it checked."""

    @pytest.fixture
    def own(self) -> list[Section]:
        return [MailSettings.model_validate({"mail_url": "smtp://127.0.0.1:9"})]

    async def test_an_address_that_nobody_checked_makes_no_account(self, tab: Tab, microsoft: LyingProvider) -> None:
        refused(await tab.by_google("eva"), 409, "address-not-proven")
        answer = await tab.by_microsoft(microsoft, xms_edov=None, email_verified=True)
        refused(answer, 409, "address-not-proven")

    async def test_one_that_was_checked_does(self, tab: Tab, microsoft: LyingProvider) -> None:
        assert (await tab.by_google("ana")).status_code == 200
        assert (await tab.by_microsoft(microsoft)).status_code == 200


async def test_a_way_in_that_is_not_set_up_says_so(tab: Tab, runtime: Runtime) -> None:
    without = OpenIdSettings(_env_file=None)
    runtime.provide(Providers, Providers(_with(runtime, without)))

    assert (await tab.ask("GET", "/auth/openid")).json() == {"google": False, "microsoft": False}
    refused(await tab.ask("POST", "/auth/openid/begin", {"provider": "google"}), 404, "no-such-provider")
    assert (await tab.ask("POST", "/auth/openid/begin", {"provider": "apple"})).status_code == 422


def _with(runtime: Runtime, section: Section) -> Runtime:
    sections = [one for one in runtime.settings.sections() if type(one) is not type(section)]
    runtime.settings = Settings([*sections, section])
    return runtime


@pytest.mark.parametrize(
    "given",
    [
        {"google_client_id": "cairn"},
        {"microsoft_client_secret": "whatever"},
        {"google_issuer": "http://accounts.example"},
        {"microsoft_issuer": "ftp://login.example"},
    ],
)
def test_half_of_a_setting_or_an_open_address_is_refused_at_the_start(given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"go together|https address"):
        OpenIdSettings.model_validate(given)


async def test_an_account_that_nobody_confirmed_keeps_nobody_out(tab: Tab, another: Tab, runtime: Runtime) -> None:
    words = Register(email="ana.openid@example.org", password=PASSWORD, name="Somebody else")
    squatter = await accounts.create(runtime, await accounts.checked(words, verified=False))

    arrived = await tab.by_google("ana")

    assert arrived.status_code == 200, arrived.text
    assert arrived.json()["user"]["id"] != str(squatter.id)
    login = {"email": "ana.openid@example.org", "password": PASSWORD}
    refused(await another.ask("POST", "/auth/login", login), 401, "wrong-credentials")
