"""Looking after people and sharing one's things, in a real browser: axe finds nothing, nothing is too wide."""

import secrets
from datetime import UTC, datetime
from typing import Any

import httpx2
import psycopg
import pytest
from playwright.async_api import Page, expect

from cairn.app.embedded import EmbeddedPostgres
from tests.e2e.conftest import NewDevice
from tests.e2e.test_axe import looks_right
from tests.e2e.test_factors import sets_up_an_app
from tests.e2e.walk import PASSWORD, Person, findings, sign_in
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser


def change(cairn: Installation, statement: str, person: Person) -> None:
    """What only whoever has the machine, or a second factor, could do."""
    with EmbeddedPostgres(cairn.data) as server, psycopg.connect(server.urls().owner) as owner:
        owner.execute(statement, [person.books.get("/me").json()["id"]])


@pytest.fixture
def rui(cairn_: Installation) -> dict[str, Any]:
    """Somebody to look after."""
    account = {"email": f"{secrets.token_hex(5)}@example.org", "password": PASSWORD, "name": "Rui"}
    made = httpx2.post(f"{cairn_.url}/api/v1/auth/register", json=account, timeout=30).raise_for_status()
    user: dict[str, Any] = made.json()["user"]
    return user


async def in_charge(page: Page, person: Person, cairn: Installation) -> None:
    change(cairn, "update users set role = 'super-administrator' where id = %s", person)
    await sign_in(page, person)
    change(cairn, "update sessions set factors = 2 where user_id = %s", person)


@pytest.mark.parametrize(("phone", "theme"), [(True, "light"), (False, "dark")], ids=["phone", "desk"])
async def test_somebody_is_looked_after(
    new_device: NewDevice, person: Person, rui: dict[str, Any], cairn_: Installation, phone: bool, theme: str
) -> None:
    page = await new_device(phone=phone, theme=theme)
    await in_charge(page, person, cairn_)
    await page.goto("/you")
    await page.get_by_role("link", name="People and roles").click()
    await page.get_by_label("Address").fill(rui["email"])
    await page.get_by_role("button", name="Find").click()
    await page.get_by_role("link", name=rui["email"]).click()
    await expect(page.get_by_role("heading", name=rui["email"])).to_be_visible()
    await page.get_by_role("button", name="Suspend").click()
    await page.get_by_label("Why").fill("Unwanted letters.")
    assert await findings(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="Suspend").click()
    await expect(page.get_by_role("button", name="Let them back in")).to_be_visible()
    await page.get_by_role("button", name="Remove this account").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await findings(page) == []
    for path in ("/admin/people", f"/admin/people/{rui['id']}", "/admin/roles"):
        await looks_right(page, path)
    await page.get_by_text("Administrator", exact=True).first.click()
    await expect(page.get_by_role("button", name="Save changes").first).to_be_visible()
    assert await findings(page) == []


async def test_a_session_of_one_step_shows_its_second_where_it_stands(
    new_device: NewDevice, person: Person, cairn_: Installation
) -> None:
    change(cairn_, "update users set role = 'super-administrator' where id = %s", person)
    page, elsewhere = await new_device(), await new_device()
    await sign_in(page, person)
    await sign_in(elsewhere, person)
    app = await sets_up_an_app(elsewhere)
    await expect(elsewhere.get_by_role("heading", name="Keep these ten codes")).to_be_visible()

    await page.goto("/admin/people")
    dialog = page.get_by_role("dialog", name="Is it you?")
    await expect(dialog.get_by_label("Code from your app")).to_be_focused()
    assert await findings(page) == []
    await page.keyboard.type(app.code(datetime.now(UTC)))
    await page.keyboard.press("Enter")

    await expect(dialog).to_have_count(0)
    await expect(page.get_by_text(person.email, exact=True).first).to_be_visible()


async def test_a_share_is_given_and_taken_back(new_device: NewDevice, person: Person, rui: dict[str, Any]) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await looks_right(page, "/you/shares")
    await page.get_by_label("Who they are to you").fill("Rui, my coach")
    await page.get_by_label("Their address").fill(rui["email"])
    await page.get_by_label("My list").check()
    await page.get_by_role("button", name="Let them look").click()
    await expect(page.get_by_role("heading", name="Rui, my coach")).to_be_visible()
    await looks_right(page, "/you/shares")
    await page.get_by_role("button", name="Take it back: Rui, my coach").click()
    await expect(page.get_by_text("Nobody. What you keep is yours alone.")).to_be_visible()
    assert [share["holds"] for share in person.rows("/me/shares")] == [False]


async def test_a_picture_is_chosen_and_removed(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/you")
    await page.get_by_label("Choose a picture").set_input_files("web/public/icon-192.png")
    await expect(page.get_by_role("img", name="You, as you look here")).to_be_visible()
    assert person.books.get("/me/avatar").headers["content-type"] == "image/webp"
    assert await findings(page) == []
    await page.get_by_role("button", name="Remove it").click()
    await expect(page.get_by_role("img", name="You, as you look here")).to_have_count(0)
    assert person.books.get("/me/avatar").status_code == 204
