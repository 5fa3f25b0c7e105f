"""Whoever holds the address of an invitation joins a space by it, once, within a week.

Nobody learns by inviting who has an account.
"""

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts.encryption import service as encryption
from cairn.accounts.schemas import Register
from cairn.platform.clock import StillClock
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from cairn.spaces.invitations import AT_ONCE, MOST_MEMBERS, TO_ONE_AT_ONCE
from cairn.spaces.jobs import forget_invitations
from tests.accounts.letters import letters_in, text_of, with_mail
from tests.accounts.people import Somebody, somebody
from tests.conftest import PASSWORD, ClientFor, NewPerson, RunJobs
from tests.spaces.together import SPACES, accepted, invited, joined, link, made, names, nobodys_address, problem

OVER = (409, "invitation-over")


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for, name="Ana", locale="fr")


@pytest.fixture
async def rui(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for, name="Rui")


@pytest.fixture
async def space(ana: Somebody) -> str:
    return await made(ana.client)


async def listed(client: httpx2.AsyncClient, space_id: str) -> list[dict[str, Any]]:
    answer = await client.get(f"{SPACES}/{space_id}/invitations")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_the_letter_speaks_as_who_invites_does_and_its_link_lets_in(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    sent = await invited(ana.client, space, f"  {rui.email.upper()} ", "coach")
    assert (sent["email"], sent["role"], sent["holds"]) == (rui.email, "coach", True)
    token = await link(run_jobs, tmp_path, rui.email)
    (letter,) = letters_in(tmp_path / "data/mail")(rui.email)
    assert letter["Subject"] == "Ana t'invite dans un espace"
    assert "« Study »" in text_of(letter)
    assert ana.email not in text_of(letter)
    assert await listed(ana.client, space) == [sent]

    answer = await accepted(rui.client, token)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["id"], answer.json()["role"]) == (space, "coach")
    assert await names(ana.client, space) == [("Ana", "owner"), ("Rui", "coach")]
    assert await listed(ana.client, space) == []


async def test_an_address_with_an_account_and_one_without_are_the_same_to_who_invites(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    nobodys = nobodys_address()
    known, unknown = await invited(ana.client, space, rui.email), await invited(ana.client, space, nobodys)
    assert {**known, "id": "", "email": ""} == {**unknown, "id": "", "email": ""}
    await run_jobs()
    letters = [letters_in(tmp_path / "data/mail")(to)[0] for to in (rui.email, nobodys)]
    texts = [re.sub(r"#\S+", "", text_of(letter)) for letter in letters]
    assert texts[0] == texts[1]
    assert letters[0]["Subject"] == letters[1]["Subject"]


async def test_an_address_that_is_in_already_is_the_same_too(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    await joined(rui, ana, space, run_jobs, tmp_path)
    await invited(ana.client, space, rui.email)
    again = await accepted(rui.client, await link(run_jobs, tmp_path, rui.email))
    assert problem(again) == (409, "already-in")
    assert await names(ana.client, space) == [("Ana", "owner"), ("Rui", "member")]


async def test_who_makes_an_account_later_joins_by_the_same_link(
    ana: Somebody, space: str, client_for: ClientFor, run_jobs: RunJobs, tmp_path: Path, runtime: Runtime
) -> None:
    late = nobodys_address()
    await invited(ana.client, space, late)
    token = await link(run_jobs, tmp_path, late)
    words = Register(email=late, password=PASSWORD, name="Late", time_zone="Europe/Lisbon", locale="en")
    user = await accounts.create(runtime, await accounts.checked(words, role=Role.USER))
    actor = await runtime.person(user.id)
    assert actor is not None
    assert (await accepted(client_for(actor), token)).status_code == 200
    assert await names(ana.client, space) == [("Ana", "owner"), ("Late", "member")]


async def test_another_account_is_kept_out_and_not_told_whose_it_is(
    ana: Somebody,
    rui: Somebody,
    space: str,
    person: NewPerson,
    client_for: ClientFor,
    run_jobs: RunJobs,
    tmp_path: Path,
) -> None:
    await invited(ana.client, space, rui.email)
    token = await link(run_jobs, tmp_path, rui.email)
    eva = await somebody(person, client_for, name="Eva")
    for stranger in (eva, ana):
        answer = await accepted(stranger.client, token)
        assert problem(answer) == (403, "not-your-invitation")
        assert rui.email not in answer.text
    assert (await accepted(client_for(None), token)).status_code == 401
    assert await names(ana.client, space) == [("Ana", "owner")]
    assert (await accepted(rui.client, token)).status_code == 200
    assert problem(await accepted(eva.client, token)) == (403, "not-your-invitation")


async def test_an_address_that_nobody_confirmed_lets_nobody_in(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path, runtime: Runtime
) -> None:
    await invited(ana.client, space, rui.email)
    token = await link(run_jobs, tmp_path, rui.email)
    assert (await rui.client.get("/api/v1/me")).status_code == 200
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set email_verified_at = null where id = :rui"), {"rui": rui.actor.user_id}
        )
    assert problem(await accepted(rui.client, token)) == (403, "not-your-invitation")


async def test_a_link_works_once_also_from_two_places_at_once(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    await invited(ana.client, space, rui.email)
    token = await link(run_jobs, tmp_path, rui.email)
    answers = await asyncio.gather(*(accepted(rui.client, token) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 5
    assert await names(ana.client, space) == [("Ana", "owner"), ("Rui", "member")]

    assert problem(await accepted(rui.client, token)) == (409, "already-in")
    assert (await rui.client.delete(f"{SPACES}/{space}/members/{rui.actor.user_id}")).status_code == 204
    assert problem(await accepted(rui.client, token)) == OVER


async def test_a_link_ends_after_a_week(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path, clock: StillClock, runtime: Runtime
) -> None:
    await invited(ana.client, space, rui.email)
    token = await link(run_jobs, tmp_path, rui.email)
    clock.forward(timedelta(days=7))
    assert problem(await accepted(rui.client, token)) == OVER
    assert [one["holds"] for one in await listed(ana.client, space)] == [False]

    clock.forward(timedelta(days=31))
    await forget_invitations(runtime)
    assert await listed(ana.client, space) == []


async def test_an_invitation_that_is_taken_back_lets_nobody_in(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    sent = await invited(ana.client, space, rui.email)
    token = await link(run_jobs, tmp_path, rui.email)
    path = f"{SPACES}/{space}/invitations/{sent['id']}"
    assert (await ana.client.delete(path)).status_code == 204
    assert problem(await accepted(rui.client, token)) == OVER
    assert (await ana.client.delete(path)).status_code == 404
    assert await listed(ana.client, space) == []


async def test_one_that_is_taken_back_before_its_letter_is_written_sends_none(
    ana: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    guest = nobodys_address()
    sent = await invited(ana.client, space, guest)
    assert (await ana.client.delete(f"{SPACES}/{space}/invitations/{sent['id']}")).status_code == 204
    await run_jobs()
    assert letters_in(tmp_path / "data/mail")(guest) == []


async def test_inviting_again_sends_a_fresh_link_in_place_of_the_older(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    first = await invited(ana.client, space, rui.email)
    old = await link(run_jobs, tmp_path, rui.email)
    second = await invited(ana.client, space, rui.email, "student")
    new = await link(run_jobs, tmp_path, rui.email)
    assert (first["id"], second["role"]) == (second["id"], "student")
    assert [one["role"] for one in await listed(ana.client, space)] == ["student"]
    assert problem(await accepted(rui.client, old)) == OVER
    assert (await accepted(rui.client, new)).json()["role"] == "student"


async def test_who_was_taken_out_lets_nobody_in_any_more(
    ana: Somebody,
    rui: Somebody,
    space: str,
    person: NewPerson,
    client_for: ClientFor,
    run_jobs: RunJobs,
    tmp_path: Path,
) -> None:
    eva = await somebody(person, client_for, name="Eva")
    await joined(rui, ana, space, run_jobs, tmp_path, "owner")
    await invited(rui.client, space, eva.email)
    token = await link(run_jobs, tmp_path, eva.email)
    assert (await ana.client.delete(f"{SPACES}/{space}/members/{rui.actor.user_id}")).status_code == 204
    assert problem(await accepted(eva.client, token)) == OVER


async def test_members_neither_invite_nor_see_nor_take_back_and_another_space_is_none(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path
) -> None:
    another = nobodys_address()
    guest = nobodys_address()
    await joined(rui, ana, space, run_jobs, tmp_path)
    sent = await invited(ana.client, space, guest)
    path = f"{SPACES}/{space}/invitations"
    for refused in (
        await rui.client.post(path, json={"email": another}),
        await rui.client.get(path),
        await rui.client.delete(f"{path}/{sent['id']}"),
    ):
        assert problem(refused) == (403, "not-allowed")
    his = await made(rui.client, "His")
    assert (await rui.client.delete(f"{SPACES}/{his}/invitations/{sent['id']}")).status_code == 404
    assert (await ana.client.delete(f"{SPACES}/{his}/invitations/{sent['id']}")).status_code == 404
    hers = await made(ana.client, "Another")
    assert (await ana.client.delete(f"{SPACES}/{hers}/invitations/{sent['id']}")).status_code == 404
    assert [one["id"] for one in await listed(ana.client, space)] == [sent["id"]]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"email": "no address"}, "bad-address"),
        ({"email": "x" * 300 + "@example.org"}, "invalid"),
        ({"email": "eva@example.org", "role": "administrator"}, "invalid"),
        ({"email": "eva@example.org", "user_id": "1"}, "invalid"),
        ({}, "invalid"),
    ],
)
async def test_what_is_no_invitation_is_refused(ana: Somebody, space: str, body: dict[str, Any], kind: str) -> None:
    assert problem(await ana.client.post(f"{SPACES}/{space}/invitations", json=body)) == (422, kind)


async def test_ones_own_address_is_in_already(ana: Somebody, space: str) -> None:
    answer = await ana.client.post(f"{SPACES}/{space}/invitations", json={"email": ana.email.upper()})
    assert problem(answer) == (422, "already-yours")


@pytest.mark.parametrize("token", ["nothing", "x" * 100])
async def test_a_secret_that_is_none_of_ours_lets_nobody_in(rui: Somebody, token: str) -> None:
    assert problem(await accepted(rui.client, token)) == OVER


@pytest.mark.parametrize("token", ["", "x" * 101])
async def test_what_is_no_secret_is_refused(rui: Somebody, token: str) -> None:
    assert (await accepted(rui.client, token)).status_code == 422


async def test_nobody_sends_many_letters_in_a_short_time(ana: Somebody, space: str, clock: StillClock) -> None:
    another = nobodys_address()
    path = f"{SPACES}/{space}/invitations"
    answers = [await ana.client.post(path, json={"email": f"{one}{nobodys_address()}"}) for one in range(AT_ONCE + 1)]
    assert [one.status_code for one in answers] == [201] * AT_ONCE + [429]
    assert answers[-1].json()["type"] == "/problems/too-many-invitations"
    assert int(answers[-1].headers["retry-after"]) > 60
    assert len(await listed(ana.client, space)) == AT_ONCE
    clock.forward(timedelta(hours=1))
    assert (await ana.client.post(path, json={"email": another})).status_code == 201


async def test_nobodys_mailbox_is_filled_by_several_who_invite_at_once(
    ana: Somebody, rui: Somebody, space: str
) -> None:
    another = nobodys_address()
    his = await made(rui.client)
    answers = [
        await who.client.post(f"{SPACES}/{where}/invitations", json={"email": another})
        for who, where in ((ana, space), (rui, his)) * 2
    ]
    assert [one.status_code for one in answers] == [201] * TO_ONE_AT_ONCE + [429]


async def test_a_space_that_is_full_takes_nobody_in(
    ana: Somebody, rui: Somebody, space: str, person: NewPerson, run_jobs: RunJobs, tmp_path: Path, runtime: Runtime
) -> None:
    await invited(ana.client, space, rui.email)
    token = await link(run_jobs, tmp_path, rui.email)
    others = [await person() for _ in range(MOST_MEMBERS - 1)]
    async with runtime.system() as work:
        for other in others:
            await work.session.execute(
                text(
                    "insert into memberships (id, user_id, space_id, role, created_at)"
                    " values (:id, :person, :space, 'member', :now)"
                ),
                {"id": runtime.new_id(), "person": other.user_id, "space": space, "now": work.now},
            )
    assert problem(await accepted(rui.client, token)) == (409, "space-full")
    assert (await ana.client.delete(f"{SPACES}/{space}/members/{others[0].user_id}")).status_code == 204
    assert (await accepted(rui.client, token)).status_code == 200


async def test_a_name_makes_no_link_of_its_own_in_a_strangers_mailbox(
    person: NewPerson, client_for: ClientFor, run_jobs: RunJobs, tmp_path: Path
) -> None:
    another = nobodys_address()
    eva = await somebody(person, client_for, name="Win at https://evil.example/x {space}")
    space = await made(eva.client, "www.evil.example {name} Dr. No")
    await invited(eva.client, space, another)
    await run_jobs()
    (letter,) = letters_in(tmp_path / "data/mail")(another)
    assert "evil.example" not in letter["Subject"] + text_of(letter)
    assert letter["Subject"] == "Win at https evil example x {space} invites you into a space"
    assert "“www evil example {name} Dr. No”" in text_of(letter)


async def test_without_a_mail_server_who_invites_finds_the_letter_on_the_page_and_with_one_not(
    ana: Somebody, space: str, run_jobs: RunJobs, runtime: Runtime
) -> None:
    another = nobodys_address()
    guest = nobodys_address()
    await invited(ana.client, space, guest)
    await run_jobs()
    assert [one["to"] for one in (await ana.client.get("/api/v1/mail/letters")).json()["items"]] == [guest]
    with_mail(runtime)
    await invited(ana.client, space, another)
    await run_jobs()
    assert len((await ana.client.get("/api/v1/mail/letters")).json()["items"]) == 1


async def test_addresses_and_secrets_are_not_readable_where_they_are_kept(
    ana: Somebody, rui: Somebody, space: str, run_jobs: RunJobs, tmp_path: Path, runtime: Runtime
) -> None:
    await invited(ana.client, space, rui.email)
    token = await link(run_jobs, tmp_path, rui.email)
    async with runtime.system() as work:
        rows = (await work.session.scalars(text("select row_to_json(i)::text from invitations i"))).all()
        trail = text("select coalesce(string_agg(a::text, ' '), '') from audit_entries a where a.user_id = :ana")
        told = await work.session.scalar(trail, {"ana": ana.actor.user_id})
        jobs = await work.session.scalar(text("select string_agg(args::text, ' ') from procrastinate_jobs"))
    assert "invitation.sent" in told
    for secret in (rui.email, token, rui.email.encode().hex(), token.encode().hex()):
        assert secret not in " ".join([*rows, told, jobs])


async def test_an_invitation_stays_readable_when_its_persons_key_is_renewed(
    ana: Somebody, space: str, run_jobs: RunJobs, runtime: Runtime
) -> None:
    guest = nobodys_address()
    sent = await invited(ana.client, space, guest)
    async with runtime.system() as work:
        await encryption.ask_for_new_key(work, ana.actor.user_id)
    await run_jobs()
    assert [one["email"] for one in await listed(ana.client, space)] == [sent["email"]]


async def test_the_list_comes_in_pages(ana: Somebody, space: str, clock: StillClock) -> None:
    for one in range(3):
        clock.forward(timedelta(seconds=1))
        await invited(ana.client, space, f"{one}{nobodys_address()}")
    path = f"{SPACES}/{space}/invitations"
    first = (await ana.client.get(path, params={"limit": 2})).json()
    rest = (await ana.client.get(path, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    assert [one["email"][:1] for one in first["items"] + rest["items"]] == ["2", "1", "0"]
    assert rest["next_cursor"] is None
