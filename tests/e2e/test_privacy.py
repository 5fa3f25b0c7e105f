"""Taking one's data along and leaving, as a person does it: by keyboard, on a phone, with a proof where it is due."""

import json
import os
import zipfile
from pathlib import Path

import httpx2
import psycopg
import pytest
from playwright.async_api import Page, expect

from cairn.app.embedded import EmbeddedPostgres
from tests.e2e.conftest import NewDevice
from tests.e2e.test_axe import looks_right
from tests.e2e.walk import PASSWORD, Person, findings, keeps_the_codes, sign_in, with_authenticator
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser

HERE = "/you/data"


def long_ago(cairn: Installation, person: Person) -> None:
    """Let the last proof of this person be older than it may be."""
    with EmbeddedPostgres(cairn.data) as server, psycopg.connect(server.urls().owner) as owner:
        owner.execute(
            "update sessions set proven_at = proven_at - interval '20 minutes' where user_id = %s",
            [person.books.get("/me").json()["id"]],
        )


async def pictured(page: Page, name: str) -> None:
    """A picture to look at, where somebody asks for one."""
    if folder := os.environ.get("CAIRN_PICTURES"):
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_data_is_taken_along_and_the_account_left_and_kept(
    new_device: NewDevice, person: Person, cairn_: Installation, phone: bool, theme: str
) -> None:
    name = f"{'phone' if phone else 'desk'}-{theme}"
    person.books.post("/tasks", json={"title": "Water the plants"}).raise_for_status()
    page = await new_device(phone=phone, theme=theme, accept_downloads=True)
    await sign_in(page, person)
    long_ago(cairn_, person)
    await page.goto("/you")
    await page.get_by_role("link", name="Take your data with you, or leave").click()
    await looks_right(page, HERE)
    await pictured(page, f"{name}-data")

    await page.get_by_role("button", name="Download everything").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="Is it you?")).to_be_visible()
    assert await findings(page) == []
    async with page.expect_download() as download:
        await page.get_by_label("Your password").fill(PASSWORD)
        await page.keyboard.press("Enter")
    await expect(page.get_by_text("The file is among your downloads.")).to_be_visible()
    found = await download.value
    assert found.suggested_filename.startswith("cairn-account-")
    with zipfile.ZipFile(await found.path()) as archive:
        assert [task["title"] for task in json.loads(archive.read("json/tasks.json"))] == ["Water the plants"]

    await page.get_by_role("button", name="Leave for good").focus()
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    await dialog.get_by_label(f"Type {person.email} to go on").fill(person.email)
    assert await findings(page) == []
    await pictured(page, f"{name}-leave")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    assert await findings(page) == []
    await pictured(page, f"{name}-left")
    assert person.books.get("/me").status_code == 401

    await page.get_by_role("link", name="Sign in and stay").click()
    await page.get_by_label("Email").fill(person.email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article", name="Water the plants")).to_be_visible()


async def test_who_has_a_passkey_shows_it_before_anything_is_given_out(
    new_device: NewDevice, person: Person, cairn_: Installation
) -> None:
    page = await new_device(accept_downloads=True)
    await sign_in(page, person)
    await with_authenticator(page)
    await page.goto("/you/second-factor")
    await page.get_by_role("button", name="Add a passkey").click()
    await page.keyboard.press("Enter")
    await keeps_the_codes(page)
    long_ago(cairn_, person)
    await page.goto(HERE)
    await page.get_by_role("button", name="Download everything").click()
    dialog = page.get_by_role("dialog", name="Is it you?")
    await expect(dialog).to_be_visible()
    await expect(dialog.get_by_label("Your password")).to_have_count(0)
    async with page.expect_download():
        await dialog.get_by_role("button", name="Use my passkey").click()
    await expect(page.get_by_text("The file is among your downloads.")).to_be_visible()


async def test_the_letters_link_keeps_the_account(new_device: NewDevice, person: Person, cairn_: Installation) -> None:
    answer = person.books.post("/me/erasure", json={"email": person.email})
    assert answer.status_code == 202, answer.text
    page = await new_device("/stay#not-one-of-ours", phone=True)
    await page.get_by_role("button", name="Keep my account").click()
    await expect(page.get_by_role("alert")).to_contain_text("signing in keeps it")
    assert await findings(page) == []
    await pictured(page, "phone-light-stay")
    login = {"email": person.email, "password": PASSWORD}
    assert httpx2.post(f"{cairn_.url}/api/v1/auth/login", json=login, timeout=30).status_code == 200
